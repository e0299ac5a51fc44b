import type { Transaction } from 'kysely'
import type { Caller } from '../access/caller.ts'
import type { Tables } from '../database/tables.ts'
import type { Registry } from '../store/registry.ts'
import type { AuditEntry } from './entry.ts'

/** How the register names people: see `newId`. */
const PERSON_ID = /\bs-[a-z2-7]{26}\b/g

/** Reads something of a person. That it was read is committed before the answer leaves. An entry may depend on what was found. */
export async function readAudited<T> (registry: Registry, entry: AuditEntry | ((found: T) => AuditEntry), read: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
  return await registry.write(async transaction => {
    const answer = await read(transaction)
    await registry.audit.record(transaction, typeof entry === 'function' ? entry(answer) : entry)
    return { answer, apply: () => {} }
  })
}

/**
 * Writes down, before the answer leaves, whose match records somebody is shown. People who look at their own are not in the trail for it; of what
 * systems read with keys only people of the register are, for a system that uses Padan as a matcher alone knows itself whose ids it asks for.
 */
export async function noteShown (registry: Registry, caller: Caller, action: string, ids: Iterable<string>): Promise<void> {
  const people = shownTo(registry, caller, ids)
  if (people.length === 0) return
  const whom = people.length === 1 ? { subject: people[0] } : { detail: { people } }
  await registry.write(async transaction => {
    await registry.audit.record(transaction, { actor: caller.id, action, ...whom })
    return { answer: undefined, apply: () => {} }
  })
}

/** Of these ids, whoever is shown to the caller as somebody else. */
export function shownTo ({ vault }: Registry, { kind, role }: Caller, ids: Iterable<string>): string[] {
  if (role === 'seeker' || (kind !== 'account' && kind !== 'key')) return []
  const each = [...new Set(ids)]
  return kind === 'account' ? each : each.filter(id => vault.hasKey(id))
}

/** People of the register whose ids are anywhere in what is shown. */
export function peopleIn (shown: unknown): string[] {
  return [...(typeof shown === 'string' ? shown : JSON.stringify(shown)).matchAll(PERSON_ID)].map(([id]) => id)
}
