import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { readKeyCheck } from './key-check.ts'
import { KeyError, type KeyFolder } from './master-key.ts'
import { readWrappedKeys, type WrappedKeys } from './wrapped-keys.ts'

const FILE = 'wrapped.keys'
const FORMAT = 'padan-keys-1'
/** Key of the advisory lock: the letters KEYS as a number. */
const FILE_LOCK = 0x4b_45_59_53

/**
 * Writes all wrapped keys to the keys folder, in place of those written before. Backups hold no keys: this file, of which there is only ever
 * the newest, opens all of them, but for the people who were erased since. So it is written at every backup and every erasure. About 120
 * bytes a person. Whoever writes last has read last, also when a backup runs in a process of its own.
 */
export async function writeKeyFile (db: Kysely<Tables>, folder: KeyFolder): Promise<void> {
  await db.transaction().execute(async transaction => {
    await sql`select pg_advisory_xact_lock(${FILE_LOCK}::bigint)`.execute(transaction)
    const { persons, service, signing } = await readWrappedKeys(transaction)
    const lines = [
      { format: FORMAT, check: await readKeyCheck(transaction) },
      ...service.map(({ name, wrapped }) => ({ service: name, wrapped: wrapped.toString('base64') })),
      ...signing.map(({ wrapped, ...rest }) => ({ signing: rest, wrapped: wrapped.toString('base64') })),
      ...persons.map(({ person_id: person, wrapped }) => ({ person, wrapped: wrapped.toString('base64') })),
    ].map(line => `${JSON.stringify(line)}\n`).join('')
    folder.write(FILE, `${lines}${JSON.stringify({ sha256: digestOf(lines) })}\n`)
  })
}

/** What the folder has; undefined when nothing was ever written. Throws KeyError when the file is damaged. */
export function readKeyFile (folder: KeyFolder): { check: string, keys: WrappedKeys } | undefined {
  const text = folder.readText(FILE)
  if (text === undefined) return undefined
  const end = text.lastIndexOf('\n', text.length - 2) + 1
  const lines = text.slice(0, end)
  if (text.slice(end) !== `${JSON.stringify({ sha256: digestOf(lines) })}\n`) throw damaged(folder)
  const [head, ...rows] = lines.trimEnd().split('\n').map(line => JSON.parse(line))
  if (head.format !== FORMAT) throw damaged(folder)
  const keys: WrappedKeys = { persons: [], service: [], signing: [] }
  for (const { wrapped: text, ...row } of rows) {
    const wrapped = Buffer.from(text, 'base64')
    if (row.person !== undefined) keys.persons.push({ person_id: row.person, wrapped })
    else if (row.service !== undefined) keys.service.push({ name: row.service, wrapped })
    else keys.signing.push({ ...row.signing, created_at: new Date(row.signing.created_at), revoked_at: row.signing.revoked_at === null ? null : new Date(row.signing.revoked_at), wrapped })
  }
  return { check: head.check, keys }
}

function digestOf (text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function damaged (folder: KeyFolder): KeyError {
  return new KeyError(`${folder.path}/${FILE} is damaged: its checksum does not fit. Put it back from the copy of the keys folder.`)
}
