import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { NOWHERE, placeStable, verifyStable, type Market } from '@padan/matcher/placement'
import { cappedMarkets } from './capped-markets.ts'
import { fixedOffers, isStable, mayGo, naiveChoice, offersOf } from './naive-choice.ts'
import { everyPlacement, strictOrders } from './naive-stable.ts'

const SEED = 20_261_122
const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed: SEED })
t.test('choice is substitutable and consistent, and never takes fewer out of more', async () => {
  fc.assert(fc.property(cappedMarkets, fc.nat(), fc.nat(), ({ market, options }, some, more) => {
    const { options: terms } = placeStable(market, options)
    const choose = naiveChoice(market, terms)
    const all = offersOf(market, terms)
    const fixed = fixedOffers(market, terms)
    const few = [...fixed, ...all.filter((_, at) => (some >> at) % 2 === 1)]
    const many = [...few, ...all.filter((offer, at) => (more >> at) % 2 === 1 && !few.includes(offer))]
    const ofFew = choose(few)
    const ofMany = choose(many)
    ok(ofMany.length >= ofFew.length)
    for (const offer of few) ok(ofFew.includes(offer) || !ofMany.includes(offer))
    deepStrictEqual(new Set(choose(ofMany)), new Set(ofMany))
  }), runs(4000))
})

t.test('the placement is stable under caps and reserves, and nobody is placed better in any other stable one', async () => {
  let numStable = 0
  fc.assert(fc.property(cappedMarkets, ({ market, options }) => {
    const placed = placeStable(market, options)
    const { ofSeeker } = strictOrders(market, placed.options.ties)
    const own = [...placed.vacancyOf]
    const stable = [...everyPlacement(mayGo(market, placed.options))].filter(where => isStable(market, placed.options, where))
    ok(stable.some(where => String(where) === String(own)))
    for (const where of stable) {
      where.forEach((to, seeker) => {
        deepStrictEqual(to === NOWHERE, own[seeker] === NOWHERE)
        ok(to === own[seeker] || ofSeeker(seeker, own[seeker]!, to) < 0)
      })
    }
    numStable += stable.length
    deepStrictEqual(verifyStable(market, placed).violations, [])
  }), runs(2500))
  t.ok(numStable > 2600, `${numStable}: some markets have several stable placements`)
})

t.test('the verifier accepts exactly the stable placements', async () => {
  fc.assert(fc.property(cappedMarkets, fc.nat(), ({ market, options }, pick) => {
    const placed = placeStable(market, options)
    const all = [...everyPlacement(mayGo(market, placed.options))]
    for (const where of [all[pick % all.length]!, all[(7 * pick) % all.length]!, nudged([...placed.vacancyOf], pick, mayGo(market, placed.options))]) {
      deepStrictEqual(verifyStable(market, { ...placed, vacancyOf: Int32Array.from(where) }).ok, isStable(market, placed.options, where), String(where))
    }
  }), runs(4000))
})

t.test('a higher cap of an outermost set leaves nobody worse off', async () => {
  fc.assert(fc.property(cappedMarkets, fc.nat(), ({ market, options }, pick) => {
    const { caps = [] } = options
    if (caps.length === 0) return
    const inner = caps.flatMap(({ members }) => members.map(member => 'setId' in member ? member.setId : null))
    const wider = caps.map((cap, at) => at === pick % caps.length && !inner.includes(cap.id) ? { ...cap, atMost: cap.atMost! + 1 } : cap)
    noWorse(market, placeStable(market, options).vacancyOf, placeStable(market, { ...options, caps: wider }).vacancyOf)
  }), runs(2000))
})

t.test('nobody is worse off under caps and reserves when another seeker leaves', async () => {
  fc.assert(fc.property(cappedMarkets, fc.nat(), ({ market, options }, pick) => {
    const leaver = market.seekers[pick % Math.max(1, market.seekers.length)]
    if (leaver === undefined || options.fixed?.some(({ seekerId }) => seekerId === leaver)) return
    noWorse(market, placeStable(market, options).vacancyOf, placeStable(market, { ...options, withdrawn: { seekers: [leaver] } }).vacancyOf, market.seekers.indexOf(leaver))
  }), runs(2000))
})

t.test('nobody gains by a false list under caps and reserves', async () => {
  fc.assert(fc.property(cappedMarkets, fc.nat(), fc.array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 }), fc.nat({ max: 7 }), ({ market, options }, pick, ranks, kept) => {
    const liar = pick % Math.max(1, market.seekers.length)
    if (market.seekers.length === 0) return
    const seekerRank = market.seekerRank?.slice() ?? new Uint32Array(market.vacancy.length)
    const refusals: { seekerId: string, vacancyId: string, by: 'seeker' }[] = []
    for (let pair = market.start[liar]!; pair < market.start[liar + 1]!; pair++) {
      const vacancy = market.vacancy[pair]!
      seekerRank[pair] = ranks[vacancy]!
      const fixedHere = options.fixed?.some(({ seekerId }) => seekerId === market.seekers[liar]) ?? false
      if (!fixedHere && (kept >> vacancy) % 2 === 0) refusals.push({ seekerId: market.seekers[liar]!, vacancyId: market.vacancies[vacancy]!, by: 'seeker' })
    }
    const honest = placeStable(market, options)
    const lied = placeStable({ ...market, seekerRank }, { ...options, refusals }).vacancyOf[liar]!
    const { ofSeeker } = strictOrders(market, honest.options.ties)
    ok(lied === NOWHERE || (honest.vacancyOf[liar] !== NOWHERE && ofSeeker(liar, honest.vacancyOf[liar]!, lied) <= 0))
  }), runs(3000))
})

function nudged (where: number[], pick: number, options: readonly (readonly number[])[]): number[] {
  const seeker = pick % Math.max(1, where.length)
  return where.map((to, at) => at === seeker ? options[at]![pick % Math.max(1, options[at]!.length)] ?? NOWHERE : to)
}

function noWorse (market: Market, before: Int32Array, after: Int32Array, but = NOWHERE): void {
  const { ofSeeker } = strictOrders(market, { rule: 'id', seed: null })
  before.forEach((to, seeker) => {
    ok(seeker === but || to === NOWHERE || (after[seeker] !== NOWHERE && ofSeeker(seeker, after[seeker]!, to) <= 0), `${market.seekers[seeker]}`)
  })
}
