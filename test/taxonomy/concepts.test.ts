import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { createTaxonomy, loadTaxonomy, parseCatalogue } from '@padan/taxonomy'
import { inspectTaxonomy } from '@padan/taxonomy/decree'
import { normaliseText } from '@padan/taxonomy/text'
import { loadTables } from './inner.ts'

const SOURCES = fileURLToPath(new URL('../../../packages/taxonomy/sources/', import.meta.url))
const taxonomy = await loadTaxonomy()
const { concepts, units, occupations } = taxonomy
const all = Array.from({ length: concepts.size }, (_, index) => concepts.at(index))

t.test('the register holds every row of every list, under its own code', async t => {
  const listed = readdirSync(join(SOURCES, 'concepts')).flatMap(file =>
    readFileSync(join(SOURCES, 'concepts', file), 'utf8').trim().split('\n').slice(1).map(line => ({ sector: file.slice(0, -4), cells: line.split(',') })))
  t.equal(concepts.size, listed.length)
  for (const { sector, cells: [code, kind, title, titleEn] } of listed) t.match(concepts.get(code!), { code: `padan:${code}`, kind, sector, title, titleEn })
})

t.test('a code may come in any writing', async t => {
  const index = concepts.indexOf('padan:spreadsheet')
  t.ok(index >= 0)
  for (const writing of ['spreadsheet', 'PADAN:Spreadsheet', ' padan: spreadsheet ']) t.equal(concepts.indexOf(writing), index, writing)
  t.equal(concepts.indexOf('padan:'), -1)
})

t.test('whatever a concept points at is there', async t => {
  for (const concept of all) {
    t.equal(new Set(concept.units).size, concept.units.length, concept.code)
    for (const unit of concept.units) t.ok(concepts.ofUnit(unit).includes(concept.index))
    for (const occupation of concept.occupations) {
      const { isco08 } = occupations.at(occupation)
      if (isco08 !== null) t.ok(concept.isco08.includes(isco08))
    }
    const above = new Set<number>()
    for (let at = concept.broader; at !== null; at = concepts.at(at).broader) {
      if (at === concept.index || above.has(at)) t.fail(`${concept.code} stands above itself`)
      above.add(at)
    }
  }
})

t.test('codes of units and occupations in the lists are known ones', async t => {
  const tables = await loadTables()
  const lost = (cells: readonly string[], register: { indexOf (code: string): number }): string[] =>
    cells.flatMap(cell => cell === '' ? [] : cell.split('|')).filter(code => register.indexOf(code) < 0)
  t.same(lost(tables.concepts.units, units), [])
  t.same(lost(tables.concepts.occupations, occupations), [])
})

t.test('every name leads back to its concept', async t => {
  for (const { index, title, titleEn, synonyms, abbreviations, misspellings } of all) {
    for (const name of [title, titleEn, ...synonyms, ...abbreviations, ...misspellings]) {
      if (!concepts.named(name.toUpperCase()).includes(index)) t.fail(name)
    }
  }
  t.same(concepts.named('no such thing'), [])
  t.same(concepts.named(''), [])
  t.same(concepts.named(undefined as unknown as string), [])
})

t.test('a spelling of one concept is not another one\'s label', async t => {
  const labels = new Map(all.flatMap(({ index, title, titleEn }) => [title, titleEn].map((label): [string, number] => [normaliseText(label), index])))
  for (const { index, title, titleEn, synonyms, misspellings } of all) {
    for (const name of [title, titleEn, ...synonyms, ...misspellings]) {
      const owner = labels.get(normaliseText(name))
      if (owner !== undefined && owner !== index) t.fail(`${name}: ${concepts.codeAt(index)} and ${concepts.codeAt(owner)}`)
    }
  }
})

t.test('ofUnit refuses an index outside the units', async t => {
  t.throws(() => concepts.ofUnit(-1), RangeError)
  t.throws(() => concepts.ofUnit(units.size), RangeError)
})

t.test('without our units the concepts stay, and ask for none', async t => {
  const catalogue = parseCatalogue('{"units":[{"code":"X.99ABC01.001.1","title":"Meracik Kopi"}]}', 'json')
  const bare = await loadTaxonomy({ catalogues: [catalogue], base: false })
  t.equal(bare.concepts.size, concepts.size)
  t.same(bare.concepts.get('spreadsheet')!.units, [])
  t.same(bare.concepts.get('spreadsheet')!.clusters, [])
})

t.test('a concept asks for the same units whatever rows a catalogue moves', async t => {
  const catalogue = parseCatalogue('{"units":[{"code":"A.00AAA00.001.1","title":"Paling Depan"}]}', 'json')
  const laid = await loadTaxonomy({ catalogues: [catalogue] })
  const keys = (of: typeof taxonomy): string[] => of.concepts.get('spreadsheet')!.units.map(unit => of.units.codeAt(unit))
  t.same(keys(laid), keys(taxonomy))
  t.ok(createTaxonomy(await loadTables()).concepts.size > 0)
})

t.test('the rules find no fault in the lists', async t => {
  const check = fileURLToPath(new URL('../../../packages/taxonomy/compile-dist/check-concepts.js', import.meta.url))
  // Faults end it with 1, which throws.
  t.match(execFileSync(process.execPath, [check], { encoding: 'utf8' }), /^\d+ concepts: 0 faults, \d+ doubts$/m)
})

t.test('at least 1,500 concepts have a source', async t => {
  t.ok(concepts.size - inspectTaxonomy(taxonomy).unsourced.length >= 1500)
})

t.test('every page is cited by a name of its concept, and is counted', async t => {
  const pages = readFileSync(join(SOURCES, 'concept-pages.csv'), 'utf8').trim().split('\n').slice(1).map(line => line.split(','))
  for (const [code, term, address, seen, ...more] of pages) {
    t.ok(concepts.named(term!).includes(concepts.indexOf(code!)), `${code} ${term}`)
    t.match(address, /^https?:\/\/[^/\s]+\.[^\s]+$/)
    t.match(seen, /^\d{4}-\d\d-\d\d$/)
    t.same(more, [])
  }
  for (const { code, evidence } of all) t.equal(evidence.pages, pages.filter(([cited]) => `padan:${cited}` === code).length, code)
})

t.test('a page that cannot be right is refused', async t => {
  const { checkPages, readConcepts } = await import(new URL('../../../packages/taxonomy/compile-dist/concepts.js', import.meta.url).href) as {
    readConcepts: () => unknown[]
    checkPages: (pages: ReadonlyArray<Record<'concept' | 'term' | 'address' | 'seen', string>>, rows: readonly unknown[]) => void
  }
  const rows = readConcepts()
  const page = { concept: 'spreadsheet', term: 'MS. Excel', address: 'https://example.org/excel', seen: '2026-11-28' }
  t.doesNotThrow(() => checkPages([page], rows))
  const wrong: Array<[page: Partial<typeof page>, told: RegExp]> = [
    [{ concept: 'no-such-concept' }, /not there/],
    [{ term: 'las MIG' }, /no name of the concept spreadsheet/],
    [{ address: 'example.org' }, /no address/],
    [{ address: 'https://example' }, /no address/],
    [{ seen: 'yesterday' }, /no day/],
  ]
  for (const [part, told] of wrong) t.throws(() => checkPages([{ ...page, ...part }], rows), told)
  t.throws(() => checkPages([page, page], rows), /cited twice/)
})
