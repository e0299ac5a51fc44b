import { NOWHERE, type Market } from './market.ts'
import type { StablePlacement } from './place-stable.ts'
import type { Reserve, StableTerms } from './stable-options.ts'
import { compareEquals } from './ties.ts'

/** A vacancy's own type cap, or its part of a label cap. */
type BoundTypeCap = StableTerms['typeCaps'][number] & { readonly labelCapId?: string }

/** What a placement claims, looked up from its own terms and shared with nothing that made it: who sits where, and what either side prefers. */
export class Claims {
  readonly market: Market
  readonly vacancyOf: Int32Array
  readonly terms: StablePlacement['options']
  /** Seekers who are placed at each vacancy. */
  readonly admitted: readonly (readonly number[])[]
  readonly #fixedAt = new Map<number, number>()
  readonly #goneSeekers: ReadonlySet<number>
  readonly #goneVacancies: ReadonlySet<number>
  readonly #refusedBy = new Map<number, string>()
  readonly #numberOf: ReadonlyMap<string, number>
  readonly #typeCaps = new Map<number, BoundTypeCap[]>()
  readonly #reserves = new Map<number, Reserve[]>()

  constructor (market: Market, { vacancyOf, options }: StablePlacement) {
    const { seekers, vacancies } = market
    const seekerOf = new Map(seekers.map((id, at) => [id, at]))
    this.#numberOf = new Map(vacancies.map((id, at) => [id, at]))
    this.market = market
    this.vacancyOf = vacancyOf
    this.terms = options
    for (const { seekerId, vacancyId } of options.fixed) this.#fixedAt.set(known(seekerOf, seekerId), this.vacancyNumber(vacancyId))
    for (const { seekerId, vacancyId, by } of options.refusals) this.#refusedBy.set(known(seekerOf, seekerId) * vacancies.length + this.vacancyNumber(vacancyId), by)
    this.#goneSeekers = new Set(options.withdrawn.seekers.map(id => known(seekerOf, id)))
    this.#goneVacancies = new Set(options.withdrawn.vacancies.map(id => this.vacancyNumber(id)))
    for (const cap of options.typeCaps) listed(this.#typeCaps, this.vacancyNumber(cap.vacancyId)).push(cap)
    for (const { id, group, label, members } of options.labelCaps) {
      for (const { vacancyId, atMost } of members) listed(this.#typeCaps, this.vacancyNumber(vacancyId)).push({ vacancyId, group, label, atMost, labelCapId: id })
    }
    for (const reserve of options.reserves) listed(this.#reserves, this.vacancyNumber(reserve.vacancyId)).push(reserve)
    const admitted: number[][] = vacancies.map(() => [])
    vacancyOf.forEach((to, seeker) => { admitted[to]?.push(seeker) })
    this.admitted = admitted
  }

  vacancyNumber (id: string): number {
    return known(this.#numberOf, id)
  }

  /** Where a seeker is fixed. */
  fixedAt (seeker: number): number | undefined {
    return this.#fixedAt.get(seeker)
  }

  isSeekerGone (seeker: number): boolean {
    return this.#goneSeekers.has(seeker)
  }

  isVacancyGone (vacancy: number): boolean {
    return this.#goneVacancies.has(vacancy)
  }

  refusedBy (seeker: number, vacancy: number): string | undefined {
    return this.#refusedBy.get(seeker * this.market.vacancies.length + vacancy)
  }

  typeCaps (vacancy: number): readonly BoundTypeCap[] {
    return this.#typeCaps.get(vacancy) ?? []
  }

  reserves (vacancy: number): readonly Reserve[] {
    return this.#reserves.get(vacancy) ?? []
  }

  hasLabel (seeker: number, { group, label }: Pick<Reserve, 'group' | 'label'>): boolean {
    return this.terms.groups[group][seeker] === label
  }

  /** The number of a pair, or -1 where it is not listed. */
  pair (seeker: number, vacancy: number): number {
    const { start, vacancy: vacancyOfPair } = this.market
    let low = start[seeker]
    for (let high = start[seeker + 1]; low < high;) {
      const middle = (low + high) >>> 1
      if (vacancyOfPair[middle] < vacancy) low = middle + 1
      else high = middle
    }
    return low < start[seeker + 1] && vacancyOfPair[low] === vacancy ? low : -1
  }

  /** Below zero where the vacancy takes seeker `a` before seeker `b`. */
  inLine (vacancy: number, a: number, b: number): number {
    const { vacancyRank, vacancies, seekers } = this.market
    const byRank = vacancyRank === null ? 0 : vacancyRank[this.pair(a, vacancy)] - vacancyRank[this.pair(b, vacancy)]
    return byRank || compareEquals(this.terms.ties, vacancies[vacancy], seekers[a], seekers[b])
  }

  /** Whether a seeker would rather be at a vacancy of a pair of theirs than where they are. */
  wants (seeker: number, pair: number): boolean {
    const own = this.vacancyOf[seeker]
    const to = this.market.vacancy[pair]
    return own !== to && (own === NOWHERE || this.byWish(seeker, to, own) < 0)
  }

  /** Below zero where a seeker would rather be at vacancy `a` than at `b`; they have a pair with both. */
  byWish (seeker: number, a: number, b: number): number {
    const { seekerRank, vacancies, seekers } = this.market
    const byRank = seekerRank === null ? 0 : seekerRank[this.pair(seeker, a)] - seekerRank[this.pair(seeker, b)]
    return byRank || compareEquals(this.terms.ties, seekers[seeker], vacancies[a], vacancies[b])
  }
}

function listed<One> (lists: Map<number, One[]>, key: number): One[] {
  const found = lists.get(key)
  if (found !== undefined) return found
  const list: One[] = []
  lists.set(key, list)
  return list
}

function known (numbers: ReadonlyMap<string, number>, id: string): number {
  const found = numbers.get(id)
  if (found === undefined) throw new RangeError(`placement.options names '${id}', which is not in the market.`)
  return found
}
