import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { colourEdges } from '@padan/matcher/fair'

const graph = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })).chain(([numLeft, numRight]) => fc.record({
  numLeft: fc.constant(numLeft),
  numRight: fc.constant(numRight),
  edges: fc.array(fc.tuple(fc.nat(numLeft - 1), fc.nat(numRight - 1)), { maxLength: 60 }),
}))

t.test('the greatest degree is as many colours as are needed, and no two edges at one vertex are alike', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(graph, ({ numLeft, numRight, edges }) => {
    const left = Uint32Array.from(edges, ([a]) => a)
    const right = Uint32Array.from(edges, ([, b]) => b)
    const degree = Math.max(0, ...left.map(a => edges.filter(edge => edge[0] === a).length), ...right.map(b => edges.filter(edge => edge[1] === b).length))
    const colour = colourEdges({ left, right, numLeft, numRight }, degree)
    ok(colour.every(one => one < degree))
    deepStrictEqual(new Set(edges.map(([a], n) => `${a} ${colour[n]}`)).size, edges.length)
    deepStrictEqual(new Set(edges.map(([, b], n) => `${b} ${colour[n]}`)).size, edges.length)
    if (degree > 0) {
      let refused = false
      try { colourEdges({ left, right, numLeft, numRight }, degree - 1) } catch (error) { refused = error instanceof RangeError }
      ok(refused, 'one colour fewer is refused')
    }
  }), { numRuns: 3000, seed: 11 }))
})
