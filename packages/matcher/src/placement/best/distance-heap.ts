/** Children of a node: flat enough for few cache misses, measured against 2 and 8 on a city's year. */
const ARITY = 4
const ABSENT = -1

/** Vacancies in the order of their distance, which may still fall: a heap over plain arrays, emptied in the time it was used. */
export class DistanceHeap {
  /** Of each vacancy; Infinity where none was found yet. */
  readonly distance: Float64Array
  readonly #heap: Int32Array
  readonly #position: Int32Array
  readonly #seen: Int32Array
  #size = 0
  #numSeen = 0

  constructor (numVacancies: number) {
    this.distance = new Float64Array(numVacancies).fill(Infinity)
    this.#heap = new Int32Array(numVacancies)
    this.#position = new Int32Array(numVacancies).fill(ABSENT)
    this.#seen = new Int32Array(numVacancies)
  }

  /** Notes a shorter distance without queueing the vacancy. */
  note (vacancy: number, distance: number): void {
    if (this.distance[vacancy] === Infinity) this.#seen[this.#numSeen++] = vacancy
    this.distance[vacancy] = distance
  }

  /** Queues a vacancy at a shorter distance than it had. */
  lower (vacancy: number, distance: number): void {
    this.note(vacancy, distance)
    const position = this.#position[vacancy]
    this.#siftUp(position === ABSENT ? this.#size++ : position, vacancy, distance)
  }

  /** Takes the nearest vacancy out, if it is nearer than `bound`; otherwise -1. It may not be lowered again. */
  pop (bound: number): number {
    if (this.#size === 0) return ABSENT
    const nearest = this.#heap[0]
    if (this.distance[nearest] >= bound) return ABSENT
    const last = this.#heap[--this.#size]
    if (this.#size > 0) this.#siftDown(last)
    this.#position[nearest] = ABSENT
    return nearest
  }

  clear (): void {
    for (let index = 0; index < this.#numSeen; index++) {
      const vacancy = this.#seen[index]
      this.distance[vacancy] = Infinity
      this.#position[vacancy] = ABSENT
    }
    this.#numSeen = 0
    this.#size = 0
  }

  #siftUp (hole: number, vacancy: number, distance: number): void {
    const heap = this.#heap
    const position = this.#position
    const distances = this.distance
    while (hole > 0) {
      const parent = Math.floor((hole - 1) / ARITY)
      const above = heap[parent]
      if (distances[above] <= distance) break
      heap[hole] = above
      position[above] = hole
      hole = parent
    }
    heap[hole] = vacancy
    position[vacancy] = hole
  }

  #siftDown (vacancy: number): void {
    const heap = this.#heap
    const position = this.#position
    const distances = this.distance
    const size = this.#size
    const distance = distances[vacancy]
    let hole = 0
    for (let child = 1; child < size; child = ARITY * hole + 1) {
      let least = child
      for (let other = child + 1; other < Math.min(child + ARITY, size); other++) {
        if (distances[heap[other]] < distances[heap[least]]) least = other
      }
      const below = heap[least]
      if (distances[below] >= distance) break
      heap[hole] = below
      position[below] = hole
      hole = least
    }
    heap[hole] = vacancy
    position[vacancy] = hole
  }
}
