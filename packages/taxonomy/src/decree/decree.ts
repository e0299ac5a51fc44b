/** What was read of a decree, and what was not. */
export interface DecreeReading {
  /** Short decree, `299/2020`; null where the text does not say. */
  decree: string | null
  year: number | null
  /** In the order of the text. */
  units: DecreeUnit[]
  /** The printed table of units, row by row. */
  listed: ListedUnit[]
  /** What does not add up in what was understood. */
  findings: DecreeFinding[]
  /** What became of every line: places in `LINE_USES`, one for each line of the text. */
  uses: Uint8Array
  /** The lines as they came. */
  lines: readonly string[]
}

export interface DecreeUnit {
  /** As printed, tidied: upper case without white space. Slips of recognition stay; `findings` names them. */
  code: string
  title: string
  description: string
  elements: DecreeElement[]
  /** Line of its code, from 1. */
  line: number
}

export interface DecreeElement {
  number: number
  title: string
  criteria: DecreeCriterion[]
}

export interface DecreeCriterion {
  /** `2.3`, as printed. */
  number: string
  text: string
}

export interface ListedUnit {
  code: string
  title: string
  line: number
}

/**
 * What a line was taken for. Those from `FIRST_TROUBLE` on are told in the report: `columns` was used though its words could not be
 * parted with certainty, the others were not used.
 */
export const LINE_USES = [
  'blank', 'page', 'front', 'decree', 'list', 'unit', 'table', 'context',
  'columns', 'outside', 'too-long', 'stray-number', 'stray-text', 'unclear-number', 'after-unclear', 'backward-number',
] as const

export type LineUse = typeof LINE_USES[number]

export type LineTrouble = Extract<LineUse, 'columns' | 'outside' | 'too-long' | 'stray-number' | 'stray-text' | 'unclear-number' | 'after-unclear' | 'backward-number'>

/** A line for the report. */
export interface LineReport {
  /** From 1. */
  line: number
  trouble: LineTrouble
  /** The line, at most 120 characters of it, without control characters. */
  text: string
}

export type FindingKind =
  | 'no-units' | 'no-decree' | 'other-decree' | 'not-described' | 'not-listed' | 'two-titles' | 'described-twice' | 'listed-twice'
  | 'code-pattern' | 'code-doubtful' | 'code-spelling' | 'no-code' | 'no-title' | 'no-elements' | 'no-criteria' | 'no-element-title' | 'empty-criterion'
  | 'number-gap' | 'list-gap' | 'hyphen' | 'run-on'

export interface DecreeFinding {
  kind: FindingKind
  /** Where, from 1. */
  line: number
  /** Which unit; null where it is about the whole decree. */
  code: string | null
  /** What came, for people. */
  detail: string
}
