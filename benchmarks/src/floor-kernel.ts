import { CERTIFIED, EVIDENCE_PER_MILLE, TRAINED, UNKNOWN } from './peers/codings.ts'
import type { Question } from './peers/question.ts'
import type { SeekerColumns } from './peers/seeker-columns.ts'
import { chordBeyond, distanceCredits, EARTH_RADIUS, FAR_HM } from './peers/sphere.ts'

const MILLE = 1000

/** How many people an exact answer cannot leave aside when the score of its last place is known beforehand. */
export interface Reached {
  /** They hold something that gives credit, and live near enough to come that far if all else were in full. */
  holdersNear: number
  /** Of those, whom what they hold does not rule out either. */
  holders: number
  /** They hold nothing that gives credit, and could come that far without. */
  others: number
}

/** Counts them, person by person. O(people x units). */
export class FloorKernel {
  readonly #columns: SeekerColumns
  readonly #distance = distanceCredits()
  readonly #far = chordBeyond(FAR_HM - 1)

  constructor (columns: SeekerColumns) {
    this.#columns = columns
  }

  count (question: Question, lastScore: number): Reached {
    const { size, x, y, z, units: { start, unit, evidence, expires } } = this.#columns
    const { shares, asOf, remote, spot } = question
    const distance = this.#distance
    const far = this.#far
    const hasPlace = !remote && spot !== undefined
    const { x: x0, y: y0, z: z0 } = spot ?? { x: 0, y: 0, z: 0 }
    const unitMost = question.units === undefined ? 0 : shares.unit * MILLE
    const unlisted = question.units === 'any' ? unitMost : 0
    const restMost = mostOfRest(question)
    const asked = Array.isArray(question.units) ? question.units : []
    const credit = new Int32Array(asked.length)
    const links = new Map<number, { row: number, perMille: number }[]>()
    for (const { row, held, perMille } of question.links) links.set(held, [...links.get(held) ?? [], { row, perMille }])
    const reached = { holdersNear: 0, holders: 0, others: 0 }

    for (let n = 0; n < size; n++) {
      let score = remote ? shares.distance * MILLE : 0
      if (hasPlace) {
        const dx = x0 - x[n]
        const dy = y0 - y[n]
        const dz = z0 - z[n]
        const chord = dx * dx + dy * dy + dz * dz
        if (chord < far) score = shares.distance * distance[Math.floor(2 * EARTH_RADIUS * Math.asin(Math.sqrt(chord) / 2) / 100)]
      }
      if (score + restMost + unitMost < lastScore) continue
      let holds = false
      credit.fill(0)
      for (let at = start[n]; at < start[n + 1]; at++) {
        const gives = links.get(unit[at])
        if (gives === undefined) continue
        holds = true
        const worth = EVIDENCE_PER_MILLE[evidence[at] === CERTIFIED && expires[at] !== UNKNOWN && asOf > expires[at] ? TRAINED : evidence[at]]
        for (const { row, perMille } of gives) credit[row] = Math.max(credit[row], Math.floor(perMille * worth / MILLE))
      }
      if (!holds) {
        if (score + unlisted + restMost >= lastScore) reached.others++
        continue
      }
      reached.holdersNear++
      for (let row = 0; row < asked.length; row++) score += asked[row].weight * credit[row]
      if (score + restMost >= lastScore) reached.holders++
    }
    return reached
  }
}

/** Points of everything but units and distance, in full where the advert tells enough for them. */
function mostOfRest ({ shares, askedRank, fields, months }: Question): number {
  const most = (canBeHad: boolean, share: number): number => canBeHad ? share * MILLE : 0
  return most(askedRank !== UNKNOWN, shares.education) + most(fields.some(credit => credit !== UNKNOWN), shares.field) + most(months !== UNKNOWN, shares.experience) +
    (shares.wage + shares.wish + shares['job-type']) * MILLE
}
