import fc from 'fast-check'
import t from 'tap'
import { CatalogueError, loadTaxonomy, parseCatalogue } from '@padan/taxonomy'
import type { Catalogue } from '@padan/taxonomy'

const shipped = await loadTaxonomy()

const OWN = {
  units: [
    { code: 'x.99abc01.001.1', title: 'Meracik Kopi', decree: 'Kepmenaker Nomor 370 Tahun 2013', otherTitles: ['Brewing coffee'] },
    { code: 'X.99ABC01.001.2', title: 'Meracik Kopi', confidence: 'official', year: 2024 },
    { code: 'KAFE-1', title: 'Menyiapkan sandwich' },
  ],
  clusters: [{ code: 'kafe', title: 'Barista', kind: 'okupasi', kkni: 3, units: ['X.99ABC01.001.2', 'KAFE-1', 'D1.HCC.CL2.08'] }],
  relations: [{ wanted: 'KAFE-1', held: 'X.99ABC01.001.1', perMille: 555, via: 'kitchen practice' }],
}

function problemsOf (call: () => unknown): string[] {
  try {
    call()
  } catch (error) {
    if (error instanceof CatalogueError) return error.problems.map(({ where, message }) => `${where}: ${message}`)
    throw error
  }
  return []
}

async function loadProblems (catalogues: Catalogue[], replace = false): Promise<string[]> {
  const error: unknown = await loadTaxonomy({ catalogues, replace }).then(() => undefined, (reason: unknown) => reason)
  return error instanceof CatalogueError ? error.problems.map(({ where, message }) => `${where}: ${message}`) : []
}

t.test('a catalogue of one\'s own is laid on the shipped one', async t => {
  const catalogue = parseCatalogue(JSON.stringify(OWN), 'json')
  const { units, clusters, version, provenance } = await loadTaxonomy({ catalogues: [catalogue] })
  t.equal(units.size, shipped.units.size + 3)
  t.match(units.get('X.99ABC01.001.1'), { decree: '370/2013', year: 2013, format: 'kbli', skkni: true, confidence: 'single', otherTitles: ['Brewing coffee'] })
  t.match(units.get('KAFE-1'), { format: 'standar-khusus', skkni: false })
  t.match(units.get('X.99ABC01.001.2'), { year: 2024, decree: null })
  t.match(clusters.get('kafe'), { kkni: 3, kind: 'okupasi', units: ['X.99ABC01.001.2', 'KAFE-1', 'D1.HCC.CL2.08'].map(code => units.indexOf(code)) })
  t.equal(units.find('brewing coffee')[0]!.code, 'X.99ABC01.001.1')

  const relation = (wanted: string, held: string) => units.relatives(units.indexOf(wanted)).find(relative => relative.held === units.indexOf(held))
  t.match(relation('KAFE-1', 'X.99ABC01.001.1'), { perMille: 555, reason: 'catalogue', via: 'kitchen practice' })
  t.equal(relation('X.99ABC01.001.1', 'KAFE-1'), undefined)
  t.match(relation('X.99ABC01.001.1', 'X.99ABC01.001.2'), { perMille: 900, reason: 'version' })
  t.match(relation('KAFE-1', 'D1.HCC.CL2.08'), { perMille: 700, reason: 'same-title' })
  t.equal(relation('X.99ABC01.001.2', 'D1.HCC.CL2.08'), undefined, 'one scheme alone relates nothing')

  t.not(version, shipped.version)
  t.ok(version.startsWith(`${shipped.version}+`))
  t.equal((await loadTaxonomy({ catalogues: [catalogue] })).version, version)
  t.match(provenance.at(-1), { table: 'catalogue 1', rows: 5 })
})

t.test('the shipped taxonomy is not touched by catalogues, and an empty one changes no unit', async t => {
  const { units, version } = await loadTaxonomy()
  t.equal(units.size, shipped.units.size)
  t.equal(version, shipped.version)
  const laid = await loadTaxonomy({ catalogues: [{ units: [], clusters: [], relations: [] }] })
  for (let index = 0; index < units.size; index++) {
    if (JSON.stringify([laid.units.at(index), laid.units.relatives(index)]) !== JSON.stringify([units.at(index), units.relatives(index)])) t.fail(units.codeAt(index))
  }
})

t.test('without the base there is only what the catalogue brings', async t => {
  const { units, clusters, regions } = await loadTaxonomy({ base: false, catalogues: [parseCatalogue(JSON.stringify({ units: OWN.units }), 'json')] })
  t.equal(units.size, 3)
  t.equal(clusters.size, 0)
  t.equal(regions.size, shipped.regions.size)
  const bare = await loadTaxonomy({ base: false })
  t.equal(bare.units.size, 0)
  t.equal(bare.units.indexOf('C.24LAS01.001.1'), -1)
  t.not(bare.version, shipped.version)
})

t.test('CSV says the same as JSON', async t => {
  const csv = [
    '\uFEFFrecord;code;title;decree;other_titles;confidence;year;kind;kkni;units;wanted;held;per_mille;via;notes',
    'unit;x.99abc01.001.1;Meracik Kopi;Kepmenaker Nomor 370 Tahun 2013;Brewing coffee;;;;;;;;;;"left ""alone"""',
    ';X.99ABC01.001.2;Meracik Kopi;;;official;2024;;;;;;;;',
    '',
    'Unit;KAFE-1;Menyiapkan sandwich;;;;;;;;;;;;"two',
    'lines"',
    'cluster;kafe;Barista;;;;;okupasi;3;"X.99ABC01.001.2; KAFE-1;D1.HCC.CL2.08";;;;;',
    'relation;;;;;;;;;;KAFE-1;X.99ABC01.001.1;555;kitchen practice;',
  ]
  for (const end of ['\n', '\r\n', '\r']) t.same(parseCatalogue(csv.join(end), 'csv'), parseCatalogue(JSON.stringify(OWN), 'json'))
  const harvest = 'kode_unit,judul_unit,nomor_kepmen,keyakinan\nX.1.001.1,"Satu, dua",Kepmenakertrans Nomor KEP.46/MEN/II/2009,multi\n'
  t.match(parseCatalogue(harvest, 'csv').units, [{ code: 'X.1.001.1', title: 'Satu, dua', decree: '46/2009', confidence: 'multi' }])
})

t.test('any titles come through CSV unharmed', async () => {
  const title = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter(text => text.trim() === text && !/\p{Cc}/u.test(text) && !text.startsWith('\uFEFF'))
  fc.assert(fc.property(fc.array(title, { minLength: 1, maxLength: 5 }), fc.constantFrom(',', ';', '\t'), (titles, separator) => {
    const lines = titles.map((text, place) => `U.${place}${separator}"${text.replaceAll('"', '""')}"`)
    const { units } = parseCatalogue(['code', 'title'].join(separator) + '\n' + lines.join('\n'), 'csv')
    return JSON.stringify(units.map(unit => unit.title)) === JSON.stringify(titles)
  }), { seed: 20_261_128 })
})

t.test('every bad record is told, with its place', async t => {
  const bad = {
    units: [
      { title: 'no code' },
      { code: 'A@1', title: 'an at sign' },
      { code: 'A.1', title: '' },
      { code: 'A.2', title: 'x', decree: 'someday' },
      { code: 'A.3', title: 'x', confidence: 'certain', year: 1800 },
      { code: 'A.4', title: 'a\u0000b', colour: 'red' },
      { code: 'A.5', title: 'x'.repeat(501) },
      { code: 'A.6', title: { deep: true } },
      null,
    ],
    clusters: [{ code: 'c', title: 'c', kkni: 12, units: [] }, { code: 'd', title: 'd', units: 'A.1', kind: 'club' }],
    relations: [{ wanted: 'A.1', held: 'A.2', perMille: 1000 }, { wanted: 'A.1' }],
    colours: [],
  }
  const problems = problemsOf(() => parseCatalogue(JSON.stringify(bad), 'json'))
  for (const [place, count] of Object.entries({
    'units 1': 1, 'units 2': 1, 'units 3': 1, 'units 4': 1, 'units 5': 2, 'units 6': 2, 'units 7': 1, 'units 8': 1, 'units 9': 1, 'clusters 1': 2, 'clusters 2': 1, 'relations 1': 1, 'relations 2': 2, catalogue: 1,
  })) t.equal(problems.filter(problem => problem.startsWith(`${place}:`)).length, count, place)
  t.match(problems.find(problem => problem.startsWith('units 4')), /"someday".*27\/2021/)
})

t.test('hostile and broken text is refused, never taken', async t => {
  for (const text of ['', '{', 'null', '[]', '7', '"x"', '{"units": {}}', '{"units": ["x"]}', '{"__proto__": []}', '{"units": [{"code": "A.1", "title": "x", "__proto__": "y"}]}']) {
    t.not(problemsOf(() => parseCatalogue(text, 'json')).length, 0, text)
  }
  for (const text of ['', '\n\n', 'code,title\n"open', 'code,title\n"a"b,c', 'code,title\na', 'code,title\na,b,c', 'code,code\na,b', 'record,code,title\nthing,a,b', 'colour\nred']) {
    t.not(problemsOf(() => parseCatalogue(text, 'csv')).length, 0, text)
  }
  t.equal(({} as Record<string, unknown>).code, undefined)
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom<'json' | 'csv'>('json', 'csv'), (text, format) => {
    problemsOf(() => parseCatalogue(text, format))
    return true
  }), { seed: 20_261_128 })
})

t.test('what does not fit the catalogue underneath is told with both titles', async t => {
  const unit = (fields: object): Catalogue => parseCatalogue(JSON.stringify({ units: [{ code: 'C.24LAS01.001.1', title: 'Menari', ...fields }] }), 'json')
  const problems = await loadProblems([unit({})])
  t.equal(problems.length, 1)
  t.match(problems[0], /unit C\.24LAS01\.001\.1.*"Melaksanakan Persiapan Tempat Kerja".*"Menari".*replace/)
  t.same(await loadProblems([unit({})], true), [])
  t.same(await loadProblems([unit({ decree: '1/2030' })]), [])
  t.same(await loadProblems([unit({ title: 'melaksanakan  PERSIAPAN tempat kerja' })]), [])

  const twice = parseCatalogue(JSON.stringify({ units: [{ code: 'A.1', title: 'x' }, { code: 'a.1', title: 'y' }] }), 'json')
  t.match((await loadProblems([twice], true))[0], /twice/)

  const cluster = parseCatalogue(JSON.stringify({ clusters: [{ code: 'dks-1', title: 'Other', units: ['NOPE.1', 'M.702090.001.01', 'C.24LAS01.001.1'] }] }), 'json')
  const found = await loadProblems([cluster])
  t.equal(found.length, 3)
  t.match(found.join('\n'), /NOPE\.1[^]*M\.702090\.001\.01[^]*decree[^]*Other/)

  const loop = parseCatalogue(JSON.stringify({ relations: [{ wanted: 'C.24LAS01.001.1', held: 'c.24las01.001', perMille: 300 }] }), 'json')
  t.match((await loadProblems([loop]))[0], /same unit/)
  t.not((await loadProblems([{ units: 'x' } as unknown as Catalogue])).length, 0)
})

t.test('a second meaning of a code makes both keys name their decree', async t => {
  const catalogue = parseCatalogue(JSON.stringify({ units: [{ code: 'J.63OPR00.001.2', title: 'Menari', decree: '1/2030' }] }), 'json')
  const { units } = await loadTaxonomy({ catalogues: [catalogue] })
  t.equal(units.indexOf('J.63OPR00.001.2'), -1)
  t.same(units.candidates('J.63OPR00.001.2'), ['J.63OPR00.001.2@1/2030', 'J.63OPR00.001.2@56/2018'])
  t.equal(units.get('J.63OPR00.001.2@56/2018')?.title, 'Menggunakan Perangkat Komputer')
})

t.test('replacing a unit keeps it in its clusters', async t => {
  const catalogue = parseCatalogue(JSON.stringify({ units: [{ code: 'C.24LAS01.001.1', title: 'Menyiapkan Bengkel' }] }), 'json')
  const { units, clusters } = await loadTaxonomy({ catalogues: [catalogue], replace: true })
  t.equal(units.size, shipped.units.size)
  t.equal(units.get('C.24LAS01.001.1')?.title, 'Menyiapkan Bengkel')
  t.ok(clusters.get('jb-las')!.units.includes(units.indexOf('C.24LAS01.001.1')))
})
