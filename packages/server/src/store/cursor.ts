import { Problem } from '../errors/problem.ts'

/** The last id of a page as a text that callers hand back unread. */
export function cursorOf (lastId: string): string {
  return Buffer.from(`1:${lastId}`, 'utf8').toString('base64url')
}

/** The id in a cursor. Throws Problem `bad-cursor` for anything that is not one of ours. */
export function idOfCursor (cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  const id = text.slice(2)
  // Encoding it again must give the same: decoding forgives much. PostgreSQL has no NUL.
  if (!text.startsWith('1:') || cursorOf(id) !== cursor || id.includes('\0')) throw new Problem('bad-cursor')
  return id
}
