import { distanceHm } from '../geo/place.ts'
import { bestPair } from '../model/best-pair.ts'
import { distanceCredit } from '../model/distance-credit.ts'
import { educationCredit } from '../model/education-credit.ts'
import { evidencePerMille, isValidCertificate } from '../model/evidence.ts'
import { experienceCredit } from '../model/experience-credit.ts'
import { jobTypeCredit } from '../model/job-type-credit.ts'
import type { Ground, VacancyPlan } from '../model/plan.ts'
import type { Shares } from '../model/profile.ts'
import { LEAST_MUST_CREDIT } from '../model/rules.ts'
import { unitCredit } from '../model/unit-credit.ts'
import { wageCredit } from '../model/wage-credit.ts'
import { NO_DAY } from '../records/day.ts'
import { ANY, UNKNOWN, type VacancyFacts } from '../records/facts.ts'
import { askedUnits, forgetUnits, linkHeads, type AskedUnits, type FamilyStep } from './asked-units.ts'
import type { Families } from './families.ts'
import { Memo, MISSING } from './memo.ts'
import { NearestFirst } from './nearest-first.ts'
import { CHUNK_MASK } from './packed-table.ts'
import { CROWD_SIZE, heldLicences, type SeekerSegment } from './seeker-segment.ts'
import { passesLicences } from './licence-check.ts'
import type { TopK } from './top-k.ts'

/** The rest of a seeker's score: everything but units. */
interface RestScore {
  fit: number
  appeal: number
  open: number
}

/**
 * Ranks the seekers of segments for one vacancy. `begin` sets a query up, `scan` offers the candidates of one segment to the top-k,
 * `end` clears the scratch. Exact: a seeker is passed over only when an upper bound of their score is below the threshold.
 */
export class SeekerScan {
  readonly #ground: Ground
  readonly #families: Families
  readonly #heads: Int32Array
  readonly #nearest = new NearestFirst()
  readonly #fieldMemo = new Memo(64)
  readonly #occupationWishMemo = new Memo(64)
  readonly #sectorWishMemo = new Memo(64)
  readonly #licenceMemo = new Memo(64)
  readonly #placeMemo = new Memo(64)
  readonly #occupationMemo: Memo
  readonly #rest: RestScore = { fit: 0, appeal: 0, open: 0 }
  readonly #educationCredits: Int16Array
  #best = new Int32Array(8)
  #certified = new Uint8Array(8)
  #evaluated = new Uint8Array(0)
  #touched: number[] = []
  #plan!: VacancyPlan
  #vacancy!: VacancyFacts
  #shares!: Shares
  #asOf = NO_DAY
  #asked!: AskedUnits
  /** The most the criteria other than units and distance can bring. */
  #restMost = 0

  constructor (ground: Ground, families: Families) {
    this.#ground = ground
    this.#families = families
    this.#heads = linkHeads(ground.taxonomy)
    this.#occupationMemo = new Memo(ground.taxonomy.occupations.size)
    this.#educationCredits = new Int16Array(ground.taxonomy.levels.size)
  }

  begin (plan: VacancyPlan, asOf: number): void {
    const { vacancy, profile: { shares } } = plan
    this.#plan = plan
    this.#vacancy = vacancy
    this.#shares = shares
    this.#asOf = asOf
    this.#asked = askedUnits(this.#ground.taxonomy, this.#families, plan, asOf, this.#heads)
    if (this.#asked.count > this.#best.length) {
      this.#best = new Int32Array(2 * this.#asked.count)
      this.#certified = new Uint8Array(2 * this.#asked.count)
    }
    this.#occupationMemo.reset(this.#ground.taxonomy.occupations.size)
    for (let level = 0; level < this.#educationCredits.length; level++) this.#educationCredits[level] = educationCredit(vacancy.level, level, this.#ground.levelRanks)
    const canHave = (known: boolean, share: number): number => known ? share * 1000 : 0
    this.#restMost = canHave(vacancy.level !== UNKNOWN, shares.education) + canHave(vacancy.fields !== null, shares.field) +
      canHave(vacancy.months !== UNKNOWN, shares.experience) + 1000 * (shares.wage + shares.wish + shares['job-type'])
  }

  end (): void {
    forgetUnits(this.#ground.taxonomy, this.#plan, this.#heads)
  }

  /** Offers every seeker of the segment that may be among the best; `ref` travels along with their slots. */
  scan (segment: SeekerSegment, ref: number, top: TopK): void {
    this.#meet(segment)
    for (const step of this.#asked.steps) {
      if (step.most + this.#restMost + this.#distanceMost() < top.threshold) break
      this.#scanFamily(segment, step, ref, top)
    }
    this.#scanEverybody(segment, ref, top)
    for (const slot of this.#touched) this.#evaluated[slot] = 0
    this.#touched.length = 0
  }

  #meet (segment: SeekerSegment): void {
    if (segment.size > this.#evaluated.length) this.#evaluated = new Uint8Array(segment.size)
    this.#fieldMemo.reset(segment.sets.size)
    this.#occupationWishMemo.reset(segment.sets.size)
    this.#sectorWishMemo.reset(segment.sets.size)
    this.#licenceMemo.reset(segment.sets.size)
    this.#placeMemo.reset(segment.places.size)
  }

  #distanceMost (): number {
    return this.#vacancy.remote || this.#vacancy.place !== null ? 1000 * this.#shares.distance : 0
  }

  /** Where distances are measured from; null when distance is the same for all. */
  #from (): VacancyFacts['place'] {
    return this.#vacancy.remote ? null : this.#vacancy.place
  }

  #scanFamily (segment: SeekerSegment, step: FamilyStep, ref: number, top: TopK): void {
    const { leafStart, familyStart, blockStart, blockLow, blockHigh, slot, low, high, spheres } = segment.postings
    const { base, most, table: { sums, lowShifts, lowOffsets, highShifts, highOffsets } } = step
    const numLow = lowShifts.length
    const numHigh = highShifts.length
    const distanceWeight = this.#shares.distance
    const leaves = this.#nearest.arrange(spheres, familyStart[step.family], familyStart[step.family + 1], this.#from(), this.#vacancy.remote ? 1000 : 0)
    const { order, credit } = this.#nearest
    for (let i = 0; i < leaves; i++) {
      const leaf = order[i]
      const outside = this.#restMost + credit[i] * distanceWeight
      if (most + outside < top.threshold) continue
      for (let block = leafStart[leaf]; block < leafStart[leaf + 1]; block++) {
        let blockMost = base + outside
        for (let n = 0; n < numLow; n++) blockMost += sums[lowOffsets[n] + ((blockLow[block] >> lowShifts[n]) & CHUNK_MASK)]
        for (let n = 0; n < numHigh; n++) blockMost += sums[highOffsets[n] + ((blockHigh[block] >> highShifts[n]) & CHUNK_MASK)]
        if (blockMost < top.threshold) continue
        for (let posting = blockStart[block]; posting < blockStart[block + 1]; posting++) {
          let units = base
          const lowWord = low[posting]
          const highWord = high[posting]
          for (let n = 0; n < numLow; n++) units += sums[lowOffsets[n] + ((lowWord >> lowShifts[n]) & CHUNK_MASK)]
          for (let n = 0; n < numHigh; n++) units += sums[highOffsets[n] + ((highWord >> highShifts[n]) & CHUNK_MASK)]
          if (units + outside >= top.threshold) this.#evaluate(segment, slot[posting], units, ref, top)
        }
      }
    }
  }

  /** Whoever no family has brought up: nobody with unit points unless the vacancy lists no units. */
  #scanEverybody (segment: SeekerSegment, ref: number, top: TopK): void {
    const units = this.#vacancy.units === 'any' ? 1000 * this.#shares.unit : 0
    const distanceWeight = this.#shares.distance
    const crowds = this.#nearest.arrange(segment.crowds, 0, segment.crowds.x.length, this.#from(), this.#vacancy.remote ? 1000 : 0)
    const { order, credit } = this.#nearest
    for (let i = 0; i < crowds; i++) {
      if (units + this.#restMost + credit[i] * distanceWeight < top.threshold) continue
      const start = order[i] * CROWD_SIZE
      const end = Math.min(segment.size, start + CROWD_SIZE)
      for (let slot = start; slot < end; slot++) this.#evaluate(segment, slot, units, ref, top)
    }
  }

  /** Scores one seeker and offers them, unless a bound or a hard rule says no. `unitsMost` bounds the unit points. */
  #evaluate (segment: SeekerSegment, slot: number, unitsMost: number, ref: number, top: TopK): void {
    if (this.#evaluated[slot] === 1 || segment.dead[slot] === 1) return
    this.#evaluated[slot] = 1
    this.#touched.push(slot)
    const rest = this.#rest
    if (!this.#scoreRest(segment, slot, rest)) return
    if (unitsMost + rest.fit + rest.appeal < top.threshold) return
    const units = this.#scoreUnits(segment, slot)
    if (units < 0) return
    const unitsOpen = this.#vacancy.units === null || (this.#vacancy.units !== 'any' && segment.unitsStated[slot] === 0)
    const score = units + rest.fit + rest.appeal
    const potential = score + rest.open + (unitsOpen ? 1000 * this.#shares.unit : 0)
    top.offer(segment.ids[slot], score, potential, units + rest.fit, ref)
  }

  /** Points of everything but units, and what is open there. False when a hard rule fails. */
  #scoreRest (segment: SeekerSegment, slot: number, out: RestScore): boolean {
    const vacancy = this.#vacancy
    const shares = this.#shares
    const level = segment.level[slot]
    if (vacancy.levelMust && level !== UNKNOWN && this.#ground.levelRanks[level] < this.#ground.levelRanks[vacancy.level]) return false
    if (vacancy.provides !== UNKNOWN && (segment.needs[slot] & ~vacancy.provides) !== 0) return false
    const adultFrom = segment.adultFrom[slot]
    if (vacancy.adultsOnly && adultFrom !== NO_DAY && this.#asOf !== NO_DAY && this.#asOf < adultFrom) return false
    if (vacancy.licences.length > 0 && !this.#passesLicences(segment, segment.licences[slot])) return false
    const hm = vacancy.remote || vacancy.place === null || segment.place[slot] < 0 ? UNKNOWN : this.#distance(segment, segment.place[slot])
    const reach = segment.reachHm[slot]
    if (hm !== UNKNOWN && reach !== UNKNOWN && hm > reach && segment.willingToMove[slot] !== 1) return false

    const education = vacancy.level === ANY ? 1000 : level === UNKNOWN ? UNKNOWN : this.#educationCredits[level]
    const field = this.#fieldCredit(segment, segment.fields[slot])
    const experience = vacancy.months <= 0 && vacancy.months !== UNKNOWN ? 1000 : this.#experienceCredit(segment, slot)
    const distance = vacancy.remote ? 1000 : hm === UNKNOWN ? UNKNOWN : distanceCredit(hm)
    const wage = wageCredit(vacancy.wage, segment.wage[slot])
    const wish = this.#wishCredit(segment, segment.occupations[slot], segment.sectors[slot])
    const jobType = jobTypeCredit(vacancy.jobType, vacancy.hours, segment.jobTypes[slot], segment.maxHours[slot])

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
  #scoreUnits (segment: SeekerSegment, slot: number): number {
    const { count, weight, must, certificate, first, next, row, perMille } = this.#asked
    if (count === 0) return this.#vacancy.units === 'any' ? 1000 * this.#shares.unit : 0
    if (segment.unitsStated[slot] === 0) return 0
    const best = this.#best
    const certified = this.#certified
    for (let n = 0; n < count; n++) best[n] = certified[n] = 0
    const { start, unit } = segment.units
    const end = start[slot + 1]
    for (let at = start[slot]; at < end; at++) {
      let link = first[unit[at]]
      if (link < 0) continue
      const evidence = evidencePerMille(segment.evidence[at], segment.expires[at], this.#asOf)
      for (; link >= 0; link = next[link]) {
        const credit = unitCredit(perMille[link], evidence)
        if (credit > best[row[link]]) best[row[link]] = credit
        if (perMille[link] === 1000 && isValidCertificate(segment.evidence[at], segment.expires[at], this.#asOf)) certified[row[link]] = 1
      }
    }
    let points = 0
    for (let n = 0; n < count; n++) {
      if ((must[n] === 1 && best[n] < LEAST_MUST_CREDIT) || (certificate[n] === 1 && certified[n] === 0)) return -1
      points += weight[n] * best[n]
    }
    return points
  }

  #passesLicences (segment: SeekerSegment, set: number): boolean {
    if (set === UNKNOWN) return true
    let passes = this.#licenceMemo.get(set)
    if (passes === MISSING) {
      passes = passesLicences(this.#ground, this.#vacancy.licences, heldLicences(segment.sets.listOf(set)), this.#asOf) ? 1 : 0
      this.#licenceMemo.set(set, passes)
    }
    return passes === 1
  }

  #distance (segment: SeekerSegment, place: number): number {
    let hm = this.#placeMemo.get(place)
    if (hm === MISSING) {
      hm = distanceHm(this.#vacancy.place!, segment.places.placeOf(place))
      this.#placeMemo.set(place, hm)
    }
    return hm
  }

  #fieldCredit (segment: SeekerSegment, set: number): number {
    const wanted = this.#vacancy.fields
    if (wanted === 'any') return 1000
    if (wanted === null || set === UNKNOWN) return UNKNOWN
    let credit = this.#fieldMemo.get(set)
    if (credit === MISSING) {
      credit = bestPair(this.#ground.taxonomy.fields, wanted, segment.sets.listOf(set))?.perMille ?? 0
      this.#fieldMemo.set(set, credit)
    }
    return credit
  }

  #experienceCredit (segment: SeekerSegment, slot: number): number {
    const { months: required, occupation: wanted } = this.#vacancy
    if (required === UNKNOWN || segment.experienceStated[slot] === 0) return UNKNOWN
    const { experienceStart, occupation, months } = segment
    const end = experienceStart[slot + 1]
    let milliMonths = 0
    for (let at = experienceStart[slot]; at < end; at++) {
      if (wanted === UNKNOWN) {
        milliMonths += months[at] * 1000
        continue
      }
      let relatedness = this.#occupationMemo.get(occupation[at])
      if (relatedness === MISSING) {
        relatedness = this.#ground.taxonomy.occupations.relatedness(wanted, occupation[at])
        this.#occupationMemo.set(occupation[at], relatedness)
      }
      milliMonths += months[at] * relatedness
    }
    return experienceCredit(required, milliMonths)
  }

  #wishCredit (segment: SeekerSegment, occupations: number, sectors: number): number {
    if (occupations === ANY || sectors === ANY) return 1000
    const { occupation, sector } = this.#vacancy
    let best = UNKNOWN
    if (occupations !== UNKNOWN && occupation !== UNKNOWN) {
      best = this.#occupationWishMemo.get(occupations)
      if (best === MISSING) {
        best = bestPair(this.#ground.taxonomy.occupations, segment.sets.listOf(occupations), [occupation])!.perMille
        this.#occupationWishMemo.set(occupations, best)
      }
    }
    if (sectors !== UNKNOWN && sector !== UNKNOWN) {
      let credit = this.#sectorWishMemo.get(sectors)
      if (credit === MISSING) {
        credit = bestPair(this.#ground.taxonomy.sectors, segment.sets.listOf(sectors), [sector])!.perMille
        this.#sectorWishMemo.set(sectors, credit)
      }
      if (credit > best) best = credit
    }
    return best
  }
}
