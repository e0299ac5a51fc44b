/** Experience is read close to the word for it; farther away a number of years means something else. */
const REACH = 60

const EXPERIENCE_WORD = /(?:ber)?pengalaman|experienced?/g
const DURATION = /(\d{1,2}|satu|dua|tiga|empat|lima|one|two|three|four|five)\s*(?:\([a-z]{2,6}\)\s*)?(?:\+|(?:-|–|~|s\/d|sd|sampai|hingga|to)\s*\d{1,2})?\s*(tahun|thn|th|years?|yrs?|bulan|bln|months?)(?![a-z])/
/** `2 tahun pengalaman`, `2 years of experience`: the number stands right before the word. */
const DURATION_AT_END = new RegExp(`${DURATION.source}\\s*(?:of\\s|working\\s|\\()?\\s*$`)
/** A thought that ends, or turns to an age, an upper bound or a firm's own years (`berpengalaman lebih dari 40 tahun`), before the number. */
const OTHER_MATTER = /[\n;•]|[a-z]{4}\.\s|usia|umur|\bage|maks|max|lebih dari/

const OPEN_TO_ALL = /fresh\s?graduated?|lulusan baru|baru lulus|(?:tanpa|non|belum (?:ada|punya|memiliki|ber)|tidak (?:perlu|harus|wajib|punya))\s?-?(?:ber)?\s?pengalaman|no experience/
const CLOSED_TO_THEM = /(?:bukan|not?|non|tidak (?:menerima|untuk))\s+(?:untuk\s+|a\s+)?fresh/

const NUMBER_WORDS: Readonly<Record<string, number>> = Object.freeze({
  satu: 1, dua: 2, tiga: 3, empat: 4, lima: 5, one: 1, two: 2, three: 3, four: 4, five: 5,
})

/**
 * The least experience a text asks for, in months; null when it says nothing. 0 when people without experience are welcome, whatever
 * else is written, since then no number is a minimum. Of several numbers the lowest counts. O(length).
 */
export function parseExperienceMonths (text: string): number | null {
  const lower = text.toLowerCase()
  if (OPEN_TO_ALL.test(lower) && !CLOSED_TO_THEM.test(lower)) return 0
  let least: number | null = null
  for (const match of lower.matchAll(EXPERIENCE_WORD)) {
    const months = monthsAfter(lower.slice(match.index + match[0].length, match.index + match[0].length + REACH)) ??
      monthsBefore(lower.slice(Math.max(0, match.index - REACH), match.index))
    if (months !== null && (least === null || months < least)) least = months
  }
  return least
}

function monthsAfter (text: string): number | null {
  const match = DURATION.exec(text)
  return match === null || OTHER_MATTER.test(text.slice(0, match.index)) ? null : monthsOf(match)
}

function monthsBefore (text: string): number | null {
  const match = DURATION_AT_END.exec(text)
  return match === null ? null : monthsOf(match)
}

function monthsOf (match: RegExpExecArray): number {
  const count = NUMBER_WORDS[match[1]!] ?? Number(match[1])
  return /^[tyh]/.test(match[2]!) ? 12 * count : count
}
