import { ANYWHERE_HM } from '../geo/place.ts'
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
import { BestOfSet } from './best-of-set.ts'
import { BLOCKS_PER_CROWD, CROWD_BLOCK_SIZE, CROWD_SIZE } from './crowds.ts'
import type { Families } from './families.ts'
import { passesLicences } from './licence-check.ts'
import { Memo, MISSING } from './memo.ts'
import { NearestFirst } from './nearest-first.ts'
import { OfferedUnits, type OfferStep } from './offered-units.ts'
import { CHUNK_MASK } from './packed-table.ts'
import {
  BLOCK, BLOCK_SIZE, BLOCK_SUMMARY, BLOCK_TRADE, BLOCKS_PER_LEAF, HIGH, LOW, POSTING, SLOT, SUMMARY, TRADE, WHEREABOUTS,
} from './postings.ts'
import { RestBound } from './rest-bound.ts'
import { listNumber, type SetTable } from './set-table.ts'
import type { TopK } from './top-k.ts'
import type { Trades } from './trades.ts'
import { fillWeights, UNITS_ANY, UNITS_LISTED, UNITS_UNSTATED, weightsUnder, type UnitWeights, type VacancySegment } from './vacancy-segment.ts'
import { boundVacancies, toldImportance } from './vacancy-summary.ts'
import { Distances, FAR_HM, isEverywhere, numUnitsOf } from './whereabouts.ts'

/** Rounding lifts a unit's weight above its quota by less than one basis point, so by less than this many points. */
const ROUNDING_POINTS = 1000

/**
 * Ranks the vacancies of segments for one seeker; the mirror image of SeekerScan. Exact: a vacancy is passed over only when an upper
 * bound of its score is below the threshold.
 */
export class VacancyScan {
  readonly #ground: Ground
  readonly #offered: OfferedUnits
  readonly #nearest = new NearestFirst()
  readonly #distances = new Distances()
  readonly #fieldCredits: BestOfSet
  readonly #licenceMemo = new Memo(64)
  readonly #monthsMemo: Memo
  readonly #occupationWishMemo: Memo
  readonly #sectorWishMemo: Memo
  readonly #rest = new RestBound()
  readonly #trades: Trades
  #evaluated = new Uint8Array(0)
  #touched: number[] = []
  /** Thousandths of months that count for an occupation, where `#monthsMemo` points: too great for a memo. */
  readonly #sums: number[] = []
  #seeker!: SeekerFacts
  #shares!: Shares
  #weights!: UnitWeights
  #asOf = NO_DAY
  /** How far the seeker will go, in hundreds of metres. */
  #reachHm = ANYWHERE_HM
  /** The most that all but units and distance can bring. */
  #restMost = 0

  constructor (ground: Ground, families: Families, trades: Trades) {
    this.#ground = ground
    this.#trades = trades
    this.#offered = new OfferedUnits(ground.taxonomy, families)
    this.#fieldCredits = new BestOfSet(ground.taxonomy.fields.size)
    this.#monthsMemo = new Memo(ground.taxonomy.occupations.size)
    this.#occupationWishMemo = new Memo(ground.taxonomy.occupations.size)
    this.#sectorWishMemo = new Memo(ground.taxonomy.sectors.size)
  }

  begin (seeker: SeekerFacts, profile: Profile, asOf: number): void {
    const { taxonomy } = this.#ground
    const { shares } = profile
    this.#seeker = seeker
    this.#shares = shares
    this.#asOf = asOf
    this.#reachHm = seeker.willingToMove === 1 || seeker.reachHm === UNKNOWN ? ANYWHERE_HM : seeker.reachHm
    this.#offered.begin(seeker, asOf)
    const { fields } = seeker
    if (fields !== null) this.#fieldCredits.begin(wanted => bestPair(taxonomy.fields, [wanted], fields)?.perMille ?? 0)
    this.#sums.length = 0
    this.#monthsMemo.reset(taxonomy.occupations.size)
    this.#occupationWishMemo.reset(taxonomy.occupations.size)
    this.#sectorWishMemo.reset(taxonomy.sectors.size)
    const most = (canBeHad: boolean, share: number): number => canBeHad ? share * 1000 : 0
    boundVacancies(this.#rest, this.#ground, this.#trades, seeker, shares)
    this.#restMost = 1000 * (shares.education + shares.field + shares.experience) + most(seeker.wage !== UNKNOWN, shares.wage) +
      most(seeker.occupations !== null || seeker.sectors !== null, shares.wish) +
      most(seeker.jobTypes !== UNKNOWN || seeker.maxHours !== UNKNOWN, shares['job-type'])
  }

  end (): void {
    this.#offered.end()
  }

  /** Offers every vacancy of the segment that may be among the best; `ref` travels along. */
  scan (segment: VacancySegment, ref: number, top: TopK): void {
    this.#meet(segment)
    const share = this.#shares.unit
    // Vacancies that leave units open give full marks for them to everybody: they raise the threshold soonest.
    const openCrowds = Math.ceil(segment.numAny / CROWD_SIZE)
    this.#scanCrowds(segment, 0, openCrowds, ref, top)
    for (const step of this.#offered.steps) {
      if (share * step.most + this.#restMost + this.#distanceMost(segment) < top.threshold) break
      this.#scanFamily(segment, step, ref, top)
    }
    this.#scanCrowds(segment, openCrowds, segment.crowds.count, ref, top)
    for (const slot of this.#touched) this.#evaluated[slot] = 0
    this.#touched.length = 0
  }

  #meet (segment: VacancySegment): void {
    if (segment.size > this.#evaluated.length) this.#evaluated = new Uint8Array(segment.size)
    this.#weights = weightsUnder(segment, this.#shares.unit)
    this.#distances.meet(this.#seeker.place, segment.coordinates)
    this.#fieldCredits.meet(segment.sets)
    this.#licenceMemo.reset(this.#ground.taxonomy.licences.size + segment.sets.size)
  }

  #distanceMost (segment: VacancySegment): number {
    return this.#seeker.place !== null || segment.someRemote ? 1000 * this.#shares.distance : 0
  }

  #scanFamily (segment: VacancySegment, step: OfferStep, ref: number, top: TopK): void {
    const { records, blocks, firstPosting, firstBlock, firstLeaf, spheres } = segment.postings
    const { later, most, family } = step
    const { sums, lowShifts, lowOffsets, highShifts, highOffsets } = step.table()
    const { importance } = segment
    const numLow = lowShifts.length
    const numHigh = highShifts.length
    const share = this.#shares.unit
    const rest = this.#rest
    const distanceWeight = this.#shares.distance
    const leaves = this.#nearest.arrange(spheres, firstLeaf[family], firstLeaf[family + 1], this.#seeker.place, segment.someRemote ? 1000 : 0, this.#reachHm)
    const { order, credit } = this.#nearest
    for (let i = 0; i < leaves; i++) {
      const distance = credit[i] * distanceWeight
      if (share * most + this.#restMost + distance < top.threshold) continue
      const startBlock = (order[i] - firstLeaf[family]) * BLOCKS_PER_LEAF
      const endBlock = Math.min(startBlock + BLOCKS_PER_LEAF, firstBlock[family + 1] - firstBlock[family])
      for (let block = startBlock; block < endBlock; block++) {
        const header = (firstBlock[family] + block) * BLOCK
        if (share * most + rest.of(blocks[header + BLOCK_SUMMARY], blocks[header + BLOCK_TRADE]) + distance < top.threshold) continue
        const start = firstPosting[family] + block * BLOCK_SIZE
        const end = Math.min(start + BLOCK_SIZE, firstPosting[family + 1]) * POSTING
        for (let at = start * POSTING; at < end; at += POSTING) {
          const summary = records[at + SUMMARY]
          const whereabouts = records[at + WHEREABOUTS]
          const total = toldImportance(summary) ?? importance[records[at + SLOT]]
          let weighted = total * later
          const low = records[at + LOW]
          const high = records[at + HIGH]
          for (let n = 0; n < numLow; n++) weighted += sums[lowOffsets[n] + ((low >> lowShifts[n]) & CHUNK_MASK)]
          for (let n = 0; n < numHigh; n++) weighted += sums[highOffsets[n] + ((high >> highShifts[n]) & CHUNK_MASK)]
          const units = share * weighted / total + ROUNDING_POINTS * numUnitsOf(whereabouts)
          const bound = units + rest.of(summary, records[at + TRADE])
          if (bound + distance >= top.threshold) this.#evaluate(segment, records[at + SLOT], units, bound, whereabouts, ref, top)
        }
      }
    }
  }

  /** Whatever no family brings up: no unit points, unless the vacancy leaves units open. */
  #scanCrowds (segment: VacancySegment, first: number, end: number, ref: number, top: TopK): void {
    const { numAny } = segment
    const { spheres, summary: crowdSummary, trade: crowdTrade, blockSummary, blockTrade, words: { summary, trade, whereabouts } } = segment.crowds
    const open = 1000 * this.#shares.unit
    const rest = this.#rest
    const distanceWeight = this.#shares.distance
    const crowds = this.#nearest.arrange(spheres, first, end, this.#seeker.place, segment.someRemote ? 1000 : 0, this.#reachHm)
    const { order, credit } = this.#nearest
    for (let i = 0; i < crowds; i++) {
      const distance = credit[i] * distanceWeight
      const most = (order[i] * CROWD_SIZE < numAny ? open : 0) + distance
      if (most + rest.of(crowdSummary[order[i]], crowdTrade[order[i]]) < top.threshold) continue
      const lastBlock = Math.min(blockSummary.length, (order[i] + 1) * BLOCKS_PER_CROWD)
      for (let block = order[i] * BLOCKS_PER_CROWD; block < lastBlock; block++) {
        if (most + rest.of(blockSummary[block], blockTrade[block]) < top.threshold) continue
        const last = Math.min(segment.size, (block + 1) * CROWD_BLOCK_SIZE)
        for (let slot = block * CROWD_BLOCK_SIZE; slot < last; slot++) {
          const units = slot < numAny ? open : 0
          const bound = units + rest.of(summary[slot], trade[slot])
          if (bound + distance >= top.threshold) this.#evaluate(segment, slot, units, bound, whereabouts[slot], ref, top)
        }
      }
    }
  }

  /**
   * Scores one vacancy and offers it, unless a bound or a hard rule says no. `unitsMost` bounds the unit points, `most` all but distance.
   * The bound comes down with every criterion, the telling ones first, so most vacancies are left early.
   */
  #evaluate (segment: VacancySegment, slot: number, unitsMost: number, most: number, whereabouts: number, ref: number, top: TopK): void {
    const seeker = this.#seeker
    const shares = this.#shares
    const { threshold } = top
    let open = 0
    let fit = 0
    let appeal = 0

    const hm = this.#distances.to(whereabouts)
    if (hm > this.#reachHm || (hm === FAR_HM && this.#reachHm < ANYWHERE_HM && this.#distances.exactlyTo(whereabouts) > this.#reachHm)) return
    if (isEverywhere(whereabouts)) appeal = shares.distance * 1000
    else if (hm === UNKNOWN) open = shares.distance
    else appeal = shares.distance * distanceCredit(hm)
    if (most + appeal < threshold || this.#evaluated[slot] === 1 || segment.dead[slot] === 1) return

    const wage = wageCredit(segment.wage[slot], seeker.wage)
    if (wage === UNKNOWN) open += shares.wage
    else appeal += shares.wage * wage
    const jobType = jobTypeCredit(segment.jobType[slot], segment.hours[slot], seeker.jobTypes, seeker.maxHours)
    if (jobType === UNKNOWN) open += shares['job-type']
    else appeal += shares['job-type'] * jobType
    const education = educationCredit(segment.level[slot], seeker.level, this.#ground.levelRanks)
    if (education === UNKNOWN) open += shares.education
    else fit = shares.education * education
    const wish = this.#wishCredit(segment.occupation[slot], segment.sector[slot])
    if (wish === UNKNOWN) open += shares.wish
    else appeal += shares.wish * wish
    const field = this.#fieldCredit(segment, segment.fields[slot])
    if (field === UNKNOWN) open += shares.field
    else fit += shares.field * field
    const experience = this.#experienceCredit(segment.months[slot], segment.occupation[slot])
    if (experience === UNKNOWN) open += shares.experience
    else fit += shares.experience * experience
    if (unitsMost + fit + appeal < threshold) return

    if (!this.#isOpen(segment, slot) || !this.#passesRules(segment, slot)) return
    const units = this.#scoreUnits(segment, slot)
    if (units < 0) return
    const kind = segment.unitsKind[slot]
    if (kind === UNITS_UNSTATED || (kind === UNITS_LISTED && seeker.units === null)) open += shares.unit
    const score = units + fit + appeal
    if (score < threshold) return
    this.#evaluated[slot] = 1
    this.#touched.push(slot)
    top.offer(segment.ids.of[slot], score, score + open * 1000, units + fit, ref, slot)
  }

  #isOpen (segment: VacancySegment, slot: number): boolean {
    if (segment.seats[slot] === 0) return false
    if (this.#asOf === NO_DAY) return true
    const opens = segment.opens[slot]
    const closes = segment.closes[slot]
    return (opens === NO_DAY || this.#asOf >= opens) && (closes === NO_DAY || this.#asOf <= closes)
  }

  /** The hard rules that rest neither on units nor on distance nor on the day's openness; only a known failure counts. */
  #passesRules (segment: VacancySegment, slot: number): boolean {
    const seeker = this.#seeker
    const { levelRanks } = this.#ground
    if (segment.levelMust[slot] === 1 && seeker.level !== UNKNOWN && levelRanks[seeker.level] < levelRanks[segment.level[slot]]) return false
    if (segment.provides[slot] !== UNKNOWN && (seeker.needs & ~segment.provides[slot]) !== 0) return false
    if (segment.adultsOnly[slot] === 1 && seeker.adultFrom !== NO_DAY && this.#asOf !== NO_DAY && this.#asOf < seeker.adultFrom) return false
    return this.#passesLicences(segment.sets, segment.licences[slot])
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

  /** Remembered by list, since many vacancies ask the same licences; single licences come before the lists. */
  #passesLicences (sets: SetTable, ref: number): boolean {
    const held = this.#seeker.licences
    if (held === null) return true
    const key = listNumber(ref) < 0 ? ref : this.#ground.taxonomy.licences.size + listNumber(ref)
    let passes = this.#licenceMemo.get(key)
    if (passes === MISSING) {
      passes = passesLicences(this.#ground, sets.listOf(ref), held, this.#asOf) ? 1 : 0
      this.#licenceMemo.set(key, passes)
    }
    return passes === 1
  }

  #fieldCredit (segment: VacancySegment, set: number): number {
    if (set === ANY) return 1000
    const held = this.#seeker.fields
    if (set === UNKNOWN || held === null) return UNKNOWN
    return this.#fieldCredits.of(segment.sets, set)
  }

  #experienceCredit (required: number, occupation: number): number {
    if (required === ANY || required === 0) return 1000
    const { experience } = this.#seeker
    if (required === UNKNOWN || occupation === UNKNOWN || experience === null) return UNKNOWN
    return experienceCredit(required, this.#milliMonths(occupation))
  }

  #milliMonths (occupation: number): number {
    let entry = this.#monthsMemo.get(occupation)
    if (entry === MISSING) {
      entry = this.#sums.length
      this.#sums.push(countedMilliMonths(this.#ground.taxonomy, occupation, this.#seeker.experience!))
      this.#monthsMemo.set(occupation, entry)
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
