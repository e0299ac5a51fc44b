import { isDeepStrictEqual } from 'node:util'
import { latestRequest } from '../cards/card-rows.ts'
import { Problem } from '../errors/problem.ts'
import type { Desk } from './desk.ts'
import { plainNik } from './nik.ts'
import type { StoredPerson } from './people-rows.ts'
import type { SealedPerson } from './person.ts'

/** What a verifier sees proof of before there is a card: identity card, certificates, and who answers for a minor. */
const CHECKED = ['name', 'nik', 'birthPlace', 'birthDate', 'sex', 'education', 'guardian'] as const

/**
 * From the request for a card on, what a verifier looks at is changed by the office alone: otherwise somebody would be approved as one and print the
 * card as another. Throws Problem `checked-already` with each part that would change.
 */
export async function requireUnchecked (desk: Desk, stored: StoredPerson, told: Partial<SealedPerson>): Promise<void> {
  const { details } = stored
  const parts = CHECKED.filter(part => {
    const value = part === 'nik' && told.nik !== undefined ? plainNik(told.nik) : told[part]
    // NIK and guardian stay as they are when they are left out.
    return !(value === undefined && (part === 'nik' || part === 'guardian')) && !isDeepStrictEqual(value, details[part])
  })
  if (parts.length > 0) await requireNoCheck(desk, stored, parts.map(part => part === 'guardian' ? '/guardian' : `/person/${part}`))
}

/** The same for the photo. */
export async function requireUncheckedPhoto (desk: Desk, stored: StoredPerson): Promise<void> {
  await requireNoCheck(desk, stored, [''])
}

async function requireNoCheck ({ transaction }: Desk, { id, state }: StoredPerson, pointers: readonly string[]): Promise<void> {
  if (state === 'applying' && (await latestRequest(transaction, id))?.state !== 'waiting') return
  throw new Problem('checked-already', {
    errors: pointers.map(pointer => ({
      pointer,
      code: 'checked-already',
      expected: 'what the office has on record',
      message: 'Only the office changes this once a card was asked for.',
      messageId: 'Setelah kartu diajukan, bagian ini hanya diubah oleh dinas.',
    })),
  })
}
