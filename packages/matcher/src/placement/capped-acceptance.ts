import { CapCounts, NOBODY } from './cap-counts.ts'
import type { AcceptanceInput } from './deferred-acceptance.ts'
import { NOWHERE } from './market.ts'
import type { CapForest } from './read-cap-sets.ts'
import { NONE, SeatChoice } from './seat-choice.ts'
import type { SeatRule } from './seat-rules.ts'

const NO_RULE: SeatRule = { reserves: [], typeCaps: [] }

/**
 * Deferred acceptance where reserves, type caps or cap sets bear on vacancies: the loop of DeferredAcceptance, with a choice of its own for
 * every vacancy. An offer that is held may make a cap set too full; then the vacancy with the last place that went out in it lets
 * its own last go. At most one person is turned away for an offer, whatever the nesting.
 */
export class CappedAcceptance {
  readonly vacancyOf: Int32Array
  proposals = 0
  readonly #input: AcceptanceInput
  readonly #next: Uint32Array
  readonly #seekerAt: Int32Array
  readonly #choices: readonly SeatChoice[]
  readonly #counts: CapCounts | null
  #seeker = 0

  constructor (input: AcceptanceInput, rules: ReadonlyMap<number, SeatRule>, forest: CapForest | null) {
    this.#input = input
    this.vacancyOf = new Int32Array(input.numSeekers).fill(NOWHERE)
    this.#next = input.start.slice(0, input.numSeekers)
    this.#seekerAt = new Int32Array(input.lineStart[input.numVacancies])
    this.#choices = Array.from(input.seats, (seats, vacancy) => new SeatChoice(seats, rules.get(vacancy) ?? NO_RULE, this.#seekerAt))
    this.#counts = forest === null ? null : new CapCounts(forest)
  }

  /** Goes on until some `budget` offers more are made. Says whether all is done. */
  run (budget: number): boolean {
    const { numSeekers, start, vacancy, list, lineStart, place, seats, isBarred, isOut } = this.#input
    const { vacancyOf } = this
    const next = this.#next
    const seekerAt = this.#seekerAt
    const most = this.proposals + budget
    let first = this.#seeker
    for (; first < numSeekers && this.proposals < most; first++) {
      if (isOut !== null && isOut[first] === 1) continue
      let seeker = first
      while (next[seeker] < start[seeker + 1]) {
        const pair = list[next[seeker]++]
        const to = vacancy[pair]
        if (seats[to] === 0 || (isBarred !== null && isBarred[pair] === 1)) continue
        this.proposals++
        const spot = lineStart[to] + place[pair]
        seekerAt[spot] = seeker
        vacancyOf[seeker] = to
        const out = this.#offer(to, spot)
        if (out === NONE) break
        seeker = seekerAt[out]
        vacancyOf[seeker] = NOWHERE
      }
    }
    this.#seeker = first
    return first === numSeekers
  }

  /** Entries of lists that were reached. */
  pairsLookedAt (): number {
    const { start } = this.#input
    return this.#next.reduce((sum, next, seeker) => sum + next - start[seeker], 0)
  }

  /** The spot that is turned away for an offer, or NONE. */
  #offer (to: number, spot: number): number {
    const out = this.#choices[to].offer(spot)
    const counts = this.#counts
    if (out !== NONE || counts === null) return out
    const giver = counts.enter(to)
    if (giver === NOBODY) return NONE
    counts.leave(giver)
    return this.#choices[giver].giveUp()
  }
}
