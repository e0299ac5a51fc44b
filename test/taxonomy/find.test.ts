import fc from 'fast-check'
import t from 'tap'
import { loadTaxonomy } from '@padan/taxonomy'

const taxonomy = await loadTaxonomy()

t.test('the same name comes before a prefix, a prefix before words, a short name before a long one', async t => {
  t.same(taxonomy.regions.find('Cipondoh').map(({ code }) => code), ['36.71.05'])
  t.same(taxonomy.regions.find('Tangerang').map(({ code }) => code), ['36.71', '36.71.01', '36.74', '36.03'])
  t.equal(taxonomy.regions.find('kota tangerang')[0]!.code, '36.71')
  t.equal(taxonomy.regions.find('Solo')[0]!.name, 'Kota Surakarta')
  t.same(taxonomy.fields.find('akuntansi', 3).map(({ code }) => code), ['ps:akuntansi', 'pt:562', 'smk:8.3.1'])
  t.same(taxonomy.fields.find('AKUNTANSI', 3), taxonomy.fields.find(' akuntansi. ', 3))
  t.equal(taxonomy.units.find('menyiapkan sandwich')[0]!.title, 'Menyiapkan Sandwich')
  t.equal(taxonomy.units.find('sandwich menyiapkan').length, 3)
  t.equal(taxonomy.licences.find('forklift operator')[0]!.code, 'sio-forklift')
  t.equal(taxonomy.levels.find('SLTA')[0]!.code, 'SMA')
  t.equal(taxonomy.accommodations.find('guide animal')[0]!.code, 'guide-animal')
})

t.test('other titles of a unit are found too', async t => {
  const [unit] = taxonomy.units.find('Melaksanakan Konfigurasi Perangkat Lunak Sesuai Environment')
  t.equal(unit?.code, 'J.620100.041.01')
})

t.test('the limit is kept', async t => {
  t.equal(taxonomy.units.find('membuat').length, 10)
  t.equal(taxonomy.units.find('membuat', 3).length, 3)
  t.equal(taxonomy.units.find('membuat', 0).length, 0)
  t.ok(taxonomy.units.find('membuat', 5000).length > 100)
})

t.test('every name finds its own item among those of the same name', async () => {
  fc.assert(fc.property(fc.nat(taxonomy.occupations.size - 1), index => {
    const { title } = taxonomy.occupations.at(index)
    return taxonomy.occupations.find(title, 50).some(found => found.index === index)
  }), { numRuns: 200, seed: 20_261_128 })
})

t.test('no text at all throws, and nothing comes of nothing', async t => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => Array.isArray(taxonomy.licences.find(text))), { seed: 20_261_128 })
  t.same(taxonomy.licences.find('!?'), [])
})
