import { ANYWHERE_HM } from '../geo/place.ts'
import { bestPair } from '../model/best-pair.ts'
import { distanceCredit } from '../model/distance-credit.ts'
import { educationCredit } from '../model/education-credit.ts'
import { evidencePerMille, mayBeValidCertificate } from '../model/evidence.ts'
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
import { BestOfSet } from './best-of-set.ts'
import { BLOCKS_PER_CROWD, CROWD_BLOCK_SIZE } from './crowds.ts'
import type { Families } from './families.ts'
import { Memo, MISSING } from './memo.ts'
import { NearestFirst } from './nearest-first.ts'
import { CHUNK_MASK } from './packed-table.ts'
import { RestBound } from './rest-bound.ts'
import {
  ADULT_FROM, EXPERIENCE, EXPERIENCE_STATED, FIELDS, HELD, heldLicences, JOB_TYPES_WISHED, LEVEL, LICENCES, MAX_HOURS, NEEDS, OCCUPATION_BITS, OCCUPATION_MASK,
  OCCUPATIONS, REACH, ROW, SECTORS, STATED, UNIT_BITS, UNIT_MASK, UNITS, UNITS_STATED, WAGE, WILLING, type SeekerSegment,
} from './seeker-segment.ts'
import { passesLicences } from './licence-check.ts'
import { boundSeekers } from './seeker-summary.ts'
import { listNumber, type SetTable } from './set-table.ts'
import type { TopK } from './top-k.ts'
import type { Trades } from './trades.ts'
import { Distances, FAR_HM, isOutOfReach } from './whereabouts.ts'

/**
 * Ranks the seekers of segments for one vacancy. `begin` sets a query up, `scan` offers the candidates of one segment to the top-k,
 * `end` clears the scratch. Exact: a seeker is passed over only when an upper bound of their score is below the threshold.
 */
export class SeekerScan {
  readonly #ground: Ground
  readonly #families: Families
  readonly #heads: Int32Array
  readonly #nearest = new NearestFirst()
  readonly #distances = new Distances()
  readonly #fieldCredits: BestOfSet
  readonly #occupationWishes: BestOfSet
  readonly #sectorWishes: BestOfSet
  readonly #licenceMemo = new Memo(64)
  readonly #occupationMemo: Memo
  readonly #educationCredits: Int16Array
  readonly #rest = new RestBound()
  readonly #trades: Trades
  #best = new Int32Array(8)
  #certified = new Uint8Array(8)
  #evaluated = new Uint8Array(0)
  #touched: number[] = []
  #plan!: VacancyPlan
  #vacancy!: VacancyFacts
  #shares!: Shares
  #asOf = NO_DAY
  #asked!: AskedUnits
  /** The most that distance can bring, and all but units and distance together. */
  #distanceMost = 0
  #restMost = 0

  constructor (ground: Ground, families: Families, trades: Trades) {
    this.#ground = ground
    this.#trades = trades
    this.#families = families
    this.#heads = linkHeads(ground.taxonomy)
    this.#fieldCredits = new BestOfSet(ground.taxonomy.fields.size)
    this.#occupationWishes = new BestOfSet(ground.taxonomy.occupations.size)
    this.#sectorWishes = new BestOfSet(ground.taxonomy.sectors.size)
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
    this.#beginCredits()
    for (let level = 0; level < this.#educationCredits.length; level++) this.#educationCredits[level] = educationCredit(vacancy.level, level, this.#ground.levelRanks)
    const most = (canBeHad: boolean, share: number): number => canBeHad ? share * 1000 : 0
    boundSeekers(this.#rest, this.#ground, this.#trades, plan)
    this.#distanceMost = most(vacancy.remote || vacancy.place !== null, shares.distance)
    this.#restMost = most(vacancy.level !== UNKNOWN, shares.education) + most(vacancy.fields !== null, shares.field) + most(vacancy.months !== UNKNOWN, shares.experience) +
      1000 * (shares.wage + shares.wish + shares['job-type'])
  }

  #beginCredits (): void {
    const { occupations, sectors, fields } = this.#ground.taxonomy
    const { occupation, sector, fields: wanted } = this.#vacancy
    this.#occupationMemo.reset(occupations.size)
    this.#occupationWishes.begin(wished => occupations.relatedness(wished, occupation))
    this.#sectorWishes.begin(wished => sectors.relatedness(wished, sector))
    if (Array.isArray(wanted)) this.#fieldCredits.begin(held => bestPair(fields, wanted, [held])!.perMille)
  }

  end (): void {
    forgetUnits(this.#ground.taxonomy, this.#plan, this.#heads)
  }

  /** Offers every seeker of the segment that may be among the best; `ref` travels along with their slots. */
  scan (segment: SeekerSegment, ref: number, top: TopK): void {
    this.#meet(segment)
    for (const step of this.#asked.steps) {
      if (step.most + this.#restMost + this.#distanceMost < top.threshold) break
      this.#scanFamily(segment, step, ref, top)
    }
    this.#scanEverybody(segment, ref, top)
    for (const slot of this.#touched) this.#evaluated[slot] = 0
    this.#touched.length = 0
  }

  #meet (segment: SeekerSegment): void {
    if (segment.size > this.#evaluated.length) this.#evaluated = new Uint8Array(segment.size)
    this.#fieldCredits.meet(segment.sets)
    this.#occupationWishes.meet(segment.sets)
    this.#sectorWishes.meet(segment.sets)
    this.#licenceMemo.reset(segment.sets.size)
    this.#distances.meet(this.#from(), segment.coordinates)
  }

  /** Where distances are measured from; null when distance is the same for all. */
  #from (): VacancyFacts['place'] {
    return this.#vacancy.remote ? null : this.#vacancy.place
  }

  #scanFamily (segment: SeekerSegment, step: FamilyStep, ref: number, top: TopK): void {
    const { leafStart, familyStart, blockStart, blockLow, blockHigh, blockSummary, blockTrade, slot, low, high, summary, trade, whereabouts, spheres } = segment.postings
    const { base, most } = step
    const { sums, lowShifts, lowOffsets, highShifts, highOffsets } = step.table()
    const numLow = lowShifts.length
    const numHigh = highShifts.length
    const rest = this.#rest
    const distanceWeight = this.#shares.distance
    const leaves = this.#nearest.arrange(spheres, familyStart[step.family], familyStart[step.family + 1], this.#from(), this.#vacancy.remote ? 1000 : 0, ANYWHERE_HM)
    const { order, credit } = this.#nearest
    for (let i = 0; i < leaves; i++) {
      const leaf = order[i]
      const distance = credit[i] * distanceWeight
      if (most + this.#restMost + distance < top.threshold) continue
      for (let block = leafStart[leaf]; block < leafStart[leaf + 1]; block++) {
        let bound = base + distance + rest.of(blockSummary[block], blockTrade[block])
        for (let n = 0; n < numLow; n++) bound += sums[lowOffsets[n] + ((blockLow[block] >> lowShifts[n]) & CHUNK_MASK)]
        for (let n = 0; n < numHigh; n++) bound += sums[highOffsets[n] + ((blockHigh[block] >> highShifts[n]) & CHUNK_MASK)]
        if (bound < top.threshold) continue
        for (let posting = blockStart[block]; posting < blockStart[block + 1]; posting++) {
          let units = base
          const lowWord = low[posting]
          const highWord = high[posting]
          for (let n = 0; n < numLow; n++) units += sums[lowOffsets[n] + ((lowWord >> lowShifts[n]) & CHUNK_MASK)]
          for (let n = 0; n < numHigh; n++) units += sums[highOffsets[n] + ((highWord >> highShifts[n]) & CHUNK_MASK)]
          bound = units + rest.of(summary[posting], trade[posting])
          if (bound + distance >= top.threshold) this.#evaluate(segment, slot[posting], units, bound, trade[posting], whereabouts[posting], ref, top)
        }
      }
    }
  }

  /** Whoever no family has brought up: nobody with unit points unless the vacancy lists no units. */
  #scanEverybody (segment: SeekerSegment, ref: number, top: TopK): void {
    const { count, spheres, summary: crowdSummary, trade: crowdTrade, blockSummary, blockTrade, words: { summary, trade, whereabouts } } = segment.crowds
    const units = this.#vacancy.units === 'any' ? 1000 * this.#shares.unit : 0
    const rest = this.#rest
    const distanceWeight = this.#shares.distance
    const crowds = this.#nearest.arrange(spheres, 0, count, this.#from(), this.#vacancy.remote ? 1000 : 0, ANYWHERE_HM)
    const { order, credit } = this.#nearest
    for (let i = 0; i < crowds; i++) {
      const outside = units + credit[i] * distanceWeight
      if (outside + rest.of(crowdSummary[order[i]], crowdTrade[order[i]]) < top.threshold) continue
      const lastBlock = Math.min(blockSummary.length, (order[i] + 1) * BLOCKS_PER_CROWD)
      for (let block = order[i] * BLOCKS_PER_CROWD; block < lastBlock; block++) {
        if (outside + rest.of(blockSummary[block], blockTrade[block]) < top.threshold) continue
        const end = Math.min(segment.size, (block + 1) * CROWD_BLOCK_SIZE)
        for (let slot = block * CROWD_BLOCK_SIZE; slot < end; slot++) {
          const most = rest.of(summary[slot], trade[slot])
          if (outside + most >= top.threshold) this.#evaluate(segment, slot, units, units + most, trade[slot], whereabouts[slot], ref, top)
        }
      }
    }
  }

  /**
   * Scores one seeker and offers them, unless a bound or a hard rule says no. `unitsMost` bounds the unit points, `most` all but
   * distance. The bound comes down with every criterion, the telling ones first, so most seekers are left early.
   */
  #evaluate (segment: SeekerSegment, slot: number, unitsMost: number, most: number, trade: number, whereabouts: number, ref: number, top: TopK): void {
    const vacancy = this.#vacancy
    const shares = this.#shares
    const { threshold } = top
    let bound = most
    let open = 0
    let fit = 0
    let appeal = 0

    const hm = this.#distances.to(whereabouts)
    if (isOutOfReach(hm, whereabouts)) return
    if (vacancy.remote) appeal = shares.distance * 1000
    else if (hm === UNKNOWN) open = shares.distance
    else appeal = shares.distance * distanceCredit(hm)
    bound += appeal
    if (bound < threshold || this.#evaluated[slot] === 1 || segment.dead[slot] === 1) return

    const { rows, sets } = segment
    const row = slot * ROW
    const reach = rows[row + REACH]
    // A reach below that was settled by the word.
    if (reach >= FAR_HM && hm === FAR_HM && rows[row + WILLING] !== 1 && this.#distances.exactlyTo(whereabouts) > reach) return

    const wish = this.#wishCredit(sets, rows[row + OCCUPATIONS], rows[row + SECTORS])
    if (wish === UNKNOWN) open += shares.wish
    else appeal += shares.wish * wish
    if ((trade & this.#rest.workMask) !== 0) bound -= shares.wish * (wish === UNKNOWN ? 1000 : 1000 - wish)
    if (bound < threshold) return

    const field = this.#fieldCredit(sets, rows[row + FIELDS])
    if (field === UNKNOWN) open += shares.field
    else fit = shares.field * field
    if ((trade & this.#rest.fieldMask) !== 0) bound -= shares.field * 1000 - fit
    if (bound < threshold) return

    const wage = wageCredit(vacancy.wage, rows[row + WAGE])
    if (wage === UNKNOWN) open += shares.wage
    else appeal += shares.wage * wage
    const jobType = jobTypeCredit(vacancy.jobType, vacancy.hours, rows[row + JOB_TYPES_WISHED], rows[row + MAX_HOURS])
    if (jobType === UNKNOWN) open += shares['job-type']
    else appeal += shares['job-type'] * jobType
    const level = rows[row + LEVEL]
    const education = vacancy.level === ANY ? 1000 : level === UNKNOWN ? UNKNOWN : this.#educationCredits[level]
    if (education === UNKNOWN) open += shares.education
    else fit += shares.education * education
    const experience = vacancy.months <= 0 && vacancy.months !== UNKNOWN ? 1000 : this.#experienceCredit(segment, row)
    if (experience === UNKNOWN) open += shares.experience
    else fit += shares.experience * experience
    if (unitsMost + fit + appeal < threshold) return

    if (!this.#passesRules(segment, row, level)) return
    const units = this.#scoreUnits(segment, row)
    if (units < 0) return
    if (vacancy.units === null || (vacancy.units !== 'any' && (rows[row + STATED] & UNITS_STATED) === 0)) open += shares.unit
    const score = units + fit + appeal
    if (score < threshold) return
    this.#evaluated[slot] = 1
    this.#touched.push(slot)
    top.offer(segment.ids.of[slot], score, score + open * 1000, units + fit, ref, slot)
  }

  /** The hard rules that rest neither on units nor on distance; only a known failure counts. */
  #passesRules ({ rows, sets }: SeekerSegment, row: number, level: number): boolean {
    const vacancy = this.#vacancy
    const { levelRanks } = this.#ground
    if (vacancy.levelMust && level !== UNKNOWN && levelRanks[level] < levelRanks[vacancy.level]) return false
    if (vacancy.provides !== UNKNOWN && (rows[row + NEEDS] & ~vacancy.provides) !== 0) return false
    const adultFrom = rows[row + ADULT_FROM]
    if (vacancy.adultsOnly && adultFrom !== NO_DAY && this.#asOf !== NO_DAY && this.#asOf < adultFrom) return false
    return vacancy.licences.length === 0 || this.#passesLicences(sets, rows[row + LICENCES])
  }

  /** Points of the units, or -1 when a must unit or a certificate is known to be missing. */
  #scoreUnits ({ rows, held }: SeekerSegment, slotRow: number): number {
    const { count, weight, must, certificate, first, next, row, perMille } = this.#asked
    if (count === 0) return this.#vacancy.units === 'any' ? 1000 * this.#shares.unit : 0
    if ((rows[slotRow + STATED] & UNITS_STATED) === 0) return 0
    const best = this.#best
    const certified = this.#certified
    for (let n = 0; n < count; n++) best[n] = certified[n] = 0
    const end = rows[slotRow + ROW + UNITS] * HELD
    for (let at = rows[slotRow + UNITS] * HELD; at < end; at += HELD) {
      let link = first[held[at] & UNIT_MASK]
      if (link < 0) continue
      const evidence = held[at] >> UNIT_BITS
      const expires = held[at + 1]
      const worth = evidencePerMille(evidence, expires, this.#asOf)
      for (; link >= 0; link = next[link]) {
        const credit = unitCredit(perMille[link], worth)
        if (credit > best[row[link]]) best[row[link]] = credit
        if (perMille[link] === 1000 && mayBeValidCertificate(evidence, expires, this.#asOf)) certified[row[link]] = 1
      }
    }
    let points = 0
    for (let n = 0; n < count; n++) {
      if ((must[n] === 1 && best[n] < LEAST_MUST_CREDIT) || (certificate[n] === 1 && certified[n] === 0)) return -1
      points += weight[n] * best[n]
    }
    return points
  }

  /** Remembered by list, since many people hold the same licences. */
  #passesLicences (sets: SetTable, ref: number): boolean {
    if (ref === UNKNOWN) return true
    const list = listNumber(ref)
    let passes = this.#licenceMemo.get(list)
    if (passes === MISSING) {
      passes = passesLicences(this.#ground, this.#vacancy.licences, heldLicences(sets.listOf(ref)), this.#asOf) ? 1 : 0
      this.#licenceMemo.set(list, passes)
    }
    return passes === 1
  }

  #fieldCredit (sets: SetTable, ref: number): number {
    const wanted = this.#vacancy.fields
    if (wanted === 'any') return 1000
    return wanted === null || ref === UNKNOWN ? UNKNOWN : this.#fieldCredits.of(sets, ref)
  }

  #experienceCredit ({ rows, experience }: SeekerSegment, row: number): number {
    const { months: required, occupation: wanted } = this.#vacancy
    if (required === UNKNOWN || wanted === UNKNOWN || (rows[row + STATED] & EXPERIENCE_STATED) === 0) return UNKNOWN
    const end = rows[row + ROW + EXPERIENCE]
    let milliMonths = 0
    for (let at = rows[row + EXPERIENCE]; at < end; at++) {
      const occupation = experience[at] & OCCUPATION_MASK
      const months = experience[at] >> OCCUPATION_BITS
      let relatedness = this.#occupationMemo.get(occupation)
      if (relatedness === MISSING) {
        relatedness = this.#ground.taxonomy.occupations.relatedness(wanted, occupation)
        this.#occupationMemo.set(occupation, relatedness)
      }
      milliMonths += months * relatedness
    }
    return experienceCredit(required, milliMonths)
  }

  #wishCredit (sets: SetTable, occupations: number, sectors: number): number {
    if (occupations === ANY || sectors === ANY) return 1000
    const { occupation, sector } = this.#vacancy
    let best = UNKNOWN
    if (occupations !== UNKNOWN && occupation !== UNKNOWN) best = this.#occupationWishes.of(sets, occupations)
    if (sectors !== UNKNOWN && sector !== UNKNOWN) best = Math.max(best, this.#sectorWishes.of(sets, sectors))
    return best
  }
}
