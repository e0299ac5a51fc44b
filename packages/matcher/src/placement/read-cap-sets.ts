import { NOWHERE, type Market } from './market.ts'
import type { StableTerms } from './stable-options.ts'

/**
 * Cap sets as a forest. Nodes are the vacancies by their number, and after them the sets. What the fixed take is taken off: rooms and
 * targets are of those who are not fixed, so a target may be below zero.
 */
export interface CapForest {
  readonly numVacancies: number
  /** The set that each node is a member of, or -1. */
  readonly parent: Int32Array
  /** Members of each set, in the order given. */
  readonly members: readonly Int32Array[]
  readonly room: Float64Array
  readonly target: Float64Array
}

/** Throws RangeError for unknown ids, sets that overlap or go round, targets beyond the cap, and caps below the people fixed there. */
export function readCapSets (market: Market, caps: StableTerms['caps'], fixedAt: Int32Array | null): CapForest | null {
  if (caps.length === 0) return null
  const numVacancies = market.vacancies.length
  const vacancyOf = new Map(market.vacancies.map((id, at) => [id, at]))
  const setOf = new Map(caps.map(({ id }, at) => [id, numVacancies + at]))
  const parent = new Int32Array(numVacancies + caps.length).fill(-1)
  const target = new Float64Array(parent.length)
  const members = caps.map((cap, at) => {
    if (setOf.get(cap.id) !== numVacancies + at) throw new RangeError(`There are two cap sets '${cap.id}'.`)
    let sum = 0
    const nodes = cap.members.map(member => {
      const id = 'setId' in member ? member.setId : member.vacancyId
      const kind = 'setId' in member ? 'set' : 'vacancy'
      const node = (kind === 'set' ? setOf : vacancyOf).get(id)
      if (node === undefined) throw new RangeError(`Cap set '${cap.id}' names the ${kind} '${id}', and there is none.`)
      if (parent[node] !== -1) throw new RangeError(`The ${kind} '${id}' is a member of '${caps[parent[node] - numVacancies].id}' and of '${cap.id}'; cap sets must be nested or disjoint, and each member is named once.`)
      parent[node] = numVacancies + at
      target[node] = member.target ?? 0
      sum += target[node]
      return node
    })
    if (sum > cap.atMost) throw new RangeError(`The targets of cap set '${cap.id}' add up to ${sum}, and it may have at most ${cap.atMost}.`)
    return Int32Array.from(nodes)
  })
  refuseCircles(parent, caps, numVacancies)
  const room = Float64Array.from(caps, ({ atMost }) => atMost)
  fixedAt?.forEach(vacancy => {
    if (vacancy === NOWHERE) return
    for (let node = vacancy; node !== -1; node = parent[node]) {
      target[node]--
      if (node >= numVacancies) room[node - numVacancies]--
    }
  })
  room.forEach((left, at) => {
    if (left < 0) throw new RangeError(`Cap set '${caps[at].id}' may have at most ${caps[at].atMost} people, and ${caps[at].atMost - left} are fixed there.`)
  })
  return { numVacancies, parent, members, room, target }
}

/** A set that is below itself is reached again when one goes up from it; no way up is longer than there are sets. */
function refuseCircles (parent: Int32Array, caps: StableTerms['caps'], numVacancies: number): void {
  const isClear = new Uint8Array(parent.length)
  caps.forEach(({ id }, at) => {
    let steps = 0
    for (let node = numVacancies + at; node !== -1 && isClear[node] === 0; node = parent[node]) {
      if (++steps > caps.length) throw new RangeError(`Cap set '${id}' is, by way of its members, within itself.`)
    }
    for (let node = numVacancies + at; node !== -1 && isClear[node] === 0; node = parent[node]) isClear[node] = 1
  })
}
