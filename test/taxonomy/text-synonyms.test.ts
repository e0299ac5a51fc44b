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

t.test('a name of one concept alone means the units of that concept', async t => {
  const { concepts } = taxonomy
  let names = 0
  for (let index = 0; index < concepts.size; index++) {
    const { title, titleEn, synonyms, abbreviations, misspellings, units } = concepts.at(index)
    if (units.length === 0) continue
    for (const name of [title, titleEn, ...synonyms, ...abbreviations, ...misspellings].filter(one => concepts.named(one).length === 1)) {
      names++
      t.same(finder.find(name).map(({ unit }) => unit).sort((a, b) => a - b), [...units].sort((a, b) => a - b), name)
    }
  }
  t.ok(names > 1_000)
})

t.test('terms that mean no unit find none', async t => {
  const rows = rowsOf('not-units.csv')
  noneTwice(t, rows.map(([term]) => term))
  for (const [term] of rows) t.same(finder.find(term), [], term)
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

t.test('a place name that may be several regions is each of them beside its province or city', async t => {
  const { regions } = taxonomy
  let told = 0
  for (const [name, own, others] of rowsOf('place-aliases.csv')) {
    for (const code of others.split(';').filter(other => other !== '')) {
      const region = regions.get(code)
      if (region === undefined) t.fail(`${name}: no region ${code}`)
      else if (region.kind === 'city' || region.kind === 'regency') {
        const found = regions.codeAt(resolveRegion(`${name}, ${region.name}`, taxonomy))
        // A kecamatan of the same name in that place says more.
        if (!`${found}.`.startsWith(`${code}.`)) t.fail(`${name}, ${region.name}: ${found}`)
        told++
      }
      if (code === own) t.fail(`${name} names ${own} twice`)
    }
  }
  t.ok(told > 80)
})

/** The lists hold no quotes and no commas inside cells but in the last one. */
function rowsOf (name: string): string[][] {
  return readFileSync(join(PACKAGE, 'sources', name), 'utf8').trim().split('\n').slice(1).map(line => line.split(','))
}

function noneTwice (t: { same (found: unknown, wanted: unknown, message: string): unknown }, terms: readonly string[]): void {
  const normalised = terms.map(normaliseText)
  t.same(normalised.filter((term, place) => normalised.indexOf(term) !== place), [], 'no term twice')
}
