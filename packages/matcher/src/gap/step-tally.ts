import type { Outlook } from './outlook.ts'
import type { StepEffect } from './step-effect.ts'

/** What a step is worth over the whole market. */
export interface StepTally {
  eligible: number
  unlocks: number
  locks: number
  raises: number
  best: number
  topScore: number
}

/** The vacancies that are open to a seeker as long as nothing touches them, best score first. */
export class OpenList {
  readonly numOpen: number
  readonly #isOpen: Uint8Array
  readonly #score: Int32Array
  readonly #order: Uint32Array
  readonly #scratch: Int32Array

  /** `unitFails` tells how many rules on units fail. O(n log n). */
  constructor ({ score, lost, lacksLicence }: Outlook, unitFails: Uint16Array) {
    this.#isOpen = lost.map((gone, number) => Number(gone === 0 && lacksLicence[number] === 0 && unitFails[number] === 0))
    this.#score = score
    const open: number[] = []
    this.#isOpen.forEach((isOpen, number) => { if (isOpen === 1) open.push(number) })
    this.numOpen = open.length
    this.#order = Uint32Array.from(open).sort((a, b) => score[b] - score[a])
    this.#scratch = new Int32Array(score.length)
  }

  isOpen (vacancy: number): boolean {
    return this.#isOpen[vacancy] === 1
  }

  /** Best score, and sum of the `top` best, when no step is taken. */
  present (top: number): Pick<StepTally, 'best' | 'topScore'> {
    let topScore = 0
    for (let i = 0; i < Math.min(top, this.numOpen); i++) topScore += this.#score[this.#order[i]]
    return { best: this.numOpen === 0 ? 0 : this.#score[this.#order[0]], topScore }
  }

  /** The market after a step: `before` are the vacancies open now, this list those open to whoever the step starts from. O(touched log touched + top). */
  tally (effect: StepEffect, before: OpenList, top: number): StepTally {
    const { touched, numTouched, gain, eligible } = effect
    const score = this.#score
    const scratch = this.#scratch
    let numEligible = this.numOpen
    let unlocks = 0
    let raises = 0
    let count = 0
    for (let i = 0; i < numTouched; i++) {
      const number = touched[i]
      numEligible -= this.#isOpen[number]
      if (eligible[number] === 0) continue
      numEligible++
      if (gain[number] > 0) raises++
      if (!before.isOpen(number)) unlocks++
      scratch[count++] = score[number] + gain[number]
    }
    const locks = before.numOpen - (numEligible - unlocks)
    return { eligible: numEligible, unlocks, locks, raises, ...this.#best(effect, scratch.subarray(0, count).sort(), top) }
  }

  /** Merges the touched scores, ascending, with the rest of the list. */
  #best (effect: StepEffect, touchedScores: Int32Array, top: number): Pick<StepTally, 'best' | 'topScore'> {
    const order = this.#order
    const score = this.#score
    let at = 0
    let next = touchedScores.length - 1
    let best = 0
    let topScore = 0
    for (let taken = 0; taken < top; taken++) {
      while (at < order.length && effect.touches(order[at])) at++
      const untouched = at < order.length ? score[order[at]] : -1
      const touched = next >= 0 ? touchedScores[next] : -1
      const greater = untouched > touched ? untouched : touched
      if (greater < 0) break
      if (untouched > touched) at++
      else next--
      if (taken === 0) best = greater
      topScore += greater
    }
    return { best, topScore }
  }
}
