import { JOB_TYPES, PROFILES, type Seeker, type Shares } from '@padan/matcher'
import type { RelatedRegister, Taxonomy } from '@padan/taxonomy'
import { AS_OF } from '../market.ts'
import { ANY, CERTIFIED, dayNumber, EVIDENCE, EVIDENCE_PER_MILLE, NOT_TOLD, OPEN, TRAINED, UNKNOWN } from './codings.ts'
import { NUM_RANKS } from './question.ts'
import { bitsOf, fieldsOf } from './seeker-columns.ts'
import { chordBeyond, spotOf, type Spot } from './sphere.ts'
import type { VacancyColumns } from './vacancy-columns.ts'

/** A person made ready to ask vacancy columns: credits are tables by unit, rank, list, occupation or sector, UNKNOWN where nothing can be known. */
export interface SeekerQuestion {
  readonly shares: Shares
  readonly asOf: number
  readonly unitsStated: boolean
  /** By unit asked for: the credit, and whether the unit itself is held with a valid certificate. */
  readonly units: Int16Array
  readonly certified: Uint8Array
  /** Height of the highest level, or UNKNOWN. */
  readonly rank: number
  /** Credit by the rank that is asked for. */
  readonly education: Int16Array
  /** By list number. */
  readonly fields: Int16Array
  /** Whether each list of licences is held; what cannot be known does not fail. */
  readonly licences: Uint8Array
  readonly jobsStated: boolean
  /** Thousandths of months that count, by occupation asked for. */
  readonly milliMonths: Int32Array
  /** By occupation and sector on offer; undefined where the person wishes none. Open wishes are met by all. */
  readonly isOpenToAll: boolean
  readonly occupations: Int16Array | undefined
  readonly sectors: Int16Array | undefined
  readonly spot: Spot | undefined
  /** Squared chord beyond which the person does not go. */
  readonly beyond: number
  readonly wage: number
  /** Bits of kinds of work; UNKNOWN or ANY. */
  readonly jobTypes: number
  readonly maxHours: number
  readonly needs: number
  readonly adultFrom: number
}

export function seekerQuestion (taxonomy: Taxonomy, columns: VacancyColumns, seeker: Seeker): SeekerQuestion {
  const { wish = {}, education, reachKm, licences } = seeker
  const { occupations, sectors } = taxonomy
  const rank = education === undefined ? UNKNOWN : Math.max(...education.map(({ level }) => taxonomy.levels.get(level)!.rank))
  const asOf = dayNumber(AS_OF)
  return {
    shares: PROFILES['job-fair'].shares,
    asOf,
    unitsStated: seeker.units !== undefined,
    ...unitCredits(taxonomy, seeker, asOf),
    rank,
    education: Int16Array.from({ length: NUM_RANKS }, (_, asked) => rank === UNKNOWN ? UNKNOWN : rank >= asked ? 1000 : rank === asked - 1 ? 500 : 0),
    fields: fieldCredits(taxonomy, columns.fieldLists, seeker),
    licences: Uint8Array.from(columns.licenceLists, list => Number(licences === undefined || list.every(asked => holds(taxonomy, seeker, asked, asOf)))),
    jobsStated: seeker.experience !== undefined,
    milliMonths: countedMonths(taxonomy, seeker),
    isOpenToAll: wish.occupations === 'any' || wish.sectors === 'any',
    occupations: wishCredits(occupations, wish.occupations),
    sectors: wishCredits(sectors, wish.sectors),
    spot: spotOf(taxonomy, seeker),
    beyond: reachKm === undefined || seeker.willingToMove === true ? Infinity : chordBeyond(10 * reachKm),
    wage: wish.wage === undefined ? UNKNOWN : wish.wage === 'any' ? ANY : wish.wage,
    jobTypes: wish.jobTypes === undefined ? UNKNOWN : wish.jobTypes === 'any' ? ANY : wish.jobTypes.reduce((bits, type) => bits | 1 << JOB_TYPES.indexOf(type), 0),
    maxHours: wish.maxHours === undefined ? UNKNOWN : wish.maxHours === 'any' ? ANY : wish.maxHours,
    needs: bitsOf(taxonomy.accommodations, seeker.needs ?? []),
    adultFrom: dayNumber(seeker.adultFrom),
  }
}

function unitCredits ({ units }: Taxonomy, seeker: Seeker, asOf: number): Pick<SeekerQuestion, 'units' | 'certified'> {
  const credits = new Int16Array(units.size)
  const certified = new Uint8Array(units.size)
  const worthOf = new Map<number, number>()
  for (const { unit, evidence, expires } of seeker.units ?? []) {
    const held = units.indexOf(unit)
    const kind = EVIDENCE.indexOf(evidence)
    const isValid = kind === CERTIFIED && (expires === undefined || asOf <= dayNumber(expires))
    if (isValid) certified[held] = 1
    worthOf.set(held, Math.max(worthOf.get(held) ?? 0, EVIDENCE_PER_MILLE[kind === CERTIFIED && !isValid ? TRAINED : kind]))
  }
  for (const [held, worth] of worthOf) {
    credits[held] = Math.max(credits[held], worth)
    for (const { unit, perMille } of givenBy(units, held)) credits[unit] = Math.max(credits[unit], Math.floor(perMille * worth / 1000))
  }
  return { units: credits, certified }
}

type Units = Taxonomy['units']
const givenByUnits = new WeakMap<Units, { unit: number, perMille: number }[][]>()

/** The relatives turned round: what a held unit gives credit for. */
function givenBy (units: Units, held: number): readonly { unit: number, perMille: number }[] {
  let given = givenByUnits.get(units)
  if (given === undefined) {
    given = Array.from({ length: units.size }, () => [])
    for (let wanted = 0; wanted < units.size; wanted++) {
      for (const { held, perMille } of units.relatives(wanted)) given[held].push({ unit: wanted, perMille })
    }
    givenByUnits.set(units, given)
  }
  return given[held]
}

function fieldCredits (taxonomy: Taxonomy, lists: VacancyColumns['fieldLists'], { education }: Seeker): Int16Array {
  const held = fieldsOf(taxonomy, education)
  const { fields } = taxonomy
  return Int16Array.from(lists, (list, number) => {
    if (number === OPEN) return 1000
    if (number === NOT_TOLD || held === undefined) return UNKNOWN
    return list.reduce((best, wanted) => held.reduce((most, one) => Math.max(most, fields.relatedness(wanted, one)), best), 0)
  })
}

function holds ({ licences }: Taxonomy, seeker: Seeker, asked: number, asOf: number): boolean {
  return seeker.licences!.some(({ licence, expires }) => {
    const held = licences.indexOf(licence)
    return (held === asked || licences.at(held).covers.includes(asked)) && (expires === undefined || asOf <= dayNumber(expires))
  })
}

function countedMonths ({ occupations }: Taxonomy, { experience = [] }: Seeker): Int32Array {
  const entries = experience.map(({ occupation, months }) => ({ worked: occupations.indexOf(occupation), months }))
  return Int32Array.from({ length: occupations.size }, (_, asked) => entries.reduce((sum, { worked, months }) => sum + months * occupations.relatedness(asked, worked), 0))
}

function wishCredits (register: RelatedRegister<unknown> & { indexOf (code: string): number }, wished: readonly string[] | 'any' | undefined): Int16Array | undefined {
  if (wished === undefined || wished === 'any') return undefined
  const numbers = wished.map(code => register.indexOf(code))
  return Int16Array.from({ length: register.size }, (_, offered) => numbers.reduce((best, one) => Math.max(best, register.relatedness(one, offered)), 0))
}
