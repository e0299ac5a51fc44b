import type { RunOptions } from '../placement/market.ts'
import { Choice } from './choice.ts'
import { VisitChooser } from './choose-visits.ts'
import type { FairFacts } from './fair-facts.ts'
import { insertVisit } from './insert-visit.ts'
import { emptyPlaces } from './places.ts'
import { seatOnce } from './seat-once.ts'
import { ChainSearch } from './serve-one.ts'
import { NONE, type Timetable } from './timetable.ts'
import type { Visits } from './visits.ts'

/** What was chosen without a timetable: one visit for each who is served, and all visits. */
export interface Chosen {
  readonly first: Uint8Array
  readonly all: Uint8Array
  readonly choice: Choice
}

/**
 * A timetable where no theorem helps (finding the best one is NP-hard): first one interview for everybody who can have one, which is exact; then the other chosen
 * visits by score, each in the slot that lengthens the day least, with one exchange where tables are taken; then any others that still fit. Late people
 * who found no slot are served by chains.
 */
export function seatGeneral (facts: FairFacts, { first, all, choice }: Chosen, options: RunOptions): Timetable {
  const { visits } = choice
  const timetable = seatOnce(facts, visits, firstOf(facts, choice, first, all, options))
  if (facts.hasLate) serveRest(timetable)
  if (facts.interviewsEach === 1) return timetable
  const rest = Array.from(visits.booth.keys()).filter(visit => timetable.slotOf[visit] === NONE && timetable.count[visits.person[visit]] > 0 && visits.score[visit] > 0)
  rest.sort((a, b) => all[b] - all[a] || visits.score[b] - visits.score[a] || a - b)
  for (const visit of rest) if (timetable.count[visits.person[visit]] < facts.interviewsEach) insertVisit(timetable, visit)
  return timetable
}

/** One visit for each who is served, out of the best choice of all visits where its visits suffice. */
function firstOf (facts: FairFacts, choice: Choice, first: Uint8Array, all: Uint8Array, options: RunOptions): Uint8Array {
  const { visits, weights, kindOf } = choice
  const kept = Array.from(visits.booth.keys()).filter(visit => all[visit] === 1)
  const pick = (column: Uint32Array): Uint32Array => Uint32Array.from(kept, visit => column[visit])
  const start = new Uint32Array(visits.numPeople + 1)
  for (const visit of kept) start[visits.person[visit] + 1]++
  for (let one = 0; one < visits.numPeople; one++) start[one + 1] += start[one]
  const fewer: Visits = { ...visits, start, person: pick(visits.person), booth: pick(visits.booth), score: Int32Array.from(kept, visit => visits.score[visit]) }
  const again = new Choice(fewer, emptyPlaces(facts), weights, kindOf, 0)
  new VisitChooser(again).serveEverybody(options, kept.length)
  const isEnough = choice.degree.every((visits, one) => visits === 0 || again.degree[one] > 0)
  if (!isEnough) return first
  const chosen = new Uint8Array(first.length)
  kept.forEach((visit, n) => { chosen[visit] = again.chosen[n] })
  return chosen
}

/** Everybody without an interview, those in need of access first. */
function serveRest (timetable: Timetable): void {
  const { numPeople, needsAccess } = timetable.facts
  const search = new ChainSearch(timetable)
  for (const access of [1, 0]) {
    for (let one = 0; one < numPeople; one++) if (timetable.count[one] === 0 && needsAccess[one] === access) search.serve(one)
  }
}
