import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { findingWords, linesToReport, LINE_USES, numLinesToReport, readDecree, troubleWords, type DecreeReading } from '@padan/taxonomy/decree'

/** Decree 299/2020 in its own words and columns. */
const COLUMNS = `
                            LAMPIRAN
                            KEPUTUSAN MENTERI KETENAGAKERJAAN
                            REPUBLIK INDONESIA
                            NOMOR 299 TAHUN 2020
                            BAB I PENDAHULUAN
A. Latar Belakang
   Undang-Undang Nomor 13 Tahun 2003 tentang Ketenagakerjaan
                                  - 1 -
B. Daftar Unit Kompetensi
 NO   Kode Unit          Judul Unit Kompetensi
 1.   J.62DMI00.003.1    Membuat Rencana Proyek
                         Data Science
 2.   J.62DMI00.004.1    Mengumpulkan Data
 4.   J.62DMI0O.005.1    Menelaah Data
C. Uraian Unit Kompetensi
KODE UNIT      : J.62DMI00.004.1
JUDUL UNIT     : Mengumpulkan Data
DESKRIPSI UNIT : Unit kompetensi ini berhubungan dengan penge-
                 tahuan, keterampilan, dan sikap kerja.
     ELEMEN KOMPETENSI              KRITERIA UNJUK KERJA
1. Menentukan kebutuhan       1.1 Kebutuhan data diidenti\uFB01kasi sesuai
   data                           tujuan teknis data science.
                              1.2 Kebutuhan data diperiksa
                                  ketersediaannya sesuai aturan yang
                                  - 2 -

                                  berlaku.
2. Mengambil data             2.1 Metode dan tools pengambilan data
                              2.3 Tools   pengambilan   data ditentukan
BATASAN VARIABEL
1. Konteks variabel
  1.1 Entitas dan atribut data
`

/** The same decree after an extractor lost its columns. */
const MERGED = `KODE UNIT : J.62DMI00.003.1
JUDUL UNIT : Membuat Rencana Proyek Data Science
ELEMEN KOMPETENSI KRITERIA UNJUK KERJA
1. Menyusun rencana 1.1 Rencana pelaksanaan proyek secara
 pelaksanaan proyek detail dihasilkan sesuai dengan tujuan
 untuk mencapai tujuan teknis dan objektif bisnis.
 teknis proyek dan 1.2 Persetujuan rencana pelaksanaan proyek
 objektif bisnis diperoleh dari pengguna.
2. Melakukan penilaian 2.1 Dokumen penilaian awal terhadap teknik
 2.2 Dokumen penilaian awal yang dihasilkan
 sesuai objektif bisnis.
`

t.test('columns, page numbers, broken words and ligatures of a decree are read', async t => {
  const reading = readDecree(COLUMNS)
  t.equal(reading.decree, '299/2020')
  t.equal(reading.year, 2020)
  t.same(reading.listed.map(({ code, title }) => `${code} ${title}`), ['J.62DMI00.003.1 Membuat Rencana Proyek Data Science', 'J.62DMI00.004.1 Mengumpulkan Data', 'J.62DMI0O.005.1 Menelaah Data'])
  const [unit] = reading.units
  t.equal(unit!.description, 'Unit kompetensi ini berhubungan dengan pengetahuan, keterampilan, dan sikap kerja.')
  t.same(unit!.elements, [
    {
      number: 1,
      title: 'Menentukan kebutuhan data',
      criteria: [
        { number: '1.1', text: 'Kebutuhan data diidentifikasi sesuai tujuan teknis data science.' },
        { number: '1.2', text: 'Kebutuhan data diperiksa ketersediaannya sesuai aturan yang berlaku.' },
      ],
    },
    { number: 2, title: 'Mengambil data', criteria: [{ number: '2.1', text: 'Metode dan tools pengambilan data' }, { number: '2.3', text: 'Tools pengambilan data ditentukan' }] },
  ])
  t.same([...linesToReport(reading)], [])
})

t.test('what does not add up is found, with its line, and nothing is changed', async t => {
  const { findings } = readDecree(COLUMNS)
  t.same(findings.map(({ kind, line }) => `${line} ${kind}`).sort(), ['12 not-described', '15 code-doubtful', '15 list-gap', '15 not-described', '20 hyphen', '30 number-gap'])
  t.equal(findings.find(({ kind }) => kind === 'code-doubtful')!.detail, 'J.62DMI0O.005.1 -> J.62DMI00.005.1?')
  t.equal(findings.find(({ kind }) => kind === 'number-gap')!.detail, '2.1 -> 2.3')
})

t.test('where columns run together, lines that may be of either cell are told', async t => {
  const reading = readDecree(MERGED)
  t.same([...linesToReport(reading)].map(({ line, trouble }) => `${line} ${trouble}`), ['5 columns', '6 columns', '8 columns'])
  t.equal(reading.units[0]!.elements[0]!.title, 'Menyusun rencana teknis proyek dan')
  t.same(reading.units[0]!.elements.map(({ criteria }) => criteria.map(({ number }) => number)), [['1.1', '1.2'], ['2.1', '2.2']])
  t.equal(reading.units[0]!.elements[1]!.criteria[1]!.text, 'Dokumen penilaian awal yang dihasilkan sesuai objektif bisnis.')
})

t.test('each slip of printing and recognition is told by its name', async t => {
  const unit = (code: string, rows: string[] = ['1. Satu', '1.1 Kriteria satu']): string =>
    [`KODE UNIT : ${code}`, 'JUDUL UNIT : Mengerjakan', 'ELEMEN KOMPETENSI KRITERIA UNJUK KERJA', ...rows, 'BATASAN VARIABEL', ''].join('\n')
  const cases: ReadonlyArray<readonly [text: string, found: string]> = [
    [unit('J.62DMI00.0O4.1'), 'code-doubtful'],
    [unit('J.620MI00.004.1'), 'code-doubtful'],
    [unit('J.62DMI00.004'), 'code-pattern'],
    [unit('j.62dmi00.004.1'), 'code-spelling'],
    [unit('J.62DMI00.\n004.1'), 'code-spelling'],
    [unit('J.62DMI00.004.1') + unit('J.62DMI00.004.1'), 'described-twice'],
    [unit('J.62DMI00.004.1') + unit('J.62DMI00.004.1').replace('Mengerjakan', 'Merawat'), 'two-titles'],
    [unit(''), 'no-code'],
    [unit('J.62DMI00.004.1', []), 'no-elements'],
    [unit('J.62DMI00.004.1', ['1. Satu']), 'no-criteria'],
    [unit('J.62DMI00.004.1', ['1. Satu', '1.1 A', '3. Tiga', '3.1 B']), 'number-gap'],
    [unit('J.62DMI00.004.1', ['1. Satu', '1.1 Alat disiapkan. 1.2 Bahan disiapkan']), 'run-on'],
    [unit('J.62DMI00.004.1', ['1. Satu', '1.1', '1.2 B']), 'empty-criterion'],
    [unit('J.62DMI00.004.1').replace('JUDUL UNIT : Mengerjakan\n', ''), 'no-title'],
    [`NO KODE UNIT JUDUL UNIT KOMPETENSI\n1. J.62DMI00.005.1 Menelaah\n${unit('J.62DMI00.004.1')}`, 'not-listed'],
    [`NO KODE UNIT JUDUL UNIT KOMPETENSI\n1. J.62DMI00.004.1 Menelaah\n${unit('J.62DMI00.004.1')}`, 'two-titles'],
    ['KEPUTUSAN MENTERI KETENAGAKERJAAN\nNOMOR 1 TAHUN 2020\nKEPUTUSAN MENTERI KETENAGAKERJAAN\nNOMOR 2 TAHUN 2020\n', 'other-decree'],
    ['', 'no-units'],
  ]
  for (const [text, kind] of cases) t.ok(readDecree(text).findings.some(finding => finding.kind === kind), `${kind}: ${text.slice(0, 60)}`)
  t.notOk(readDecree(unit('J.62DMI00.004.1')).findings.some(({ kind }) => kind !== 'no-decree'))
})

t.test('lines that cannot be read are told, and so are those under them', async t => {
  const lines = ['KODE UNIT : C.24LAS01.001.1', 'JUDUL UNIT : Mengelas', 'ELEMEN KOMPETENSI KRITERIA UNJUK KERJA', '1. Satu', '1.1 Alat', 'l.2 Bahan', 'disiapkan', '1.3 Mesin', '1. Satu lagi', '77']
  const reading = readDecree(lines.join('\n'))
  t.same([...linesToReport(reading)].map(({ line, trouble }) => `${line} ${trouble}`), ['6 unclear-number', '7 after-unclear', '9 backward-number', '10 stray-number'])
  t.same(reading.units[0]!.elements[0]!.criteria.map(({ text }) => text), ['Alat', 'Mesin'])
})

t.test('a repeated word keeps its hyphen, a broken one loses it', async t => {
  const title = (text: string): string => readDecree(`KODE UNIT : C.24LAS01.001.1\nJUDUL UNIT : ${text}`).units[0]!.title
  t.equal(title('Menerapkan prinsip-\nprinsip'), 'Menerapkan prinsip-prinsip')
  t.equal(title('Bekerja sehari-\nhari'), 'Bekerja sehari-hari')
  t.equal(title('Langkah-\nlangkahnya'), 'Langkah-langkahnya')
  t.equal(title('Kom-\npetensi'), 'Kompetensi')
})

t.test('words of a reading speak both languages', async t => {
  const { findings } = readDecree(COLUMNS)
  for (const finding of findings) t.not(findingWords(finding, 'en'), findingWords(finding, 'id'))
  for (const { trouble } of linesToReport(readDecree(MERGED))) t.not(troubleWords(trouble, 'en'), troubleWords(trouble, 'id'))
})

const BEGINNINGS = [[], ['KODE UNIT : X.11AAA00.001.1', 'ELEMEN KOMPETENSI KRITERIA UNJUK KERJA'], MERGED.split('\n').slice(0, 4), COLUMNS.split('\n').slice(0, 24), COLUMNS.split('\n').slice(0, 18)]

const piece = fc.oneof(
  fc.constantFrom(...COLUMNS.split('\n'), ...MERGED.split('\n')),
  fc.constantFrom('KODE UNIT', ': X.1.2', 'JUDUL UNIT', 'NO KODE UNIT JUDUL UNIT', 'ELEMEN KOMPETENSI', 'KRITERIA UNJUK KERJA', '3.', '3. 1 Alat', 'I.1 Alat', '9.9 Jauh', '12', '- 3 -', '     kerja     sesuai'),
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 30 })
)

t.test('every line is used or told: the words of used lines are in the units, whatever the text', async t => {
  let numLines = 0
  fc.assert(fc.property(fc.constantFrom(...BEGINNINGS), fc.array(piece, { maxLength: 40, size: 'max' }), (beginning, pieces) => {
    const reading = readDecree([...beginning, ...pieces].join('\n'))
    assert.equal(reading.uses.length, reading.lines.length)
    assert.equal([...linesToReport(reading)].length, numLinesToReport(reading))
    const kept = lettersOf(reading)
    reading.lines.forEach((line, place) => {
      const use = LINE_USES[reading.uses[place]!]!
      if (use === 'blank') assert.equal(line.replace(/[\s\p{Cc}\p{Cf}\p{Cs}|]/gu, ''), '', `line ${place + 1} is not blank`)
      if (use !== 'table' && use !== 'unit' && use !== 'columns') return
      for (const word of line.match(/[a-z]{4,}/g) ?? []) assert.ok(kept.includes(word), `line ${place + 1} loses ${word}: ${line}`)
      numLines++
    })
  }), { seed: 6, numRuns: 2000 })
  t.ok(numLines > 5000, `${numLines} lines were looked at`)
})

t.test('hostile texts end, and what they hold is told', async t => {
  const head = 'KODE UNIT : X.11AAA00.001.1\nELEMEN KOMPETENSI KRITERIA UNJUK KERJA\n'
  const texts = [
    'x'.repeat(10_000_000), ' '.repeat(10_000_000), '1.1 A '.repeat(1_700_000), head + '1. A   1.1 B\n'.repeat(100_000), head + `${'1.1 A. '.repeat(500)}\n`.repeat(200),
    `KODE UNIT : X\nJUDUL UNIT : ${'a-\n'.repeat(200_000)}`, '- 1 -\nX\n'.repeat(100_000), `${head}1. A 1.1 B\n${`${' '.repeat(3990)}x\n`.repeat(500)}`, '\u202E\u200B\uD800\n'.repeat(50_000), `${'J.62DMI00.'.repeat(300)}\n`.repeat(300),
  ]
  for (const text of texts) {
    const reading = readDecree(text)
    t.ok(reading.findings.length > 0, `${text.slice(0, 20)}: ${numLinesToReport(reading)} lines told`)
    for (const { text } of linesToReport(reading)) if (text.length > 250) t.fail(`a line is told at length ${text.length}`)
  }
  t.throws(() => readDecree('x'.repeat(20_000_001)), RangeError)
  t.throws(() => readDecree(null as never), { name: 'TypeError', message: 'The decree is null: expected its text as a string.' })
})

function lettersOf ({ units }: DecreeReading): string {
  return JSON.stringify(units)
}
