import type { BestRows } from './best-rows.ts'
import { ANY, CERTIFIED, EVIDENCE_PER_MILLE, TRAINED, UNKNOWN } from './codings.ts'
import { NUM_RANKS, type Question } from './question.ts'
import type { SeekerColumns } from './seeker-columns.ts'
import { chordBeyond, distanceCredits, EARTH_RADIUS, FAR_HM } from './sphere.ts'

/** A must unit below this credit puts somebody out. */
const MUST_CREDIT = 500
/** Full credit, and what weights are multiplied by. */
const MILLE = 1000

/**
 * Scores every seeker, row by row: columns are read in order, credits are table look-ups, and a row is left as soon as a hard rule
 * fails or what is left to earn cannot bring it among the best. Everything a good scan does without an index.
 */
export class FullScanKernel {
  readonly #columns: SeekerColumns
  readonly #distance = distanceCredits()
  /** Squared chord by reach in hundreds of metres: beyond it somebody is out of reach. */
  readonly #beyond: Float64Array
  /** First of the links of each unit while a question is scanned, else -1. */
  readonly #first: Int32Array
  /** Squared chord from which on distance earns nothing. */
  readonly #far = chordBeyond(FAR_HM - 1)

  constructor (columns: SeekerColumns, numUnits: number) {
    this.#columns = columns
    this.#first = new Int32Array(numUnits).fill(-1)
    this.#beyond = Float64Array.from({ length: columns.farthestReach + 1 }, (_, hm) => chordBeyond(hm))
  }

  scan (question: Question, best: BestRows): void {
    const { size, rank, fields, occupations, sectors, work, wage, reach, x, y, z, needs, adultFrom, unitsStated, units, jobsStated, jobs } = this.#columns
    const { shares, asOf, education, leastRank, months, offer, provides, adultsOnly, remote, spot } = question
    const fieldCredit = question.fields
    const occupationCredit = question.occupations
    const sectorCredit = question.sectors
    const workCredit = question.work
    const jobCredit = question.jobs
    const { start: unitStart, unit, evidence, expires } = units
    const { start: jobStart, occupation: worked, months: monthsWorked } = jobs
    const asked = Array.isArray(question.units) ? question.units : []
    const numAsked = asked.length
    const weight = Int32Array.from(asked, row => row.weight)
    const must = Uint8Array.from(asked, row => Number(row.must))
    const certificate = Uint8Array.from(asked, row => Number(row.certificate))
    const credit = new Int32Array(numAsked)
    const certified = new Uint8Array(numAsked)
    const linkRow = Uint16Array.from(question.links, link => link.row)
    const linkPerMille = Uint16Array.from(question.links, link => link.perMille)
    const next = this.#link(question)
    const first = this.#first
    const beyond = this.#beyond
    const distance = this.#distance
    const far = this.#far
    const hasPlace = !remote && spot !== undefined
    const { x: x0, y: y0, z: z0 } = spot ?? { x: 0, y: 0, z: 0 }
    const unitShare = question.units === 'any' ? shares.unit * MILLE : 0
    const unitMost = question.units === undefined ? 0 : shares.unit * MILLE
    const restMost = (shares.education + shares.field + shares.experience + shares.wage + shares.wish + shares['job-type']) * MILLE + unitMost
    const hasLicences = question.licences.length > 0

    for (let n = 0; n < size; n++) {
      let score = 0
      let open = 0
      if (hasPlace) {
        const dx = x0 - x[n]
        const dy = y0 - y[n]
        const dz = z0 - z[n]
        const chord = dx * dx + dy * dy + dz * dz
        // NaN, where somebody has no place, is not beyond anything.
        if (reach[n] !== UNKNOWN && chord >= beyond[reach[n]]) continue
        if (chord < far) score = shares.distance * distance[Math.floor(2 * EARTH_RADIUS * Math.asin(Math.sqrt(chord) / 2) / 100)]
        else if (!(chord >= far)) open = shares.distance
      } else if (remote) score = shares.distance * MILLE
      else open = shares.distance
      if (score + restMost < best.threshold) continue

      const field = fieldCredit[fields[n]]
      if (field === UNKNOWN) open += shares.field
      else score += shares.field * field
      const wish = Math.max(occupationCredit[occupations[n]], sectorCredit[sectors[n]])
      if (wish === UNKNOWN) open += shares.wish
      else score += shares.wish * wish
      const job = workCredit[work[n]]
      if (job === UNKNOWN) open += shares['job-type']
      else score += shares['job-type'] * job
      const level = education[rank[n] === UNKNOWN ? NUM_RANKS : rank[n]]
      if (level === UNKNOWN) open += shares.education
      else score += shares.education * level
      const wished = wage[n]
      if (wished === ANY || (wished !== UNKNOWN && offer !== UNKNOWN && offer >= wished)) score += shares.wage * MILLE
      else if (wished === UNKNOWN || offer === UNKNOWN) open += shares.wage
      else if (10 * offer > 7 * wished) score += shares.wage * Math.floor(MILLE * (10 * offer - 7 * wished) / (3 * wished))
      if (months === ANY) score += shares.experience * MILLE
      else if (months === UNKNOWN || jobsStated[n] === 0) open += shares.experience
      else {
        let counted = 0
        for (let at = jobStart[n]; at < jobStart[n + 1]; at++) counted += monthsWorked[at] * jobCredit[worked[at]]
        score += shares.experience * Math.min(MILLE, Math.floor(counted / months))
      }
      if (score + unitMost < best.threshold) continue

      if (leastRank !== UNKNOWN && rank[n] !== UNKNOWN && rank[n] < leastRank) continue
      if (provides !== UNKNOWN && (needs[n] & ~provides) !== 0) continue
      if (adultsOnly && adultFrom[n] > asOf) continue
      if (hasLicences && !this.#passesLicences(question, n)) continue
      score += unitShare
      if (question.units === undefined || (numAsked > 0 && unitsStated[n] === 0)) open += shares.unit
      else if (numAsked > 0) {
        credit.fill(0)
        certified.fill(0)
        for (let at = unitStart[n]; at < unitStart[n + 1]; at++) {
          let link = first[unit[at]]
          if (link < 0) continue
          const isValid = expires[at] === UNKNOWN || asOf <= expires[at]
          const worth = EVIDENCE_PER_MILLE[evidence[at] === CERTIFIED && !isValid ? TRAINED : evidence[at]]
          for (; link >= 0; link = next[link]) {
            const earned = Math.floor(linkPerMille[link] * worth / MILLE)
            if (earned > credit[linkRow[link]]) credit[linkRow[link]] = earned
            if (linkPerMille[link] === MILLE && evidence[at] === CERTIFIED && isValid) certified[linkRow[link]] = 1
          }
        }
        let passes = true
        for (let row = 0; row < numAsked; row++) {
          score += weight[row] * credit[row]
          if ((must[row] === 1 && credit[row] < MUST_CREDIT) || (certificate[row] === 1 && certified[row] === 0)) passes = false
        }
        if (!passes) continue
      }
      if (score >= best.threshold) best.offer(score, score + open * MILLE, n)
    }
    for (const { held } of question.links) first[held] = -1
  }

  /** Chains the links of each held unit; the end of a chain is -1. */
  #link ({ links }: Question): Int32Array {
    const next = new Int32Array(links.length)
    links.forEach(({ held }, link) => {
      next[link] = this.#first[held]
      this.#first[held] = link
    })
    return next
  }

  /** False only where somebody tells their licences and one that is asked for is missing or over. */
  #passesLicences ({ licences: asked, asOf }: Question, n: number): boolean {
    const { licencesStated, licences: { start, licence, expires } } = this.#columns
    if (licencesStated[n] === 0) return true
    for (const accepted of asked) {
      let found = false
      for (let at = start[n]; at < start[n + 1]; at++) {
        if (accepted.includes(licence[at]) && (expires[at] === UNKNOWN || asOf <= expires[at])) found = true
      }
      if (!found) return false
    }
    return true
  }
}
