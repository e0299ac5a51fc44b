/** A line of a text, or a piece of one that is too long to be read at once. */
export interface Passage {
  text: string
  /** Where the passage begins in the whole text, UTF-16 code units. */
  start: number
}

/** Longer lines are cut, at a space where there is one: whatever a reader costs a passage, the whole then costs O(length). */
export const LONGEST_PASSAGE = 4_000

const BLANK = /^\s*$/

/** The passages of a text in order, blank ones left out. Never cuts a surrogate pair. O(length) time, O(1) memory beside the text. */
export function * passagesOf (text: string): Generator<Passage, void> {
  let start = 0
  while (start < text.length) {
    const lineEnd = text.indexOf('\n', start)
    const end = lineEnd === -1 ? text.length : lineEnd
    for (let from = start; from < end;) {
      const to = end - from <= LONGEST_PASSAGE ? end : cutBefore(text, from, from + LONGEST_PASSAGE)
      const piece = text.slice(from, to)
      if (!BLANK.test(piece)) yield { text: piece, start: from }
      from = to
    }
    start = end + 1
  }
}

function cutBefore (text: string, from: number, most: number): number {
  // Only the passage is searched: `lastIndexOf` on the whole text would walk back to its beginning for every cut.
  const space = text.slice(from, most).lastIndexOf(' ')
  if (space > 0) return from + space
  const code = text.charCodeAt(most)
  return code >= 0xDC00 && code <= 0xDFFF ? most - 1 : most
}
