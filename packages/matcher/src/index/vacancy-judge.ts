import type { RelatedRegister } from '@padan/taxonomy'
import { bestPair } from '../model/best-pair.ts'
import { distanceCredit } from '../model/distance-credit.ts'
import { educationCredit } from '../model/education-credit.ts'
import { countedMilliMonths, experienceCredit } from '../model/experience-credit.ts'
import { jobTypeCredit } from '../model/job-type-credit.ts'
import type { Ground } from '../model/plan.ts'
import type { Shares } from '../model/profile.ts'
import { LEAST_MUST_CREDIT } from '../model/rules.ts'
import { wageCredit } from '../model/wage-credit.ts'
import { NO_DAY } from '../records/day.ts'
import { ANY, UNKNOWN, type SeekerFacts } from '../records/facts.ts'
import { BestOfSet } from './best-of-set.ts'
import { passesLicences } from './licence-check.ts'
import { Memo } from './memo.ts'
import type { OfferedUnits } from './offered-units.ts'
import { ROW } from './segment.ts'
import { listNumber, type SetTable } from './set-table.ts'
import type { TopK } from './top-k.ts'
import {
  ADULTS_ONLY, CERTIFICATE, CLOSES, FIELDS, fillWeights, FLAGS, HOURS, JOB_TYPE, LEVEL, LEVEL_MUST, LICENCES, MONTHS, MUST, OCCUPATION, OPENS, PROVIDES, REMOTE,
  SEATS, SECTOR, UNIT_MASK, UNITS, UNITS_ANY, UNITS_KIND, UNITS_LISTED, UNITS_UNSTATED, WAGE, weightsUnder, type UnitWeights, type VacancySegment,
} from './vacancy-segment.ts'

/** Scores single vacancies for one seeker from their rows, with the ledger's own functions, and offers them to the top-k. */
export class VacancyJudge {
  readonly #ground: Ground
  readonly #offered: OfferedUnits
  readonly #fieldCredits: BestOfSet
  readonly #licenceMemo = new Memo(64)
  readonly #monthsMemo: Memo
  readonly #occupationWishMemo: Memo
  readonly #sectorWishMemo: Memo
  /** Thousandths of months that count for an occupation, where `#monthsMemo` points: too great for a memo. */
  readonly #sums: number[] = []
  #seeker!: SeekerFacts
  #shares!: Shares
  #weights!: UnitWeights
  #asOf = NO_DAY

  /** `offered` is what the present seeker's units are worth. */
  constructor (ground: Ground, offered: OfferedUnits) {
    const { fields, occupations, sectors } = ground.taxonomy
    this.#ground = ground
    this.#offered = offered
    this.#fieldCredits = new BestOfSet(fields.size)
    this.#monthsMemo = new Memo(occupations.size)
    this.#occupationWishMemo = new Memo(occupations.size)
    this.#sectorWishMemo = new Memo(sectors.size)
  }

  begin (seeker: SeekerFacts, shares: Shares, asOf: number): void {
    const { taxonomy } = this.#ground
    const { fields } = seeker
    this.#seeker = seeker
    this.#shares = shares
    this.#asOf = asOf
    if (fields !== null) this.#fieldCredits.begin(wanted => bestPair(taxonomy.fields, [wanted], fields)?.perMille ?? 0)
    this.#sums.length = 0
    this.#monthsMemo.reset(taxonomy.occupations.size)
    this.#occupationWishMemo.reset(taxonomy.occupations.size)
    this.#sectorWishMemo.reset(taxonomy.sectors.size)
  }

  /** Turns to a segment. */
  meet (segment: VacancySegment): void {
    this.#weights = weightsUnder(segment, this.#shares.unit)
    this.#fieldCredits.meet(segment.sets)
    this.#licenceMemo.reset(this.#ground.taxonomy.licences.size + segment.sets.size)
  }

  /** Points of a distance in hundreds of metres, which may be UNKNOWN, or of a vacancy that can be done from anywhere. */
  distancePoints (hm: number, isRemote: boolean): number {
    if (isRemote) return this.#shares.distance * 1000
    return hm === UNKNOWN ? 0 : this.#shares.distance * distanceCredit(hm)
  }

  /** Scores the vacancy of a slot, `hm` away and within reach, and offers it, unless a bound or a hard rule says no. `unitsMost` bounds the unit points. True when offered. */
  judge (segment: VacancySegment, slot: number, unitsMost: number, hm: number, ref: number, top: TopK): boolean {
    const seeker = this.#seeker
    const shares = this.#shares
    const { threshold } = top
    const { rows } = segment
    const row = slot * ROW
    const isRemote = (rows[row + FLAGS] & REMOTE) !== 0
    let open = hm === UNKNOWN && !isRemote ? shares.distance : 0
    let fit = 0
    let appeal = this.distancePoints(hm, isRemote)

    const wage = wageCredit(rows[row + WAGE], seeker.wage)
    if (wage === UNKNOWN) open += shares.wage
    else appeal += shares.wage * wage
    const jobType = jobTypeCredit(rows[row + JOB_TYPE], rows[row + HOURS], seeker.jobTypes, seeker.maxHours)
    if (jobType === UNKNOWN) open += shares['job-type']
    else appeal += shares['job-type'] * jobType
    const education = educationCredit(rows[row + LEVEL], seeker.level, this.#ground.levelRanks)
    if (education === UNKNOWN) open += shares.education
    else fit = shares.education * education
    const wish = this.#wishCredit(rows[row + OCCUPATION], rows[row + SECTOR])
    if (wish === UNKNOWN) open += shares.wish
    else appeal += shares.wish * wish
    const field = this.#fieldCredit(segment, rows[row + FIELDS])
    if (field === UNKNOWN) open += shares.field
    else fit += shares.field * field
    const experience = this.#experienceCredit(rows[row + MONTHS], rows[row + OCCUPATION])
    if (experience === UNKNOWN) open += shares.experience
    else fit += shares.experience * experience
    if (unitsMost + fit + appeal < threshold) return false

    if (!this.#isOpen(rows, row) || !this.#passesRules(segment, row)) return false
    const kind = rows[row + FLAGS] & UNITS_KIND
    const units = this.#scoreUnits(segment, slot, kind)
    if (units < 0) return false
    if (kind === UNITS_UNSTATED || (kind === UNITS_LISTED && seeker.units === null)) open += shares.unit
    const score = units + fit + appeal
    if (score < threshold) return false
    top.offer(segment.ids, slot, score, score + open * 1000, units + fit, ref)
    return true
  }

  #isOpen (rows: Int32Array, row: number): boolean {
    if (rows[row + SEATS] === 0) return false
    if (this.#asOf === NO_DAY) return true
    const opens = rows[row + OPENS]
    const closes = rows[row + CLOSES]
    return (opens === NO_DAY || this.#asOf >= opens) && (closes === NO_DAY || this.#asOf <= closes)
  }

  /** The hard rules that rest neither on units nor on distance nor on the day's openness; only a known failure counts. */
  #passesRules ({ rows, sets }: VacancySegment, row: number): boolean {
    const seeker = this.#seeker
    const { levelRanks } = this.#ground
    const flags = rows[row + FLAGS]
    const provides = rows[row + PROVIDES]
    if ((flags & LEVEL_MUST) !== 0 && seeker.level !== UNKNOWN && levelRanks[seeker.level] < levelRanks[rows[row + LEVEL]]) return false
    if (provides !== UNKNOWN && (seeker.needs & ~provides) !== 0) return false
    if ((flags & ADULTS_ONLY) !== 0 && seeker.adultFrom !== NO_DAY && this.#asOf !== NO_DAY && this.#asOf < seeker.adultFrom) return false
    return this.#passesLicences(sets, rows[row + LICENCES])
  }

  /** Points of the units, or -1 when a must unit or a certificate is known to be missing. */
  #scoreUnits (segment: VacancySegment, slot: number, kind: number): number {
    if (kind !== UNITS_LISTED) return kind === UNITS_ANY ? 1000 * this.#shares.unit : 0
    if (this.#seeker.units === null) return 0
    if (this.#weights.ready[slot] === 0) fillWeights(segment, slot, this.#shares.unit, this.#weights)
    const { weight } = this.#weights
    const { rows, asked } = segment
    const { credit, certified } = this.#offered
    const end = rows[(slot + 1) * ROW + UNITS]
    let points = 0
    for (let at = rows[slot * ROW + UNITS]; at < end; at++) {
      const unit = asked[at] & UNIT_MASK
      const earned = credit[unit]
      if (((asked[at] & MUST) !== 0 && earned < LEAST_MUST_CREDIT) || ((asked[at] & CERTIFICATE) !== 0 && certified[unit] === 0)) return -1
      points += weight[at] * earned
    }
    return points
  }

  /** Remembered by list, since many vacancies ask the same licences; single licences come before the lists. */
  #passesLicences (sets: SetTable, ref: number): boolean {
    const held = this.#seeker.licences
    if (held === null) return true
    const key = listNumber(ref) < 0 ? ref : this.#ground.taxonomy.licences.size + listNumber(ref)
    return this.#licenceMemo.remember(key, () => Number(passesLicences(this.#ground, sets.listOf(ref), held, this.#asOf))) === 1
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
    return this.#sums[this.#monthsMemo.remember(occupation, () => this.#sums.push(countedMilliMonths(this.#ground.taxonomy, occupation, this.#seeker.experience!)) - 1)]
  }

  #wishCredit (occupation: number, sector: number): number {
    const { occupations, sectors } = this.#seeker
    if (occupations === 'any' || sectors === 'any') return 1000
    const { taxonomy } = this.#ground
    let best = UNKNOWN
    if (occupations !== null && occupation !== UNKNOWN) best = wishFor(occupation, occupations, taxonomy.occupations, this.#occupationWishMemo)
    if (sectors !== null && sector !== UNKNOWN) best = Math.max(best, wishFor(sector, sectors, taxonomy.sectors, this.#sectorWishMemo))
    return best
  }
}

/** How well an occupation or a sector answers the wishes; remembered. */
function wishFor (offered: number, wished: readonly number[], register: RelatedRegister<unknown>, memo: Memo): number {
  return memo.remember(offered, () => bestPair(register, wished, [offered])!.perMille)
}
