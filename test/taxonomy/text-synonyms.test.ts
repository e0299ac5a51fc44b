import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { loadTaxonomy } from '@padan/taxonomy'
import { classifyOccupation, createUnitFinder, normaliseText, resolveRegion } from '@padan/taxonomy/text'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PACKAGE = join(ROOT, 'packages/taxonomy')
const taxonomy = await loadTaxonomy()
const finder = createUnitFinder(taxonomy)

t.test('the committed words are what the compiler makes of the lists, byte for byte', async t => {
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b', join(PACKAGE, 'compile')])
  const folder = t.testdir({})
  execFileSync(process.execPath, [join(PACKAGE, 'compile-dist/compile-words.js'), folder])
  for (const name of ['synonyms.js', 'synonyms.d.ts']) {
    t.equal(readFileSync(join(folder, name), 'utf8'), readFileSync(join(PACKAGE, 'data', name), 'utf8'), name)
  }
})

t.test('every listed term means the units of its row, each of which the catalogue has', async t => {
  const rows = rowsOf('synonyms.csv')
  t.ok(rows.length > 200)
  noneTwice(t, rows.map(([, term]) => term))
  for (const [, term, codes] of rows) {
    const units = codes === '' ? [] : codes.split(';').map(code => taxonomy.units.indexOf(code))
    if (units.includes(-1)) t.fail(`${term}: the catalogue lacks one of ${codes}`)
    t.same(finder.find(term).map(({ unit }) => unit).sort(), units.sort(), term)
  }
})

t.test('every listed job title names the occupation of its row', async t => {
  const rows = rowsOf('job-titles.csv')
  noneTwice(t, rows.map(([title]) => title))
  for (const [title, code] of rows) t.equal(taxonomy.occupations.codeAt(classifyOccupation(title, taxonomy)[0]), code, title)
})

t.test('every listed place name means the region of its row', async t => {
  const rows = rowsOf('place-aliases.csv')
  noneTwice(t, rows.map(([name]) => name))
  for (const [name, code] of rows) t.equal(resolveRegion(name, taxonomy), code === '' ? -1 : taxonomy.regions.indexOf(code), name)
})

/** The lists hold no quotes and no commas inside cells but in the last one. */
function rowsOf (name: string): string[][] {
  return readFileSync(join(PACKAGE, 'sources', name), 'utf8').trim().split('\n').slice(1).map(line => line.split(','))
}

function noneTwice (t: { same (found: unknown, wanted: unknown, message: string): unknown }, terms: readonly string[]): void {
  const normalised = terms.map(normaliseText)
  t.same(normalised.filter((term, place) => normalised.indexOf(term) !== place), [], 'no term twice')
}
