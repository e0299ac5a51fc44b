import fc from 'fast-check'
import t from 'tap'
import { Candidates, SeatFilling } from './inner.ts'

const market = fc.record({
  numSeekers: fc.integer({ min: 0, max: 40 }),
  seats: fc.array(fc.constantFrom(0, 1, 1, 2, 3, 100_000), { maxLength: 70, size: 'max' }),
}).chain(({ numSeekers, seats }) => {
  const pair = fc.tuple(fc.nat(Math.max(0, numSeekers - 1)), fc.nat(Math.max(0, seats.length - 1)))
  const pairs: fc.Arbitrary<Array<[number, number]>> = numSeekers === 0 || seats.length === 0 ? fc.constant([]) : fc.array(pair, { maxLength: 120, size: 'max' })
  return fc.record({ numSeekers: fc.constant(numSeekers), seats: fc.constant(seats), first: pairs, later: pairs })
})

t.test('seats are filled as far as they can be, at once or from an earlier filling on', async t => {
  let later = 0
  t.doesNotThrow(() => fc.assert(fc.property(market, ({ numSeekers, seats, first, later: added }) => {
    const candidates = new Candidates(numSeekers, seats.length)
    const most = (): number => mostPlaced(candidates, seats)
    for (const [seeker, vacancy] of first) candidates.add(seeker, vacancy)
    const now = new SeatFilling(candidates, Int32Array.from(seats))
    const then = new SeatFilling(candidates, Int32Array.from(seats))
    now.fill()
    same(now.numPlaced, most())
    // Twice, to see that a filling that was left and taken up again starts where it should.
    for (const pairs of [added, added.slice(0, added.length >> 1)]) {
      const fresh = pairs.filter(([seeker, vacancy]) => !has(candidates, seeker, vacancy))
      for (const [seeker, vacancy] of fresh) candidates.add(seeker, vacancy)
      then.copy(now)
      then.fill()
      same(then.numPlaced, most())
      if (then.numPlaced > now.numPlaced) later++
      for (const [seeker, vacancy] of fresh) candidates.remove(seeker, vacancy)
    }
    then.copy(now)
    then.fill()
    same(then.numPlaced, now.numPlaced)
  }), { numRuns: 2000, seed: 20_261_128 }))
  t.ok(later > 300, `later candidates fill more: ${later}`)
})

function same (found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`${found} placed, ${wanted} could be`)
}

function has ({ bits, wordsPerRow }: { bits: Uint32Array, wordsPerRow: number }, seeker: number, vacancy: number): boolean {
  return ((bits[seeker * wordsPerRow + (vacancy >> 5)] >>> (vacancy & 31)) & 1) === 1
}

/** One seat after the other, each taken by whoever can be moved into it (Kuhn's method, depth first, the seats one by one). */
function mostPlaced (candidates: { bits: Uint32Array, wordsPerRow: number, numSeekers: number }, seats: readonly number[]): number {
  const slots = seats.flatMap((count, vacancy) => Array.from({ length: Math.min(count, candidates.numSeekers) }, () => vacancy))
  const slotOf = new Map<number, number>()
  const take = (slot: number, seen: Set<number>): boolean => {
    for (let seeker = 0; seeker < candidates.numSeekers; seeker++) {
      if (seen.has(seeker) || !has(candidates, seeker, slots[slot])) continue
      seen.add(seeker)
      if (slotOf.has(seeker) && !take(slotOf.get(seeker)!, seen)) continue
      slotOf.set(seeker, slot)
      return true
    }
    return false
  }
  return slots.filter((_, slot) => take(slot, new Set())).length
}
