/** The pairs that a training makes placeable, seeker by seeker, in arrays that grow. */
export class NewPairs {
  /** How many seekers have at least one. */
  numSeekers = 0
  #size = 0
  #seeker = new Uint32Array(64)
  #vacancy = new Uint32Array(64)

  get size (): number {
    return this.#size
  }

  /** The seeker of pair n. */
  seekerAt (pair: number): number {
    return this.#seeker[pair]
  }

  vacancyAt (pair: number): number {
    return this.#vacancy[pair]
  }

  /** Pairs of one seeker are added one after the other. */
  add (seeker: number, vacancy: number): void {
    if (this.#size === 0 || this.#seeker[this.#size - 1] !== seeker) this.numSeekers++
    if (this.#size === this.#seeker.length) {
      this.#seeker = grown(this.#seeker)
      this.#vacancy = grown(this.#vacancy)
    }
    this.#seeker[this.#size] = seeker
    this.#vacancy[this.#size++] = vacancy
  }
}

function grown (array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}
