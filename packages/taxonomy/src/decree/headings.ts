export type Heading =
  | { kind: 'code' | 'title' | 'description', value: string }
  | { kind: 'list' | 'list-head' | 'table' | 'context' | 'front' }

const LABELS = [
  { kind: 'code', pattern: /^(?:\d{1,3}[.)] |[A-Z]\. )?kode unit(?: kompetensi)?(?: ?[:.] ?(.*))?$/i },
  { kind: 'title', pattern: /^judul unit(?: kompetensi)?(?: ?[:.] ?(.*))?$/i },
  { kind: 'description', pattern: /^(?:deskripsi|uraian) unit(?: kompetensi)?(?: ?[:.] ?(.*))?$/i },
] as const

const SECTIONS = [
  { kind: 'list-head', pattern: /^(?:(?:no|nomor)\.? )?kode(?: unit)?(?: kompetensi)? (?:judul|nama) unit(?: kompetensi)?$/i },
  { kind: 'list', pattern: /^(?:[A-Z]\.|[IVX]+\.|\d{1,2}[.)])? ?daftar unit(?: kompetensi)?$/i },
  { kind: 'table', pattern: /^(?:no\.? )?elemen(?: kompetensi)? ?kriteria unjuk kerja$/i },
  { kind: 'table', pattern: /^(?:no\.? )?elemen kompetensi$/i },
  { kind: 'table', pattern: /^kriteria unjuk kerja$/i },
  { kind: 'context', pattern: /^(?:[A-Z]\.|[IVX]+\.|\d{1,2}[.)])? ?(?:batasan variab(?:el|le)|(?:panduan|acuan) penilaian|kompetensi kunci) ?:?$/i },
  { kind: 'front', pattern: /^BAB [IVX]+(?: [\p{Lu} ]+)?$/u },
  { kind: 'front', pattern: /^(?:lampiran(?: [IVX]+)?|keputusan menteri .*|menimbang ?:?.*|ditetapkan di .*|(?:[A-Z]\. )?uraian unit kompetensi|[A-Z]\. unit(?:-unit)? kompetensi)$/i },
] as const

/** The longest heading there is; a longer line is none, unless it begins with a label. */
const MAX_HEADING_LENGTH = 120

/** What a squeezed line announces; undefined where it is no heading. One that begins with a small letter goes on with a sentence. */
export function headingOf (line: string): Heading | undefined {
  if (/^[a-z]/.test(line)) return undefined
  // Some words decide quickly: nearly all lines are no headings.
  if (!/unit|elemen|kriteria|batasan|penilaian|kunci|bab|lampiran|menteri|menimbang|ditetapkan/i.test(line)) return undefined
  if (line.length <= MAX_HEADING_LENGTH) {
    for (const { kind, pattern } of SECTIONS) if (pattern.test(line)) return { kind }
  }
  for (const { kind, pattern } of LABELS) {
    const match = pattern.exec(line)
    if (match !== null) return { kind, value: match[1] ?? '' }
  }
  return undefined
}
