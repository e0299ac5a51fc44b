/** A word of a text and the line it stands in, from 1. */
export interface Word {
  word: string
  line: number
}

/** The words of a text between white space, one at a time. O(text). Throws TypeError when it is no text. */
export function wordsOf (text: string): Generator<Word, void> {
  if (typeof text !== 'string') throw new TypeError(`Expected a text, got ${text === null ? 'null' : typeof text}.`)
  return words(text)
}

function * words (text: string): Generator<Word, void> {
  let line = 1
  for (const [piece] of text.matchAll(/\r\n|\n|\r|[^\s]+/g)) {
    if (piece === '\n' || piece === '\r' || piece === '\r\n') line++
    else yield { word: piece, line }
  }
}
