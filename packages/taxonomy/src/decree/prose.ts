import { squeeze } from './decree-lines.ts'
import type { LineLog } from './line-log.ts'

/** No word is longer. */
const MAX_WORD_LENGTH = 60

/** The word a line ends in, without its hyphen, and the one the next begins with. */
const LAST_PART = /(\p{L}+)[-\u00AD]$/u
const FIRST_PART = /^\p{Ll}+/u

/** Text that comes in broken lines and is put together at the end. */
export class Prose {
  readonly #parts: Array<{ text: string, place: number }> = []

  add (text: string, place: number): void {
    const part = squeeze(text)
    if (part !== '') this.#parts.push({ text: part, place })
  }

  /** The lines as one. A word parted by a hyphen is joined and told, unless the hyphen is the word's own. */
  join (log: LineLog, code: string): string {
    const joined: string[] = []
    let last = ''
    for (const { text, place } of this.#parts) {
      const broken = LAST_PART.exec(last.slice(-MAX_WORD_LENGTH))
      const next = FIRST_PART.exec(text)
      if (last === '' || last.endsWith('/')) joined.push(text)
      else if (broken === null) joined.push(last.endsWith('-') && !/\s-$/.test(last) ? text : ` ${text}`)
      else if (next === null || (isRepeated(broken[1]!, next[0]) && !last.endsWith('\u00AD'))) joined.push(text)
      else {
        joined[joined.length - 1] = joined.at(-1)!.slice(0, -1)
        joined.push(text)
        log.find('hyphen', place, code, `${broken[0]} | ${next[0]} -> ${broken[1]}${next[0]}`)
      }
      last = text
    }
    return joined.join('').replaceAll('\u00AD', '-')
  }
}

/** Indonesian repeats words with a hyphen: `prinsip-prinsip`, `langkah-langkahnya`, `sehari-hari`. */
function isRepeated (left: string, right: string): boolean {
  const word = left.toLowerCase()
  return right.startsWith(word) || word.endsWith(right) || (word.length > 3 && right.startsWith(word.slice(-4)))
}
