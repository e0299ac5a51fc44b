import { Problem } from '../errors/problem.ts'
import { ADULT_AGE } from '../people/check-details.ts'
import { ageOn } from '../people/days.ts'
import type { Desk } from '../people/desk.ts'
import { requirePerson } from '../people/people-rows.ts'

/** How a consent is said to have been given. */
export interface ConsentGiven {
  way: string
  guardianVerifiedOn?: string
  /** The office writes it down, not the person. */
  atOffice: boolean
}

/**
 * Whoever is under 18 agrees through the guardian, whom the office has seen (UU PDP Art. 25): a pupil's own word for it does not count. Throws Problem
 * `guardian-needed` or `record-not-found`.
 */
export async function requireGuardianConsent (desk: Desk, personId: string, { way, guardianVerifiedOn, atOffice }: ConsentGiven): Promise<void> {
  const { details } = await requirePerson(desk, personId)
  if (ageOn(details.birthDate, desk.today) >= ADULT_AGE) return
  if (atOffice && way === 'guardian' && guardianVerifiedOn !== undefined && guardianVerifiedOn <= desk.today) return
  throw new Problem('guardian-needed', {
    detail: 'The person is under 18: the office writes down the guardian\'s consent, with way "guardian" and the day the guardian was verified.',
    detailId: 'Orang ini di bawah 18 tahun: petugas mencatat persetujuan wali, dengan way "guardian" dan tanggal verifikasi wali.',
  })
}
