import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Receipt } from '../employers/employers.ts'
import { deskOf, type Desk } from '../people/desk.ts'
import type { ProblemCode } from '../errors/codes.ts'
import { answers } from '../http/answers.ts'
import { reference } from '../schemas/common.ts'
import { ReceiptSchema } from '../schemas/records.ts'
import type { RouteContext } from './context.ts'

/** What a use case hands back to its route. */
export interface Act {
  receipt: Receipt
  apply?: () => void
}

const PROBLEMS_OF_ACTS: readonly ProblemCode[] = [
  'record-not-found', 'bad-request-field', 'key-reused', 'request-in-flight', 'revision-mismatch', 'wrong-posting-state', 'no-seat-left', 'already-referred', 'not-referable', 'wrong-state',
  'posting-not-publishable',
]

/** What a route answers that carries out a use case. */
export const RECEIPT = answers({ 200: reference(ReceiptSchema) }, { body: true, problems: PROBLEMS_OF_ACTS })
export const CREATED = answers({ 201: reference(ReceiptSchema) }, { body: true, problems: PROBLEMS_OF_ACTS })

/** Carries out a use case in one transaction, with its entry in the audit trail, and answers with the receipt. */
export async function act (context: RouteContext, request: FastifyRequest, reply: FastifyReply, action: string, work: (desk: Desk) => Promise<Act>, status: 200 | 201 = 200): Promise<FastifyReply> {
  const { registry, writes, now } = context
  await writes.run(request, reply, async transaction => {
    const { receipt, apply = () => {} } = await work(deskOf(registry, transaction, request.caller.id, now()))
    await registry.audit.record(transaction, { actor: request.caller.id, action, subject: receipt.id })
    return { answer: { status, headers: { etag: `"${receipt.revision}"` }, body: receipt }, apply: () => { apply(); context.wake() } }
  })
  return await reply
}

/** What `If-Match` says. */
export function ifMatch ({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  return headers['if-match']
}
