import type { Market } from '../placement/market.ts'
import { cutBound } from './cut-bound.ts'
import type { Cut, Fair, FairPlan, FairProof, Interview, Invitation, Prices, WhyNot } from './fair.ts'
import { NO_BOOTH, NO_WAVE, type FairFacts } from './fair-facts.ts'
import type { Reached } from './full-places.ts'
import { scoreBound } from './score-bound.ts'
import { slotsNeeded } from './slots-needed.ts'
import { NONE, type Timetable } from './timetable.ts'
import type { Wishes } from './wishes.ts'

/** The cuts and prices a plan is proven with. */
export interface Evidence {
  readonly everybody: Reached
  readonly access: Reached
  readonly accessResidents: Reached
  readonly accessOrResidents: Reached
  /** The first of those that bound the score most closely is taken; the rest only while none meets the score. */
  readonly prices: readonly Prices[]
}

/** A timetable as people read it, with its proof. O(pairs). */
export function writePlan (market: Market, fair: Fair, wishes: Wishes, timetable: Timetable, evidence: Evidence): FairPlan {
  const { facts, visits, visitAt, count } = timetable
  const interviews: Interview[] = []
  const invitations: Invitation[] = []
  const without: Array<{ seeker: string, why: WhyNot }> = []
  for (let one = 0; one < facts.numPeople; one++) {
    const seeker = market.seekers[one]
    if (count[one] === 0) without.push({ seeker, why: whyNot(market, facts, wishes, one) })
    let isInvited = false
    for (let slot = 0; count[one] > 0 && slot < facts.numSlots; slot++) {
      const visit = visitAt[one * facts.numSlots + slot]
      if (visit === NONE) continue
      const wave = facts.numWaves === 0 ? NO_WAVE : facts.waveOf[slot]
      if (!isInvited) invitations.push({ seeker, wave: wave === NO_WAVE ? null : fair.waves![wave].id, slot: fair.slots[slot] })
      isInvited = true
      interviews.push({ seeker, booth: fair.booths[visits.booth[visit]].id, vacancy: market.vacancies[vacancyOf(market, facts, one, visits.booth[visit])], slot: fair.slots[slot], score: visits.score[visit] })
    }
  }
  return { interviews, invitations, without, proof: proofOf(fair, wishes, timetable, evidence) }
}

function proofOf (fair: Fair, wishes: Wishes, { facts, visits, visitAt, count }: Timetable, evidence: Evidence): FairProof {
  const { needsAccess, isResident, perMille, numBooths, numPeople, numSlots } = facts
  const load = new Float64Array(numBooths)
  const tally = { people: 0, access: 0, residents: 0, score: 0, slotsUsed: 0, most: 0 }
  for (let one = 0; one < numPeople; one++) {
    if (count[one] === 0) continue
    tally.people++
    tally.access += needsAccess[one]
    tally.residents += isResident[one]
    tally.most = Math.max(tally.most, count[one])
    for (let slot = 0; slot < numSlots; slot++) {
      const visit = visitAt[one * numSlots + slot]
      if (visit === NONE) continue
      load[visits.booth[visit]]++
      tally.score += visits.score[visit]
      tally.slotsUsed = Math.max(tally.slotsUsed, slot + 1)
    }
  }
  const { people, access, residents, score, slotsUsed } = tally
  const bound = (reached: Reached, isMember: (one: number) => boolean): number => cutBound(wishes, facts, reached, isMember)
  const accessBound = bound(evidence.access, one => needsAccess[one] === 1)
  const residentsBound = bound(evidence.accessResidents, one => needsAccess[one] === 1 && isResident[one] === 1) + bound(evidence.accessOrResidents, one => needsAccess[one] === 1 || isResident[one] === 1) - access
  const residentsReserved = Math.ceil(perMille * people / 1000)
  const names = (reached: Reached): Cut => cutNames(fair, reached)
  const served = { people, access, residents: Math.min(residents, residentsReserved) }
  const best = tightest(evidence.prices, score, prices => scoreBound(wishes, facts, prices, served))
  return {
    people,
    peopleBound: bound(evidence.everybody, () => true),
    access,
    accessBound,
    residents,
    residentsReserved,
    residentsBound,
    score,
    scoreBound: best.bound,
    slotsUsed,
    slotsLowerBound: slotsNeeded(facts, load, tally.most),
    cuts: { everybody: names(evidence.everybody), access: names(evidence.access), accessResidents: names(evidence.accessResidents), accessOrResidents: names(evidence.accessOrResidents) },
    prices: best.prices,
  }
}

/** The vacancy of a booth that scores highest for somebody, the first of equals. */
function vacancyOf ({ start, vacancy, score }: Market, { boothOf }: FairFacts, one: number, booth: number): number {
  let best = -1
  for (let pair = start[one]; pair < start[one + 1]; pair++) {
    if (boothOf[vacancy[pair]] === booth && (best === -1 || (score !== null && score[pair] > score[best]))) best = pair
  }
  return vacancy[best]
}

function tightest (list: readonly Prices[], score: number, boundOf: (prices: Prices) => number): { bound: number, prices: Prices } {
  let best = { bound: boundOf(list[0]), prices: list[0] }
  for (const prices of list.slice(1)) {
    if (best.bound === score) break
    const bound = boundOf(prices)
    if (bound < best.bound) best = { bound, prices }
  }
  return best
}

function cutNames ({ booths, slots, waves = [] }: Fair, reached: Reached): Cut {
  return {
    booths: booths.filter((_, n) => reached.booths[n] === 1).map(({ id }) => id),
    slots: slots.filter((_, n) => reached.slots[n] === 1),
    waves: waves.filter((_, n) => reached.waves[n] === 1).map(({ id }) => id),
  }
}

function whyNot ({ start, vacancy }: Market, { boothOf, needsAccess, isAccessible, from, numSlots }: FairFacts, wishes: Wishes, one: number): WhyNot {
  if (from[one] === numSlots && numSlots > 0) return 'absent'
  if (wishes.hasAny(one)) return 'full'
  const booths = [...vacancy.subarray(start[one], start[one + 1])].map(each => boothOf[each]).filter(booth => booth !== NO_BOOTH)
  if (booths.length === 0) return 'no-booth'
  return needsAccess[one] === 1 && booths.every(booth => isAccessible[booth] === 0) ? 'no-accessible-booth' : 'no-open-table'
}
