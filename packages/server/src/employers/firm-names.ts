/** Legal forms, which people write before the name, behind it or not at all. */
const FORMS: Readonly<Record<string, string>> = {
  pt: 'pt', perseroan: 'pt', persero: 'pt', terbatas: 'pt', tbk: 'pt', cv: 'cv', ud: 'ud', pd: 'pd', fa: 'fa', firma: 'fa', koperasi: 'koperasi', kop: 'koperasi', yayasan: 'yayasan', perum: 'perum',
}
/** Forms that are part of what the firm is, and stay in the name. */
const NAMING_FORMS = new Set(['koperasi', 'yayasan', 'perum'])

export interface FirmName {
  /** The words without the legal form, joined by spaces: equal for spellings of one name. */
  key: string
  words: readonly string[]
  /** `pt`, `cv` and so on; undefined when the name has none. */
  form: string | undefined
}

/** Reads a firm's name as its words and its legal form: `PT Maju Jaya Tbk`, `maju jaya, pt.` and `P.T. MAJU-JAYA` have the same words and the same form. */
export function readFirmName (name: string): FirmName {
  const pieces = name.normalize('NFKD').toLowerCase()
    .replace(/\p{M}/gu, '')
    .replaceAll('&', ' dan ')
    // Initials with dots are one word.
    .replace(/\b\p{L}(?:\.\s?\p{L})+\b\.?/gu, initials => initials.replaceAll(/[.\s]/g, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(piece => piece !== '')
  const form = pieces.map(piece => own(FORMS, piece)).find(found => found !== undefined)
  const words = pieces.map(piece => NAMING_FORMS.has(own(FORMS, piece) ?? '') ? FORMS[piece] : piece).filter(piece => own(FORMS, piece) === undefined || NAMING_FORMS.has(piece))
  return { key: words.join(' '), words, form }
}

/** A telephone number as digits from the country's 62 on, so that `0812-3456`, `+62 812 3456` and `62812 3456` are one; undefined for less than six digits. */
export function readPhone (text: string): string | undefined {
  const digits = text.replace(/\D/g, '')
  if (digits.length < 6) return undefined
  return digits.startsWith('62') ? digits : digits.startsWith('0') ? `62${digits.slice(1)}` : `62${digits}`
}

/** NIB, the number of the one licence every firm has: 13 digits; undefined for anything else. */
export function readNib (text: string): string | undefined {
  const digits = text.replace(/[\s.-]/g, '')
  return /^\d{13}$/.test(digits) ? digits : undefined
}

/** How alike two texts are, per mille: Dice's measure over the pairs of neighbouring letters, spaces left out. Symmetric; 1000 for the same letters. */
export function likeness (one: string, other: string): number {
  const [a, b] = [one.replaceAll(' ', ''), other.replaceAll(' ', '')]
  if (a === b) return 1000
  if (a.length < 2 || b.length < 2) return 0
  const counts = new Map<string, number>()
  for (let at = 0; at + 1 < a.length; at++) counts.set(a.slice(at, at + 2), (counts.get(a.slice(at, at + 2)) ?? 0) + 1)
  let common = 0
  for (let at = 0; at + 1 < b.length; at++) {
    const left = counts.get(b.slice(at, at + 2)) ?? 0
    if (left === 0) continue
    counts.set(b.slice(at, at + 2), left - 1)
    common++
  }
  return Math.floor(2000 * common / (a.length + b.length - 2))
}

function own (table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
