/** A unit named in a text. */
export interface UnitMention {
  /** Index of the unit. */
  unit: number
  /** Offsets in the text, UTF-16 code units; `end` is the first one after the mention. */
  start: number
  end: number
  /** The text from `start` to `end`. */
  surface: string
  by: 'code' | 'title' | 'synonym'
}
