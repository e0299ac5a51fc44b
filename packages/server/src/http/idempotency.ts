import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Transaction } from 'kysely'
import { seenOf } from '../access/field-guard.ts'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import type { Registry, Written } from '../store/registry.ts'
import { findReply, saveReply, type GivenKey, type Reply } from '../store/replies.ts'

const USABLE_KEY = /^[\u0021-\u007e]{1,255}$/

/** What an unsafe request answers. */
export interface UnsafeAnswer {
  status: number
  headers?: Record<string, string>
  body?: unknown
  /** Members of the body that are told once and kept nowhere, such as a secret: the answer to a repeated request lacks them. */
  once?: Readonly<Record<string, unknown>>
}

export type UnsafeWork = (transaction: Transaction<Tables>) => Promise<Written<UnsafeAnswer>>

/**
 * Carries out writes, each `Idempotency-Key` of a caller once. The answer is kept in the transaction of the write, so that there is never one without
 * the other. A request that was refused changed nothing and is not kept: its key may be used again, with a better body.
 */
export class IdempotentWrites {
  readonly #registry: Registry
  readonly #underWay = new Set<string>()

  constructor (registry: Registry) {
    this.#registry = registry
  }

  /** Writes and answers. Throws Problem `request-in-flight` or `key-reused`, and whatever the work throws. */
  async run (request: FastifyRequest, reply: FastifyReply, work: UnsafeWork): Promise<void> {
    const keyed = this.#keyedRequest(request)
    if (keyed === undefined) {
      const answer = await this.#registry.write(work)
      send(reply, withOnce(reply, serialised(reply, answer), answer))
      return
    }
    const name = `${keyed.caller} ${keyed.key}`
    if (this.#underWay.has(name)) throw new Problem('request-in-flight', { headers: { 'retry-after': '1' } })
    this.#underWay.add(name)
    try {
      const { answer, replayed } = await this.#registry.write(transaction => once(transaction, keyed, reply, work))
      if (replayed) reply.header('idempotent-replayed', 'true')
      send(reply, answer)
    } finally {
      this.#underWay.delete(name)
    }
  }

  #keyedRequest (request: FastifyRequest): GivenKey | undefined {
    const key = request.headers['idempotency-key']
    if (key === undefined) return undefined
    if (typeof key !== 'string' || !USABLE_KEY.test(key)) {
      const expected = '1 to 255 visible ASCII characters'
      throw new Problem('bad-request-field', {
        errors: [{
          pointer: '/headers/idempotency-key',
          code: 'bad-value',
          expected,
          message: `At /headers/idempotency-key: expected ${expected}.`,
          messageId: 'Pada /headers/idempotency-key: seharusnya 1 sampai 255 karakter ASCII yang terlihat.',
        }],
      })
    }
    const { vault } = this.#registry
    return { caller: request.caller.id, key: vault.blindIndex('idempotency-key', key), given: key, method: request.method, path: request.url, fingerprint: request.bodyHash }
  }
}

async function once (transaction: Transaction<Tables>, keyed: GivenKey, reply: FastifyReply, work: UnsafeWork): Promise<Written<{ answer: Reply, replayed: boolean }>> {
  const earlier = await findReply(transaction, keyed)
  if (earlier !== undefined) {
    const same = earlier.method === keyed.method && earlier.path === keyed.path && earlier.fingerprint === keyed.fingerprint
    if (!same) throw new Problem('key-reused')
    return { answer: { answer: earlier, replayed: true }, apply: () => {} }
  }
  const { answer, apply } = await work(transaction)
  const kept = serialised(reply, answer)
  await saveReply(transaction, keyed, kept)
  return { answer: { answer: withOnce(reply, kept, answer), replayed: false }, apply }
}

/** The answer as the bytes that are sent, so that a replay is the same to the byte. */
function serialised (reply: FastifyReply, { status, headers, body }: UnsafeAnswer): Reply {
  return { status, headers: headers ?? {}, body: body === undefined ? '' : jsonOf(reply, status, body) }
}

function withOnce (reply: FastifyReply, kept: Reply, { status, body, once }: UnsafeAnswer): Reply {
  return once === undefined ? kept : { ...kept, body: jsonOf(reply, status, { ...body as object, ...once }) }
}

/** A route that can also answer with a table has a form for each type, of which `reply.serialize` knows nothing. */
function jsonOf (reply: FastifyReply, status: number, answer: unknown): string {
  const body = seenOf(reply.request, status, answer)
  const ofType = reply.getSerializationFunction(String(status), 'application/json')
  return ofType === undefined ? reply.code(status).serialize(body) as string : String(ofType(body as Record<string, unknown>))
}

function send (reply: FastifyReply, { status, headers, body }: Reply): void {
  reply.code(status).headers(headers)
  if (body === '') reply.send()
  else reply.type('application/json; charset=utf-8').serializer((text: string) => text).send(body)
}
