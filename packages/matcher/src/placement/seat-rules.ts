import { NOWHERE, type Market } from './market.ts'
import { allTypeCaps } from './label-parts.ts'
import type { Reserve, StableTerms } from './stable-options.ts'

/** A reserve or a type cap by number: who belongs (1), and how many are left for those who are not fixed. */
export interface Quota {
  readonly isIn: Uint8Array
  readonly room: number
}

/** What a vacancy asks beside its order and its seats. */
export interface SeatRule {
  /** In the order in which they are filled. */
  readonly reserves: Quota[]
  readonly typeCaps: Quota[]
}

/**
 * The reserves and type caps of every vacancy that has some. Somebody fixed fills the first reserve they belong to that is not full, people in the
 * order of their ids, and counts under every type cap. Throws RangeError for what contradicts itself, and for what would break substitutability:
 *
 * a vacancy's type caps are of one grouping, and where it has any its reserves are of that grouping too. Otherwise somebody who is moved from
 * an open seat to a reserved one could make room under a type cap, and let in a person who was turned away before; deferred acceptance
 * would then depend on the order of offers.
 */
export function readSeatRules (market: Market, terms: StableTerms, fixedAt: Int32Array | null): ReadonlyMap<number, SeatRule> {
  const typeCaps = allTypeCaps(terms)
  if (typeCaps.length + terms.reserves.length === 0) return new Map()
  const desk = new Desk(market, terms.groups, fixedAt)
  readTypeCaps(desk, typeCaps)
  readReserves(desk, terms.reserves)
  return desk.rules
}

function readTypeCaps (desk: Desk, typeCaps: StableTerms['typeCaps']): void {
  for (const { vacancyId, group, label, atMost } of typeCaps) {
    const { vacancy, rule } = desk.ruleOf('typeCaps', vacancyId)
    const other = desk.cappedGroup.get(vacancy) ?? group
    if (other !== group) throw new RangeError(`The type caps of vacancy '${vacancyId}' are of '${other}' and of '${group}'; types must be disjoint, so all caps of a vacancy must be of one grouping.`)
    desk.cappedGroup.set(vacancy, group)
    const key = JSON.stringify([vacancyId, label])
    if (desk.capOf.has(key)) throw new RangeError(`Vacancy '${vacancyId}' has two type caps for '${label}' (its parts of label caps count as such); give one.`)
    desk.capOf.set(key, atMost)
    const isIn = desk.memberships.of(group, label, 'typeCaps')
    const numFixed = desk.fixedAt(vacancy).filter(seeker => isIn[seeker] === 1).length
    if (numFixed > atMost) throw new RangeError(`Vacancy '${vacancyId}' may have at most ${atMost} of '${label}', and ${numFixed} are fixed there.`)
    rule.typeCaps.push({ isIn, room: atMost - numFixed })
  }
}

function readReserves (desk: Desk, reserves: readonly Reserve[]): void {
  const reserved = new Map<number, number>()
  const named = new Set<string>()
  // Those fixed who fill a reserve: each fills one.
  const counted = new Set<number>()
  for (const { vacancyId, group, label, seats } of reserves) {
    const { vacancy, rule } = desk.ruleOf('reserves', vacancyId)
    const capGroup = desk.cappedGroup.get(vacancy) ?? group
    if (capGroup !== group) throw new RangeError(`Vacancy '${vacancyId}' has type caps of '${capGroup}' and a reserve of '${group}'; beside type caps, reserves must be of the same grouping.`)
    const key = JSON.stringify([vacancyId, group, label])
    if (named.has(key)) throw new RangeError(`Vacancy '${vacancyId}' has two reserves for '${label}'.`)
    named.add(key)
    const cap = desk.capOf.get(JSON.stringify([vacancyId, label])) ?? seats
    if (cap < seats) throw new RangeError(`Vacancy '${vacancyId}' reserves ${seats} seats for '${label}', and may have at most ${cap} of them.`)
    const sum = (reserved.get(vacancy) ?? 0) + seats
    if (sum > desk.market.seats[vacancy]) throw new RangeError(`Vacancy '${vacancyId}' has ${desk.market.seats[vacancy]} seats, and ${sum} are reserved.`)
    reserved.set(vacancy, sum)
    const isIn = desk.memberships.of(group, label, 'reserves')
    const filling = desk.fixedAt(vacancy).filter(seeker => isIn[seeker] === 1 && !counted.has(seeker)).slice(0, seats)
    for (const seeker of filling) counted.add(seeker)
    rule.reserves.push({ isIn, room: seats - filling.length })
  }
}

/** What the readers share: rules by vacancy, who is fixed where, and what type caps were read. */
class Desk {
  readonly market: Market
  readonly memberships: Memberships
  readonly rules = new Map<number, SeatRule>()
  /** The grouping of a vacancy's type caps, and each cap by vacancy and label. */
  readonly cappedGroup = new Map<number, string>()
  readonly capOf = new Map<string, number>()
  readonly #numberOf: ReadonlyMap<string, number>
  readonly #fixed = new Map<number, number[]>()

  constructor (market: Market, groups: StableTerms['groups'], fixedAt: Int32Array | null) {
    this.market = market
    this.memberships = new Memberships(market, groups)
    this.#numberOf = new Map(market.vacancies.map((id, at) => [id, at]))
    fixedAt?.forEach((vacancy, seeker) => {
      if (vacancy === NOWHERE) return
      const there = this.#fixed.get(vacancy)
      if (there === undefined) this.#fixed.set(vacancy, [seeker])
      else there.push(seeker)
    })
    for (const there of this.#fixed.values()) there.sort((a, b) => market.seekers[a] < market.seekers[b] ? -1 : 1)
  }

  ruleOf (option: string, vacancyId: string): { vacancy: number, rule: SeatRule } {
    const vacancy = this.#numberOf.get(vacancyId)
    if (vacancy === undefined) throw new RangeError(`${option} names the vacancy '${vacancyId}', and there is none in the market.`)
    const rule = this.rules.get(vacancy) ?? { reserves: [], typeCaps: [] }
    this.rules.set(vacancy, rule)
    return { vacancy, rule }
  }

  /** By id, so that the order of the market decides nothing. */
  fixedAt (vacancy: number): readonly number[] {
    return this.#fixed.get(vacancy) ?? []
  }
}

/** Who has which label, one array for each label that is asked for. */
class Memberships {
  readonly #groups: StableTerms['groups']
  readonly #known = new Map<string, Uint8Array>()

  constructor (market: Market, groups: StableTerms['groups']) {
    this.#groups = groups
    for (const [name, labels] of Object.entries(groups)) {
      if (labels.length !== market.seekers.length) throw new RangeError(`groups.${name} must have ${market.seekers.length} labels (one a seeker), got ${labels.length}.`)
    }
  }

  of (group: string, label: string, option: string): Uint8Array {
    if (!Object.hasOwn(this.#groups, group)) throw new RangeError(`${option} names the grouping '${group}'; the groups given are ${Object.keys(this.#groups).join(', ') || 'none'}.`)
    const key = JSON.stringify([group, label])
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const isIn = Uint8Array.from(this.#groups[group], own => own === label ? 1 : 0)
    this.#known.set(key, isIn)
    return isIn
  }
}
