import type { DecreeUnit } from '@padan/taxonomy/decree'

/** A unit as it is printed: what a reading must give back, but for the line. */
export type PrintedUnit = Omit<DecreeUnit, 'line'>

export interface Layout {
  /** Whether elements and criteria stand side by side, or one under the other. */
  columns: boolean
  leftWidth: number
  rightWidth: number
  /** Lines on a page. */
  pageLines: number
  pageMark: (page: number) => string
  /** A line at the top of every page; empty for none. */
  runningHead: string
  /** Stands for a space between words. */
  space: string
  eol: string
}

/** The text of a decree over units, laid out as a PDF's text is. */
export function decreeText (decree: string, units: readonly PrintedUnit[], layout: Layout): string {
  const [number, year] = decree.split('/')
  const lines = [
    'LAMPIRAN', 'KEPUTUSAN MENTERI KETENAGAKERJAAN', 'REPUBLIK INDONESIA', `NOMOR ${number} TAHUN ${year}`, 'TENTANG', 'BAB I PENDAHULUAN', 'A. Latar Belakang', '   Standar ini disusun.', '',
    'B. Daftar Unit Kompetensi', '', ' NO    KODE UNIT            JUDUL UNIT KOMPETENSI',
    ...units.flatMap(({ code, title }, place) => beside([`${place + 1}.`], wrapped(title, 40).map((line, row) => `${row === 0 ? code.padEnd(20) : ' '.repeat(20)} ${line}`), 6)),
    '', 'C. Uraian Unit Kompetensi', '',
    ...units.flatMap(unit => unitLines(unit, layout)),
  ]
  return paged(lines, layout).map(line => line.replaceAll(/(?<=\S) (?=\S)/g, layout.space)).join(layout.eol)
}

function unitLines ({ code, title, description, elements }: PrintedUnit, layout: Layout): string[] {
  const label = (name: string, text: string): string[] => wrapped(text, 50).map((line, row) => `${row === 0 ? `${name.padEnd(15)}: ` : ' '.repeat(17)}${line}`)
  return [
    ...label('KODE UNIT', code), ...label('JUDUL UNIT', title), ...label('DESKRIPSI UNIT', description), '',
    layout.columns ? `${'   ELEMEN KOMPETENSI'.padEnd(layout.leftWidth + 4)}KRITERIA UNJUK KERJA` : 'ELEMEN KOMPETENSI KRITERIA UNJUK KERJA',
    ...elements.flatMap(element => layout.columns ? sideBySide(element, layout) : underneath(element, layout)),
    'BATASAN VARIABEL', '1. Konteks variabel', '  1.1 Unit ini berlaku di tempat kerja.', 'PANDUAN PENILAIAN', '1. Konteks penilaian', '',
  ]
}

function sideBySide ({ number, title, criteria }: PrintedUnit['elements'][number], { leftWidth, rightWidth }: Layout): string[] {
  const left = wrapped(title, leftWidth - 4).map((line, row) => `${row === 0 ? `${number}.`.padEnd(3) : '   '} ${line}`)
  const right = criteria.flatMap(criterion => wrapped(criterion.text, rightWidth).map((line, row) => `${row === 0 ? criterion.number.padEnd(4) : '    '} ${line}`))
  return beside(left, right, leftWidth + 4)
}

function underneath ({ number, title, criteria }: PrintedUnit['elements'][number], { rightWidth }: Layout): string[] {
  return [...wrapped(`${number}. ${title}`, rightWidth), ...criteria.flatMap(criterion => wrapped(`${criterion.number} ${criterion.text}`, rightWidth))]
}

function beside (left: readonly string[], right: readonly string[], width: number): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => `${(left[row] ?? '').padEnd(width)}${right[row] ?? ''}`.trimEnd())
}

function wrapped (text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function paged (lines: readonly string[], { pageLines, pageMark, runningHead }: Layout): string[] {
  return lines.flatMap((line, place) => {
    if (place === 0 || place % pageLines !== 0) return [line]
    const mark = pageMark(place / pageLines)
    return ['', mark, ...(runningHead === '' ? [] : [runningHead]), line]
  })
}
