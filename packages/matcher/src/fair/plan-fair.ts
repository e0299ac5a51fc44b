import { checkNames } from '../engine/options.ts'
import type { Market, RunOptions } from '../placement/market.ts'
import { ACCESS, RESIDENT } from './candidates.ts'
import { checkMarket } from '../placement/check-market.ts'
import { Choice } from './choice.ts'
import { VisitChooser } from './choose-visits.ts'
import { endEarliest } from './end-earliest.ts'
import type { Fair, FairPlan } from './fair.ts'
import type { FairFacts } from './fair-facts.ts'
import { fullPlacesOf } from './full-places.ts'
import { emptyPlaces } from './places.ts'
import { freePrices, pricesOf } from './prices-of.ts'
import { readFair } from './read-fair.ts'
import { seatColoured } from './seat-coloured.ts'
import { seatGeneral } from './seat-general.ts'
import { seatOnce } from './seat-once.ts'
import { shortenDays } from './shorten-days.ts'
import type { Timetable } from './timetable.ts'
import { visitsOf, type Visits } from './visits.ts'
import { weightsOf } from './weights.ts'
import { Wishes } from './wishes.ts'
import { writePlan, type Evidence } from './write-plan.ts'

const PER_MILLE = 1000

/**
 * Plans a fair's day: who is invited for which slot, and who is at which booth when. In this order: as many people as possible have an interview, people who need
 * access and then residents up to their reserve before others; the total score is as high as possible; the last interview is as early as possible; days have few
 * pauses. The same input gives the same plan; where choices are equal in all this,
 * lower numbers of people, booths and slots go first, as far as the searches meet them in that order.
 *
 * The first aim is always reached, unless somebody comes late, and the proof shows it by a cut. With one interview each, the second and the third are too; with several, the
 * second is where booths keep the same hours, and ways, hall and waves do not bind, and the third is for the interviews that were chosen. Elsewhere the problem is NP-hard: the
 * proof tells the plan's figures and the bounds beside them. About O(people served · (booths + slots)² + pairs · log pairs), and with one interview each that again, log slots
 * times at most, where fewer slots might do.
 *
 * Throws TypeError or RangeError where market or fair contradict themselves. Somebody who can have no interview is no error: `without` tells why.
 */
export function planFair (market: Market, fair: Fair, options: RunOptions = {}): FairPlan {
  checkNames(options, ['onProgress', 'signal'])
  checkMarket(market)
  const facts = readFair(market, fair)
  const wishes = new Wishes(market, facts)
  const visits = visitsOf(wishes, facts)
  const weights = weightsOf(facts, visits)
  const kindOf = Uint8Array.from(facts.isResident, (is, one) => is * RESIDENT + facts.needsAccess[one] * ACCESS)
  const choice = new Choice(visits, emptyPlaces(facts), weights, kindOf, numReserved(facts, visits, options))
  const total = choice.places.room.reduce((sum, room) => sum + room, 0)
  const chooser = new VisitChooser(choice)
  chooser.serveEverybody(options, total)
  const first = choice.chosen.slice()
  const cuts = cutsOf(wishes, choice)
  if (facts.interviewsEach > 1) chooser.addVisits(facts.interviewsEach, options, total)
  const timetable = facts.interviewsEach === 1 && !facts.hasLate ? seatOnce(facts, visits, endEarliest(choice, options).chosen) : seat(facts, choice, first, options)
  return writePlan(market, fair, wishes, timetable, { ...cuts, prices: [pricesOf(choice, facts.interviewsEach), freePrices(facts)] })
}

/** The residents' share of all who can be served at all, which a choice without scores tells. */
function numReserved (facts: FairFacts, visits: Visits, options: RunOptions): number {
  if (facts.perMille === 0) return 0
  const noScores = { ...visits, score: new Int32Array(visits.score.length) }
  const choice = new Choice(noScores, emptyPlaces(facts), weightsOf(facts, noScores), new Uint8Array(facts.numPeople), 0)
  new VisitChooser(choice).serveEverybody({ signal: options.signal }, facts.numPeople)
  const people = choice.degree.reduce((sum, visits) => sum + visits, 0)
  return Math.ceil(facts.perMille * people / PER_MILLE)
}

/** Taken when everybody has one visit: further visits never open what is full by then. */
function cutsOf (wishes: Wishes, choice: Choice): Omit<Evidence, 'prices'> {
  const is = (bit: number, one: number): boolean => (choice.kindOf[one] & bit) !== 0
  return {
    everybody: fullPlacesOf(wishes, choice, () => true),
    access: fullPlacesOf(wishes, choice, one => is(ACCESS, one)),
    accessResidents: fullPlacesOf(wishes, choice, one => is(ACCESS, one) && is(RESIDENT, one)),
    accessOrResidents: fullPlacesOf(wishes, choice, one => is(ACCESS, one) || is(RESIDENT, one)),
  }
}

function seat (facts: FairFacts, choice: Choice, first: Uint8Array, options: RunOptions): Timetable {
  const { chosen, degree, visits } = choice
  if (facts.hasLate) return seatGeneral(facts, { first, all: chosen, choice }, options)
  if (degree.every(visits => visits <= 1)) return seatOnce(facts, visits, chosen)
  const timetable = seatColoured(facts, visits, chosen) ?? seatGeneral(facts, { first, all: chosen, choice }, options)
  shortenDays(timetable)
  return timetable
}
