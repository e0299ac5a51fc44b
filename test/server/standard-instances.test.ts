import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { dice } from '../matcher/placement/best-markets.ts'
import { run } from './child.ts'

t.setTimeout(1_800_000)

interface Planted {
  costs: number[][]
  /** The least total, known from how the costs were made. */
  least: number
  /** The column of each row in the one assignment that costs so little. */
  columns: number[]
}

/** Costs that are row price + column price on a hidden permutation and more elsewhere: the two sets of prices prove the hidden assignment least, and the only one. */
function planted (size: number, seed: number): Planted {
  const roll = dice(seed)
  const columns = Array.from({ length: size }, (_, at) => at)
  for (let at = size - 1; at > 0; at--) {
    const other = roll(at + 1)
    const kept = columns[at]!
    columns[at] = columns[other]!
    columns[other] = kept
  }
  const [rowPrice, columnPrice] = [0, 0].map(() => Array.from({ length: size }, () => 1 + roll(100))) as [number[], number[]]
  const costs = rowPrice.map((price, row) => columnPrice.map((other, column) => price + other + (columns[row] === column ? 0 : 1 + roll(60))))
  return { costs, columns, least: [...rowPrice, ...columnPrice].reduce((a, b) => a + b) }
}

/** Of each row the hidden pair and every fourth other. */
function sparse ({ costs, columns }: Planted): Array<[row: number, column: number, cost: number]> {
  return costs.flatMap((row, at) => row.flatMap((cost, column): Array<[number, number, number]> => columns[at] === column || (at + column) % 4 === 0 ? [[at + 1, column + 1, cost]] : []))
}

async function placed (file: string, ...args: string[]): Promise<{ certificate: Record<string, unknown>, places: string[] }> {
  const out = `${file}.placement.json`
  const { code, stderr } = await run(['place', ...args, file, '--out', out])
  if (code !== 0) throw new Error(stderr)
  const { certificate, verdict, seekers } = JSON.parse(readFileSync(out, 'utf8'))
  if (verdict.ok !== true) throw new Error('The verifier objects.')
  return { certificate, places: seekers.map(({ vacancyId }: { vacancyId: string }) => vacancyId) }
}

t.test('cost matrices of known optimum come out at it, whatever the format', async t => {
  const one = planted(60, 7)
  const two = planted(48, 8)
  const size = 40
  const products = Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => (row + 1) * (column + 1)))
  const text = (costs: readonly number[][]): string => [costs.length, ...costs.map(row => ` ${row.join(' ')}`)].join('\n') + '\n'
  const folder = t.testdir({
    'assign.txt': text(one.costs),
    'matrix.csv': one.costs.map(row => row.join(',')).join('\n') + '\n',
    'matrix.json': JSON.stringify({ matrix: one.costs }),
    'sparse.txt': [two.costs.length, ...sparse(two).map(arc => arc.join(' '))].join('\n') + '\n',
    'sparse.asn': ['c hidden optimum', `p asn ${2 * two.costs.length} ${sparse(two).length}`, ...two.costs.map((_, row) => `n ${row + 1}`), ...sparse(two).map(([row, column, cost]) => `a ${row} ${two.costs.length + column} ${cost}`)].join('\n') + '\n',
    'products.txt': text(products),
  })
  const people = ['--method', 'best', '--objective', 'people-first', '--costs']
  for (const [file, { least, columns }, before] of [['assign.txt', one, 0], ['matrix.csv', one, 0], ['matrix.json', one, 0], ['sparse.txt', two, 0], ['sparse.asn', two, two.costs.length]] as const) {
    const { certificate, places } = await placed(join(folder, file), ...people)
    t.match(certificate, { total: -least, placed: columns.length }, file)
    t.same(places, columns.map(column => String(before + column + 1)), file)
  }
  // Machol and Wien (1976): i times j costs the least in opposite order.
  t.match((await placed(join(folder, 'products.txt'), ...people)).certificate, { total: -size * (size + 1) * (size + 2) / 6 }, 'products')
  const { stdout } = await run(['place', ...people, join(folder, 'assign.txt')])
  t.same(stdout.trim().split('\n').slice(1).map(row => Number(row.split(',')[1])), one.columns.map(column => column + 1), 'as CSV')
})

t.test('preference lists of known outcome come out at it, whatever the format', async t => {
  const roll = dice(9)
  // All hospitals take residents in the same order, so the first chooses first: the outcome is that of taking turns.
  const [numResidents, numHospitals] = [50, 6]
  const seats = Array.from({ length: numHospitals }, () => 3 + roll(8))
  const lists = Array.from({ length: numResidents }, () => Array.from({ length: numHospitals }, (_, at) => at).sort((a, b) => (a * 7 + roll(50)) - (b * 7 + roll(50))).slice(0, 2 + roll(5)))
  const left = [...seats]
  const turns = lists.map(list => {
    const to = list.find(hospital => left[hospital]! > 0)
    if (to === undefined) return null
    left[to]!--
    return String(to + 1)
  })
  const order = (hospital: number): number[] => lists.flatMap((list, resident) => list.includes(hospital) ? [resident + 1] : [])
  const folder = t.testdir({
    // Gale and Shapley (1962), example 2: one stable placement, though nobody on either side has their first.
    'gale-shapley.txt': '4 4\n1: 1 2 3 4\n2: 1 4 3 2\n3: 2 1 3 4\n4: 4 2 3 1\n1: 1: 4 3 1 2\n2: 1: 2 4 1 3\n3: 1: 4 1 2 3\n4: 1: 3 2 1 4\n',
    'turns.txt': [`${numResidents} ${numHospitals}`, ...lists.map((list, at) => `${at + 1}: ${list.map(hospital => hospital + 1).join(' ')}`), ...seats.map((some, at) => `${at + 1}: ${some}: ${order(at).join(' ')}`)].join('\n') + '\n',
    'turns.json': JSON.stringify({
      residents: Object.fromEntries(lists.map((list, at) => [at + 1, list.map(hospital => hospital + 1)])),
      hospitals: Object.fromEntries(seats.map((_, at) => [at + 1, order(at)])),
      capacities: Object.fromEntries(seats.map((some, at) => [at + 1, some])),
    }),
    'named.json': JSON.stringify({ seekers: [{ id: 'α', prefers: ['A', 'B', 'C'] }, { id: 'β', prefers: ['B', 'C', 'A'] }, { id: 'γ', prefers: ['C', 'A', 'B'] }], vacancies: [{ id: 'A', seats: 1, prefers: ['β', 'γ', 'α'] }, { id: 'B', seats: 1, prefers: ['γ', 'α', 'β'] }, { id: 'C', seats: 1, prefers: ['α', 'β', 'γ'] }] }),
  })
  t.same((await placed(join(folder, 'gale-shapley.txt'), '--preferences')).places, ['3', '4', '1', '2'])
  t.same((await placed(join(folder, 'named.json'), '--preferences')).places, ['A', 'B', 'C'], 'example 1: whoever asks has the first choice')
  for (const file of ['turns.txt', 'turns.json']) t.same((await placed(join(folder, file), '--preferences')).places, turns, file)
  t.ok(turns.includes(null), 'somebody is left out')
})
