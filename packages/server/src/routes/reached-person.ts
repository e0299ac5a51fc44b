import type { FastifyRequest } from 'fastify'
import type { Transaction } from 'kysely'
import { requireReach } from '../access/reach.ts'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import { readPerson, type StoredPerson } from '../people/people-rows.ts'
import type { RouteContext } from './context.ts'

/** The person of the address, if the caller's right reaches it: a teacher's is that to the school's people. Throws Problem `record-not-found`. */
export async function reachedPerson ({ registry }: Pick<RouteContext, 'registry'>, request: FastifyRequest<{ Params: { id: string } }>, transaction: Transaction<Tables>): Promise<StoredPerson> {
  const person = await readPerson(transaction, registry.vault, request.params.id)
  if (person === undefined) throw new Problem('record-not-found')
  requireReach(request, request.caller.role === 'teacher' ? person.school : person.id)
  return person
}

/** What may be written down of an id that came in an address. */
export function subjectOf (id: string): string {
  return id.slice(0, 64)
}
