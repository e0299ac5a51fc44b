/** Characters that XML has no place for stand as `_xHHHH_`; so does an underscore that would be read as the beginning of one. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g
const UNWRITABLE = /(?![\t\n])[\p{Cc}\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu

export function readEscaped (text: string): string {
  return text.includes('_x') ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text
}

/** Text for the inside of an element. */
export function writeEscaped (text: string): string {
  return text
    .replace(UNWRITABLE, character => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
