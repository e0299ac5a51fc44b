import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { loadTaxonomy } from '@padan/taxonomy'
import type { Register } from '@padan/taxonomy'

const taxonomy = await loadTaxonomy()

/** As many as the lists hold lines. */
const LISTS = fileURLToPath(new URL('../../../packages/taxonomy/sources/concepts/', import.meta.url))
const concepts = readdirSync(LISTS).reduce((sum, file) => sum + readFileSync(join(LISTS, file), 'utf8').trim().split('\n').length - 1, 0)

const REGISTERS: Array<[name: string, register: Register<{ code: string, index: number }>, size: number]> = [
  ['units', taxonomy.units, 1716],
  ['clusters', taxonomy.clusters, 174],
  ['levels', taxonomy.levels, 13],
  ['fields', taxonomy.fields, 1568],
  ['occupations', taxonomy.occupations, 10 + 43 + 130 + 446 + 2137],
  ['sectors', taxonomy.sectors, 21 + 88 + 245 + 567 + 1791],
  ['regions', taxonomy.regions, 38 + 514 + 7285],
  ['licences', taxonomy.licences, 41],
  ['accommodations', taxonomy.accommodations, 29],
  ['concepts', taxonomy.concepts, concepts],
]

for (const [name, register, size] of REGISTERS) {
  t.test(`${name}: holds ${size} items and finds every one by its code`, async t => {
    t.equal(register.size, size)
    const astray: string[] = []
    for (let index = 0; index < register.size; index++) {
      const code = register.codeAt(index)
      const item = register.at(index)
      const spellings = [code, code.toLowerCase(), ` ${code.toUpperCase()} `]
      if (item.code !== code || item.index !== index || spellings.some(spelling => register.indexOf(spelling) !== index)) astray.push(code)
    }
    t.same(astray, [])
  })

  t.test(`${name}: refuses an index outside it and a code it does not know`, async t => {
    for (const index of [-1, size, 0.5, NaN, Infinity]) {
      t.throws(() => register.at(index), RangeError)
      t.throws(() => register.codeAt(index), RangeError)
    }
    for (const code of ['', ' ', '.', '@', '__proto__', 'constructor', 'toString', '\0', '💼', 'x'.repeat(1_000_000)]) {
      t.equal(register.indexOf(code), -1, JSON.stringify(code.slice(0, 20)))
      t.equal(register.get(code), undefined)
      // A word that begins like it may be a name: `protokol`.
      if (code !== '__proto__') t.same(register.find(code), [])
    }
    t.equal(register.indexOf(undefined as unknown as string), -1)
    t.throws(() => register.find('a', -1), RangeError)
  })
}

t.test('units: keeps standard and confidence of both harvests', async t => {
  const units = Array.from({ length: taxonomy.units.size }, (_, index) => taxonomy.units.at(index))
  const count = (keep: (unit: typeof units[number]) => boolean): number => units.filter(keep).length
  t.same(
    ['kbli', 'lama', 'catc-asean', 'standar-khusus', 'standar-internasional', 'permen-esdm'].map(format => count(unit => unit.format === format)),
    [1217, 360, 60, 21, 46, 12]
  )
  t.equal(count(unit => unit.skkni), 1217 + 360)
  t.ok(units.every(unit => unit.skkni === (unit.format === 'kbli' || unit.format === 'lama')))
  t.same(['official', 'multi', 'single'].map(confidence => count(unit => unit.confidence === confidence)), [626, 233, 857])
  t.ok(units.every(unit => unit.decree === null || unit.year === Number(unit.decree.split('/')[1])))
  t.ok(units.every(unit => unit.sector === (unit.format === 'kbli' ? unit.plainCode[0] : null)))
})

t.test('clusters: hold every unit of their scheme once, in its order', async t => {
  const cluster = taxonomy.clusters.get('ciamis-1')!
  t.match(cluster, { title: 'Otomatisasi dan Tata Kelola Perkantoran', kind: 'kkni', kkni: 2 })
  t.equal(cluster.units.length, 28)
  t.equal(taxonomy.units.codeAt(cluster.units[0]!), 'N.821100.001.02')
  for (let index = 0; index < taxonomy.clusters.size; index++) {
    const { units } = taxonomy.clusters.at(index)
    t.ok(units.length > 0 && new Set(units).size === units.length)
  }
  t.match(taxonomy.clusters.get('dks-1'), { occupation: '2521', sector: '63111', kkni: null })
})

t.test('a scheme that prints a shared code means the unit of its own trade', async t => {
  const keysOf = (cluster: string): string[] => taxonomy.clusters.get(cluster)!.units.map(unit => taxonomy.units.codeAt(unit))
  t.ok(keysOf('kplpm-1').includes('M.741000.010.01@53/2014'))
  t.ok(keysOf('sidang-dm').includes('M.702090.001.01@389/2013'))
  t.ok(keysOf('dks-22').includes('M.702090.001.01@349/2014'))
  t.ok(keysOf('dks-22').includes('M.702090.003.01@-'))
})

t.test('licences: cover what the traffic law says they cover', async t => {
  const covered = (code: string): string[] => taxonomy.licences.get(code)!.covers.map(index => taxonomy.licences.codeAt(index))
  t.same(covered('sim-a'), [])
  t.same(covered('sim-b1'), ['sim-a'])
  t.same(covered('sim-b1-umum'), ['sim-a', 'sim-a-umum', 'sim-b1'])
  t.same(covered('sim-b2'), ['sim-a', 'sim-b1'])
  t.same(covered('sim-b2-umum'), ['sim-a', 'sim-a-umum', 'sim-b1', 'sim-b1-umum', 'sim-b2'])
})

t.test('accommodations fit a bit set of 31', async t => {
  t.ok(taxonomy.accommodations.size <= 31)
})

t.test('provenance: names source, date, licence and trust of every table', async t => {
  t.match(taxonomy.version, /^\d{4}\.\d{2}-[0-9a-f]{12}$/)
  for (const table of taxonomy.provenance) {
    t.match(table, { table: /./, source: /./, edition: /./, licence: /./, collected: /^\d{4}-\d\d-\d\d$/, trust: /./ })
    t.ok(table.rows > 0)
  }
  t.equal(taxonomy.provenance.find(({ table }) => table === 'units')!.rows, taxonomy.units.size)
})
