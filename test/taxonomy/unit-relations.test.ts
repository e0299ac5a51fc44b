import t from 'tap'
import { loadTaxonomy } from '@padan/taxonomy'
import type { Relative } from '@padan/taxonomy'

const { units, clusters } = await loadTaxonomy()
const all = Array.from({ length: units.size }, (_, index) => units.at(index))

const FAMILIES = [
  ['M.74100.', 'M.741000.'], ['C.25LAS01.', 'C.24LAS01.'], ['OTO.SM', 'G.45TSM'], ['OTO.KR', 'G.45OTO'], ['PAR.HT', 'I.55HDR00.'],
  ['PAR.HT', 'D1.'], ['PAR.HT', 'D2.'], ['I.55HDR00.', 'D1.'], ['I.55HDR00.', 'D2.'], ['TIK.OP', 'J.63OPR'],
]

t.test('every relation is what the rules give for the pair, worked out afresh', async t => {
  const names = all.map(({ title }) => title.normalize('NFKD').replace(/\p{M}|['`‘’ʼ´]/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(word => word !== ''))
  const schemes = all.map((_, unit) => Array.from({ length: clusters.size }, (_, index) => clusters.at(index)).filter(cluster => cluster.units.includes(unit)))
  const stems = all.map(({ plainCode, format }) => format === 'kbli' || format === 'lama' ? /^(.*\.\d{3})\.\d{1,2}$/.exec(plainCode)?.[1] : undefined)

  function expected (a: number, b: number): Omit<Relative, 'held'> | undefined {
    const [wordsA, wordsB] = [new Set(names[a]), new Set(names[b])]
    const common = [...wordsA].filter(word => wordsB.has(word)).length
    if (stems[a] !== undefined && stems[a] === stems[b] && common / (wordsA.size + wordsB.size - common) >= 0.5) {
      return { perMille: 900, reason: 'version', via: all[b]!.code }
    }
    if (names[a]!.join(' ') === names[b]!.join(' ')) {
      const isTwin = FAMILIES.some(([left, right]) => [[a, b], [b, a]].some(([x, y]) => all[x!]!.plainCode.startsWith(left!) && all[y!]!.plainCode.startsWith(right!)))
      return isTwin ? { perMille: 900, reason: 'twin', via: all[b]!.code } : { perMille: 700, reason: 'same-title', via: all[a]!.title }
    }
    const shared = schemes[a]!.filter(cluster => schemes[b]!.includes(cluster) || schemes[b]!.some(({ code }) => code === cluster.code))
    if (shared.length === 0) return undefined
    const either = schemes[a]!.length + schemes[b]!.length - shared.length
    return { perMille: Math.floor(200 + 200 * shared.length / either), reason: 'cluster', via: shared[0]!.code }
  }

  let relations = 0
  for (let wanted = 0; wanted < units.size; wanted++) {
    const list: Relative[] = []
    for (let held = 0; held < units.size; held++) {
      const relation = held === wanted ? undefined : expected(wanted, held)
      if (relation !== undefined) list.push({ held, ...relation })
    }
    list.sort((a, b) => b.perMille - a.perMille || (all[a.held]!.code < all[b.held]!.code ? -1 : 1))
    if (JSON.stringify(units.relatives(wanted)) !== JSON.stringify(list.slice(0, 32))) {
      t.same(units.relatives(wanted), list.slice(0, 32), all[wanted]!.code)
      break
    }
    relations += list.length
  }
  t.ok(relations > 15_000)
})

t.test('relatives keep to their bounds', async t => {
  for (let unit = 0; unit < units.size; unit++) {
    const relatives = units.relatives(unit)
    if (relatives !== units.relatives(unit) || !Object.isFrozen(relatives)) t.fail('not the same frozen array')
    if (relatives.length > 32) t.fail('more than 32')
    if (new Set(relatives.map(({ held }) => held)).size !== relatives.length) t.fail('one held twice')
    for (const { held, perMille } of relatives) {
      if (held === unit || perMille < 200 || perMille > 999 || !Number.isInteger(perMille)) t.fail(all[unit]!.code)
    }
  }
  t.throws(() => units.relatives(-1), RangeError)
  t.throws(() => units.relatives(units.size), RangeError)
})

t.test('relations hold both ways, save where a full list pushed one out', async t => {
  for (let unit = 0; unit < units.size; unit++) {
    for (const { held, perMille, reason } of units.relatives(unit)) {
      const back = units.relatives(held)
      const same = back.find(relative => relative.held === unit)
      if (same === undefined ? back.length < 32 : same.perMille !== perMille || same.reason !== reason) t.fail(`${all[unit]!.code} ${all[held]!.code}`)
    }
  }
})

t.test('known pairs are related as they should be', async t => {
  const relation = (wanted: string, held: string): Relative | undefined =>
    units.relatives(units.indexOf(wanted)).find(relative => relative.held === units.indexOf(held))
  t.match(relation('J.611000.015.01', 'J.611000.015.02'), { reason: 'version', perMille: 900, via: 'J.611000.015.02' })
  t.match(relation('M.74100.009.02', 'M.741000.009.02'), { reason: 'twin', perMille: 900 })
  t.match(relation('C.24LAS01.028.1', 'C.25LAS01.028.1'), { reason: 'twin', perMille: 900 })
  t.match(relation('PAR.HT02.028.01', 'D1.HHK.CL3.03'), { reason: 'twin', perMille: 900 })
  t.match(relation('JIP.SM03.001.01', 'TAN.KS02.010.01'), { reason: 'same-title', perMille: 700, via: 'Membuat laporan' })
  // One number, two decrees, two trades.
  t.equal(relation('M.741000.001.01', 'M.741000.001.02'), undefined)
})
