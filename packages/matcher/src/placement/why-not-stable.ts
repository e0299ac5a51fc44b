import { ClaimedCaps, type CapNode } from './claimed-caps.ts'
import { takenInsteadOf } from './claimed-choice.ts'
import { Claims } from './claims.ts'
import { NOWHERE, type Market, type RunOptions } from './market.ts'
import type { StablePlacement } from './place-stable.ts'
import { PlacedAgain } from './placed-again.ts'
import { Pulse } from './pulse.ts'
import { eligibleAt, wantedBy } from './wanted-by.ts'
import type { Change, WhyNot, WhyNotReason } from './why-not.ts'

/** What is asked again and again: who sits where, and who would rather be at each vacancy. */
interface Ground {
  claims: Claims
  caps: ClaimedCaps
  wanted: readonly (readonly number[])[]
  /** The same in line: sorted when first asked for, so that a place in it is found by halving. */
  line: (vacancy: number) => readonly number[]
  /** Who may be at each vacancy: gone through when first asked for. */
  eligible: (vacancy: number) => readonly number[]
  again: PlacedAgain
  /** Who could come into a full set, for the sets that were asked about. */
  comers: Map<CapNode, ReadonlySet<number>>
}

export function stableReasons (market: Market, placement: StablePlacement, options: RunOptions): (seeker: number) => WhyNot[] {
  const claims = new Claims(market, placement)
  let eligible: number[][] | null = null
  const pulse = new Pulse(options, market.vacancy.length)
  const wanted = wantedBy(claims, pulse)
  pulse.end()
  const lines = new Map<number, readonly number[]>()
  const lineOf = (vacancy: number): readonly number[] => {
    const known = lines.get(vacancy)
    if (known !== undefined) return known
    const line = [...wanted[vacancy]].sort((a, b) => claims.inLine(vacancy, a, b))
    lines.set(vacancy, line)
    return line
  }
  const ground: Ground = { claims, caps: new ClaimedCaps(claims), wanted, line: lineOf, eligible: vacancy => (eligible ??= eligibleAt(claims))[vacancy], again: new PlacedAgain(claims), comers: new Map() }
  return seeker => {
    const reasons: WhyNot[] = []
    for (let pair = market.start[seeker]; pair < market.start[seeker + 1]; pair++) reasons.push(reasonOf(ground, seeker, pair))
    return reasons
  }
}

function reasonOf (ground: Ground, seeker: number, pair: number): WhyNot {
  const { claims, caps, again } = ground
  const { vacancies, seats, vacancy } = claims.market
  const to = vacancy[pair]
  const own = claims.vacancyOf[seeker]
  const say = (reason: WhyNotReason, facts: WhyNot['facts'] = {}, changes: readonly Change[] = []): WhyNot => ({ vacancyId: vacancies[to], reason, facts, changes })
  if (own === to) return say('placed-here')
  if (claims.fixedAt(seeker) !== undefined) return say('fixed', { ownVacancyId: vacancies[own] })
  if (claims.isSeekerGone(seeker)) return say('seeker-withdrawn', {}, [{ change: 'take-part', by: Number(again.withSeeker(seeker, to)) }])
  if (claims.isVacancyGone(to)) return say('vacancy-withdrawn', {}, [{ change: 'take-part', by: Number(claims.wants(seeker, pair) && again.withVacancy(seeker, to)) }])
  if (own !== NOWHERE && !claims.wants(seeker, pair)) return say('prefers-own', { ownVacancyId: vacancies[own] })
  const by = claims.refusedBy(seeker, to)
  if (by !== undefined) return say('refused', { by }, [{ change: 'lift-refusal', by: Number(again.withoutRefusal(seeker, to)) }])
  if (takenInsteadOf(claims, caps, to, seeker) !== undefined) return say('blocking')
  if (seats[to] === 0) return say('no-seats', {}, [{ change: 'more-seats', by: seatsEnough(ground, to, seeker) }])
  return typeCapReason(ground, seeker, to, say) ?? (claims.admitted[to].length < seats[to] ? capReason(ground, to, say) : seatReason(ground, seeker, to, say))
}

type Say = (reason: WhyNotReason, facts: WhyNot['facts'], changes: readonly Change[]) => WhyNot

function typeCapReason (ground: Ground, seeker: number, to: number, say: Say): WhyNot | undefined {
  const { claims, eligible } = ground
  for (const cap of claims.typeCaps(to)) {
    if (!claims.hasLabel(seeker, cap)) continue
    const same = claims.admitted[to].filter(other => claims.hasLabel(other, cap))
    if (same.length < cap.atMost) continue
    const waiting = ground.line(to).slice(0, numBefore(ground, to, seeker)).filter(other => claims.hasLabel(other, cap)).length
    // More of one type can move others on, who may come back for these very places: only room for all of the type is sure.
    const all = eligible(to).filter(other => claims.hasLabel(other, cap) && !same.includes(other)).length
    return say('type-cap', { group: cap.group, label: cap.label, ...cap.labelCapId === undefined ? {} : { labelCap: cap.labelCapId }, atMost: cap.atMost, place: same.length + waiting + 1, last: lastOf(claims, to, same) }, [{ change: 'higher-type-cap', by: all }])
  }
  return undefined
}

function capReason (ground: Ground, to: number, say: Say): WhyNot {
  const full = ground.caps.fullSet(to)
  if (full === null || full.set === null) throw new Error('A seat is free, no cap is full, and nobody is taken: the choice rule contradicts itself.')
  const comers = ground.comers.get(full) ?? comersTo(ground, full)
  ground.comers.set(full, comers)
  return say('cap', { setId: full.set.id, placed: full.placed, atMost: full.set.atMost }, [{ change: 'higher-cap', by: comers.size }])
}

/**
 * Who is outside a set and could come. More for an outermost set makes nobody worse off, so only those who want to be inside now. More for a set
 * within a set is taken from its neighbours, so anybody who may be inside. With places for all of them the cap binds nobody; whoever is inside already takes no more of it by moving.
 */
function comersTo ({ claims, caps, wanted, eligible }: Ground, full: CapNode): Set<number> {
  const inside = new Set(caps.vacanciesOf(full))
  const comers = new Set<number>()
  for (const vacancy of inside) {
    for (const seeker of full.parent === null ? wanted[vacancy] : eligible(vacancy)) if (!inside.has(claims.vacancyOf[seeker])) comers.add(seeker)
  }
  return comers
}

function seatReason (ground: Ground, seeker: number, to: number, say: Say): WhyNot {
  const { claims } = ground
  const others = claims.admitted[to].filter(other => claims.fixedAt(other) !== to)
  const numFixed = claims.admitted[to].length - others.length
  const behind = others.filter(other => claims.inLine(to, seeker, other) < 0).length
  const ahead = others.length - behind + numFixed
  const waiting = numBefore(ground, to, seeker)
  const enough = seatsEnough(ground, to, seeker)
  const facts = { seats: claims.market.seats[to], ahead, place: ahead + waiting + 1, last: lastOf(claims, to, others) }
  const moreSeats: Change = { change: 'more-seats', by: enough }
  if (behind > 0) return say('reserved', { ...facts, heldBehind: behind }, [moreSeats])
  return say('behind', facts, claims.reserves(to).length > 0 || ground.caps.isCapped(to) ? [moreSeats] : [moreSeats, { change: 'fewer-ahead', by: enough }])
}

/**
 * One more than those who could take a further seat first: whoever is at the vacancy when it has more seats was there or wanted it before,
 * since more seats make nobody worse off. With reserves, people further back in line may be among them. Within a cap set more seats here may
 * be fewer places elsewhere, and only seats for all who may be there are sure.
 */
function seatsEnough (ground: Ground, to: number, seeker: number): number {
  const { claims, caps, wanted, eligible } = ground
  if (caps.isCapped(to)) return eligible(to).filter(other => claims.vacancyOf[other] !== to).length
  if (claims.reserves(to).length > 0) return 1 + wanted[to].filter(other => other !== seeker).length
  return 1 + numBefore(ground, to, seeker)
}

/** How many of those who would rather be at a vacancy are further forward in its line. O(log of them), each compared by their ranks. */
function numBefore ({ claims, line }: Ground, to: number, seeker: number): number {
  const waiting = line(to)
  let low = 0
  for (let high = waiting.length; low < high;) {
    const middle = (low + high) >>> 1
    if (claims.inLine(to, waiting[middle], seeker) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function lastOf (claims: Claims, to: number, people: readonly number[]): string | null {
  const others = people.filter(seeker => claims.fixedAt(seeker) !== to)
  if (others.length === 0) return null
  return claims.market.seekers[others.reduce((a, b) => claims.inLine(to, a, b) < 0 ? b : a)]
}
