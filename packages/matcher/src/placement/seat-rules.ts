import { NOWHERE, type Market } from './market.ts'
import type { StableTerms } from './stable-options.ts'

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
 * The reserves and type caps of every vacancy that has some. Somebody fixed fills the first reserve they belong to that is not full, and
 * counts under every type cap. Throws RangeError for what contradicts itself, and for what would break substitutability:
 *
 * a vacancy's type caps are of one grouping, and where it has any its reserves are of that grouping too. Otherwise somebody who is moved from
 * an open seat to a reserved one could make room under a type cap, and let in a person who was turned away before; deferred acceptance
 * would then depend on the order of offers.
 */
export function readSeatRules (market: Market, { groups, typeCaps, reserves }: StableTerms, fixedAt: Int32Array | null): ReadonlyMap<number, SeatRule> {
  const rules = new Map<number, SeatRule>()
  if (typeCaps.length + reserves.length === 0) return rules
  const numberOf = new Map(market.vacancies.map((id, at) => [id, at]))
  const fixed = new FixedCount(fixedAt)
  const memberships = new Memberships(market, groups)
  const groupAt = new Map<string, string>()
  const roomOf = new Map<string, number>()
  const ruleOf = (option: string, vacancyId: string): { vacancy: number, rule: SeatRule } => {
    const vacancy = numberOf.get(vacancyId)
    if (vacancy === undefined) throw new RangeError(`${option} names the vacancy '${vacancyId}', and there is none in the market.`)
    const rule = rules.get(vacancy) ?? { reserves: [], typeCaps: [] }
    rules.set(vacancy, rule)
    return { vacancy, rule }
  }
  for (const { vacancyId, group, label, atMost } of typeCaps) {
    const { vacancy, rule } = ruleOf('typeCaps', vacancyId)
    const other = groupAt.get(vacancyId) ?? group
    if (other !== group) throw new RangeError(`The type caps of vacancy '${vacancyId}' are of '${other}' and of '${group}'; types must be disjoint, so all caps of a vacancy must be of one grouping.`)
    groupAt.set(vacancyId, group)
    const key = JSON.stringify([vacancyId, label])
    if (roomOf.has(key)) throw new RangeError(`Vacancy '${vacancyId}' has two type caps for '${label}'.`)
    roomOf.set(key, atMost)
    const isIn = memberships.of(group, label, 'typeCaps')
    const numFixed = fixed.count(vacancy, seeker => isIn[seeker] === 1)
    if (numFixed > atMost) throw new RangeError(`Vacancy '${vacancyId}' may have at most ${atMost} of '${label}', and ${numFixed} are fixed there.`)
    rule.typeCaps.push({ isIn, room: atMost - numFixed })
  }
  const reserved = new Map<number, number>()
  const counted = new Set<number>()
  const named = new Set<string>()
  for (const { vacancyId, group, label, seats } of reserves) {
    const { vacancy, rule } = ruleOf('reserves', vacancyId)
    const capGroup = groupAt.get(vacancyId) ?? group
    if (capGroup !== group) throw new RangeError(`Vacancy '${vacancyId}' has type caps of '${capGroup}' and a reserve of '${group}'; beside type caps, reserves must be of the same grouping.`)
    const key = JSON.stringify([vacancyId, group, label])
    if (named.has(key)) throw new RangeError(`Vacancy '${vacancyId}' has two reserves for '${label}'.`)
    named.add(key)
    const cap = roomOf.get(JSON.stringify([vacancyId, label])) ?? seats
    if (cap < seats) throw new RangeError(`Vacancy '${vacancyId}' reserves ${seats} seats for '${label}', and may have at most ${cap} of them.`)
    const sum = (reserved.get(vacancy) ?? 0) + seats
    if (sum > market.seats[vacancy]) throw new RangeError(`Vacancy '${vacancyId}' has ${market.seats[vacancy]} seats, and ${sum} are reserved.`)
    reserved.set(vacancy, sum)
    const isIn = memberships.of(group, label, 'reserves')
    let room = seats
    for (const seeker of fixed.at(vacancy)) {
      if (room === 0 || isIn[seeker] === 0 || counted.has(seeker)) continue
      counted.add(seeker)
      room--
    }
    rule.reserves.push({ isIn, room })
  }
  return rules
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

class FixedCount {
  readonly #at = new Map<number, number[]>()

  constructor (fixedAt: Int32Array | null) {
    fixedAt?.forEach((vacancy, seeker) => {
      if (vacancy === NOWHERE) return
      const there = this.#at.get(vacancy)
      if (there === undefined) this.#at.set(vacancy, [seeker])
      else there.push(seeker)
    })
  }

  at (vacancy: number): readonly number[] {
    return this.#at.get(vacancy) ?? []
  }

  count (vacancy: number, belongs: (seeker: number) => boolean): number {
    return this.at(vacancy).filter(belongs).length
  }
}
