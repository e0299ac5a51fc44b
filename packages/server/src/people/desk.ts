import type { Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Registry } from '../store/registry.ts'
import { dayInJakarta } from '../time.ts'
import { freshBytes } from '../vault/fresh-bytes.ts'

/** Where a use case works: one transaction, on behalf of somebody, at a time. */
export interface Desk {
  registry: Registry
  transaction: Transaction<Tables>
  /** Id of the account that acts, or `service`. */
  by: string
  now: Date
  /** The day in Jakarta. */
  today: string
}

/** The same before there is a transaction: what is known without the database. */
export type Office = Omit<Desk, 'transaction'>

/** What the memory has to do after the commit. */
export type Apply = () => void

export function deskOf (registry: Registry, transaction: Transaction<Tables>, by: string, now: Date): Desk {
  return { ...officeOf(registry, by, now), transaction }
}

export function officeOf (registry: Registry, by: string, now: Date): Office {
  return { registry, by, now, today: dayInJakarta(now) }
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** An id of 128 random bits, from which nothing about anybody can be told. */
export function newId (kind: string): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of freshBytes(16)) {
    value = (value << 8 | byte) & 0xffff
    bits += 8
    for (; bits >= 5; bits -= 5) text += BASE32[value >> (bits - 5) & 31]
  }
  return `${kind}-${text}${BASE32[value << (5 - bits) & 31]}`
}
