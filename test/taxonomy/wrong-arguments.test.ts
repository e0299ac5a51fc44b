import t from 'tap'
import { createTaxonomy, loadTaxonomy, parseCatalogue } from '@padan/taxonomy'
import { decreeCatalogue, inspectCatalogue, inspectTaxonomy, mergeCatalogues, readSchemes } from '@padan/taxonomy/decree'
import {
  classifyOccupation, createExtractor, createTextIndex, createUnitFinder, demandsOf, findProtectedDemands, formaliseText, mendWord, normaliseText, parseEducation, parseExperienceMonths, rankOccupations,
  resolveRegion, similarTitles, stemIndonesian, textIndexOf,
} from '@padan/taxonomy/text'

const taxonomy = await loadTaxonomy()
/** What a mistake hands over: a forgotten argument, a promise that nobody awaited, a value of another kind. */
const wrong = [undefined, null, 5, {}, Promise.resolve(taxonomy)] as never[]

t.test('what is no text is refused by every function that reads one, with what came', async t => {
  const readers: ReadonlyArray<readonly [string, (value: never) => unknown]> = [
    ['classifyOccupation', value => classifyOccupation(value, taxonomy)], ['rankOccupations', value => rankOccupations(value, taxonomy)], ['resolveRegion', value => resolveRegion(value, taxonomy)],
    ['parseEducation', value => parseEducation(value, taxonomy)], ['parseExperienceMonths', parseExperienceMonths], ['findProtectedDemands', findProtectedDemands], ['formaliseText', formaliseText],
    ['mendWord', mendWord], ['normaliseText', normaliseText], ['stemIndonesian', stemIndonesian], ['similarTitles', value => similarTitles(value, 'nurse')], ['similarTitles', value => similarTitles('nurse', value)],
    ['extract', value => createExtractor(taxonomy).extract(value)], ['find', value => createUnitFinder(taxonomy).find(value)], ['search', value => createTextIndex([]).search(value)],
    ['parseCatalogue', value => parseCatalogue(value, 'json')], ['readSchemes', readSchemes],
  ]
  for (const [name, read] of readers) {
    for (const value of wrong) t.throws(() => read(value), { name: 'TypeError', message: new RegExp(`^${name} reads a string, got (undefined|null|number|an object with no keys|a promise \\(await it first\\))\\.$`) })
  }
})

t.test('what is no taxonomy is refused by every function that needs one, with how to make one', async t => {
  const takers: ReadonlyArray<readonly [string, (value: never) => unknown]> = [
    ['classifyOccupation', value => classifyOccupation('nurse', value)], ['rankOccupations', value => rankOccupations('nurse', value)], ['resolveRegion', value => resolveRegion('Bogor', value)],
    ['parseEducation', value => parseEducation('SMA', value)], ['demandsOf', value => demandsOf([], value)], ['createUnitFinder', createUnitFinder], ['textIndexOf', value => textIndexOf(value, 'unit')],
    ['inspectTaxonomy', inspectTaxonomy], ['inspectCatalogue', value => inspectCatalogue(parseCatalogue('{}', 'json'), value)],
  ]
  for (const [name, take] of takers) {
    for (const value of wrong) t.throws(() => take(value), { name: 'TypeError', message: new RegExp(`^${name} needs a taxonomy, got .+\\. Make one with await loadTaxonomy\\(\\)\\.$`) })
  }
})

t.test('an extractor says what it can be made of', async t => {
  for (const value of [...wrong, [] as never, 'taxonomy' as never]) t.throws(() => createExtractor(value), { name: 'TypeError', message: /^createExtractor needs a taxonomy, .+ or a catalogue as { things: \[{ code, label }\] }, got / })
  t.throws(() => createExtractor(Promise.resolve(taxonomy) as never), /got a promise \(await it first\)\.$/)
  for (const things of wrong) t.throws(() => createExtractor({ things }), { name: 'RangeError', message: /^things must be a list of things with code and label, got / })
})

t.test('lists, tables, kinds and options of another shape are refused by name', async t => {
  for (const value of wrong) {
    t.throws(() => createTextIndex(value), { name: 'TypeError', message: /^createTextIndex needs things with code and label/ })
    t.throws(() => demandsOf(value, taxonomy), { name: 'TypeError', message: /^demandsOf needs a list of mentions, got / })
    t.throws(() => textIndexOf(taxonomy, value), { name: 'RangeError', message: /^There is no kind '.+'; the kinds are unit, / })
    t.throws(() => createTaxonomy(value), { name: 'TypeError', message: /^createTaxonomy needs the compiled tables/ })
    t.throws(() => parseCatalogue('{}', value), { name: 'RangeError', message: /^format must be 'json' or 'csv', got / })
    t.throws(() => mergeCatalogues(value, value), { name: 'TypeError', message: /^mergeCatalogues needs an object with the lists units, clusters, relations, as parseCatalogue makes it, got / })
    t.throws(() => decreeCatalogue(value), { name: 'TypeError', message: /^decreeCatalogue needs an object with the lists units, as readDecree makes it, got / })
  }
  for (const value of [null, 5, [] as never] as never[]) {
    await t.rejects(loadTaxonomy(value), { name: 'TypeError', message: /^loadTaxonomy takes an object with catalogues, base or replace, got / })
    await t.rejects(loadTaxonomy({ catalogues: 5 as never }), { name: 'TypeError', message: /^loadTaxonomy needs a list of catalogues, got number/ })
  }
  for (const value of [null, 5] as never[]) t.throws(() => createTextIndex([]).search('nurse', value), { name: 'TypeError', message: /^Options must be an object with limit, least or typing, got / })
})
