/** What a spreadsheet would take for a formula, and the sign of our own escape. */
const STARTS_FORMULA = /^[=+\-@\t\r']/
const PLAIN = /^-?\d+(\.\d+)?$|^-$/

/** A cell that a spreadsheet shows as it is: one that could be taken for a formula gets a `'` before it. Numbers and `-` stay. */
export function escapeFormula (text: string): string {
  return STARTS_FORMULA.test(text) && !PLAIN.test(text) ? `'${text}` : text
}

/** Takes that sign off again. */
export function unescapeFormula (text: string): string {
  return text.startsWith("'") && STARTS_FORMULA.test(text.slice(1)) ? text.slice(1) : text
}
