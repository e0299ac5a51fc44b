/** Longer lines are not looked into: no cell and no heading of a decree is that long, and every pattern stays cheap. */
export const MAX_LINE_LENGTH = 4000

const TAB_WIDTH = 4

/** Spaces of every kind that printers and extractors put between words. */
const ODD_SPACES = /[\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\f\v]/g

/** Ligatures that PDF fonts have as one character: `ﬁ` is `fi`. */
const LIGATURES = /[\uFB00-\uFB06]/g

/** Hyphens that are not the one on the keyboard; dashes stay what they are. */
const ODD_HYPHENS = /[\u2010\u2011\uFE63\uFF0D]/g

/** What nobody sees: zero-width and direction marks, byte order marks, controls, halves of surrogate pairs. */
const UNSEEN = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\p{Cc}|\p{Cs}/gu

const SOFT_HYPHENS_WITHIN = /\u00AD(?=\S)/g

/** Nearly every line is plain and needs no cleaning. */
const PLAIN = /^[ -{}~]*$/

/** A line as it is looked at: its spaces kept, since columns hang on them, everything unseen gone. */
export function cleanLine (line: string): string {
  if (PLAIN.test(line)) return line.trimEnd()
  return line
    .replace(ODD_SPACES, ' ')
    .replace(/\t|\|/g, ' '.repeat(TAB_WIDTH))
    .replace(UNSEEN, '')
    .replace(SOFT_HYPHENS_WITHIN, '')
    .replace(LIGATURES, letters => letters.normalize('NFKC'))
    .replace(ODD_HYPHENS, '-')
    .trimEnd()
}

/** Every run of spaces made one, none at the ends. */
export function squeeze (text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

/** The text in lines, at any of the three line ends. */
export function splitLines (text: string): string[] {
  return text.split(/\r\n|\r|\n/)
}
