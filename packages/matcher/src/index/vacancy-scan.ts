import { distanceHm } from '../geo/place.ts'
import { bestPair } from '../model/best-pair.ts'
import { distanceCredit } from '../model/distance-credit.ts'
import { educationCredit } from '../model/education-credit.ts'
import { countedMilliMonths, experienceCredit } from '../model/experience-credit.ts'
import { jobTypeCredit } from '../model/job-type-credit.ts'
import type { Ground } from '../model/plan.ts'
import type { Profile, Shares } from '../model/profile.ts'
import { LEAST_MUST_CREDIT } from '../model/rules.ts'
import { wageCredit } from '../model/wage-credit.ts'
import { NO_DAY } from '../records/day.ts'
import { ANY, UNKNOWN, type SeekerFacts } from '../records/facts.ts'
import type { Families } from './families.ts'
import { passesLicences } from './licence-check.ts'
import { Memo, MISSING } from './memo.ts'
import { NearestFirst } from './nearest-first.ts'
import { OfferedUnits, type OfferStep } from './offered-units.ts'
import { CHUNK_MASK } from './packed-table.ts'
import { CROWD_SIZE } from './seeker-segment.ts'
import type { TopK } from './top-k.ts'
import { fillWeights, UNITS_ANY, UNITS_LISTED, UNITS_UNSTATED, weightsUnder, type UnitWeights, type VacancySegment } from './vacancy-segment.ts'

/** Rounding lifts a unit's weight above its quota by less than one basis point, so by less than this many points. */
const ROUNDING_POINTS = 1000

/** The rest of a vacancy's score: everything but units. */
interface RestScore {
  fit: number
  appeal: number
  open: number
}

/**
 * Ranks the vacancies of segments for one seeker; the mirror image of SeekerScan. Exact: a vacancy is passed over only when an upper
 * bound of its score is below the threshold.
 */
export class VacancyScan {
  readonly #ground: Ground
  readonly #offered: OfferedUnits
  readonly #nearest = new NearestFirst()
  readonly #fieldMemo = new Memo(64)
  readonly #licenceMemo = new Memo(64)
  readonly #placeMemo = new Memo(64)
  readonly #monthsMemo: Memo
  readonly #occupationWishMemo: Memo
  readonly #sectorWishMemo: Memo
  readonly #rest: RestScore = { fit: 0, appeal: 0, open: 0 }
  #evaluated = new Uint8Array(0)
  #touched: number[] = []
  /** Thousandths of months that count for an occupation, where `#monthsMemo` points: too great for a memo. */
  readonly #sums: number[] = []
  #seeker!: SeekerFacts
  #shares!: Shares
  #weights!: UnitWeights
  #asOf = NO_DAY
  /** The most the criteria other than units and distance can bring. */
  #restMost = 0

  constructor (ground: Ground, families: Families) {
    this.#ground = ground
    this.#offered = new OfferedUnits(ground.taxonomy, families)
    this.#monthsMemo = new Memo(ground.taxonomy.occupations.size + 1)
    this.#occupationWishMemo = new Memo(ground.taxonomy.occupations.size)
    this.#sectorWishMemo = new Memo(ground.taxonomy.sectors.size)
  }

  begin (seeker: SeekerFacts, profile: Profile, asOf: number): void {
    const { taxonomy } = this.#ground
    const { shares } = profile
    this.#seeker = seeker
    this.#shares = shares
    this.#asOf = asOf
    this.#offered.begin(seeker, asOf)
    this.#sums.length = 0
    this.#monthsMemo.reset(taxonomy.occupations.size + 1)
    this.#occupationWishMemo.reset(taxonomy.occupations.size)
    this.#sectorWishMemo.reset(taxonomy.sectors.size)
    const canHave = (known: boolean, share: number): number => known ? share * 1000 : 0
    this.#restMost = 1000 * (shares.education + shares.field + shares.experience) + canHave(seeker.wage !== UNKNOWN, shares.wage) +
      canHave(seeker.occupations !== null || seeker.sectors !== null, shares.wish) +
      canHave(seeker.jobTypes !== UNKNOWN || seeker.maxHours !== UNKNOWN, shares['job-type'])
  }

  end (): void {
    this.#offered.end()
  }

  /** Offers every vacancy of the segment that may be among the best; `ref` travels along. */
  scan (segment: VacancySegment, ref: number, top: TopK): void {
    this.#meet(segment)
    const share = this.#shares.unit
    for (const step of this.#offered.steps) {
      if (share * step.most + this.#restMost + this.#distanceMost(segment) < top.threshold) break
      this.#scanFamily(segment, step, ref, top)
    }
    this.#scanEverything(segment, ref, top)
    for (const slot of this.#touched) this.#evaluated[slot] = 0
    this.#touched.length = 0
  }

  #meet (segment: VacancySegment): void {
    if (segment.size > this.#evaluated.length) this.#evaluated = new Uint8Array(segment.size)
    this.#weights = weightsUnder(segment, this.#shares.unit)
    this.#fieldMemo.reset(segment.sets.size)
    this.#licenceMemo.reset(segment.sets.size)
    this.#placeMemo.reset(segment.places.size)
  }

  #distanceMost (segment: VacancySegment): number {
    return this.#seeker.place !== null || segment.someRemote ? 1000 * this.#shares.distance : 0
  }

  #scanFamily (segment: VacancySegment, step: OfferStep, ref: number, top: TopK): void {
    const { leafStart, familyStart, blockStart, slot, low, high, spheres } = segment.postings
    const { later, most, table: { sums, lowShifts, lowOffsets, highShifts, highOffsets } } = step
    const { importance } = segment
    const { start: unitStart } = segment.units
    const numLow = lowShifts.length
    const numHigh = highShifts.length
    const share = this.#shares.unit
    const distanceWeight = this.#shares.distance
    const leaves = this.#nearest.arrange(spheres, familyStart[step.family], familyStart[step.family + 1], this.#seeker.place, segment.someRemote ? 1000 : 0)
    const { order, credit } = this.#nearest
    for (let i = 0; i < leaves; i++) {
      const leaf = order[i]
      const outside = this.#restMost + credit[i] * distanceWeight
      if (share * most + outside < top.threshold) continue
      const end = blockStart[leafStart[leaf + 1]]
      for (let posting = blockStart[leafStart[leaf]]; posting < end; posting++) {
        const vacancy = slot[posting]
        const total = importance[vacancy]
        let weighted = total * later
        const lowWord = low[posting]
        const highWord = high[posting]
        for (let n = 0; n < numLow; n++) weighted += sums[lowOffsets[n] + ((lowWord >> lowShifts[n]) & CHUNK_MASK)]
        for (let n = 0; n < numHigh; n++) weighted += sums[highOffsets[n] + ((highWord >> highShifts[n]) & CHUNK_MASK)]
        const units = share * weighted / total + ROUNDING_POINTS * (unitStart[vacancy + 1] - unitStart[vacancy])
        if (units + outside >= top.threshold) this.#evaluate(segment, vacancy, units, ref, top)
      }
    }
  }

  /** Whatever no family has brought up: no unit points, unless the vacancy leaves units open. */
  #scanEverything (segment: VacancySegment, ref: number, top: TopK): void {
    const { unitsKind } = segment
    const open = 1000 * this.#shares.unit
    const distanceWeight = this.#shares.distance
    const crowds = this.#nearest.arrange(segment.crowds, 0, segment.crowds.x.length, this.#seeker.place, segment.someRemote ? 1000 : 0)
    const { order, credit } = this.#nearest
    for (let i = 0; i < crowds; i++) {
      const outside = this.#restMost + credit[i] * distanceWeight
      if (open + outside < top.threshold) continue
      const start = order[i] * CROWD_SIZE
      const end = Math.min(segment.size, start + CROWD_SIZE)
      for (let slot = start; slot < end; slot++) {
        const units = unitsKind[slot] === UNITS_ANY ? open : 0
        if (units + outside >= top.threshold) this.#evaluate(segment, slot, units, ref, top)
      }
    }
  }

  /** Scores one vacancy and offers it, unless a bound or a hard rule says no. `unitsMost` bounds the unit points. */
  #evaluate (segment: VacancySegment, slot: number, unitsMost: number, ref: number, top: TopK): void {
    if (this.#evaluated[slot] === 1 || segment.dead[slot] === 1) return
    this.#evaluated[slot] = 1
    this.#touched.push(slot)
    const rest = this.#rest
    if (!this.#isOpen(segment, slot) || !this.#scoreRest(segment, slot, rest)) return
    if (unitsMost + rest.fit + rest.appeal < top.threshold) return
    const units = this.#scoreUnits(segment, slot)
    if (units < 0) return
    const kind = segment.unitsKind[slot]
    const unitsOpen = kind === UNITS_UNSTATED || (kind === UNITS_LISTED && this.#seeker.units === null)
    const score = units + rest.fit + rest.appeal
    const potential = score + rest.open + (unitsOpen ? 1000 * this.#shares.unit : 0)
    top.offer(segment.ids[slot], score, potential, units + rest.fit, ref)
  }

  #isOpen (segment: VacancySegment, slot: number): boolean {
    if (segment.seats[slot] === 0) return false
    if (this.#asOf === NO_DAY) return true
    const opens = segment.opens[slot]
    const closes = segment.closes[slot]
    return (opens === NO_DAY || this.#asOf >= opens) && (closes === NO_DAY || this.#asOf <= closes)
  }

  /** Points of everything but units, and what is open there. False when a hard rule fails. */
  #scoreRest (segment: VacancySegment, slot: number, out: RestScore): boolean {
    const seeker = this.#seeker
    const shares = this.#shares
    const required = segment.level[slot]
    const { levelRanks } = this.#ground
    if (segment.levelMust[slot] === 1 && seeker.level !== UNKNOWN && levelRanks[seeker.level] < levelRanks[required]) return false
    if (segment.provides[slot] !== UNKNOWN && (seeker.needs & ~segment.provides[slot]) !== 0) return false
    if (segment.adultsOnly[slot] === 1 && seeker.adultFrom !== NO_DAY && this.#asOf !== NO_DAY && this.#asOf < seeker.adultFrom) return false
    if (!this.#passesLicences(segment, segment.licences[slot])) return false
    const remote = segment.remote[slot] === 1
    const hm = remote || seeker.place === null || segment.place[slot] < 0 ? UNKNOWN : this.#distance(segment, segment.place[slot])
    if (hm !== UNKNOWN && seeker.reachHm !== UNKNOWN && hm > seeker.reachHm && seeker.willingToMove !== 1) return false

    const education = educationCredit(required, seeker.level, levelRanks)
    const field = this.#fieldCredit(segment, segment.fields[slot])
    const experience = this.#experienceCredit(segment.months[slot], segment.occupation[slot])
    const distance = remote ? 1000 : hm === UNKNOWN ? UNKNOWN : distanceCredit(hm)
    const wage = wageCredit(segment.wage[slot], seeker.wage)
    const wish = this.#wishCredit(segment.occupation[slot], segment.sector[slot])
    const jobType = jobTypeCredit(segment.jobType[slot], segment.hours[slot], seeker.jobTypes, seeker.maxHours)

    let fit = 0
    let appeal = 0
    let open = 0
    if (education === UNKNOWN) open += shares.education
    else fit += shares.education * education
    if (field === UNKNOWN) open += shares.field
    else fit += shares.field * field
    if (experience === UNKNOWN) open += shares.experience
    else fit += shares.experience * experience
    if (distance === UNKNOWN) open += shares.distance
    else appeal += shares.distance * distance
    if (wage === UNKNOWN) open += shares.wage
    else appeal += shares.wage * wage
    if (wish === UNKNOWN) open += shares.wish
    else appeal += shares.wish * wish
    if (jobType === UNKNOWN) open += shares['job-type']
    else appeal += shares['job-type'] * jobType
    out.fit = fit
    out.appeal = appeal
    out.open = open * 1000
    return true
  }

  /** Points of the units, or -1 when a must unit or a certificate is known to be missing. */
  #scoreUnits (segment: VacancySegment, slot: number): number {
    const kind = segment.unitsKind[slot]
    if (kind !== UNITS_LISTED) return kind === UNITS_ANY ? 1000 * this.#shares.unit : 0
    if (this.#seeker.units === null) return 0
    if (this.#weights.ready[slot] === 0) fillWeights(segment, slot, this.#shares.unit, this.#weights)
    const { weight } = this.#weights
    const { start, unit } = segment.units
    const { must, certificate } = segment
    const { credit, certified } = this.#offered
    const end = start[slot + 1]
    let points = 0
    for (let at = start[slot]; at < end; at++) {
      const earned = credit[unit[at]]
      if ((must[at] === 1 && earned < LEAST_MUST_CREDIT) || (certificate[at] === 1 && certified[unit[at]] === 0)) return -1
      points += weight[at] * earned
    }
    return points
  }

  #passesLicences (segment: VacancySegment, set: number): boolean {
    const held = this.#seeker.licences
    if (held === null) return true
    let passes = this.#licenceMemo.get(set)
    if (passes === MISSING) {
      passes = passesLicences(this.#ground, segment.sets.listOf(set), held, this.#asOf) ? 1 : 0
      this.#licenceMemo.set(set, passes)
    }
    return passes === 1
  }

  #distance (segment: VacancySegment, place: number): number {
    let hm = this.#placeMemo.get(place)
    if (hm === MISSING) {
      hm = distanceHm(segment.places.placeOf(place), this.#seeker.place!)
      this.#placeMemo.set(place, hm)
    }
    return hm
  }

  #fieldCredit (segment: VacancySegment, set: number): number {
    if (set === ANY) return 1000
    const held = this.#seeker.fields
    if (set === UNKNOWN || held === null) return UNKNOWN
    let credit = this.#fieldMemo.get(set)
    if (credit === MISSING) {
      credit = bestPair(this.#ground.taxonomy.fields, segment.sets.listOf(set), held)?.perMille ?? 0
      this.#fieldMemo.set(set, credit)
    }
    return credit
  }

  #experienceCredit (required: number, occupation: number): number {
    if (required === ANY || required === 0) return 1000
    const { experience } = this.#seeker
    if (required === UNKNOWN || experience === null) return UNKNOWN
    return experienceCredit(required, this.#milliMonths(occupation))
  }

  #milliMonths (occupation: number): number {
    const key = occupation + 1
    let entry = this.#monthsMemo.get(key)
    if (entry === MISSING) {
      entry = this.#sums.length
      this.#sums.push(countedMilliMonths(this.#ground.taxonomy, occupation, this.#seeker.experience!))
      this.#monthsMemo.set(key, entry)
    }
    return this.#sums[entry]
  }

  #wishCredit (occupation: number, sector: number): number {
    const { occupations, sectors } = this.#seeker
    if (occupations === 'any' || sectors === 'any') return 1000
    let best = UNKNOWN
    if (occupations !== null && occupation !== UNKNOWN) {
      best = this.#occupationWishMemo.get(occupation)
      if (best === MISSING) {
        best = bestPair(this.#ground.taxonomy.occupations, occupations, [occupation])!.perMille
        this.#occupationWishMemo.set(occupation, best)
      }
    }
    if (sectors !== null && sector !== UNKNOWN) {
      let credit = this.#sectorWishMemo.get(sector)
      if (credit === MISSING) {
        credit = bestPair(this.#ground.taxonomy.sectors, sectors, [sector])!.perMille
        this.#sectorWishMemo.set(sector, credit)
      }
      if (credit > best) best = credit
    }
    return best
  }
}
