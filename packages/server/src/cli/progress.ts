const WIDTH = 30
const REDRAW_MS = 100

/** Tells on stderr how far something is: a bar on a terminal, else a plain line at every fifth of the way. */
export class Progress {
  readonly #label: string
  readonly #total: number
  readonly #stream: NodeJS.WriteStream
  #drawnAt = 0
  #fifths = 0

  /** `total` may be 0 when it is not known; then only the count is told. */
  constructor (label: string, total: number, stream: NodeJS.WriteStream = process.stderr) {
    this.#label = label
    this.#total = total
    this.#stream = stream
  }

  at (done: number): void {
    if (this.#stream.isTTY) this.#draw(done)
    else this.#tell(done)
  }

  end (done: number): void {
    if (this.#stream.isTTY) {
      this.#drawnAt = 0
      this.#draw(done)
      this.#stream.write('\n')
    } else if (this.#total === 0) {
      this.#stream.write(`${this.#label}: ${count(done)}\n`)
    }
  }

  #draw (done: number): void {
    const now = performance.now()
    if (now - this.#drawnAt < REDRAW_MS) return
    this.#drawnAt = now
    const share = this.#total === 0 ? 0 : Math.min(1, done / this.#total)
    const filled = Math.round(share * WIDTH)
    const bar = this.#total === 0 ? '' : `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${Math.round(share * 100)} % `
    this.#stream.write(`\r${this.#label} ${bar}${count(done)}${this.#total === 0 ? '' : ` of ${count(this.#total)}`}\u001b[K`)
  }

  #tell (done: number): void {
    if (this.#total === 0) return
    const fifths = Math.floor(Math.min(1, done / this.#total) * 5)
    if (fifths <= this.#fifths) return
    this.#fifths = fifths
    this.#stream.write(`${this.#label}: ${fifths * 20} % (${count(done)} of ${count(this.#total)})\n`)
  }
}

/** A number with its thousands apart. */
export function count (number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}
