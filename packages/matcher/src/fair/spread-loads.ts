import { NO_WAVE, type FairFacts } from './fair-facts.ts'

/**
 * How many each booth sees in each of the first `numUsed` slots, within tables, opening hours, hall and waves, or null where these slots cannot hold
 * all. For people with one interview each. Augmenting paths over booths, slots and waves; O(paths · booths · slots).
 */
export function spreadLoads (facts: FairFacts, load: ArrayLike<number>, numUsed: number): Uint32Array | null {
  const { numBooths, numSlots } = facts
  const cellLoad = new Uint32Array(numBooths * numSlots)
  const spread = new Spread(facts, cellLoad, numUsed)
  for (let booth = 0; booth < numBooths; booth++) {
    for (let left = load[booth]; left > 0;) {
      const moved = spread.augment(booth, left)
      if (moved === 0) return null
      left -= moved
    }
  }
  return cellLoad
}

/** Nodes: booths, then slots, then waves. */
class Spread {
  readonly #facts: FairFacts
  readonly #cellLoad: Uint32Array
  readonly #slotLoad: Float64Array
  readonly #waveLoad: Float64Array
  readonly #numUsed: number
  readonly #parent: Int32Array

  constructor (facts: FairFacts, cellLoad: Uint32Array, numUsed: number) {
    this.#facts = facts
    this.#cellLoad = cellLoad
    this.#slotLoad = new Float64Array(facts.numSlots)
    this.#waveLoad = new Float64Array(facts.numWaves)
    this.#numUsed = numUsed
    this.#parent = new Int32Array(facts.numBooths + facts.numSlots + facts.numWaves)
  }

  /** Seats some of `wanted` more interviews of a booth, by moving others to other slots; returns how many, 0 when there is no way. */
  augment (begin: number, wanted: number): number {
    const { numBooths, numSlots, numWaves, tables, isOpen, slotRoom, waveOf, waveSize } = this.#facts
    const parent = this.#parent.fill(-1)
    parent[begin] = begin
    const queue = [begin]
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head]
      const reach = (to: number): void => {
        if (parent[to] !== -1) return
        parent[to] = node
        queue.push(to)
      }
      if (node < numBooths) {
        for (let slot = 0; slot < this.#numUsed; slot++) if (isOpen[node * numSlots + slot] === 1 && this.#cellLoad[node * numSlots + slot] < tables[node]) reach(numBooths + slot)
      } else if (node < numBooths + numSlots) {
        const slot = node - numBooths
        const hasRoom = this.#slotLoad[slot] < slotRoom[slot]
        if (hasRoom && numWaves === 0) return this.#push(begin, node, wanted)
        if (hasRoom && waveOf[slot] !== NO_WAVE) reach(numBooths + numSlots + waveOf[slot])
        for (let booth = 0; booth < numBooths; booth++) if (this.#cellLoad[booth * numSlots + slot] > 0) reach(booth)
      } else {
        const wave = node - numBooths - numSlots
        if (this.#waveLoad[wave] < waveSize[wave]) return this.#push(begin, node, wanted)
        for (let slot = 0; slot < this.#numUsed; slot++) if (waveOf[slot] === wave && this.#slotLoad[slot] > 0) reach(numBooths + slot)
      }
    }
    return 0
  }

  #push (begin: number, last: number, wanted: number): number {
    const { numBooths, numSlots, tables, slotRoom, waveSize } = this.#facts
    let amount = wanted
    const walk = (visit: (from: number, to: number) => void): void => { for (let node = last; node !== begin; node = this.#parent[node]) visit(this.#parent[node], node) }
    const isBooth = (node: number): boolean => node < numBooths
    const isWave = (node: number): boolean => node >= numBooths + numSlots
    const cell = (booth: number, slot: number): number => booth * numSlots + slot - numBooths
    walk((from, to) => {
      if (isBooth(from)) amount = Math.min(amount, tables[from] - this.#cellLoad[cell(from, to)])
      else if (isBooth(to)) amount = Math.min(amount, this.#cellLoad[cell(to, from)])
      else if (isWave(to)) amount = Math.min(amount, slotRoom[from - numBooths] - this.#slotLoad[from - numBooths])
      else amount = Math.min(amount, this.#slotLoad[to - numBooths])
    })
    if (isWave(last)) amount = Math.min(amount, waveSize[last - numBooths - numSlots] - this.#waveLoad[last - numBooths - numSlots])
    else amount = Math.min(amount, slotRoom[last - numBooths] - this.#slotLoad[last - numBooths])
    walk((from, to) => {
      if (isBooth(from)) this.#cellLoad[cell(from, to)] += amount
      else if (isBooth(to)) this.#cellLoad[cell(to, from)] -= amount
      else if (isWave(to)) this.#slotLoad[from - numBooths] += amount
      else this.#slotLoad[to - numBooths] -= amount
    })
    if (isWave(last)) this.#waveLoad[last - numBooths - numSlots] += amount
    else this.#slotLoad[last - numBooths] += amount
    return amount
  }
}
