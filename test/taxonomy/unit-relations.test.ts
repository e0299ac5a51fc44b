import { readFileSync } from 'node:fs'
import t from 'tap'
import { loadTaxonomy, parseCatalogue } from '@padan/taxonomy'
import type { Relative } from '@padan/taxonomy'
import { readTitle, roughRoot } from './inner.ts'

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
  const read = all.map(({ title }) => readTitle(title))
  const holders = new Map<string, number>()
  for (const root of read.flatMap(({ roots }) => roots)) holders.set(root, (holders.get(root) ?? 0) + 1)
  const weight = (root: string): number => Math.floor(Math.log2(Math.floor(units.size / holders.get(root)!))) + 1
  const sum = (roots: readonly string[]): number => roots.reduce((total, root) => total + weight(root) ** 2, 0)

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
    const [left, right] = [read[a]!, read[b]!]
    const names1 = left.head !== '' && right.roots.includes(left.head)
    const names2 = right.head !== '' && left.roots.includes(right.head)
    if (left.manner !== right.manner || (!names1 && !names2)) return undefined
    const both = left.roots.filter(root => right.roots.includes(root))
    const cosine = sum(both) / Math.sqrt(sum(left.roots) * sum(right.roots))
    if (cosine >= (names1 && names2 ? 0.4 : 0.65)) {
      const via = names[a]!.filter(word => right.roots.includes(roughRoot(word))).join(' ')
      return { perMille: Math.floor(200 + 400 * Math.min(1, (cosine - 0.4) / (1 - 0.4))), reason: 'wording', via }
    }
    const shared = schemes[a]!.filter(cluster => schemes[b]!.some(({ code }) => code === cluster.code))
    if (shared.length === 0 || !names1 || !names2) return undefined
    const either = schemes[a]!.length + schemes[b]!.length - shared.length
    return { perMille: Math.floor(200 + 100 * shared.length / either), reason: 'cluster', via: shared[0]!.code }
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
  t.ok(relations > 4_000)
})

t.test('teaching, selling and supervising a thing is not doing it, and one action is not another thing', async t => {
  const titles = [
    'Melakukan Komunikasi', 'Mengajar Komunikasi', 'Mengelas Pipa Baja', 'Melatih Pengelasan Pipa Baja', 'Mengoperasikan Gudang', 'Mengawasi Operasional Gudang',
    'Merawat Sistem Rem', 'Memperbaiki Sistem Rem', 'Merawat Sistem Kemudi', 'Menjual Mesin Jahit', 'Memperbaiki Mesin Jahit',
  ]
  const catalogue = parseCatalogue(JSON.stringify({ units: titles.map((title, place) => ({ code: `X.99ABC01.${String(place + 1).padStart(3, '0')}.1`, title })) }), 'json')
  const own = await loadTaxonomy({ catalogues: [catalogue], base: false })
  const related = titles.map((_, unit) => own.units.relatives(unit).map(({ held }) => titles[held]))
  t.same(related[titles.indexOf('Merawat Sistem Rem')], ['Memperbaiki Sistem Rem'])
  t.same(related[titles.indexOf('Memperbaiki Sistem Rem')], ['Merawat Sistem Rem'])
  titles.forEach((title, unit) => { if (!title.endsWith('Rem')) t.same(related[unit], [], title) })
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
  t.match(relation('OTO.KR04.002.01', 'OTO.KR04.003.01'), { reason: 'wording', via: 'rem' })
  t.match(relation('C.23FCP05.002.1', 'G.47PEI00.017.1'), { reason: 'wording' })
  t.equal(relation('OTO.KR04.009.01', 'OTO.KR04.014.01'), undefined, 'steering is not suspension')
  t.equal(relation('N.82ADM00.066.3', 'N.82ADM00.075.3'), undefined, 'one scheme, nothing else in common')
  // One number, two decrees, two trades.
  t.equal(relation('M.741000.001.01', 'M.741000.001.02'), undefined)
})

t.test('most of the labelled pairs are told apart', async t => {
  const lines = readFileSync(new URL('../../../packages/taxonomy/compile/evaluation/unit-pairs.csv', import.meta.url), 'utf8').trim().split('\n').slice(1)
  const labelled = lines.map(line => line.split(',')).filter(([, , label]) => label !== 'unclear')
  const said = labelled.filter(([left, right]) => units.relatives(units.indexOf(left!)).some(({ held }) => held === units.indexOf(right!)))
  const right = said.filter(([, , label]) => label === 'yes').length
  t.ok(right / said.length >= 0.85, `precision ${right / said.length}`)
  t.ok(right / labelled.filter(([, , label]) => label === 'yes').length >= 0.65, `recall over ${labelled.length}`)
})
