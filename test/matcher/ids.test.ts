import * as fc from 'fast-check'
import t from 'tap'
import { DistinctLists, IdCollector } from './inner.ts'

/** Few letters, so that ids begin alike and one is the beginning of another; some of two bytes, and of two code units. */
const id = fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', 'ÿ'), maxLength: 6 }), fc.string({ unit: fc.constantFrom('a', '\u0100', '漢', '😀', '\uFF5E'), maxLength: 5 }), fc.nat(5000).map(n => `s-${n}`))
const ids = fc.uniqueArray(id, { maxLength: 400, size: 'max' })

t.test('every id leads to its slot, and none that is not there leads anywhere', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(ids, fc.array(id, { maxLength: 60 }), fc.nat(), (texts, others, turn) => {
    const frozen = freeze(texts, turn)
    const bySlot = texts.map((_, slot) => texts[(slot + turn) % texts.length]!)
    bySlot.forEach((text, slot) => {
      if (frozen.of(slot) !== text || frozen.slotOf(text) !== slot) throw new Error(`'${text}' of slot ${slot}: '${frozen.of(slot)}', ${frozen.slotOf(text)}`)
    })
    for (const other of others) if (!texts.includes(other) && frozen.slotOf(other) !== undefined) throw new Error(`'${other}' was never given`)
  }), { numRuns: 400, seed: 20_261_128 }))
})

t.test('ids of two segments compare as texts do', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(ids, ids, (some, others) => {
    const [one, other] = [freeze(some, 0), freeze(others, 0)]
    some.slice(0, 30).forEach((a, slot) => others.slice(0, 30).forEach((b, otherSlot) => {
      if (Math.sign(one.compare(slot, other, otherSlot)) !== (a < b ? -1 : a > b ? 1 : 0)) throw new Error(`'${a}' and '${b}'`)
    }))
  }), { numRuns: 200, seed: 20_261_128 }))
})

t.test('ids copied from a segment are the same, in one byte or in two', async t => {
  for (const texts of [['a', 'ÿ'], ['a', '漢'], ['']]) {
    const copies = new IdCollector()
    texts.forEach((_, slot) => copies.copy(freeze(texts, 0), slot))
    const frozen = copies.finish(Uint32Array.from(texts, (_, slot) => slot))
    t.same(texts.map((_, slot) => frozen.of(slot)), texts)
    t.equal(frozen.units.BYTES_PER_ELEMENT, texts.includes('漢') ? 2 : 1)
  }
})

t.test('equal lists have one number, different ones their own, in the order they come', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: -2, max: 3 }), { maxLength: 4 }), { maxLength: 300, size: 'max' }), given => {
    const lists = new DistinctLists()
    const numbers = new Map<string, number>()
    for (const list of given) {
      const key = JSON.stringify(list)
      if (!numbers.has(key)) numbers.set(key, numbers.size)
      if (lists.numberOf(list) !== numbers.get(key)) throw new Error(`${key} is ${lists.numberOf(list)}, expected ${numbers.get(key)}`)
    }
    const { start, items } = lists.flat()
    for (const [key, number] of numbers) if (JSON.stringify([...items.subarray(start[number], start[number + 1])]) !== key) throw new Error(`${key} is not kept`)
  }), { numRuns: 400, seed: 20_261_128 }))
})

/** Ids as they are given, turned round by so many. */
function freeze (texts: readonly string[], turn: number) {
  const collector = new IdCollector()
  for (const text of texts) collector.add(text)
  return collector.finish(Uint32Array.from(texts, (_, slot) => (slot + turn) % texts.length))
}
