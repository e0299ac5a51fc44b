import type { Claims } from './claims.ts'
import { NOWHERE } from './market.ts'
import { placeStable } from './place-stable.ts'
import type { StableOptions } from './stable-options.ts'

/** Whether one term less would bring somebody to a vacancy, or to one they like better: by placing again. O(pairs) each; what several ask about is kept. */
export class PlacedAgain {
  readonly #claims: Claims
  readonly #withSeeker = new Map<number, Int32Array>()
  readonly #withVacancy = new Map<number, Int32Array>()

  constructor (claims: Claims) {
    this.#claims = claims
  }

  withoutRefusal (seeker: number, to: number): boolean {
    const { market: { seekers, vacancies }, terms } = this.#claims
    return this.#isThere(seeker, to, this.#place({ refusals: terms.refusals.filter(({ seekerId, vacancyId }) => seekerId !== seekers[seeker] || vacancyId !== vacancies[to]) }))
  }

  withSeeker (seeker: number, to: number): boolean {
    const { market: { seekers }, terms: { withdrawn } } = this.#claims
    return this.#isThere(seeker, to, kept(this.#withSeeker, seeker, () => this.#place({ withdrawn: { ...withdrawn, seekers: withdrawn.seekers.filter(id => id !== seekers[seeker]) } })))
  }

  withVacancy (seeker: number, to: number): boolean {
    const { market: { vacancies }, terms: { withdrawn } } = this.#claims
    return this.#isThere(seeker, to, kept(this.#withVacancy, to, () => this.#place({ withdrawn: { ...withdrawn, vacancies: withdrawn.vacancies.filter(id => id !== vacancies[to]) } })))
  }

  #place (change: StableOptions): Int32Array {
    return placeStable(this.#claims.market, { ...this.#claims.terms, ...change }).vacancyOf
  }

  #isThere (seeker: number, to: number, vacancyOf: Int32Array): boolean {
    const own = vacancyOf[seeker]
    return own === to || (own !== NOWHERE && this.#claims.byWish(seeker, own, to) < 0)
  }
}

function kept (known: Map<number, Int32Array>, key: number, make: () => Int32Array): Int32Array {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}
