import { checkNames } from '../engine/options.ts'
import type { Market, RunOptions } from '../placement/market.ts'
import type { Change, Replan } from './change.ts'
import { changedFair } from './changed-fair.ts'
import { checkMarket } from '../placement/check-market.ts'
import { differences } from './differences.ts'
import type { Fair, PlanSoFar } from './fair.ts'
import { bestSlot, insertVisit } from './insert-visit.ts'
import { numbered } from './read-values.ts'
import { readFair } from './read-fair.ts'
import { ChainSearch } from './serve-one.ts'
import { standingEvidence } from './standing-evidence.ts'
import { NONE, Timetable } from './timetable.ts'
import { visitsOf } from './visits.ts'
import { Wishes } from './wishes.ts'
import { writePlan } from './write-plan.ts'

/**
 * The plan after a change, disturbing as little as possible: appointments that can stand stay as they are. People the change left without an interview come
 * first (those in need of access before others), in a free place or by the shortest chain of others who make room, none of whom loses an interview; then people who
 * keep some but lost others, in free places or by one exchange of slots; then walk-ins, like the first. Nobody else is called. With one interview each and no hall
 * or waves that bind, nobody who could be served this way is missed. The proof's figures stand beside true bounds, as always.
 *
 * `plan` must be one for `market` and `fair`. Throws RangeError for names that are not there. O(pairs), and the searches on top.
 */
export function replanFair (market: Market, fair: Fair, plan: PlanSoFar, change: Change, options: RunOptions = {}): Replan {
  checkNames(options, ['onProgress', 'signal'])
  checkMarket(market)
  const next = changedFair(fair, plan, change)
  const seekers = numbered('market.seekers', market.seekers)
  const facts = readFair(market, next.fair, seekers)
  const appointments = planNumbers(fair, plan, seekers)
  const walkIns = (change.walkIns ?? []).map(id => {
    const one = seekers.get(id)
    if (one === undefined) throw new RangeError(`walkIns has the seeker '${String(id)}', who is not there; check the spelling.`)
    return one
  })
  // Nobody else is called, which spares most of the pairs at a fair that is crowded.
  const mayBeSeated = new Uint8Array(facts.numPeople)
  for (const { one } of appointments) mayBeSeated[one] = 1
  for (const one of walkIns) mayBeSeated[one] = 1
  const wishes = new Wishes(market, facts)
  const timetable = new Timetable(facts, visitsOf(wishes, facts, mayBeSeated), next.now)
  const goneHome = new Set([...next.goneHome].map(id => seekers.get(id)!))
  const lost = keepStanding(timetable, appointments, goneHome)
  const chains = new ChainSearch(timetable)
  const queue = [...lost.keys()].sort((a, b) => facts.needsAccess[b] - facts.needsAccess[a] || a - b)
  const steps = [...queue, ...queue, ...walkIns]
  steps.forEach((one, step) => {
    options.signal?.throwIfAborted()
    options.onProgress?.(step, steps.length)
    if (goneHome.has(one)) return
    if (step >= queue.length && step < 2 * queue.length) refill(timetable, one, lost.get(one)!)
    else if (timetable.count[one] === 0 && !seatDirectly(timetable, one, lost.get(one) ?? [])) chains.serve(one)
  })
  const after = writePlan(market, next.fair, wishes, timetable, standingEvidence(wishes, timetable, plan.proof.prices))
  const touched = new Set([...lost.keys(), ...walkIns].map(one => market.seekers[one]))
  return { fair: next.fair, plan: after, ...differences(plan, after, touched) }
}

/** An appointment by numbers; the booth's place in the fair. */
interface Appointment {
  readonly one: number
  readonly booth: number
  readonly slot: number
}

function planNumbers (fair: Fair, plan: PlanSoFar, seekers: ReadonlyMap<string, number>): Appointment[] {
  const booths = new Map(fair.booths.map(({ id }, number) => [id, number]))
  const slots = new Map(fair.slots.map((slot, number) => [slot, number]))
  return plan.interviews.map(({ seeker, booth, slot }) => {
    const found = { one: seekers.get(seeker), booth: booths.get(booth), slot: slots.get(slot) }
    if (found.one === undefined || found.booth === undefined || found.slot === undefined) {
      throw new RangeError(`The plan has an interview of '${seeker}' at '${booth}' in '${slot}', which are not all in this market and fair; give the plan that was made for them.`)
    }
    return found as Appointment
  })
}

/** Places what can stand; returns the booths of what cannot, by person. */
function keepStanding (timetable: Timetable, appointments: readonly Appointment[], goneHome: ReadonlySet<number>): Map<number, number[]> {
  const { visits: { start, booth }, facts, now } = timetable
  const lost = new Map<number, number[]>()
  const lose = (one: number, at: number): void => { lost.set(one, [...lost.get(one) ?? [], at]) }
  for (const { one, booth: at, slot } of appointments) {
    let visit = start[one]
    while (visit < start[one + 1] && booth[visit] !== at) visit++
    const stands = visit < start[one + 1] && slot >= facts.from[one] && facts.isOpen[at * facts.numSlots + slot] === 1 && (slot < now || !goneHome.has(one))
    if (stands) timetable.place(visit, slot)
    else lose(one, at)
  }
  // A day that has lost its beginning may now begin in a wave that is full: then the person is planned anew.
  for (const one of lost.keys()) {
    if (timetable.isWithin(one)) continue
    for (let visit = start[one]; visit < start[one + 1]; visit++) {
      if (timetable.slotOf[visit] === NONE || timetable.slotOf[visit] < now) continue
      timetable.remove(visit)
      lose(one, booth[visit])
    }
  }
  return lost
}

/** A first interview in a free place: at a booth that was lost if it can be, else where the score is highest. */
function seatDirectly (timetable: Timetable, one: number, before: readonly number[]): boolean {
  for (const visit of preferred(timetable, one, before)) {
    const slot = bestSlot(timetable, visit)
    if (slot === NONE) continue
    timetable.place(visit, slot)
    return true
  }
  return false
}

/** As many interviews as were lost, in place of these. */
function refill (timetable: Timetable, one: number, before: readonly number[]): void {
  if (timetable.count[one] === 0) return
  let left = Math.min(before.length, timetable.facts.interviewsEach - timetable.count[one])
  for (const visit of preferred(timetable, one, before)) if (left > 0 && timetable.slotOf[visit] === NONE && timetable.visits.score[visit] > 0 && insertVisit(timetable, visit)) left--
}

/** A person's visits to booths with a table left: those that were lost first, then by score. Where none is left, nobody can change slots there either. */
function preferred (timetable: Timetable, one: number, before: readonly number[]): number[] {
  const { visits: { start, booth, score } } = timetable
  const own: number[] = []
  for (let visit = start[one]; visit < start[one + 1]; visit++) if (timetable.hasTableLeft(visit)) own.push(visit)
  return own.sort((a, b) => Number(before.includes(booth[b])) - Number(before.includes(booth[a])) || score[b] - score[a] || a - b)
}
