import type { Market } from '../placement/market.ts'
import type { Pulse } from '../placement/pulse.ts'
import type { Cut, Fair, FairPlan, FairProof, Interview } from './fair.ts'
import type { PlanFindings, PlanVerdict } from './plan-verdict.ts'

type Days = ReadonlyMap<string, ReadonlyArray<Interview & { at: number }>>
/** A person who could have an interview: the booths they may visit, and what the best pair at each is worth. */
interface Guest {
  readonly seeker: string
  readonly worth: ReadonlyMap<number, number>
}

/** Recomputes every figure of the proof; returns what it proves. */
export function verifyProof (market: Market, fair: Fair, { interviews, proof }: FairPlan, days: Days, findings: PlanFindings, pulse: Pulse): PlanVerdict['proven'] {
  const guests = guestsOf(market, fair, pulse)
  const access = new Set(fair.access)
  const residents = new Set(fair.residents?.seekers)
  const served = [...days.keys()]
  const people = served.length
  const numAccess = served.filter(seeker => access.has(seeker)).length
  const numResidents = served.filter(seeker => residents.has(seeker)).length
  const residentsReserved = Math.ceil((fair.residents?.perMille ?? 0) * people / 1000)
  const bound = (cut: Cut, isMember: (seeker: string) => boolean): number => {
    pulse.step(guests.length)
    return cutBound(fair, guests, cut, isMember)
  }
  const { cuts, prices } = proof
  const expected: Omit<FairProof, 'cuts' | 'prices'> = {
    people,
    peopleBound: bound(cuts.everybody, () => true),
    access: numAccess,
    accessBound: bound(cuts.access, seeker => access.has(seeker)),
    residents: numResidents,
    residentsReserved,
    // Whoever is served among those who need access or live here, less those who need access and live elsewhere.
    residentsBound: bound(cuts.accessResidents, seeker => access.has(seeker) && residents.has(seeker)) + bound(cuts.accessOrResidents, seeker => access.has(seeker) || residents.has(seeker)) - numAccess,
    score: interviews.reduce((sum, { score }) => sum + score, 0),
    scoreBound: scoreBound(fair, guests, proof, access, residents, { people, access: numAccess, residents: Math.min(numResidents, residentsReserved) }),
    slotsUsed: [...days.values()].reduce((last, day) => Math.max(last, day[day.length - 1].at + 1), 0),
    slotsLowerBound: slotsLowerBound(fair, interviews, days, guests.length),
  }
  for (const [figure, value] of Object.entries(expected)) {
    const claimed = proof[figure as keyof typeof expected]
    if (claimed !== value) findings.add('wrong-figure', {}, { figure, claimed, value })
  }
  if (!(prices.resident >= 0)) findings.add('negative-price', {}, { price: prices.resident })
  const isAccessProven = numAccess === expected.accessBound
  return {
    people: people === expected.peopleBound,
    access: isAccessProven,
    residents: numResidents >= residentsReserved || (isAccessProven && numResidents === expected.residentsBound),
    score: expected.score === expected.scoreBound,
    slots: expected.slotsUsed === expected.slotsLowerBound,
  }
}

function guestsOf ({ seekers, vacancies, start, vacancy, score }: Market, { slots, booths, access, absent, late = [] }: Fair, pulse: Pulse): Guest[] {
  const needsAccess = new Set(access)
  const isAbsent = new Set(absent)
  const from = new Map<string, number>()
  for (const one of late) from.set(one.seeker, Math.max(from.get(one.seeker) ?? 0, slots.indexOf(one.from)))
  const boothOf = new Map(booths.flatMap((booth, at) => booth.vacancies.map(id => [id, at] as const)))
  const numbers = vacancies.map(id => boothOf.get(id))
  const lastSlot = booths.map(({ open = slots, tables }) => tables > 0 ? Math.max(-1, ...open.map(slot => slots.indexOf(slot))) : -1)
  return seekers.map((seeker, number) => {
    pulse.step()
    const worth = new Map<number, number>()
    if (isAbsent.has(seeker)) return { seeker, worth }
    for (let pair = start[number]; pair < start[number + 1]; pair++) {
      const at = numbers[vacancy[pair]]
      if (at === undefined || lastSlot[at] < (from.get(seeker) ?? 0) || (needsAccess.has(seeker) && booths[at].accessible !== true)) continue
      worth.set(at, Math.max(worth.get(at) ?? -Infinity, score === null ? 0 : score[pair]))
    }
    return { seeker, worth }
  })
}

/** The interviews that the hall and the open tables allow in a slot. */
function roomOf ({ booths, slots, hall = Infinity }: Fair, slot: string, numSeekers: number): number {
  return Math.min(hall, booths.reduce((sum, { tables, open = slots }) => sum + (open.includes(slot) ? Math.min(tables, numSeekers) : 0), 0))
}

/** Weak duality of flows: whoever is served goes to a booth outside the cut, or takes a place counted here. */
function cutBound (fair: Fair, guests: readonly Guest[], cut: Cut, isMember: (seeker: string) => boolean): number {
  const { booths, slots, waves = [] } = fair
  const inside = { booths: new Set(cut.booths), slots: new Set(cut.slots), waves: new Set(cut.waves) }
  let bound = guests.filter(({ seeker, worth }) => isMember(seeker) && [...worth.keys()].some(at => !inside.booths.has(booths[at].id))).length
  for (const { id, tables, open = slots } of booths) {
    if (inside.booths.has(id)) bound += Math.min(tables, guests.length) * new Set(open.filter(slot => !inside.slots.has(slot))).size
  }
  for (const slot of slots) {
    if (!inside.slots.has(slot)) continue
    const wave = waves.find(wave => wave.slots.includes(slot))
    if (waves.length === 0 || (wave !== undefined && !inside.waves.has(wave.id))) bound += roomOf(fair, slot, guests.length)
  }
  return bound + waves.reduce((sum, { id, size }) => sum + (inside.waves.has(id) ? size : 0), 0)
}

/** Lagrange: score = what people gain beyond the prices + what places take in, each at its most. True for all prices, if the residents' is not negative. */
function scoreBound (fair: Fair, guests: readonly Guest[], { prices }: FairProof, access: ReadonlySet<string>, residents: ReadonlySet<string>, served: { people: number, access: number, residents: number }): number {
  const { booths, slots, waves = [], interviewsEach = 1 } = fair
  const most = Math.min(interviewsEach, slots.length)
  let bound = -prices.person * served.people - prices.access * served.access - prices.resident * served.residents
  for (const { seeker, worth } of guests) {
    const gains = [...worth].map(([at, score]) => score - prices.booths[at]).sort((a, b) => b - a).slice(0, most)
    if (gains.length === 0) continue
    const first = gains[0] + prices.person + (access.has(seeker) ? prices.access : 0) + (residents.has(seeker) ? prices.resident : 0)
    bound += Math.max(0, gains.slice(1).reduce((sum, gain) => sum + Math.max(0, gain), first))
  }
  slots.forEach((slot, s) => {
    booths.forEach(({ tables, open = slots }, b) => { if (open.includes(slot)) bound += Math.min(tables, guests.length) * Math.max(0, prices.booths[b] - prices.slots[s]) })
    const w = waves.findIndex(wave => wave.slots.includes(slot))
    if (waves.length === 0 || most > 1) bound += roomOf(fair, slot, guests.length) * Math.max(0, prices.slots[s])
    else if (w >= 0) bound += roomOf(fair, slot, guests.length) * Math.max(0, prices.slots[s] - prices.waves[w])
  })
  return most > 1 ? bound : waves.reduce((sum, { size }, w) => sum + size * Math.max(0, prices.waves[w]), bound)
}

/** Each booth needs enough of its open slots, each person one for each interview, and all of them room. */
function slotsLowerBound (fair: Fair, interviews: readonly Interview[], days: Days, numSeekers: number): number {
  const { slots, booths } = fair
  const load = new Map<string, number>()
  for (const { booth } of interviews) load.set(booth, (load.get(booth) ?? 0) + 1)
  let bound = [...days.values()].reduce((most, day) => Math.max(most, day.length), 0)
  const fill = (left: number, room: (slot: string) => number): number => {
    let used = 0
    for (; left > 0 && used < slots.length; used++) left -= room(slots[used])
    return used
  }
  for (const { id, tables, open = slots } of booths) bound = Math.max(bound, fill(load.get(id) ?? 0, slot => open.includes(slot) ? tables : 0))
  return Math.max(bound, fill(interviews.length, slot => roomOf(fair, slot, numSeekers)))
}
