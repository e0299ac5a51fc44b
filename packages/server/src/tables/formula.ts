/** What a spreadsheet would take for a formula, some also after spaces, the wide signs of East Asian keyboards among it, and the sign of our own escape. */
const STARTS_FORMULA = /^(\s*[=+\-@＝＋－＠']|[\t\r\n])/
const PLAIN = /^-?\d+(\.\d+)?$|^-$/
/** Where lists are separated by semicolons, as in Indonesia, a spreadsheet that opens our commas begins a cell after each of these within one. */
const INNER_START = /([;\t\r\n] *)(?='*[=+\-@＝＋－＠])/g
const INNER_ESCAPED = /([;\t\r\n] *)'(?='*[=+\-@＝＋－＠])/g

/** A cell that a spreadsheet shows as it is: wherever one could begin a formula stands a `'` before it. Numbers and `-` stay. */
export function escapeFormula (text: string): string {
  if (PLAIN.test(text)) return text
  const inner = text.replace(INNER_START, "$1'")
  return STARTS_FORMULA.test(inner) ? `'${inner}` : inner
}

/** Takes that sign off again. */
export function unescapeFormula (text: string): string {
  const whole = text.startsWith("'") && STARTS_FORMULA.test(text.slice(1)) ? text.slice(1) : text
  return whole.replace(INNER_ESCAPED, '$1')
}
