import { LINE_USES } from './decree.ts'
import type { DecreeFinding, FindingKind, LineReport, LineTrouble, LineUse } from './decree.ts'
import { MAX_LINE_LENGTH, cleanLine, squeeze } from './decree-lines.ts'

/** Lines are shown cut at so many characters. */
const SHOWN_LENGTH = 120

const FIRST_TROUBLE: number = LINE_USES.indexOf('columns')

/** Writes down what became of every line, one byte each, and what does not add up. */
export class LineLog {
  readonly uses: Uint8Array
  readonly findings: DecreeFinding[] = []

  constructor (numLines: number) {
    this.uses = new Uint8Array(numLines)
  }

  mark (place: number, use: LineUse): void {
    this.uses[place] = LINE_USES.indexOf(use)
  }

  find (kind: FindingKind, place: number, code: string | null, detail: string): void {
    this.findings.push({ kind, line: place + 1, code, detail: shown(detail) })
  }
}

/** Every line that was not understood, or not with certainty, in order. */
export function * linesToReport ({ uses, lines }: { uses: Uint8Array, lines: readonly string[] }): Generator<LineReport, void> {
  for (let place = 0; place < uses.length; place++) {
    const use = uses[place]!
    if (use >= FIRST_TROUBLE) yield { line: place + 1, trouble: LINE_USES[use] as LineTrouble, text: shown(lines[place]!) }
  }
}

/** How many lines `linesToReport` gives. */
export function numLinesToReport ({ uses }: { uses: Uint8Array }): number {
  let numLines = 0
  for (const use of uses) if (use >= FIRST_TROUBLE) numLines++
  return numLines
}

/** Text cut so that no pair of surrogates is halved and nothing in it moves a cursor. */
function shown (text: string): string {
  const letters = Array.from(squeeze(cleanLine(text.slice(0, MAX_LINE_LENGTH))).slice(0, 2 * SHOWN_LENGTH))
  return letters.length <= SHOWN_LENGTH && text.length <= MAX_LINE_LENGTH ? letters.join('') : `${letters.slice(0, SHOWN_LENGTH).join('')}…`
}
