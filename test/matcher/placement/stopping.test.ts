import t from 'tap'
import { planFair, verifyPlan, whyNoInterviewOf, type Fair } from '@padan/matcher/fair'
import { marketReport, NOWHERE, placeBest, placeStable, recommendAll, verifyLists, verifyPlacement, whyNotOf, type Market, type RunOptions } from '@padan/matcher/placement'

const PEOPLE = 6000
/** Everybody with two vacancies of their own and one that all want. */
const market: Market = {
  seekers: Array.from({ length: PEOPLE }, (_, one) => `s${one}`),
  vacancies: Array.from({ length: 61 }, (_, one) => `v${one}`),
  seats: new Uint32Array(61).fill(50),
  start: Uint32Array.from({ length: PEOPLE + 1 }, (_, one) => 2 * one),
  vacancy: Uint32Array.from({ length: 2 * PEOPLE }, (_, pair) => pair % 2 === 0 ? (pair >> 1) % 60 : 60),
  score: Int32Array.from({ length: 2 * PEOPLE }, (_, pair) => pair % 97),
  seekerRank: null,
  vacancyRank: null,
}
const fair: Fair = { slots: ['1', '2', '3'], booths: market.vacancies.map(id => ({ id, vacancies: [id], tables: 30 })) }
const stable = placeStable(market)
const best = placeBest(market)
const lists = recommendAll(market, { limit: 1 })
const plan = planFair(market, fair)

const LONG: Record<string, (options: RunOptions) => unknown> = {
  'verifyPlacement, stable': options => verifyPlacement(market, stable, options),
  'verifyPlacement, best': options => verifyPlacement(market, best, options),
  verifyLists: options => verifyLists(market, lists, options),
  verifyPlan: options => verifyPlan(market, fair, plan, options),
  'marketReport of a placement': options => marketReport(market, stable, options),
  'marketReport of lists': options => marketReport(market, lists, options),
  'whyNotOf, stable': options => whyNotOf(market, stable, options),
  whyNoInterviewOf: options => whyNoInterviewOf(market, fair, plan, options),
}

for (const [name, work] of Object.entries(LONG)) {
  t.test(`${name} tells how far it is, and can be stopped`, async t => {
    const told: Array<[number, number]> = []
    const found = work({ onProgress: (done, total) => { told.push([done, total]) } })
    const [, total] = told[0]!
    t.ok(total > 0)
    t.equal(told[0]![0], 0)
    t.ok(told.length > 2, `${told.length} words on the way`)
    t.ok(told.every(([done, all], at) => all === total && done <= all && (at === 0 || done >= told[at - 1]![0])), 'rising to the same total')
    t.same(told[told.length - 1], [total, total])
    if (typeof found !== 'function') t.same(work({}), found, 'being watched changes nothing')
    const stop = new AbortController()
    let numTold = 0
    t.throws(() => work({ signal: stop.signal, onProgress: () => { if (++numTold === 2) stop.abort(new Error('enough')) } }), /enough/)
    t.equal(numTold, 2, 'stopped in its midst')
    t.throws(() => work({ signals: stop.signal } as RunOptions), /There is no option 'signals'/)
  })
}

t.test('reasons ask the signal for each person', async t => {
  const stop = new AbortController()
  const ofPlacement = whyNotOf(market, stable, { signal: stop.signal })
  const ofPlan = whyNoInterviewOf(market, fair, plan, { signal: stop.signal })
  const nowhere = market.seekers[stable.vacancyOf.indexOf(NOWHERE)]!
  t.ok(ofPlacement(nowhere).length > 0)
  t.ok(ofPlan(nowhere).length > 0)
  stop.abort(new Error('enough'))
  t.throws(() => ofPlacement(nowhere), /enough/)
  t.throws(() => ofPlan(nowhere), /enough/)
})
