import type { Ground } from '../model/plan.ts'
import type { HeldLicenceFacts } from '../records/facts.ts'
import { isFailure, licenceCode } from '../model/rules.ts'

/** True unless a licence asked for is known to be missing or expired. */
export function passesLicences (ground: Ground, wanted: readonly number[], held: readonly HeldLicenceFacts[], asOf: number): boolean {
  return wanted.every(licence => !isFailure(licenceCode(ground, licence, held, asOf)))
}
