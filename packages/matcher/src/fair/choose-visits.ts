import type { RunOptions } from '../placement/market.ts'
import { ACCESS, NONE, NUM_KINDS, RESIDENT } from './candidates.ts'
import type { Choice } from './choice.ts'
import { NO_WAVE } from './fair-facts.ts'
import { waveBehind } from './places.ts'

const SOURCE = -2
/** Augmentations between two looks at the signal. */
const STRIDE = 256

/**
 * Successive shortest paths from people to free places, over booths instead of people: among all who could move from one booth to another, only
 * the cheapest matters (`Choice.moveCost`). Dijkstra with potentials over booths, slots and waves: O((booths + slots)²) a path, and O(pairs of
 * a booth's visitors) for each booth that somebody has left.
 */
export class VisitChooser {
  readonly #choice: Choice
  // Nodes: booths, the residents' reserve, slots, waves, the end.
  readonly #reserve: number
  readonly #slots: number
  readonly #waves: number
  readonly #end: number
  readonly #potential: Float64Array
  readonly #distance: Float64Array
  readonly #isDone: Uint8Array
  readonly #parent: Int32Array
  readonly #out: Int32Array
  readonly #in: Int32Array
  /** First visits, or further ones. */
  #isFirst = true

  constructor (choice: Choice) {
    const { visits: { numBooths, score }, places: { facts: { numSlots, numWaves } }, weights } = choice
    this.#choice = choice
    this.#reserve = numBooths
    this.#slots = numBooths + 1
    this.#waves = this.#slots + numSlots
    this.#end = this.#waves + numWaves
    const size = this.#end + 1
    let most = 0
    for (let visit = 0; visit < score.length; visit++) most = Math.max(most, Math.abs(score[visit]))
    this.#potential = new Float64Array(size).fill(-(most + weights.access + weights.resident))
    this.#potential[this.#reserve] = 0
    this.#distance = new Float64Array(size)
    this.#isDone = new Uint8Array(size)
    this.#parent = new Int32Array(size)
    this.#out = new Int32Array(size)
    this.#in = new Int32Array(size)
  }

  /** Gives as many people as possible one visit each: first those in need of access, then residents up to the reserve, at the greatest total score. */
  serveEverybody (options: RunOptions, total: number): void {
    this.#choice.candidates.reopen(0, 1)
    this.#augmentAll(options, total)
  }

  /** Then adds further visits for those who have one, up to `most` a person, while the total score grows. Whoever is served stays served; waves no longer bind. */
  addVisits (most: number, options: RunOptions, total: number): void {
    this.#isFirst = false
    // The end has no way out, so it may be brought as near as the slots, which now lead to it.
    this.#potential[this.#end] = this.#potential.reduce((least, one) => Math.min(least, one))
    this.#choice.candidates.reopen(1, most)
    this.#augmentAll(options, total)
  }

  #augmentAll ({ signal, onProgress }: RunOptions, total: number): void {
    for (let step = 0; ; step++) {
      if (step % STRIDE === 0) {
        signal?.throwIfAborted()
        onProgress?.(Math.min(step, total), total)
      }
      if (!this.#findPath()) return
      this.#applyPath()
    }
  }

  #findPath (): boolean {
    const distance = this.#distance
    const isDone = this.#isDone
    const potential = this.#potential
    const end = this.#end
    const source = this.#start()
    for (;;) {
      let node = end
      for (let other = 0; other < end; other++) if (isDone[other] === 0 && distance[other] < distance[node]) node = other
      const reached = distance[node]
      if (reached === Infinity) return false
      if (node === end) {
        if (!this.#isFirst && reached - source + potential[end] >= 0) return false
        for (let other = 0; other < end; other++) if (isDone[other] === 1) potential[other] += distance[other] - reached
        return true
      }
      isDone[node] = 1
      if (node < this.#reserve) this.#fromBooth(node)
      else if (node === this.#reserve) this.#fromReserve()
      else if (node < this.#waves) this.#fromSlot(node - this.#slots)
      else this.#fromWave(node - this.#waves)
    }
  }

  /** Distances of the nodes that somebody can begin at. The source has no way in, so its potential is whatever keeps them from being negative. */
  #start (): number {
    const { candidates, hasReserve, reserveLeft, weights, visits } = this.#choice
    const distance = this.#distance
    const potential = this.#potential
    distance.fill(Infinity)
    this.#isDone.fill(0)
    let source = -Infinity
    const splits = hasReserve && this.#isFirst
    for (let booth = 0; booth < this.#reserve; booth++) {
      let most = -Infinity
      for (let kind = 0; kind < NUM_KINDS; kind++) {
        if (splits && (kind & RESIDENT) !== 0) continue
        const visit = candidates.best(booth, kind)
        if (visit === NONE) continue
        const worth = visits.score[visit] + (this.#isFirst && (kind & ACCESS) !== 0 ? weights.access : 0)
        if (worth <= most) continue
        most = worth
        this.#in[booth] = visit
      }
      if (most === -Infinity) continue
      distance[booth] = -most - potential[booth]
      this.#parent[booth] = SOURCE
      source = Math.max(source, -distance[booth])
    }
    if (splits) {
      distance[this.#reserve] = -(reserveLeft > 0 ? weights.resident : 0) - potential[this.#reserve]
      this.#parent[this.#reserve] = SOURCE
      source = Math.max(source, -distance[this.#reserve])
    }
    for (let node = 0; node <= this.#reserve; node++) distance[node] += source
    return source
  }

  #relax (from: number, to: number, cost: number): boolean {
    const found = this.#distance[from] + cost + this.#potential[from] - this.#potential[to]
    if (found >= this.#distance[to] || this.#isDone[to] === 1) return false
    this.#distance[to] = found
    this.#parent[to] = from
    return true
  }

  #fromBooth (booth: number): void {
    const choice = this.#choice
    const { places } = choice
    const numBooths = this.#reserve
    choice.refresh(booth)
    for (let to = 0, at = booth * numBooths; to < numBooths; to++, at++) {
      if (choice.moveCost[at] === Infinity || !this.#relax(booth, to, choice.moveCost[at])) continue
      this.#out[to] = choice.moveOut[at]
      this.#in[to] = choice.moveIn[at]
    }
    if (this.#isFirst && choice.hasReserve && choice.giveWayVisit[booth] !== NONE && this.#relax(booth, this.#reserve, choice.giveWayCost[booth])) this.#out[this.#reserve] = choice.giveWayVisit[booth]
    if (!places.hasSlots) {
      if (places.load[booth] < places.room[booth]) this.#relax(booth, this.#end, 0)
      return
    }
    const { numSlots, tables, isOpen } = places.facts
    for (let slot = 0, cell = booth * numSlots; slot < numSlots; slot++, cell++) {
      if (isOpen[cell] === 1 && places.cellLoad[cell] < tables[booth]) this.#relax(booth, this.#slots + slot, 0)
    }
  }

  #fromReserve (): void {
    const { candidates, visits, weights } = this.#choice
    for (let booth = 0; booth < this.#reserve; booth++) {
      for (let kind = RESIDENT; kind < NUM_KINDS; kind += 2) {
        const visit = candidates.best(booth, kind)
        if (visit === NONE) continue
        if (this.#relax(this.#reserve, booth, -visits.score[visit] - ((kind & ACCESS) !== 0 ? weights.access : 0))) this.#in[booth] = visit
      }
    }
  }

  #fromSlot (slot: number): void {
    const { places } = this.#choice
    const { facts, cellLoad, slotLoad } = places
    const node = this.#slots + slot
    const wave = waveBehind(facts, this.#isFirst, slot)
    if (slotLoad[slot] < facts.slotRoom[slot] && wave !== undefined) this.#relax(node, wave === NO_WAVE ? this.#end : this.#waves + wave, 0)
    for (let booth = 0; booth < facts.numBooths; booth++) if (cellLoad[booth * facts.numSlots + slot] > 0) this.#relax(node, booth, 0)
  }

  #fromWave (wave: number): void {
    const { facts, waveLoad, slotLoad } = this.#choice.places
    if (waveLoad[wave] < facts.waveSize[wave]) this.#relax(this.#waves + wave, this.#end, 0)
    for (let slot = 0; slot < facts.numSlots; slot++) if (facts.waveOf[slot] === wave && slotLoad[slot] > 0) this.#relax(this.#waves + wave, this.#slots + slot, 0)
  }

  #applyPath (): void {
    const choice = this.#choice
    for (let node = this.#end; node !== SOURCE; node = this.#parent[node]) {
      const from = this.#parent[node]
      if (node === this.#reserve) {
        if (from === SOURCE) choice.reserveLeft = Math.max(0, choice.reserveLeft - 1)
        else choice.leave(this.#out[node])
      } else if (node < this.#reserve && from < this.#slots) {
        if (from >= 0 && from < this.#reserve) choice.leave(this.#out[node])
        choice.enter(this.#in[node])
      } else this.#shift(from, node)
    }
  }

  /** One place more on the way from one node to the next, or one fewer where the way is gone backwards. */
  #shift (from: number, to: number): void {
    const { load, cellLoad, slotLoad, waveLoad, facts: { numSlots } } = this.#choice.places
    if (from < this.#reserve) {
      load[from]++
      if (to < this.#waves) cellLoad[from * numSlots + to - this.#slots]++
    } else if (from < this.#waves) {
      if (to < this.#reserve) {
        cellLoad[to * numSlots + from - this.#slots]--
        load[to]--
      } else slotLoad[from - this.#slots]++
    } else if (to < this.#waves) slotLoad[to - this.#slots]--
    else waveLoad[from - this.#waves]++
  }
}
