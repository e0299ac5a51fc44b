import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { loadTaxonomy, parseCatalogue } from '@padan/taxonomy'
import { run, serve } from './child.ts'
import { startedOnce } from './databases.ts'
import { pdfOf, type PdfCell } from './decree-pdf.ts'
import { ndjson, SEEKER, VACANCY } from './records.ts'

t.setTimeout(1_800_000)

const [LEFT, TITLE, RIGHT, TEXT] = [60, 78, 260, 292]
const line = (text: string, x: number = LEFT): PdfCell[] => [{ x, text }]
const label = (name: string, text: string): PdfCell[] => [{ x: LEFT, text: name }, { x: 170, text: ':' }, { x: 182, text }]

/** A decree as it is printed; its words are of decree 299/2020, its number and codes are not. */
const DECREE: PdfCell[][] = [
  line('LAMPIRAN', 300), line('KEPUTUSAN MENTERI KETENAGAKERJAAN', 300), line('NOMOR 7 TAHUN 2026', 300), line('BAB I'), line('A. Latar Belakang'),
  line('B. Daftar Unit Kompetensi'),
  [{ x: LEFT, text: 'NO' }, { x: 90, text: 'KODE UNIT' }, { x: 220, text: 'JUDUL UNIT KOMPETENSI' }],
  [{ x: LEFT, text: '1.' }, { x: 90, text: 'X.99KOP00.001.1' }, { x: 220, text: 'Mengumpulkan Biji Kopi dari' }],
  [{ x: 220, text: 'Kebun' }],
  [{ x: LEFT, text: '2.' }, { x: 90, text: 'X.99KOP00.002.1' }, { x: 220, text: 'Menyangrai Biji Kopi' }],
  line('C. Uraian Unit Kompetensi'),
  ...['X.99KOP00.001.1', 'X.99KOP00.002.1'].flatMap((code, place): PdfCell[][] => [
    label('KODE UNIT', code), label('JUDUL UNIT', place === 0 ? 'Mengumpulkan Biji Kopi dari Kebun' : 'Menyangrai Biji Kopi'), label('DESKRIPSI UNIT', 'Unit kompetensi ini berhubungan dengan'), line('pengetahuan dan keterampilan.', 182),
    [{ x: LEFT, text: 'ELEMEN KOMPETENSI' }, { x: RIGHT, text: 'KRITERIA UNJUK KERJA' }],
    [{ x: LEFT, text: '1.' }, { x: TITLE, text: 'Menentukan kebutuhan' }, { x: RIGHT, text: '1.1' }, { x: TEXT, text: 'Kebutuhan diidentifikasi sesuai' }],
    [{ x: TITLE, text: 'bahan' }, { x: TEXT, text: 'tujuan.' }],
    [{ x: RIGHT, text: '1.2' }, { x: TEXT, text: 'Kebutuhan diperiksa' }],
    [{ x: LEFT, text: '2.' }, { x: TITLE, text: 'Mengambil bahan' }, { x: RIGHT, text: '2.1' }, { x: TEXT, text: 'Alat ditentukan' }],
    line('BATASAN VARIABEL'), line('1. Konteks variabel'), ...Array.from({ length: 12 }, () => line('1.1 Unit ini berlaku di tempat kerja.', TITLE)), line('PANDUAN PENILAIAN'), line('1. Konteks penilaian'),
  ]),
]

t.test('a PDF becomes a catalogue, whatever order its pieces have', async t => {
  for (const byColumn of [false, true]) {
    const folder = t.testdir()
    const [pdf, out, report] = ['d.pdf', 'c.json', 'r.csv'].map(name => join(folder, name))
    writeFileSync(pdf!, await pdfOf(DECREE, { byColumn }))
    const { code, stderr } = await run(['taxonomy', 'import-decree', pdf!, '--out', out!, '--report', report!, '--language', 'en'])
    t.equal(code, 0, stderr)
    t.match(stderr, 'decree 7/2026, 2 units, 4 elements, 6 criteria; 0 findings, 0 of ')
    const catalogue = parseCatalogue(readFileSync(out!, 'utf8'), 'json')
    t.same(catalogue.units[0], {
      code: 'X.99KOP00.001.1',
      title: 'Mengumpulkan Biji Kopi dari Kebun',
      decree: '7/2026',
      otherTitles: [],
      format: 'kbli',
      confidence: 'official',
      year: null,
      description: 'Unit kompetensi ini berhubungan dengan pengetahuan dan keterampilan.',
      elements: [
        { title: 'Menentukan kebutuhan bahan', criteria: ['Kebutuhan diidentifikasi sesuai tujuan.', 'Kebutuhan diperiksa'] },
        { title: 'Mengambil bahan', criteria: ['Alat ditentukan'] },
      ],
    })
    t.equal(readFileSync(report!, 'utf8'), 'line,kind,code,why,text\n')
    t.equal((await loadTaxonomy({ catalogues: [catalogue] })).units.get('X.99KOP00.002.1')!.title, 'Menyangrai Biji Kopi')
  }
})

t.test('what a catalogue brings is known to rank, place and serve', async t => {
  const unit = 'X.99KOP00.001.1'
  const folder = t.testdir({
    data: {},
    'c.json': JSON.stringify({ units: [{ code: unit, title: 'Mengumpulkan Biji Kopi', decree: '7/2026' }] }),
    's.ndjson': ndjson([{ ...SEEKER, units: [{ unit, evidence: 'certified' }] }]),
    'v.ndjson': ndjson([{ ...VACANCY, units: [{ unit, importance: 3, must: true }] }]),
  })
  const [catalogue, seekers, vacancies] = ['c.json', 's.ndjson', 'v.ndjson'].map(name => join(folder, name)) as [string, string, string]
  const records = ['--seekers', seekers, '--vacancies', vacancies, '--as-of', '2026-11-20']
  for (const command of ['rank', 'place']) {
    t.equal((await run([command, ...records])).code, 3, `${command} does not know the unit`)
    const { code, stderr, stdout } = await run([command, ...records, '--catalogue', catalogue])
    t.equal(code, 0, stderr)
    t.match(stdout, VACANCY.id)
  }
  t.equal((await run(['rank', ...records, '--catalogue', join(folder, 'no.json')])).code, 1)
  t.equal((await run(['rank', ...records, '--catalogue', seekers])).code, 3)
  const { child, url } = await serve({ PADAN_DATA: await startedOnce(join(folder, 'data')) }, ['--catalogue', catalogue])
  const answer = await fetch(`${url}/v1/seekers/${SEEKER.id}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...SEEKER, units: [{ unit, evidence: 'certified' }] }) })
  t.ok(answer.ok, await answer.text())
  child.kill('SIGTERM')
  t.equal((await child.end()).code, 0)
})

t.test('conflicts are told in both languages, nothing is written, and --leave-out writes the rest', async t => {
  const folder = t.testdir({ 'd.txt': decreeOf('M.702090.001.01', 'Menulis Puisi', '389/2013') + unitOf('X.99KOP00.001.1', 'Meracik Kopi') })
  const [text, out, report] = ['d.txt', 'c.json', 'r.csv'].map(name => join(folder, name)) as [string, string, string]
  for (const [language, words] of [['en', 'nothing was written'], ['id', 'tidak ada yang ditulis']]) {
    const { code, stderr } = await run(['taxonomy', 'import-decree', text, '--out', out, '--report', report, '--language', language!])
    t.equal(code, 3)
    t.match(stderr, words)
    t.match(stderr, 'Menulis Puisi')
    t.match(readFileSync(report, 'utf8'), /^,conflict,,.*Menulis Puisi/m)
    t.notOk(existsSync(out))
  }
  t.equal((await run(['taxonomy', 'import-decree', text, '--leave-out', '--out', out])).code, 0)
  t.same(parseCatalogue(readFileSync(out, 'utf8'), 'json').units.map(({ code }) => code), ['X.99KOP00.001.1'])
  writeFileSync(text, decreeOf('X.99KOP00.001.1', 'Menyeduh Teh', '389/2013'))
  const merged = await run(['taxonomy', 'import-decree', text, '--merge', out, '--language', 'en'])
  t.equal(merged.code, 3)
  t.match(merged.stderr, 'X.99KOP00.001.1@389/2013: is known as "Meracik Kopi", here it is "Menyeduh Teh"')
  const other = await run(['taxonomy', 'import-decree', text, '--merge', out, '--decree', '1/2027'])
  t.same(parseCatalogue(other.stdout, 'json').units.map(({ decree }) => decree), ['389/2013', '1/2027'], 'another decree is another unit')
})

t.test('schemes are added, bad rows told, and check finds what leads nowhere', async t => {
  const folder = t.testdir({
    'c.json': JSON.stringify({ units: [{ code: 'X.99KOP00.001.1', title: 'Meracik Kopi' }, { code: 'X.99KOP00.002.1', title: 'meracik kopi' }] }),
    's.csv': 'kode skema,judul skema,jenjang,kode unit\nbarista,Barista,II,X.99KOP00.001.1\n',
    'bad.csv': 'kode skema,judul skema,jenjang,kode unit\nbarista,Barista,II,X.99KOP00.009.1\n,,,\n',
    'orphan.json': JSON.stringify({ clusters: [{ code: 'k', title: 'K', units: ['X.0.0'] }] }),
  })
  const file = (name: string): string => join(folder, name)
  const bad = await run(['taxonomy', 'import-schemes', file('bad.csv'), '--merge', file('c.json'), '--out', file('no.json'), '--language', 'en'])
  t.equal(bad.code, 3)
  t.match(bad.stderr, /line 3: the scheme has no code/)
  t.match(bad.stderr, /X\.99KOP00\.009\.1/)
  t.notOk(existsSync(file('no.json')))
  t.equal((await run(['taxonomy', 'import-schemes', file('s.csv'), '--merge', file('c.json'), '--out', file('all.json')])).code, 0)
  const good = await run(['taxonomy', 'check', file('all.json'), '--language', 'id'])
  t.equal(good.code, 0)
  t.equal(good.stdout, 'mungkin kembar: X.99KOP00.001.1, X.99KOP00.002.1: Meracik Kopi\n')
  const orphan = await run(['taxonomy', 'check', file('orphan.json'), '--language', 'en'])
  t.equal(orphan.code, 3)
  t.equal(orphan.stdout, 'unknown: X.0.0 (cluster k)\n')
  const shipped = await run(['taxonomy', 'check', '--language', 'en'])
  t.equal(shipped.code, 0)
  t.match(shipped.stderr, /^[\d,]+ units, [\d,]+ concepts; \d+ likely duplicates, \d+ standing alone, \d+ concepts without a source\n$/)
  t.match(shipped.stdout, /^stands alone, unit: \S+: /m)
})

t.test('files that are no decree, and wrong command lines, end with their code and a sentence', async t => {
  const folder = t.testdir({ 'empty.txt': '', 'prose.txt': 'Ini bukan keputusan.\n', 'broken.pdf': '%PDF-1.7\nrubbish', 'zeros.bin': '\u0000\u0000\u0000\u0000x' })
  writeFileSync(join(folder, 'pictures.pdf'), await pdfOf([]))
  const cases: ReadonlyArray<readonly [args: readonly string[], code: number, words: RegExp]> = [
    [['import-decree', join(folder, 'empty.txt')], 3, /no unit was read/],
    [['import-decree', join(folder, 'prose.txt')], 3, /1 of 2 lines not understood/],
    [['import-decree', join(folder, 'broken.pdf')], 3, /is no PDF that can be read/],
    [['import-decree', join(folder, 'pictures.pdf')], 3, /holds pictures of pages and no text/],
    [['import-decree', join(folder, 'zeros.bin')], 3, /neither a PDF nor text|UTF-16/],
    [['import-decree', join(folder, 'none.txt')], 1, /there is no such file/],
    [['import-decree', join(folder, 'prose.txt'), '--decree', 'x'], 2, /--decree takes/],
    [['import-decree'], 2, /needs a file/], [['import'], 2, /import-decree, import-schemes or check/], [[], 2, /import-decree/],
  ]
  for (const [args, code, words] of cases) {
    const ended = await run(['taxonomy', ...args], { LANG: 'C' })
    t.equal(ended.code, code, args.join(' '))
    t.match(ended.stderr, words)
    t.equal(ended.stdout, '')
  }
  t.match((await run(['taxonomy', 'import-decree', join(folder, 'empty.txt')], { LC_ALL: '', LANG: 'id_ID.UTF-8' })).stderr, /tidak ada unit yang terbaca/)
  t.match((await run(['taxonomy', '--help'])).stdout, /^padan taxonomy /)
})

function decreeOf (code: string, title: string, decree: string): string {
  return `KEPUTUSAN MENTERI KETENAGAKERJAAN\nNOMOR ${decree.replace('/', ' TAHUN ')}\n${unitOf(code, title)}`
}

function unitOf (code: string, title: string): string {
  return `KODE UNIT : ${code}\nJUDUL UNIT : ${title}\nELEMEN KOMPETENSI KRITERIA UNJUK KERJA\n1. Satu\n1.1 Kriteria\nBATASAN VARIABEL\n`
}
