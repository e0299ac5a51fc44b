import { NONE, NUM_KINDS, RESIDENT } from './candidates.ts'
import type { Choice } from './choice.ts'
import type { Prices } from './fair.ts'
import { NO_WAVE, type FairFacts } from './fair-facts.ts'
import { waveBehind } from './places.ts'

/** Ways of the residual network: from, to, cost. */
type Ways = Array<readonly [from: number, to: number, cost: number]>

/**
 * Prices at which the chosen visits are what everybody would choose: distances in the residual network, by Bellman and Ford. Where the choice is not the
 * best of the network that is priced (waves that bind while people have several interviews), the passes end by their bound and the prices are a heuristic.
 */
export function pricesOf (choice: Choice, most: number): Prices {
  const { places: { facts: { numBooths, numSlots, numWaves } }, weights } = choice
  const reserve = numBooths
  const slots = numBooths + 1
  const waves = slots + numSlots
  const all = waves + numWaves
  const ways: Ways = [...peopleWays(choice, reserve, all, most), ...placeWays(choice, slots, waves, all, most)]
  const distance = new Float64Array(all + 1)
  for (let pass = 0, changed = true; changed && pass <= all + 1; pass++) {
    changed = false
    for (const [from, to, cost] of ways) {
      if (distance[from] + cost >= distance[to]) continue
      distance[to] = distance[from] + cost
      changed = true
    }
  }
  const price = (node: number): number => distance[all] - distance[node]
  const list = (first: number, size: number): number[] => Array.from({ length: size }, (_, n) => price(first + n))
  return {
    person: weights.person,
    access: weights.access,
    resident: choice.hasReserve ? Math.max(0, price(reserve)) : 0,
    booths: list(0, numBooths),
    slots: choice.places.hasSlots ? list(slots, numSlots) : Array.from({ length: numSlots }, () => 0),
    waves: most === 1 ? list(waves, numWaves) : Array.from({ length: numWaves }, () => 0),
  }
}

/** Nothing costs anything: the bound is the sum of everybody's best visits. */
export function freePrices ({ numBooths, numSlots, numWaves }: FairFacts): Prices {
  const zeros = (size: number): number[] => Array.from({ length: size }, () => 0)
  return { person: 0, access: 0, resident: 0, booths: zeros(numBooths), slots: zeros(numSlots), waves: zeros(numWaves) }
}

function peopleWays (choice: Choice, reserve: number, all: number, most: number): Ways {
  const { candidates, weights, rosters, degree, visits: { score, person, numBooths } } = choice
  const ways: Ways = []
  const from = (kind: number): number => choice.hasReserve && (kind & RESIDENT) !== 0 ? reserve : all
  candidates.reopen(0, 1)
  for (let booth = 0; booth < numBooths; booth++) {
    for (let kind = 0; kind < NUM_KINDS; kind++) {
      const visit = candidates.best(booth, kind)
      if (visit !== NONE) ways.push([from(kind), booth, -choice.firstWorth(visit) - weights.person])
    }
    choice.refresh(booth)
    for (let to = 0; to < numBooths; to++) {
      const cost = choice.moveCost[booth * numBooths + to]
      if (cost < Infinity) ways.push([booth, to, cost])
    }
    for (const visit of rosters[booth]) {
      if (degree[person[visit]] > 1) ways.push([booth, all, score[visit]])
      else ways.push([booth, from(choice.kindOf[person[visit]]), choice.firstWorth(visit) + weights.person])
    }
  }
  if (most > 1) {
    candidates.reopen(1, most)
    for (let booth = 0; booth < numBooths; booth++) {
      for (let kind = 0; kind < NUM_KINDS; kind++) {
        const visit = candidates.best(booth, kind)
        if (visit !== NONE) ways.push([all, booth, -score[visit]])
      }
    }
  }
  if (choice.hasReserve) ways.push(...reserveWays(choice, reserve, all))
  return ways
}

/** The reserve is worth its weight until it is full; residents beyond it come like everybody. */
function reserveWays (choice: Choice, reserve: number, all: number): Ways {
  const { reserveLeft, numReserved, weights, degree, kindOf } = choice
  const residents = degree.reduce((sum, visits, one) => sum + Number(visits > 0 && (kindOf[one] & RESIDENT) !== 0), 0)
  const ways: Ways = [[all, reserve, reserveLeft > 0 ? -weights.resident : 0]]
  if (residents > numReserved) ways.push([reserve, all, 0])
  else if (residents > 0) ways.push([reserve, all, weights.resident])
  return ways
}

function placeWays ({ places }: Choice, slots: number, waves: number, all: number, most: number): Ways {
  const { facts, room, load, hasSlots, cellLoad, slotLoad, waveLoad } = places
  const { numBooths, numSlots, numWaves, isOpen, tables, slotRoom, waveSize } = facts
  const ways: Ways = []
  const join = (from: number, to: number, used: number, room: number): void => {
    if (used < room) ways.push([from, to, 0])
    if (used > 0) ways.push([to, from, 0])
  }
  if (!hasSlots) {
    for (let booth = 0; booth < numBooths; booth++) join(booth, all, load[booth], room[booth])
    return ways
  }
  for (let booth = 0; booth < numBooths; booth++) {
    for (let slot = 0; slot < numSlots; slot++) {
      const cell = booth * numSlots + slot
      if (isOpen[cell] === 1) join(booth, slots + slot, cellLoad[cell], tables[booth])
    }
  }
  for (let slot = 0; slot < numSlots; slot++) {
    const wave = waveBehind(facts, most === 1, slot)
    if (wave !== undefined) join(slots + slot, wave === NO_WAVE ? all : waves + wave, slotLoad[slot], slotRoom[slot])
  }
  for (let wave = 0; wave < numWaves; wave++) join(waves + wave, all, waveLoad[wave], waveSize[wave])
  return ways
}
