import * as fc from 'fast-check'
import t from 'tap'
import { SegmentedStore } from './inner.ts'

interface Fact {
  id: string
  version: number
}

type Frozen = ReturnType<typeof segmentOf>

/** Facts as they are given, frozen without an index. */
function segmentOf (facts: readonly Fact[]) {
  const slots = new Map(facts.map(({ id }, slot) => [id, slot]))
  return {
    size: facts.length,
    ids: { of: (slot: number) => facts[slot]!.id, slotOf: (id: string) => slots.get(id) } as never,
    dead: new Uint8Array(facts.length),
    numDead: 0,
    factsAt: (slot: number) => facts[slot]!,
  }
}

function draft () {
  const facts: Fact[] = []
  return {
    get size () {
      return facts.length
    },
    add: (fact: Fact) => { facts.push(fact) },
    take: (segment: Frozen, slot: number) => { facts.push(segment.factsAt(slot)) },
    freeze: () => segmentOf(facts),
  }
}

const MOST = 40
const someIds = fc.array(fc.integer({ min: 0, max: 300 }).map(String), { minLength: 1, maxLength: 120 })
const step = fc.oneof(
  someIds.map(ids => ({ kind: 'put' as const, ids })),
  someIds.map(ids => ({ kind: 'delete' as const, ids })),
  fc.constant({ kind: 'ask' as const, ids: [] })
)

t.test('no segment grows beyond its bound, and each record stands in one of them as it was put last', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), steps => {
    const store = new SegmentedStore<Fact, Frozen>(draft, MOST)
    const expected = new Map<string, number>()
    steps.forEach(({ kind, ids }, version) => {
      if (kind === 'put') {
        store.put([...new Set(ids)].map(id => ({ id, version })), ids.length)
        for (const id of ids) expected.set(id, version)
      } else if (kind === 'delete') {
        for (const id of ids) if (store.delete(id) !== expected.delete(id)) throw new Error(`delete of ${id}`)
      } else {
        store.segments()
      }
    })
    const segments = store.segments()
    const alive = segments.flatMap(({ size, dead, factsAt }) => Array.from({ length: size }, (_, slot) => slot).filter(slot => dead[slot] === 0).map(factsAt))
    if (segments.some(({ size }) => size > MOST)) throw new Error(`a segment of ${Math.max(...segments.map(({ size }) => size))}`)
    if (alive.length !== expected.size || store.size !== expected.size) throw new Error(`${alive.length} alive, ${store.size} counted, ${expected.size} expected`)
    for (const { id, version } of alive) if (expected.get(id) !== version) throw new Error(`${id} is of version ${version}`)
  }), { numRuns: 3000, seed: 4 }))
})
