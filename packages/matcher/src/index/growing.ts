/** Integers whose number is not known beforehand: room doubles as it fills. Whoever has made room reads `ints` anew, since it may have moved. */
export class GrowingInts {
  ints: Int32Array = new Int32Array(1024)
  length = 0

  /** Makes room for so many more, zeros all, and returns the position of the first. */
  grow (count: number): number {
    const at = this.length
    this.length += count
    if (this.length > this.ints.length) {
      const wider = new Int32Array(Math.max(this.length, 2 * this.ints.length))
      wider.set(this.ints.subarray(0, at))
      this.ints = wider
    }
    return at
  }

  push (value: number): void {
    const at = this.grow(1)
    this.ints[at] = value
  }

  /** Appends the integers of a run. */
  copy (from: Int32Array, start: number, end: number): void {
    const at = this.grow(end - start)
    const { ints } = this
    for (let i = start; i < end; i++) ints[at + i - start] = from[i]
  }
}
