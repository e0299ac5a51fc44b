import { NOWHERE, type CapMember, type Market, type StableTerms } from '@padan/matcher/placement'
import { acceptable, strictOrders } from './naive-stable.ts'

/** A place that somebody has, or stands for. */
export interface Offer {
  seeker: number
  vacancy: number
}

/**
 * Whom vacancies take out of any set of offers, all of them together, with reserves, type caps and cap sets, as the documentation defines
 * it: ten naive lines a rule.
 */
export function naiveChoice (market: Market, terms: StableTerms): (offers: readonly Offer[]) => Offer[] {
  const { ofVacancy } = strictOrders(market, terms.ties)
  const isFixed = ({ seeker, vacancy }: Offer): boolean => terms.fixed.some(({ seekerId, vacancyId }) => seekerId === market.seekers[seeker] && vacancyId === market.vacancies[vacancy])
  const has = ({ seeker }: Offer, { group, label }: { group: string, label: string }): boolean => terms.groups[group]![seeker] === label

  /** The sequence in which one vacancy takes people, as long as it has seats; the fixed first. */
  function sequence (vacancy: number, offers: readonly Offer[]): Offer[] {
    const line = offers.filter(offer => offer.vacancy === vacancy).sort((a, b) => ofVacancy(vacancy, a.seeker, b.seeker))
    const taken = line.filter(isFixed)
    let rest = line.filter(offer => !isFixed(offer))
    for (const cap of terms.typeCaps.filter(({ vacancyId }) => vacancyId === market.vacancies[vacancy])) {
      let room = cap.atMost - taken.filter(offer => has(offer, cap)).length
      rest = rest.filter(offer => !has(offer, cap) || room-- > 0)
    }
    let uncounted = taken.filter(isFixed)
    for (const reserve of terms.reserves.filter(({ vacancyId }) => vacancyId === market.vacancies[vacancy])) {
      const fixed = uncounted.filter(offer => has(offer, reserve)).slice(0, reserve.seats)
      uncounted = uncounted.filter(offer => !fixed.includes(offer))
      const first = rest.filter(offer => has(offer, reserve)).slice(0, reserve.seats - fixed.length)
      taken.push(...first)
      rest = rest.filter(offer => !first.includes(offer))
    }
    return [...taken, ...rest].slice(0, market.seats[vacancy])
  }

  const idOf = (member: CapMember): string => 'setId' in member ? `set ${member.setId}` : member.vacancyId
  const membersOf = (id: string): readonly CapMember[] => terms.caps.find(cap => `set ${cap.id}` === id)?.members ?? []
  const capOf = (id: string): number => terms.caps.find(cap => `set ${cap.id}` === id)?.atMost ?? Infinity

  return offers => {
    const lines = new Map(market.vacancies.map((id, vacancy) => [id, sequence(vacancy, offers)]))
    const fixedIn = (id: string): number => lines.get(id)?.filter(isFixed).length ?? sum(membersOf(id).map(member => fixedIn(idOf(member))))
    const wishes = (id: string): number => lines.get(id)?.length ?? Math.min(capOf(id), sum(membersOf(id).map(member => wishes(idOf(member)))))
    const taken: Offer[] = []
    /** Gives `places` to a vacancy or a set: those of the fixed first, then one by one to the member least over its target. */
    function give (id: string, places: number): void {
      const line = lines.get(id)
      if (line !== undefined) {
        taken.push(...line.slice(0, places))
        return
      }
      const members = membersOf(id)
      const share = members.map(member => fixedIn(idOf(member)))
      for (let left = places - sum(share); left > 0; left--) {
        const over = members.map((member, at) => share[at]! < wishes(idOf(member)) ? Math.max(0, share[at]! + 1 - (member.target ?? 0)) : Infinity)
        share[over.indexOf(Math.min(...over))]!++
      }
      members.forEach((member, at) => { give(idOf(member), share[at]!) })
    }
    const inner = new Set(terms.caps.flatMap(({ members }) => members.map(idOf)))
    for (const id of [...market.vacancies, ...terms.caps.map(cap => `set ${cap.id}`)]) if (!inner.has(id)) give(id, wishes(id))
    return taken
  }
}

function sum (numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}

export function fixedOffers (market: Market, { fixed }: StableTerms): Offer[] {
  return fixed.map(({ seekerId, vacancyId }) => ({ seeker: market.seekers.indexOf(seekerId), vacancy: market.vacancies.indexOf(vacancyId) }))
}

/** Whoever is fixed has one place to be and is never nowhere. */
export function mayGo (market: Market, terms: StableTerms): number[][] {
  const fixed = fixedOffers(market, terms)
  return acceptable(market, terms).map((options, seeker) => fixed.some(offer => offer.seeker === seeker) ? fixed.map(({ vacancy }) => vacancy) : options)
}

export function offersOf (market: Market, terms: StableTerms): Offer[] {
  const fixed = fixedOffers(market, terms)
  return acceptable(market, terms).flatMap((options, seeker) => fixed.some(offer => offer.seeker === seeker) ? [] : options.map(vacancy => ({ seeker, vacancy })))
}

/** All are taken as they sit, and no offer that its seeker would rather have is taken beside them. */
export function isStable (market: Market, terms: StableTerms, where: readonly number[]): boolean {
  const choose = naiveChoice(market, terms)
  const { ofSeeker } = strictOrders(market, terms.ties)
  const sitting = [...where.entries()].filter(([, vacancy]) => vacancy !== NOWHERE).map(([seeker, vacancy]) => ({ seeker, vacancy }))
  if (fixedOffers(market, terms).some(({ seeker, vacancy }) => where[seeker] !== vacancy)) return false
  if (choose(sitting).length < sitting.length) return false
  return !offersOf(market, terms).some(offer => where[offer.seeker] !== offer.vacancy &&
    (where[offer.seeker] === NOWHERE || ofSeeker(offer.seeker, offer.vacancy, where[offer.seeker]!) < 0) &&
    choose([...sitting, offer]).includes(offer))
}
