import type { Taxonomy } from '@padan/taxonomy'
import { UNKNOWN, type SeekerFacts, type VacancyFacts } from '../records/facts.ts'
import { ALL_BRANCHES, BRANCH_BITS, Branches } from './branches.ts'

/**
 * The trade of a seeker or a vacancy in one word, for bounds: ten bits of branches of their fields of study, ten of the work they wish
 * for (or offer) and ten of the occupations they have experience in (or ask it in). Words join by "or".
 */
export const WORK_SHIFT: number = BRANCH_BITS
export const EXPERIENCE_SHIFT: number = 2 * BRANCH_BITS

/** A number to sort trade words by, below 2^30: like fields of study together, among them like experience. */
export function tradeKey (word: number): number {
  return ((word & ALL_BRANCHES) << (2 * BRANCH_BITS)) | ((word >> EXPERIENCE_SHIFT) & ALL_BRANCHES) << BRANCH_BITS | ((word >> WORK_SHIFT) & ALL_BRANCHES)
}

/** Which parts of a word can bring any credit at all: a part does when it has a bit in common with the mask. */
export interface TradeMasks {
  field: number
  work: number
  experience: number
}

/** Trade words over one taxonomy. Occupations branch at two digits, below which nothing is related; sectors and fields at their roots. */
export class Trades {
  readonly #fields: Branches
  readonly #occupations: Branches
  readonly #sectors: Branches

  constructor (taxonomy: Taxonomy) {
    this.#fields = new Branches(taxonomy.fields, 0)
    this.#occupations = new Branches(taxonomy.occupations, 1)
    this.#sectors = new Branches(taxonomy.sectors, 0)
  }

  seekerWord (seeker: SeekerFacts): number {
    const experience = seeker.experience === null ? 0 : this.#occupations.bitsOf(seeker.experience.map(entry => entry.occupation))
    const work = seeker.occupations === 'any' || seeker.sectors === 'any' ? ALL_BRANCHES : this.#occupations.bitsOf(seeker.occupations) | this.#sectors.bitsOf(seeker.sectors)
    return this.#fields.bitsOf(seeker.fields) | work << WORK_SHIFT | experience << EXPERIENCE_SHIFT
  }

  vacancyWord (vacancy: VacancyFacts): number {
    const occupation = vacancy.occupation === UNKNOWN ? 0 : this.#occupations.bitsOf([vacancy.occupation])
    const sector = vacancy.sector === UNKNOWN ? 0 : this.#sectors.bitsOf([vacancy.sector])
    // Fields left open are met by everybody, which the summary tells.
    const fields = vacancy.fields === 'any' ? 0 : this.#fields.bitsOf(vacancy.fields)
    return fields | (occupation | sector) << WORK_SHIFT | occupation << EXPERIENCE_SHIFT
  }

  /** Which seekers' words can bring credit with a vacancy. */
  forVacancy (vacancy: VacancyFacts): TradeMasks {
    const { occupation, sector } = vacancy
    let field = 0
    if (Array.isArray(vacancy.fields)) for (const wanted of vacancy.fields) field |= this.#fields.answering(wanted)
    // Whoever wishes for anything is content even where the vacancy does not tell.
    const work = occupation === UNKNOWN && sector === UNKNOWN
      ? ALL_BRANCHES
      : (occupation === UNKNOWN ? 0 : this.#occupations.answeredBy(occupation)) | (sector === UNKNOWN ? 0 : this.#sectors.answeredBy(sector))
    const experience = occupation === UNKNOWN ? 0 : this.#occupations.answering(occupation)
    return { field, work: work << WORK_SHIFT, experience: experience << EXPERIENCE_SHIFT }
  }

  /** Which vacancies' words can bring credit with a seeker. */
  forSeeker (seeker: SeekerFacts): TradeMasks {
    let field = 0
    for (const held of seeker.fields ?? []) field |= this.#fields.answeredBy(held)
    let work = 0
    if (Array.isArray(seeker.occupations)) for (const wished of seeker.occupations) work |= this.#occupations.answering(wished)
    if (Array.isArray(seeker.sectors)) for (const wished of seeker.sectors) work |= this.#sectors.answering(wished)
    let experience = 0
    for (const entry of seeker.experience ?? []) experience |= this.#occupations.answeredBy(entry.occupation)
    return { field, work: work << WORK_SHIFT, experience: experience << EXPERIENCE_SHIFT }
  }
}
