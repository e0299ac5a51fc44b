import t from 'tap'
import { checkMarket, marketFromCosts, readAssignment, type CostMarketOptions, type CostMatrix } from '@padan/matcher/placement'

t.test('rows are seekers, columns vacancies, and a gap is no pair', async t => {
  const sparse: (number | null | undefined)[][] = [[3, null, -2], [undefined, 0, 5]]
  const market = marketFromCosts(sparse, { seats: [1, 2, 0] })
  checkMarket(market)
  t.same(market, {
    seekers: ['1', '2'],
    vacancies: ['1', '2', '3'],
    seats: Uint32Array.of(1, 2, 0),
    start: Uint32Array.of(0, 2, 4),
    vacancy: Uint32Array.of(0, 2, 1, 2),
    score: Int32Array.of(-3, 2, 0, -5),
    seekerRank: null,
    vacancyRank: null,
  })
  t.same(marketFromCosts(sparse, { numbers: 'scores', seats: 4 }).score, Int32Array.of(3, -2, 0, 5))
  t.same(marketFromCosts([[1, 2], [3, 4]], { rows: ['a', 'b'], columns: ['x', 'y'] }), marketFromCosts(Int16Array.of(1, 2, 3, 4), { width: 2, rows: ['a', 'b'], columns: ['x', 'y'] }))
  t.same(marketFromCosts([]).start, Uint32Array.of(0))
  t.same(marketFromCosts([[-2_147_483_647, 2_147_483_647]]).score, Int32Array.of(2_147_483_647, -2_147_483_647))
})

t.test('refuses a matrix or options that do not fit', async t => {
  const cases: [unknown, unknown, RegExp][] = [
    [[[1, 2], [3]], {}, /Row 1 has 1 columns and row 0 has 2/],
    [[[1, 2.5]], {}, /Row 0, column 1: expected a whole number.*got 2.5/],
    [[['1']], {}, /Row 0, column 0: .*got 1/],
    [[[2_147_483_648]], {}, /got 2147483648/],
    [[[-2_147_483_648]], {}, /got -2147483648/],
    [[[NaN]], {}, /got NaN/],
    [[[1], 'x'], {}, /Row 1 must be a list of numbers, got string/],
    [[[1]], { width: 1 }, /width goes with a typed array/],
    [Int32Array.of(1, 2, 3), { width: 2 }, /3 numbers, which is no multiple of the width 2/],
    [Int32Array.of(1, 2, 3), {}, /width must be a whole number from 1/],
    ['1 2', {}, /must be a list of rows or a typed array, got string/],
    [null, {}, /got null/],
    [[[1]], { seats: [1, 2] }, /one for each of the 1 columns/],
    [[[1]], { seats: [-1] }, /seats of column 0 must be a whole number/],
    [[[1, 2]], { columns: ['x', 'x'] }, /columns must name each id once, got 'x' again at 1/],
    [[[1, 2]], { columns: ['x'] }, /columns must be a list of 2 ids/],
    [[[1]], { rows: [''] }, /rows must hold ids that are text/],
    [[[1]], { numbers: 'ranks' }, /numbers must be costs or scores/],
    [[[1]], { seat: 1 }, /There is no option 'seat'/],
  ]
  for (const [matrix, options, message] of cases) t.throws(() => marketFromCosts(matrix as CostMatrix, options as CostMarketOptions), message)
})

t.test('reads an assignment problem as the OR-Library writes it', async t => {
  t.same(readAssignment(' 3\r\n 10 20 30 1\n2 3\n\n 4 5\n6'), marketFromCosts([[10, 20, 30], [1, 2, 3], [4, 5, 6]]))
  const cases: [string, RegExp][] = [
    ['', /Line 1: expected the number of rows/],
    ['\n 0', /Line 2: expected a number of rows from 1 to 20000, got 0/],
    ['2\n1 2\n3', /Line 3: expected 2 x 2 costs, but the text ends after 3/],
    ['2\n1 2\n3 4\n\n5', /Line 5: expected the end after 2 x 2 costs, got '5'/],
    ['2\n1 x\n3 4', /Line 2: expected a whole number.*got 'x'/],
    ['1\n1.5', /Line 2: .*got '1.5'/],
    ['1\n99999999999', /Line 2: .*got '99999999999'/],
  ]
  for (const [text, message] of cases) t.throws(() => readAssignment(text), message)
  t.throws(() => readAssignment(undefined as unknown as string), /Expected a text, got undefined/)
})

t.test('reads pairs with their costs, as the OR-Library and DIMACS write sparse problems', async t => {
  const wanted = marketFromCosts([[7, null, 2, null], [null, null, null, -1], [null, 5, null, null], [1, null, null, 9]])
  t.same(readAssignment('4\n1 3 2\n1 1 7\n2 4 -1\n\n3 2 5\n4 1 1\n4 4 9\n'), wanted)
  t.same(readAssignment('4\r\n 1 1 8\r\n 1 3 2\r\n 1 1 7\r\n 2 4 -1\r\n 3 2 5\r\n 4 4 9\r\n 4 1 1'), wanted, 'of a pair that comes twice the lower cost')
  const dimacs = 'c an example\np asn 5 4\nn 1\nn 4\na 1 2 3\na 1 3 -4\na 4 3 0\na 4 5 6\n'
  t.same(readAssignment(dimacs), marketFromCosts([[3, -4, null], [null, 0, 6]], { rows: ['1', '4'], columns: ['2', '3', '5'] }))
  t.same(readAssignment('p asn 2 1\nn 1\na 1 2 5').score, [-5])
  const cases: [string, RegExp][] = [
    ['4\n1 3 2\n5 1 7', /Line 3: expected a row from 1 to 4, got '5'/],
    ['4\n1 0 2', /Line 2: expected a column from 1 to 4, got '0'/],
    ['4\n1 x 2', /Line 2: expected a whole number.*got 'x'/],
    ['3\n1 3 2\n2 1 7', /Line 3: expected 3 x 3 costs, but the text ends after 6/],
    ['c nothing', /expected a line 'p asn NODES ARCS', but there is none/],
    ['p max 3 1', /Line 1: expected one line 'p asn NODES ARCS', got 'p max 3 1'/],
    ['c\nn 1', /Line 2: expected 'p asn NODES ARCS' first, got 'n 1'/],
    ['p asn 2 1\na 1 2 5', /Line 2: node 1 has an arc but no line 'n 1' before it/],
    ['p asn 2 1\nn 1\na 1 1 5', /Line 3: node 1 is a row, and an arc leads to it/],
    ['p asn 2 1\nn 3', /Line 2: expected a node from 1 to 2, got '3'/],
    ['p asn 2 1\nn 1\na 1 2', /Line 3: expected a cost from .*got 'nothing'/],
    ['p asn 2 2\nn 1\na 1 2 5', /The text has 1 arcs, and its line 'p' says 2/],
    ['p asn 2 1\nx', /Line 2: expected a line that begins with c, p, n or a, got 'x'/],
  ]
  for (const [text, message] of cases) t.throws(() => readAssignment(text), message)
})

t.test('a square whose rows are wrapped to three numbers a line is a square, and no list of pairs', async t => {
  const costs = Array.from({ length: 36 }, (_, at) => 1 + at % 6)
  const lines = Array.from({ length: 12 }, (_, line) => costs.slice(3 * line, 3 * line + 3).join(' '))
  const market = readAssignment(`6\n${lines.join('\n')}\n`)
  t.same([...market.score!], costs.map(cost => -cost))
})
