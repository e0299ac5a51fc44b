import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import { PictureError, readPicture, type Picture } from '../forms/picture.ts'
import type { Vault } from '../vault/vault.ts'
import type { Desk } from './desk.ts'
import { addEvent } from './person-events.ts'

/** Keeps a person's photo, sealed, without what the camera wrote beside it. Throws Problem `bad-picture`. */
export async function putPhoto (desk: Desk, personId: string, bytes: Buffer): Promise<void> {
  const sealed = desk.registry.vault.seal(personId, checked(bytes).bytes.toString('base64'))
  await desk.transaction.insertInto('person_photos').values({ person_id: personId, sealed }).onConflict(conflict => conflict.column('person_id').doUpdateSet({ sealed })).execute()
  await addEvent(desk, { personId, kind: 'profile-changed', detail: { part: 'photo' } })
}

export async function readPhoto (db: Kysely<Tables>, vault: Vault, personId: string): Promise<Picture | undefined> {
  const row = await db.selectFrom('person_photos').select('sealed').where('person_id', '=', personId).executeTakeFirst()
  return row === undefined ? undefined : readPicture(Buffer.from(vault.open(personId, row.sealed), 'base64'))
}

export async function hasPhoto (db: Kysely<Tables>, personId: string): Promise<boolean> {
  return await db.selectFrom('person_photos').select('person_id').where('person_id', '=', personId).executeTakeFirst() !== undefined
}

function checked (bytes: Buffer): Picture {
  try {
    return readPicture(bytes)
  } catch (error) {
    if (!(error instanceof PictureError)) throw error
    throw new Problem('bad-picture', { detail: error.message, detailId: error.messageId })
  }
}
