import type { Market } from './market.ts'
import type { LabelCap, LabelCapMember, PartedLabelCap, StableTerms } from './stable-options.ts'

/** Label caps with every vacancy's part: see `LabelCap`. Throws RangeError for unknown and repeated names, and for stated parts beyond the cap. O(members²). */
export function partsOf ({ vacancies, seats }: Market, labelCaps: ReadonlyArray<LabelCap & { readonly atMost: number }>): readonly PartedLabelCap[] {
  if (labelCaps.length === 0) return Object.freeze([])
  const numberOf = new Map(vacancies.map((id, at) => [id, at]))
  const names = new Set<string>()
  return Object.freeze(labelCaps.map(cap => {
    if (names.has(cap.id)) throw new RangeError(`There are two label caps '${cap.id}'.`)
    names.add(cap.id)
    const seen = new Set<string>()
    const room = cap.members.map(({ vacancyId }) => {
      const vacancy = numberOf.get(vacancyId)
      if (vacancy === undefined) throw new RangeError(`Label cap '${cap.id}' names the vacancy '${vacancyId}', and there is none in the market.`)
      if (seen.has(vacancyId)) throw new RangeError(`Label cap '${cap.id}' names the vacancy '${vacancyId}' twice; each member is named once.`)
      seen.add(vacancyId)
      return seats[vacancy]
    })
    const parts = share(cap, room)
    return Object.freeze({ ...cap, members: Object.freeze(cap.members.map(({ vacancyId }, at) => Object.freeze({ vacancyId, atMost: parts[at] }))) })
  }))
}

/** Each vacancy's type caps: those given, and its parts of label caps. */
export function allTypeCaps ({ typeCaps, labelCaps }: Pick<StableTerms, 'typeCaps' | 'labelCaps'>): StableTerms['typeCaps'] {
  return [...typeCaps, ...labelCaps.flatMap(({ group, label, members }) => members.map(({ vacancyId, atMost }) => ({ vacancyId, group, label, atMost })))]
}

/** Rounds are given as one while they are whole: each either uses up what is left or fills somebody's seats. */
function share ({ id, atMost, members }: { id: string, atMost: number, members: readonly LabelCapMember[] }, room: readonly number[]): number[] {
  const parts = members.map(member => member.atMost ?? 0)
  let left = atMost - parts.reduce((sum, part) => sum + part, 0)
  if (left < 0) throw new RangeError(`The parts of label cap '${id}' add up to ${atMost - left}, and it may have at most ${atMost}.`)
  while (left > 0) {
    const open = members.flatMap((member, at) => member.atMost === undefined && parts[at] < room[at] ? [at] : [])
    if (open.length === 0) break
    const rounds = Math.min(Math.floor(left / open.length), ...open.map(at => room[at] - parts[at]))
    // Nobody who is open has more than another: whoever has less was filled.
    for (const at of rounds === 0 ? open.slice(0, left) : open) parts[at] += Math.max(1, rounds)
    left -= rounds === 0 ? left : rounds * open.length
  }
  return parts
}
