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
