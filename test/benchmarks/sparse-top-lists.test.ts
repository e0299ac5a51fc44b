import fc from 'fast-check'
import t from 'tap'
import { sparseRows, sparseTopLists, transposed } from './built.ts'

const SIZE = 6
const matrix = fc.array(fc.array(fc.nat(3), { minLength: SIZE, maxLength: SIZE }), { minLength: 1, maxLength: 8 })

t.test('top lists of a sparse product are those of the product', async t => {
  fc.assert(fc.property(matrix, matrix, fc.integer({ min: 1, max: 5 }), (left, right, limit) => {
    const lists: { row: number, score: number }[][] = []
    sparseTopLists(sparse(left), transposed(sparse(right)), limit, (row, best) => { lists[row] = best })
    t.equal(lists.length, left.length)
    for (const [row, list] of lists.entries()) {
      const product = right.map(other => other.reduce((sum, value, at) => sum + value * left[row][at], 0))
      t.same(list.map(({ score }) => score), product.filter(value => value > 0).sort((a, b) => b - a).slice(0, limit))
      t.ok(list.every(one => product[one.row] === one.score))
    }
  }), { seed: 3671, numRuns: 100 })
})

function sparse (rows: readonly (readonly number[])[]): ReturnType<typeof sparseRows> {
  return sparseRows(SIZE, rows.map(row => row.flatMap((value, column) => value === 0 ? [] : [{ column, value }])))
}
