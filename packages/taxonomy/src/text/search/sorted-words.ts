/** A word of the list near a given one. */
export interface NearWord {
  /** Place in the list. */
  place: number
  edits: number
}

/** Longer words are not looked for: the bound keeps hostile text from costing anything. */
const LONGEST = 32

/**
 * Words in UTF-16 order, searched by their beginning and by likeness. The order makes a tree of it that takes no memory: words with one beginning stand
 * together, so a beginning that is already too far away is passed over with all its words.
 */
export class SortedWords {
  readonly words: readonly string[]

  constructor (words: Iterable<string>) {
    this.words = [...new Set(words)].sort()
  }

  /** First place and end of the words with a beginning. O(log n). */
  beginning (prefix: string): { from: number, to: number } {
    const from = this.#firstFrom(prefix)
    return { from, to: this.#firstFrom(`${prefix}\uFFFF`, from) }
  }

  has (word: string): boolean {
    return this.words[this.#firstFrom(word)] === word
  }

  /**
   * Words at most `most` edits away: a letter too much, too few, another, or two neighbours swapped. In order of the list; `mostFound` bounds the answer. A table
   * of edit distances is kept by rows, one a letter of the word at hand, and the rows of a shared beginning are used again.
   */
  near (word: string, most: number, mostFound = 64): NearWord[] {
    const width = word.length
    if (width === 0 || width > LONGEST) return []
    const rows = new Uint8Array((LONGEST + most + 2) * (width + 1))
    for (let column = 0; column <= width; column++) rows[column] = column
    const found: NearWord[] = []
    let before = ''
    let place = 0
    while (place < this.words.length && found.length < mostFound) {
      const candidate = this.words[place]!
      let depth = sharedLength(before, candidate)
      before = candidate
      if (candidate.length > width + most) {
        // Its beginning may still lead elsewhere; only the rows up to the shared part are worth keeping.
        before = candidate.slice(0, width + most)
      }
      let far = false
      for (; depth < before.length && !far; depth++) far = fillRow(rows, depth + 1, width, word, before) > most
      if (far) {
        before = before.slice(0, depth)
        place = this.#firstFrom(`${before}\uFFFF`, place)
        continue
      }
      const edits = rows[candidate.length <= width + most ? candidate.length * (width + 1) + width : 0]!
      if (candidate.length <= width + most && edits <= most) found.push({ place, edits })
      place++
    }
    return found
  }

  #firstFrom (wanted: string, from = 0): number {
    let low = from
    let high = this.words.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.words[middle]! < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Fills the row of the letter before `depth` and returns its least value. */
function fillRow (rows: Uint8Array, depth: number, width: number, word: string, candidate: string): number {
  const row = depth * (width + 1)
  const above = row - width - 1
  const letter = candidate.charCodeAt(depth - 1)
  const previous = depth > 1 ? candidate.charCodeAt(depth - 2) : -1
  rows[row] = depth
  let least = depth
  for (let column = 1; column <= width; column++) {
    const own = word.charCodeAt(column - 1)
    let value = Math.min(rows[above + column]! + 1, rows[row + column - 1]! + 1, rows[above + column - 1]! + (own === letter ? 0 : 1))
    if (column > 1 && own === previous && word.charCodeAt(column - 2) === letter) value = Math.min(value, rows[above - width - 1 + column - 2]! + 1)
    rows[row + column] = value
    if (value < least) least = value
  }
  return least
}

function sharedLength (left: string, right: string): number {
  const most = Math.min(left.length, right.length)
  let length = 0
  while (length < most && left.charCodeAt(length) === right.charCodeAt(length)) length++
  return length
}
