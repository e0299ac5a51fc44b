import type { Kysely } from 'kysely'
import { latestCard } from '../cards/card-rows.ts'
import type { Office } from '../cards/office.ts'
import type { Tables } from '../database/tables.ts'
import { requireEmployer } from '../employers/require-employer.ts'
import { requireState, stateInIndonesian } from '../employers/require-state.ts'
import type { EmployerState } from '../employers/tables.ts'
import { Problem } from '../errors/problem.ts'
import { callPdf } from '../forms/ak-4.ts'
import { introductionPdf } from '../forms/ak-5.ts'
import { printable } from '../forms/pdf.ts'
import { addDays } from '../people/days.ts'
import { readPerson, type StoredPerson } from '../people/people-rows.ts'
import { requirePosting } from '../postings/postings.ts'
import type { Vault } from '../vault/vault.ts'
import type { StoredReferral } from './referral-rows.ts'
import type { Call } from './tables.ts'

/** How long an employer has for the reply slip. */
const REPLY_DAYS = 14

export interface LetterFacts {
  referral: StoredReferral
  person: StoredPerson
  cardNumber?: string
  employer: { state: EmployerState, name: string, address: string }
  title: string
}

/** What the letters of a referral tell. Throws Problem `wrong-state` for somebody who is not on the register: there is no name. */
export async function letterFacts (db: Kysely<Tables>, vault: Vault, referral: StoredReferral): Promise<LetterFacts> {
  const person = await readPerson(db, vault, referral.personId)
  if (person === undefined) throw new Problem('wrong-state', { detail: 'Letters are written to people on the register; of this one only a match record is kept.', detailId: 'Surat hanya untuk orang yang terdaftar; untuk yang ini hanya ada catatan pencocokan.' })
  const card = await latestCard(db, person.id)
  const { state, record: { name, address } } = await requireEmployer(db, referral.employerId)
  const { record: { title } } = await requirePosting(db, referral.postingId)
  return { referral, person, ...(card?.state === 'valid' ? { cardNumber: card.number } : {}), employer: { state, name: printable(name), address: printable(address) }, title: printable(title) }
}

/** The call letter AK/IV, to the person. Throws Problem `wrong-state` for somebody who was not called. */
export async function callLetter (office: Office, { referral: { number, call }, person: { details }, cardNumber, employer, title }: LetterFacts, day: string): Promise<Buffer> {
  if (call === null) throw new Problem('wrong-state', { detail: 'The person was sent to the employer without being called first.', detailId: 'Orang ini langsung dirujuk, tanpa dipanggil lebih dahulu.' })
  const { at, place, bring } = call as Call
  const [on, time] = at.split('T')
  return await callPdf({
    office,
    letterNumber: `AK.IV/${number}`,
    day,
    person: { name: details.name, cardNumber, address: details.address },
    on,
    time: time.replace(':', '.'),
    place: printable(place),
    purpose: `lowongan ${title} pada ${employer.name}`,
    ...(bring === undefined ? {} : { bring: [printable(bring)] }),
  })
}

/**
 * The introduction letter AK/V with the reply slip, to the employer: name, card number and schooling, and nothing that an employer may not ask. Throws
 * Problem `sharing-not-agreed`, `wrong-posting-state` while nobody vouches for the employer, or `wrong-state` before the person was sent on and after the employer's answer.
 */
export async function introductionLetter (office: Office, { referral, person: { details }, cardNumber, employer, title }: LetterFacts, day: string): Promise<Buffer> {
  if (!referral.shared) throw new Problem('sharing-not-agreed')
  requireState(employer.state, 'verified')
  if (referral.state !== 'referred' && referral.state !== 'accepted') throw new Problem('wrong-state', { detail: `The referral is ${referral.state}; a letter of introduction is for one that waits for the employer.`, detailId: `Status rujukan ${stateInIndonesian(referral.state)}; surat pengantar hanya untuk rujukan yang menunggu jawaban pemberi kerja.` })
  const school = details.education.at(-1)
  return await introductionPdf({
    office,
    letterNumber: `AK.V/${referral.number}`,
    day,
    employer,
    vacancy: { title },
    person: { name: details.name, cardNumber, education: school === undefined ? undefined : [school.level, school.major].filter(part => part !== undefined).join(' / ') },
    replyBy: addDays(day, REPLY_DAYS),
  })
}
