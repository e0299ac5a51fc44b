/** A word of the list near a given one. */
export interface NearWord {
  /** Place in the list. */
  place: number
  edits: number
}

/** Longer words are not looked for: the bound keeps hostile text from costing anything. */
const LONGEST = 32

/** Words in UTF-16 order, searched by their beginning and by likeness. */
export class SortedWords {
  readonly words: readonly string[]
  /** Which letters each word holds, a bit for each (letters that share one are taken for the same). */
  readonly #letters: Int32Array

  constructor (words: Iterable<string>) {
    this.words = [...new Set(words)].sort()
    this.#letters = Int32Array.from(this.words, lettersOf)
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
   * Words at most `most` edits away: a letter too much, too few, another, or two neighbours swapped. In order of the list; `mostFound` bounds the answer. An edit
   * changes the set of letters by two at most, so few words need to be compared letter by letter. O(words), about a nanosecond each.
   */
  near (word: string, most: number, mostFound = 64): NearWord[] {
    const width = word.length
    if (width === 0 || width > LONGEST) return []
    const { words } = this
    const letters = this.#letters
    const own = lettersOf(word)
    const rows = new Uint8Array((width + most + 1) * (width + 1))
    for (let column = 0; column <= width; column++) rows[column] = column
    const found: NearWord[] = []
    for (let place = 0; place < letters.length && found.length < mostFound; place++) {
      if (bitsOf(letters[place]! ^ own) > 2 * most) continue
      const candidate = words[place]!
      if (candidate.length > width + most || candidate.length < width - most) continue
      let depth = 0
      while (depth < candidate.length && fillRow(rows, depth + 1, width, word, candidate) <= most) depth++
      if (depth < candidate.length) continue
      const edits = rows[depth * (width + 1) + width]!
      if (edits <= most) found.push({ place, edits })
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

function lettersOf (word: string): number {
  let letters = 0
  for (let place = 0; place < word.length; place++) letters |= 1 << word.charCodeAt(place)
  return letters
}

function bitsOf (set: number): number {
  let bits = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) bits++
  return bits
}
