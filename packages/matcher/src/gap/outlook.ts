import { evidencePerMille } from '../model/evidence.ts'
import type { Ground } from '../model/plan.ts'
import type { Shares } from '../model/profile.ts'
import { certificateCode, isFailure, LEAST_MUST_CREDIT } from '../model/rules.ts'
import { unitCredit } from '../model/unit-credit.ts'
import type { SeekerFacts } from '../records/facts.ts'
import { CERTIFICATE, MUST, type AskedMarket } from './asked-market.ts'
import { failsForGood, missingLicences, restOfPair } from './rest-of-pair.ts'

/** How one seeker stands in a market before any step, vacancy by vacancy. */
export interface Outlook {
  readonly score: Int32Array
  /** What unknown rows other than those of listed units could bring; what listed units could bring while the seeker states none. */
  readonly openRest: Int32Array
  readonly openUnits: Int32Array
  /** 1 where a rule fails that no step can turn. */
  readonly lost: Uint8Array
  /** 1 where a licence is missing. */
  readonly lacksLicence: Uint8Array
  /** How many rules on units fail, and would fail if the units stated were all there are: none fail while the seeker states none. */
  readonly unitFails: Uint16Array
  readonly statedUnitFails: Uint16Array
  /** Credit of each asked unit, and 1 where its very certificate is known to be missing. */
  readonly credit: Uint16Array
  readonly uncertified: Uint8Array
}

/** O(vacancies + rows). */
export function outlookOf (ground: Ground, market: AskedMarket, shares: Shares, seeker: SeekerFacts, asOf: number): Outlook {
  const { vacancies, units, rowStart, rowVacancy, rowWeight, rowRules } = market
  const size = vacancies.length
  const score = new Int32Array(size)
  const openRest = new Int32Array(size)
  const openUnits = new Int32Array(size)
  const lost = new Uint8Array(size)
  const lacksLicence = new Uint8Array(size)
  const missing = missingLicences(ground, seeker.licences, asOf)
  const rest = { points: 0, open: 0 }
  for (let number = 0; number < size; number++) {
    const vacancy = vacancies[number]
    if (failsForGood(ground, vacancy, seeker, asOf)) {
      lost[number] = 1
      continue
    }
    if (vacancy.licences.some(licence => missing[licence] === 1)) lacksLicence[number] = 1
    restOfPair(ground, shares, vacancy, seeker, rest)
    score[number] = rest.points + (vacancy.units === 'any' ? 1000 * shares.unit : 0)
    openRest[number] = 1000 * (rest.open + (vacancy.units === null ? shares.unit : 0))
    openUnits[number] = seeker.units === null && Array.isArray(vacancy.units) ? 1000 * shares.unit : 0
  }
  const credit = creditsOf(market, seeker, asOf)
  const uncertified = uncertifiedOf(market, seeker, asOf)
  const statedUnitFails = new Uint16Array(size)
  for (let asked = 0; asked < units.length; asked++) {
    for (let row = rowStart[asked]; row < rowStart[asked + 1]; row++) {
      const number = rowVacancy[row]
      score[number] += rowWeight[row] * credit[asked]
      if ((rowRules[row] & MUST) !== 0 && credit[asked] < LEAST_MUST_CREDIT) statedUnitFails[number]++
      if ((rowRules[row] & CERTIFICATE) !== 0 && uncertified[asked] === 1) statedUnitFails[number]++
    }
  }
  const unitFails = seeker.units === null ? new Uint16Array(size) : statedUnitFails
  return { score, openRest, openUnits, lost, lacksLicence, unitFails, statedUnitFails, credit, uncertified }
}

function creditsOf ({ units, linkStart, linkAsked, linkPerMille }: AskedMarket, seeker: SeekerFacts, asOf: number): Uint16Array {
  const credit = new Uint16Array(units.length)
  for (const { unit, evidence, expires } of seeker.units ?? []) {
    const worth = evidencePerMille(evidence, expires, asOf)
    for (let link = linkStart[unit]; link < linkStart[unit + 1]; link++) {
      const earned = unitCredit(linkPerMille[link], worth)
      if (earned > credit[linkAsked[link]]) credit[linkAsked[link]] = earned
    }
  }
  return credit
}

/** Only what is held can be certified, and the first link of an asked unit is to itself. */
function uncertifiedOf ({ units, linkStart, linkAsked }: AskedMarket, seeker: SeekerFacts, asOf: number): Uint8Array {
  const uncertified = new Uint8Array(units.length).fill(1)
  const held = seeker.units ?? []
  for (const { unit } of held) {
    const first = linkStart[unit]
    if (first === linkStart[unit + 1] || units[linkAsked[first]] !== unit) continue
    uncertified[linkAsked[first]] = Number(isFailure(certificateCode(unit, held, asOf)))
  }
  return uncertified
}
