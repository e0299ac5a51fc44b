/**
 * Deferred acceptance as a careful JavaScript developer writes it: ranks of each vacancy in a Map, those it holds in a binary heap with the
 * worst on top, a queue of people who are free. Lists are best first. Returns the vacancy of each seeker, or -1.
 */
export function heapStable (seats: ArrayLike<number>, ofSeekers: readonly ArrayLike<number>[], ofVacancies: readonly ArrayLike<number>[]): Int32Array {
  const rankOf = ofVacancies.map(list => {
    const ranks = new Map<number, number>()
    for (let rank = 0; rank < list.length; rank++) ranks.set(list[rank], rank)
    return ranks
  })
  const held = ofVacancies.map(() => new WorstFirst())
  const next = new Uint32Array(ofSeekers.length)
  const vacancyOf = new Int32Array(ofSeekers.length).fill(-1)
  const free = ofSeekers.map((_, seeker) => seeker)
  while (free.length > 0) {
    const seeker = free.pop() as number
    const list = ofSeekers[seeker]
    while (next[seeker] < list.length) {
      const vacancy = list[next[seeker]++]
      const rank = rankOf[vacancy].get(seeker)
      if (rank === undefined) continue
      const heap = held[vacancy]
      if (heap.size < seats[vacancy]) {
        heap.push({ seeker, rank })
      } else if (heap.size > 0 && rank < heap.worst().rank) {
        const out = heap.replaceWorst({ seeker, rank })
        vacancyOf[out.seeker] = -1
        free.push(out.seeker)
      } else {
        continue
      }
      vacancyOf[seeker] = vacancy
      break
    }
  }
  return vacancyOf
}

interface Held {
  seeker: number
  rank: number
}

class WorstFirst {
  readonly #heap: Held[] = []

  get size (): number {
    return this.#heap.length
  }

  worst (): Held {
    return this.#heap[0]
  }

  push (one: Held): void {
    const heap = this.#heap
    let at = heap.length
    heap.push(one)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (heap[parent].rank >= one.rank) break
      heap[at] = heap[parent]
      at = parent
    }
    heap[at] = one
  }

  replaceWorst (one: Held): Held {
    const heap = this.#heap
    const out = heap[0]
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && heap[child + 1].rank > heap[child].rank) child++
      if (heap[child].rank <= one.rank) break
      heap[at] = heap[child]
      at = child
    }
    heap[at] = one
    return out
  }
}
