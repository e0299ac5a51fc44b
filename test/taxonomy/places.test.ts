import t from 'tap'
import { loadTaxonomy } from '@padan/taxonomy'

const { regions, levels, licences, minimumWage } = await loadTaxonomy()

t.test('a region is found by its dotted code and by its digits', async t => {
  t.same(regions.get('367101'), regions.get('36.71.01'))
  t.match(regions.get('36.71.01'), { name: 'Tangerang', kind: 'district', lat: -6.18882, lng: 106.64064 })
  t.match(regions.get('3671'), { name: 'Kota Tangerang', kind: 'city' })
  t.match(regions.get('36.03'), { name: 'Kabupaten Tangerang', kind: 'regency' })
  t.match(regions.get('36'), { name: 'Banten', kind: 'province', parent: null })
  for (const code of ['367', '36.7', '99', '36.71.99', '3671010001']) t.equal(regions.get(code), undefined, code)
})

t.test('regions nest by their codes and lie in the archipelago', async t => {
  const counts = { province: 0, city: 0, regency: 0, district: 0 }
  for (let index = 0; index < regions.size; index++) {
    const { code, kind, parent, lat, lng } = regions.at(index)
    counts[kind]++
    const parentCode = parent === null ? '' : regions.codeAt(parent)
    if (parentCode !== code.slice(0, -3)) t.fail(code)
    if (!(lat > -12 && lat < 7 && lng > 94 && lng < 142)) t.fail(`${code} lies at ${lat}, ${lng}`)
    if (Number(lat.toFixed(5)) !== lat || Number(lng.toFixed(5)) !== lng) t.fail(`${code} has more than five decimals`)
  }
  t.same(counts, { province: 38, city: 98, regency: 416, district: 7285 })
})

t.test('the minimum wage is the place\'s own, else its regency\'s, else its province\'s', async t => {
  t.match(minimumWage('36.71', 2026), { region: '36.71', year: 2026, rupiah: 5_399_406 })
  t.match(minimumWage('367101', 2026), { region: '36.71', rupiah: 5_399_406 })
  t.match(minimumWage('36.71', 2024), { region: '36', rupiah: 2_727_812 })
  t.equal(minimumWage('36.71', 1999), undefined)
  t.equal(minimumWage('__proto__', 2026), undefined)
  for (let index = 0; index < regions.size; index += 50) {
    const wage = minimumWage(regions.codeAt(index), 2023)
    if (wage !== undefined && !(Number.isInteger(wage.rupiah) && wage.rupiah > 1_000_000)) t.fail(regions.codeAt(index))
  }
})

t.test('levels answer to the names that forms and adverts use', async t => {
  const cases: Array<[typed: string, code: string]> = [
    ['SLTA', 'SMA'], ['sma/smk', 'SMA'], ['MA', 'SMA'], ['STM', 'SMK'], ['SMEA', 'SMK'], ['MTs', 'SMP'], ['SLTP', 'SMP'], ['MI', 'SD'],
    ['S-1', 'S1'], ['s 1', 'S1'], ['D-III', 'D3'], ['D.3', 'D3'], ['D4', 'D4'], ['D-IV', 'D4'], ['Magister', 'S2'],
  ]
  for (const [typed, code] of cases) t.equal(levels.get(typed)?.code, code, typed)
})

t.test('the ladder rises, and general schooling is told apart', async t => {
  const ladder = Array.from({ length: levels.size }, (_, index) => levels.at(index))
  t.same(ladder.map(({ code }) => code), ['TS', 'SD', 'SMP', 'SMA', 'SMK', 'D1', 'D2', 'D3', 'D4', 'S1', 'PROFESI', 'S2', 'S3'])
  t.same(ladder.map(({ rank }) => rank), [0, 1, 2, 3, 3, 4, 5, 6, 7, 7, 8, 9, 10])
  t.same(ladder.filter(({ general }) => general).map(({ code }) => code), ['TS', 'SD', 'SMP', 'SMA'])
})

t.test('licences answer to their usual spellings', async t => {
  for (const typed of ['SIM B1', 'sim-b1', 'SIM B I', 'sim_b1', 'SIMB1']) t.equal(licences.get(typed)?.code, 'sim-b1', typed)
  t.equal(licences.get('AK3 Umum')?.code, 'ak3-umum')
  t.equal(licences.get('Brevet AB')?.code, 'brevet-b')
})
