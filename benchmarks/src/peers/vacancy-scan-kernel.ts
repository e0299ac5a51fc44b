import type { BestRows } from './best-rows.ts'
import { ANY, UNKNOWN } from './codings.ts'
import type { SeekerQuestion } from './seeker-question.ts'
import { chordBeyond, distanceCredits, EARTH_RADIUS, FAR_HM } from './sphere.ts'
import { CERTIFICATE, MUST, UNITS_NOT_TOLD, UNITS_OPEN, type VacancyColumns } from './vacancy-columns.ts'

/** A must unit below this credit takes a vacancy out. */
const MUST_CREDIT = 500
/** Full credit, and what weights are multiplied by. */
const MILLE = 1000

/** Scores every vacancy for one person, row by row: the mirror image of FullScanKernel. */
export class VacancyScanKernel {
  readonly #columns: VacancyColumns
  readonly #distance = distanceCredits()
  /** Squared chord from which on distance earns nothing. */
  readonly #far = chordBeyond(FAR_HM - 1)

  constructor (columns: VacancyColumns) {
    this.#columns = columns
  }

  scan (question: SeekerQuestion, best: BestRows): void {
    const { size, opens, closes, unitsTold, rank, rankMust, fields, licences, months, occupation, sector, remote, x, y, z, offer, jobType, hours, provides, adultsOnly, units } = this.#columns
    const { shares, asOf, unitsStated, spot, beyond, isOpenToAll, wage, jobTypes, maxHours, needs, adultFrom, jobsStated, milliMonths } = question
    const { start, unit, weight, rules } = units
    const unitCredit = question.units
    const isCertified = question.certified
    const educationCredit = question.education
    const fieldCredit = question.fields
    const occupationCredit = question.occupations
    const sectorCredit = question.sectors
    const passesLicences = question.licences
    const distance = this.#distance
    const far = this.#far
    const { x: x0, y: y0, z: z0 } = spot ?? { x: NaN, y: NaN, z: NaN }
    const unitMost = shares.unit * MILLE
    const restMost = (shares.education + shares.field + shares.experience + shares.wage + shares.wish + shares['job-type']) * MILLE + unitMost

    for (let n = 0; n < size; n++) {
      if (asOf < opens[n] || asOf > closes[n]) continue
      let score = 0
      let open = 0
      if (remote[n] === 1) score = shares.distance * MILLE
      else {
        const dx = x0 - x[n]
        const dy = y0 - y[n]
        const dz = z0 - z[n]
        const chord = dx * dx + dy * dy + dz * dz
        // NaN, where one of them has no place, is not beyond anything.
        if (chord >= beyond) continue
        if (chord < far) score = shares.distance * distance[Math.floor(2 * EARTH_RADIUS * Math.asin(Math.sqrt(chord) / 2) / 100)]
        else if (!(chord >= far)) open = shares.distance
      }
      if (score + restMost < best.threshold) continue

      const field = fieldCredit[fields[n]]
      if (field === UNKNOWN) open += shares.field
      else score += shares.field * field
      let wish = UNKNOWN
      if (isOpenToAll) wish = MILLE
      else {
        if (occupationCredit !== undefined && occupation[n] !== UNKNOWN) wish = occupationCredit[occupation[n]]
        if (sectorCredit !== undefined && sector[n] !== UNKNOWN && sectorCredit[sector[n]] > wish) wish = sectorCredit[sector[n]]
      }
      if (wish === UNKNOWN) open += shares.wish
      else score += shares.wish * wish
      if (jobTypes === UNKNOWN && maxHours === UNKNOWN) open += shares['job-type']
      else {
        const type = jobTypes < 0 ? 1 : jobType[n] === UNKNOWN ? UNKNOWN : (jobTypes >> jobType[n]) & 1
        const time = maxHours < 0 ? 1 : hours[n] === UNKNOWN ? UNKNOWN : hours[n] <= maxHours ? 1 : 0
        if (type === 1 && time === 1) score += shares['job-type'] * MILLE
        else if (type !== 0 && time !== 0) open += shares['job-type']
      }
      const level = rank[n] === ANY ? MILLE : rank[n] === UNKNOWN ? UNKNOWN : educationCredit[rank[n]]
      if (level === UNKNOWN) open += shares.education
      else score += shares.education * level
      const offered = offer[n]
      if (wage === ANY || (wage !== UNKNOWN && offered >= wage)) score += shares.wage * MILLE
      else if (wage === UNKNOWN || offered === UNKNOWN) open += shares.wage
      else if (10 * offered > 7 * wage) score += shares.wage * Math.floor(MILLE * (10 * offered - 7 * wage) / (3 * wage))
      if (months[n] === ANY) score += shares.experience * MILLE
      else if (months[n] === UNKNOWN || !jobsStated) open += shares.experience
      else score += shares.experience * Math.min(MILLE, Math.floor(milliMonths[occupation[n]] / months[n]))
      if (score + unitMost < best.threshold) continue

      if (rankMust[n] === 1 && level !== UNKNOWN && level < MILLE) continue
      if (provides[n] !== UNKNOWN && (needs & ~provides[n]) !== 0) continue
      if (adultsOnly[n] === 1 && adultFrom > asOf) continue
      if (passesLicences[licences[n]] === 0) continue
      const told = unitsTold[n]
      if (told === UNITS_OPEN) score += unitMost
      else if (told === UNITS_NOT_TOLD || !unitsStated) open += shares.unit
      else {
        let passes = true
        for (let at = start[n]; at < start[n + 1]; at++) {
          const asked = unit[at]
          score += weight[at] * unitCredit[asked]
          if (rules[at] !== 0 && (((rules[at] & MUST) !== 0 && unitCredit[asked] < MUST_CREDIT) || ((rules[at] & CERTIFICATE) !== 0 && isCertified[asked] === 0))) passes = false
        }
        if (!passes) continue
      }
      if (score >= best.threshold) best.offer(score, score + open * MILLE, n)
    }
  }
}
