import fc from 'fast-check'
import type { Market, StableOptions } from '@padan/matcher/placement'
import { fullTables, marketOf, tables, type Table } from './small-markets.ts'

const LABELS = ['red', 'blue', null]

/** Markets with cap sets (two, nested or disjoint), type caps, reserves of one or two groupings, and somebody fixed. */
export const cappedMarkets: fc.Arbitrary<{ market: Market, options: StableOptions }> = fc.oneof(tables({ seekers: 5, vacancies: 3, seats: 3 }), fullTables(4, 3), fullTables(3, 3)).chain(table => fc.record({
  table: fc.constant(table),
  options: fc.record({
    caps: capsOf(table),
    groups: fc.record({ trade: labelsOf(table), home: labelsOf(table) }),
    fixed: table.seekers.length > 0 && table.vacancies.length > 0
      ? fc.option(fc.record({ seekerId: fc.constantFrom(...table.seekers), vacancyId: fc.constantFrom(...table.vacancies) }), { freq: 2, nil: undefined }).map(one => one === undefined ? [] : [one])
      : fc.constant([]),
    typeCaps: fc.subarray(table.vacancies.flatMap(vacancyId => ['red', 'blue'].map(label => ({ vacancyId, label })))).chain(all => fc.tuple(...all.map(one => fc.nat({ max: 2 }).map(atMost => ({ ...one, group: 'trade', atMost }))))),
    reserves: fc.shuffledSubarray(table.vacancies.flatMap(vacancyId => ['red', 'blue'].flatMap(label => ['trade', 'home'].map(group => ({ vacancyId, group, label }))))).chain(all => fc.tuple(...all.map(one => fc.nat({ max: 2 }).map(seats => ({ ...one, seats }))))),
    onlyTypeCaps: fc.boolean(),
  }),
})).map(({ table, options }) => ({ market: marketOf(table), options: kept(table, options) }))
  .filter(({ market, options }) => isPossible(market, options))

function capsOf ({ vacancies }: Table): fc.Arbitrary<NonNullable<StableOptions['caps']>> {
  const member = fc.nat({ max: 1 })
  return fc.record({ inner: fc.subarray([...vacancies]), nested: fc.boolean(), outer: fc.subarray([...vacancies]), most: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 4 })), targets: fc.array(member, { minLength: 4, maxLength: 4 }), first: fc.boolean(), none: fc.boolean() })
    .map(({ inner, nested, outer, most, targets, first, none }) => {
      if (none) return []
      const members = (ids: readonly string[], from: number) => ids.map((vacancyId, at) => ({ vacancyId, target: targets[(at + from) % 4]! }))
      const others = members(outer.filter(id => !inner.includes(id)), 1)
      const within = { setId: 'inner', target: targets[3]! }
      return [
        trimmed({ id: 'inner', atMost: most[0], members: members(inner, 0) }),
        trimmed({ id: 'outer', atMost: most[1], members: nested ? first ? [within, ...others] : [...others, within] : others }),
      ]
    })
}

/** Without targets where they would add up to more than the cap. */
function trimmed (cap: NonNullable<StableOptions['caps']>[number]): typeof cap {
  const sum = cap.members.reduce((all, { target = 0 }) => all + target, 0)
  return sum <= cap.atMost! ? cap : { ...cap, members: cap.members.map(member => ({ ...member, target: 0 })) }
}

function labelsOf ({ seekers }: Table): fc.Arbitrary<(string | null)[]> {
  return fc.array(fc.constantFrom(...LABELS), { minLength: seekers.length, maxLength: seekers.length })
}

/** Drops what is refused as a contradiction: reserves beyond seats or cap, and of another grouping where there are type caps. */
function kept (table: Table, { onlyTypeCaps, typeCaps, reserves, ...options }: Required<Pick<StableOptions, 'caps' | 'groups' | 'fixed' | 'typeCaps' | 'reserves'>> & { onlyTypeCaps: boolean }): StableOptions {
  const caps = onlyTypeCaps ? typeCaps : typeCaps.filter(({ vacancyId }) => vacancyId !== table.vacancies[0])
  const left = new Map(table.vacancies.map((id, at) => [id, table.seats[at]!]))
  return {
    ...options,
    typeCaps: caps,
    reserves: reserves.filter(({ vacancyId, group, label, seats }) => {
      const own = caps.filter(cap => cap.vacancyId === vacancyId)
      if (own.length > 0 && (group !== 'trade' || own.some(cap => cap.label === label && cap.atMost! < seats))) return false
      if (left.get(vacancyId)! < seats) return false
      left.set(vacancyId, left.get(vacancyId)! - seats)
      return true
    }),
  }
}

/** Whether the people who are fixed fit; where not, an error is right, and tested elsewhere. */
function isPossible (market: Market, { fixed = [], caps = [], typeCaps = [], groups = {} }: StableOptions): boolean {
  return fixed.every(({ seekerId, vacancyId }) =>
    market.seats[market.vacancies.indexOf(vacancyId)]! > 0 && caps.every(({ atMost }) => atMost! > 0) &&
    typeCaps.every(cap => cap.vacancyId !== vacancyId || cap.atMost! > 0 || groups[cap.group]![market.seekers.indexOf(seekerId)] !== cap.label))
}
