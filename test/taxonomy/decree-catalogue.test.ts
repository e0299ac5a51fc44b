import t from 'tap'
import { CatalogueError, loadTaxonomy, parseCatalogue, type Catalogue, type CatalogueUnit } from '@padan/taxonomy'
import { decreeCatalogue, inspectCatalogue, inspectTaxonomy, mergeCatalogues, readDecree, readSchemes } from '@padan/taxonomy/decree'
import { decreeText } from './decree-layouts.ts'
import { EXCERPT } from './decree-excerpt.ts'

const LAYOUT = { columns: true, leftWidth: 30, rightWidth: 50, pageLines: 40, pageMark: (page: number) => `- ${page} -`, runningHead: '', space: ' ', eol: '\n' }

t.test('a decree becomes a catalogue that loads, with its elements through JSON and back', async t => {
  const catalogue = decreeCatalogue(readDecree(decreeText('196/2014', EXCERPT, LAYOUT)))
  const again = parseCatalogue(JSON.stringify(catalogue), 'json')
  t.same(again, catalogue)
  t.same(again.units[0]!.elements, EXCERPT[0]!.elements.map(({ title, criteria }) => ({ title, criteria: criteria.map(({ text }) => text) })))
  const taxonomy = await loadTaxonomy({ catalogues: [again], base: false })
  t.equal(taxonomy.units.size, EXCERPT.length)
  t.same(taxonomy.units.get(EXCERPT[0]!.code)!.decree, '196/2014')
})

t.test('a decree that is not named may be told, and a unit without code or title is left out', async t => {
  const reading = readDecree('KODE UNIT : X.11AAA00.001.1\nJUDUL UNIT : Satu\nKODE UNIT : X.11AAA00.002.1\nKODE UNIT :\nJUDUL UNIT : Tiga\nKODE UNIT : X.11AAA00.001.1\nJUDUL UNIT : Dua')
  t.same(decreeCatalogue(reading).units.map(({ code, title, decree, confidence }) => ({ code, title, decree, confidence })), [{ code: 'X.11AAA00.001.1', title: 'Satu', decree: null, confidence: 'single' }])
  t.same(decreeCatalogue(reading, '5/2026').units.map(({ decree, confidence }) => ({ decree, confidence })), [{ decree: '5/2026', confidence: 'official' }])
})

t.test('elements and descriptions of a wrong shape are refused with their place', async t => {
  const unit = (more: object): string => JSON.stringify({ units: [{ code: 'X.11AAA00.001.1', title: 'Satu', ...more }] })
  for (const more of [{ elements: 'a' }, { elements: [{ title: 'a' }] }, { elements: [null] }, { elements: [{ title: 'a', criteria: [3, 'x\u0000'] }] }, { description: 'x'.repeat(4001) }, { elements: Array(201).fill({ title: '', criteria: [] }) }]) {
    t.throws(() => parseCatalogue(unit(more), 'json'), CatalogueError, JSON.stringify(more).slice(0, 50))
  }
  t.notOk('elements' in parseCatalogue(unit({}), 'json').units[0]!)
})

t.test('merging keeps a code under two decrees, joins what is the same and tells what is not', async t => {
  const known = catalogueOf(unitOf('X.1.001', 'Satu', '1/2020'), unitOf('X.1.002', 'Dua', '1/2020'))
  const { catalogue, conflicts } = mergeCatalogues(known, catalogueOf(unitOf('X.1.001', 'Lain', '2/2024'), { ...unitOf('X.1.002', 'DUA', '1/2020'), otherTitles: ['Two'] }, unitOf('X.1.001', 'Bukan Satu', '1/2020')))
  t.same(catalogue.units.map(({ code, title, decree }) => `${code}@${decree} ${title}`), ['X.1.001@1/2020 Satu', 'X.1.002@1/2020 DUA', 'X.1.001@2/2024 Lain'])
  t.same(catalogue.units[1]!.otherTitles, ['Two'])
  t.same(conflicts, [{ kind: 'unit', code: 'X.1.001', decree: '1/2020', known: 'Satu', came: 'Bukan Satu' }])
  t.equal(known.units.length, 2, 'what was given is not changed')
})

t.test('schemes come from one row each or one row a unit, and every bad row is told', async t => {
  const { clusters, problems } = readSchemes('Kode Skema;Judul Skema;Jenjang KKNI;Kode Unit\na;Skema A;III;X.1.001, X.1.002\nb;Skema B;;X.1.003\nb;;;X.1.004\nb;;;X.1.003\n')
  t.same(problems, [])
  t.same(clusters.map(({ code, kkni, units }) => ({ code, kkni, units })), [{ code: 'a', kkni: 3, units: ['X.1.001', 'X.1.002'] }, { code: 'b', kkni: null, units: ['X.1.003', 'X.1.004'] }])
  const bad = readSchemes('code,title,kkni,units\n,T,1,X\na,,1,X\nb,T,10,X\nc,T,1,\nd,T,1,X\nd,U,2,Y\ne,T\n')
  t.same(bad.problems.map(({ where }) => where), ['line 2', 'line 3', 'line 4', 'line 5', 'line 7', 'line 7', 'line 8'])
  t.same(bad.clusters.map(({ code, units }) => `${code} ${units}`), ['d X'])
  t.equal(readSchemes('a,b\n1,2\n').problems.length, 3)
  t.equal(readSchemes('').problems.length, 1)
  t.match(readSchemes('code,title,units\n"a,b,c').problems[0]!.message, 'never closed')
})

t.test('an inspection tells likely duplicates and codes that lead nowhere', async t => {
  const taxonomy = await loadTaxonomy()
  const shipped = taxonomy.units.at(0)!
  const catalogue = catalogueOf(unitOf('X.1.001', 'Meracik kopi', '1/2020'), unitOf('X.1.002', 'Meracik Kopi', null), unitOf('X.1.003', shipped.title, null), unitOf('X.1.003', 'Lain', '1/2020'))
  catalogue.clusters.push({ code: 'k', title: 'K', kind: 'klaster', kkni: null, occupation: null, sector: null, units: ['X.1.001', 'X.1.003', 'X.9.999', shipped.code] })
  const { duplicates, orphans } = inspectCatalogue(catalogue, taxonomy)
  t.same(duplicates[0], { why: 'name', name: 'Meracik kopi', codes: ['X.1.001@1/2020', 'X.1.002'] })
  t.ok(duplicates[1]!.codes.some(code => code.startsWith(shipped.code.replace(/@.*/, ''))))
  t.same(orphans.map(({ code, candidates }) => `${code} ${candidates.length}`), ['X.1.003 2', 'X.9.999 0'])
})

t.test('wording tells duplicates that no title does, and teaching a thing is not doing it', async t => {
  const catalogue = catalogueOf(unitOf('X.1.001', 'Pemeriksaan Wadukan Zirkon', null), unitOf('X.1.002', 'Memeriksa wadukan zirkon', null), unitOf('X.1.003', 'Mengajar Pemeriksaan Wadukan Zirkon', null))
  t.same(inspectCatalogue(catalogue, await loadTaxonomy()).duplicates, [{ why: 'wording', name: 'Pemeriksaan Wadukan Zirkon', codes: ['X.1.001', 'X.1.002'] }])
})

t.test('an inspection of a taxonomy tells its duplicates, what stands alone and what has no source', async t => {
  const catalogue = catalogueOf(unitOf('X.99ZZZ01.001.1', 'Menyulam Zirkon Berkala', null), unitOf('X.99ZZZ01.002.1', 'Menyulam zirkon berkala', null), unitOf('X.99ZZZ01.003.1', 'Wadukan Qwerty', null))
  const taxonomy = await loadTaxonomy({ catalogues: [catalogue] })
  const { duplicates, orphans, unsourced } = inspectTaxonomy(taxonomy)
  const own = (codes: readonly string[]): boolean => codes.some(code => code.startsWith('X.99ZZZ'))
  t.same(duplicates.filter(({ codes }) => own(codes)), [{ kind: 'unit', why: 'name', name: 'Menyulam Zirkon Berkala', codes: ['X.99ZZZ01.001.1', 'X.99ZZZ01.002.1'] }])
  t.same(orphans.filter(({ code }) => own([code])), [{ kind: 'unit', code: 'X.99ZZZ01.003.1', title: 'Wadukan Qwerty' }])
  for (const { kind, code } of orphans) {
    if (kind === 'unit') t.same(taxonomy.units.relatives(taxonomy.units.indexOf(code)), [], code)
    else t.match(taxonomy.concepts.get(code), { units: [], occupations: [], broader: null }, code)
  }
  for (const { code } of unsourced) t.match(taxonomy.concepts.get(code), { units: [], evidence: { adverts: 0, titles: 0, criteria: 0, occupations: 0, references: 0, pages: 0 } }, code)
  for (const { kind, codes } of duplicates) t.ok(codes.length > 1 && codes.every(code => (kind === 'unit' ? taxonomy.units : taxonomy.concepts).indexOf(code) >= 0))
})

function unitOf (code: string, title: string, decree: string | null): CatalogueUnit {
  return { code, title, decree, otherTitles: [], format: 'standar-khusus', confidence: 'single', year: null }
}

function catalogueOf (...units: CatalogueUnit[]): Catalogue {
  return { units, clusters: [], relations: [] }
}
