import type { FastifyReply, FastifyRequest } from 'fastify'
import type { UnsafeAnswer } from '../http/idempotency.ts'
import { deskOf, type Apply, type Desk } from '../people/desk.ts'
import type { RouteContext } from './context.ts'

/** One use case in one transaction, once per Idempotency-Key, recorded in the audit trail under the action's name. */
export async function atDesk (
  { registry, writes, now }: RouteContext, request: FastifyRequest, reply: FastifyReply, action: string,
  work: (desk: Desk) => Promise<{ answer: UnsafeAnswer, subject?: string, reason?: string, apply?: Apply }>
): Promise<void> {
  // The fingerprint of what holds personal data is a keyed one: a plain hash of it could be tried out.
  request.bodyHash = registry.vault.blindIndex('nik', `body ${request.bodyHash}`)
  await writes.run(request, reply, async transaction => {
    const desk = deskOf(registry, transaction, request.caller.id, now())
    const { answer, subject, reason, apply = () => {} } = await work(desk)
    await registry.audit.record(transaction, { actor: request.caller.id, action, subject, reason })
    return { answer, apply }
  })
}
