import { distanceCredit } from '../model/distance-credit.ts'
import { bestPair } from '../model/best-pair.ts'
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
import type { AskedUnits } from './asked-units.ts'
import { BestOfSet } from './best-of-set.ts'
import { passesLicences } from './licence-check.ts'
import { Memo } from './memo.ts'
import {
  ADULT_FROM, EXPERIENCE, EXPERIENCE_STATED, FIELDS, HELD, heldLicences, JOB_TYPES_WISHED, LEVEL, LICENCES, MAX_HOURS, NEEDS, OCCUPATION_BITS, OCCUPATION_MASK,
  OCCUPATIONS, SECTORS, STATED, UNIT_BITS, UNIT_MASK, UNITS, UNITS_STATED, WAGE, type SeekerSegment,
} from './seeker-segment.ts'
import { ROW } from './segment.ts'
import { EARNS_FIELD, EARNS_WORK } from './sieve.ts'
import { listNumber, type SetTable } from './set-table.ts'
import type { TopK } from './top-k.ts'

/** Scores single seekers for one vacancy from their rows, with the ledger's own functions, and offers them to the top-k. */
export class SeekerJudge {
  readonly #ground: Ground
  readonly #fieldCredits: BestOfSet
  readonly #occupationWishes: BestOfSet
  readonly #sectorWishes: BestOfSet
  readonly #licenceMemo = new Memo(64)
  readonly #occupationMemo: Memo
  #relatedness: (held: number) => number = () => 0
  readonly #educationCredits: Int16Array
  #best = new Int32Array(8)
  #certified = new Uint8Array(8)
  #vacancy!: VacancyFacts
  #shares!: Shares
  #asOf = NO_DAY
  #asked!: AskedUnits

  constructor (ground: Ground) {
    this.#ground = ground
    this.#fieldCredits = new BestOfSet(ground.taxonomy.fields.size)
    this.#occupationWishes = new BestOfSet(ground.taxonomy.occupations.size)
    this.#sectorWishes = new BestOfSet(ground.taxonomy.sectors.size)
    this.#occupationMemo = new Memo(ground.taxonomy.occupations.size)
    this.#educationCredits = new Int16Array(ground.taxonomy.levels.size)
  }

  begin ({ vacancy, profile: { shares } }: VacancyPlan, asked: AskedUnits, asOf: number): void {
    const { occupations, sectors, fields } = this.#ground.taxonomy
    const { occupation, sector, fields: wanted } = vacancy
    this.#vacancy = vacancy
    this.#shares = shares
    this.#asOf = asOf
    this.#asked = asked
    if (asked.count > this.#best.length) {
      this.#best = new Int32Array(2 * asked.count)
      this.#certified = new Uint8Array(2 * asked.count)
    }
    this.#occupationMemo.reset(occupations.size)
    this.#relatedness = held => occupations.relatedness(occupation, held)
    this.#occupationWishes.begin(wished => occupations.relatedness(wished, occupation))
    this.#sectorWishes.begin(wished => sectors.relatedness(wished, sector))
    if (Array.isArray(wanted)) this.#fieldCredits.begin(held => bestPair(fields, wanted, [held])!.perMille)
    for (let level = 0; level < this.#educationCredits.length; level++) this.#educationCredits[level] = educationCredit(vacancy.level, level, this.#ground.levelRanks)
  }

  /** Turns to a segment. */
  meet ({ sets }: SeekerSegment): void {
    this.#fieldCredits.meet(sets)
    this.#occupationWishes.meet(sets)
    this.#sectorWishes.meet(sets)
    this.#licenceMemo.reset(sets.size)
  }

  /** Points of a distance in hundreds of metres, which may be UNKNOWN. */
  distancePoints (hm: number): number {
    if (this.#vacancy.remote) return this.#shares.distance * 1000
    return hm === UNKNOWN ? 0 : this.#shares.distance * distanceCredit(hm)
  }

  /**
   * Scores the seeker of a slot, `hm` away and within reach, and offers them, unless a bound or a hard rule says no. `unitsMost` bounds the
   * unit points, `most` all of them; `earns` tells what it counts in full. The bound comes down with every criterion, the telling ones first. True when offered.
   */
  judge (segment: SeekerSegment, slot: number, unitsMost: number, most: number, earns: number, hm: number, ref: number, top: TopK): boolean {
    const vacancy = this.#vacancy
    const shares = this.#shares
    const { threshold } = top
    const { rows, sets } = segment
    const row = slot * ROW
    let bound = most
    let open = hm === UNKNOWN && !vacancy.remote ? shares.distance : 0
    let fit = 0
    let appeal = this.distancePoints(hm)

    const wish = this.#wishCredit(sets, rows[row + OCCUPATIONS], rows[row + SECTORS])
    if (wish === UNKNOWN) open += shares.wish
    else appeal += shares.wish * wish
    if ((earns & EARNS_WORK) !== 0) bound -= shares.wish * (wish === UNKNOWN ? 1000 : 1000 - wish)
    if (bound < threshold) return false

    const field = this.#fieldCredit(sets, rows[row + FIELDS])
    if (field === UNKNOWN) open += shares.field
    else fit = shares.field * field
    if ((earns & EARNS_FIELD) !== 0) bound -= shares.field * 1000 - fit
    if (bound < threshold) return false

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
    if (unitsMost + fit + appeal < threshold) return false

    if (!this.#passesRules(segment, row, level)) return false
    const units = this.#scoreUnits(segment, row)
    if (units < 0) return false
    if (vacancy.units === null || (vacancy.units !== 'any' && (rows[row + STATED] & UNITS_STATED) === 0)) open += shares.unit
    const score = units + fit + appeal
    if (score < threshold) return false
    top.offer(segment.ids, slot, score, score + open * 1000, units + fit, ref)
    return true
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
    return this.#licenceMemo.remember(list, () => Number(passesLicences(this.#ground, this.#vacancy.licences, heldLicences(sets.listOf(ref)), this.#asOf))) === 1
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
      milliMonths += months * this.#occupationMemo.remember(occupation, this.#relatedness)
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
