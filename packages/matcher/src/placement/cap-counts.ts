import type { CapForest } from './read-cap-sets.ts'

export const NOBODY = -1

/**
 * How many are held in every vacancy and set, and who has to give one up when a set has one too many.
 *
 * The places of a set go to its members one by one, least over its target first, the earlier member first among equals. So the last place that
 * went out is with the member that is most over its target, the later one among equals. Each set keeps a tournament of its members for
 * that, as a binary tree in an array: entering and leaving cost O(log members) a level.
 *
 *     tree of a set of 5:   [ -, 1..4: winners of 2i and 2i + 1 ]   5..9: the members themselves
 */
export class CapCounts {
  readonly #forest: CapForest
  readonly #held: Int32Array
  /** The place of each node among the members of its set. */
  readonly #seat: Int32Array
  /** Of each set, members by place that win at the inner nodes of its tree. */
  readonly #winners: readonly Int32Array[]

  constructor (forest: CapForest) {
    this.#forest = forest
    this.#held = new Int32Array(forest.parent.length)
    this.#seat = new Int32Array(forest.parent.length)
    this.#winners = forest.members.map(members => new Int32Array(members.length))
    forest.members.forEach((members, set) => {
      members.forEach((node, seat) => { this.#seat[node] = seat })
      for (let at = members.length - 1; at > 0; at--) this.#play(set, at)
    })
  }

  /** One more is held at a vacancy. Returns the vacancy that has to give one up, perhaps this one, or NOBODY; the count is right only after `leave`. */
  enter (vacancy: number): number {
    const { parent, room, numVacancies } = this.#forest
    let full = -1
    for (let node = vacancy; node !== -1; node = parent[node]) {
      this.#count(node, 1)
      // The innermost set that has too many decides: beyond it, all is as before.
      if (full === -1 && node >= numVacancies && this.#held[node] > room[node - numVacancies]) full = node
    }
    return full === -1 ? NOBODY : this.#last(full)
  }

  /** One fewer is held at a vacancy. */
  leave (vacancy: number): void {
    const { parent } = this.#forest
    for (let node = vacancy; node !== -1; node = parent[node]) this.#count(node, -1)
  }

  /** The vacancy with the last place that went out in a set. */
  #last (set: number): number {
    const { members, numVacancies } = this.#forest
    let node = set
    while (node >= numVacancies) {
      const within = members[node - numVacancies]
      node = within[within.length === 1 ? 0 : this.#winners[node - numVacancies][1]]
    }
    return node
  }

  #count (node: number, by: number): void {
    const { parent, members, numVacancies } = this.#forest
    this.#held[node] += by
    if (parent[node] === -1) return
    const set = parent[node] - numVacancies
    for (let at = (this.#seat[node] + members[set].length) >> 1; at > 0; at >>= 1) this.#play(set, at)
  }

  #play (set: number, at: number): void {
    const size = this.#forest.members[set].length
    const winners = this.#winners[set]
    const left = 2 * at < size ? winners[2 * at] : 2 * at - size
    const right = 2 * at + 1 < size ? winners[2 * at + 1] : 2 * at + 1 - size
    const difference = this.#over(set, left) - this.#over(set, right)
    winners[at] = difference > 0 || (difference === 0 && left > right) ? left : right
  }

  /** How far a member is over its target; below zero where it has nothing to give up. */
  #over (set: number, seat: number): number {
    const node = this.#forest.members[set][seat]
    return this.#held[node] === 0 ? -1 : Math.max(0, this.#held[node] - this.#forest.target[node])
  }
}
