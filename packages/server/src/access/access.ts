import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import type { Registry } from '../store/registry.ts'
import { LOCAL, NOBODY, type Caller } from './caller.ts'
import type { Clock } from './clock.ts'
import { isFromThisMachine, notSignedIn, readCredentials } from './credentials.ts'
import { SessionBook } from './sessions.ts'
import { kindOfToken } from './tokens.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
/** How often it is written down when sessions were seen last: a crash forgets no more than that. */
const NOTE_MS = 60_000

export type AccessConfig = Pick<Config, 'PADAN_ACCESS' | 'SESSION_IDLE_MINUTES' | 'SESSION_HOURS'>

export interface AccessOptions {
  registry: Registry
  config: AccessConfig
  clock: Clock
  /** Told of trouble in the background. */
  onTrouble: (error: unknown) => void
}

/** Who calls: sessions of people, keys of systems, and the open mode. */
export class Access {
  readonly sessions: SessionBook
  readonly clock: Clock
  readonly #registry: Registry
  readonly #isOpen: boolean
  readonly #onTrouble: (error: unknown) => void
  readonly #timer: NodeJS.Timeout

  constructor ({ registry, config, clock, onTrouble }: AccessOptions) {
    this.#registry = registry
    this.clock = clock
    this.#isOpen = config.PADAN_ACCESS === 'open'
    this.#onTrouble = onTrouble
    this.sessions = new SessionBook(registry.db, clock, { idleMs: config.SESSION_IDLE_MINUTES * MINUTE_MS, lifeMs: config.SESSION_HOURS * HOUR_MS })
    this.#timer = setInterval(() => { this.#noteSeen().catch(onTrouble) }, NOTE_MS)
    this.#timer.unref()
  }

  /**
   * The caller of a request. Throws Problem `not-signed-in` for a token that opens nothing, when the route is not for everybody; there it is as
   * if none had come.
   */
  async callerOf (request: FastifyRequest, isNeeded: boolean): Promise<Caller> {
    const token = readCredentials(request)
    if (token === undefined) return this.#isOpen && isFromThisMachine(request) ? LOCAL : NOBODY
    const caller = await this.#callerOfToken(token)
    if (caller !== undefined) return caller
    if (!isNeeded) return NOBODY
    if (kindOfToken(token) === undefined) throw notSignedIn('This is no token of ours, or it was mistyped: its checksum is wrong.', 'Ini bukan token kami, atau salah ketik: angka pengujinya tidak cocok.')
    throw notSignedIn()
  }

  /** Writes down what is only in memory. */
  async close (): Promise<void> {
    clearInterval(this.#timer)
    await this.#noteSeen().catch(this.#onTrouble)
  }

  async #callerOfToken (token: string): Promise<Caller | undefined> {
    if (kindOfToken(token) !== 'pds') return undefined
    const session = await this.sessions.find(token)
    if (session === undefined) return undefined
    const { account, role, of, id } = session
    return { kind: 'account', id: account, role, scopes: [], ...(of === undefined ? {} : { of }), session: id }
  }

  async #noteSeen (): Promise<void> {
    if (this.#registry.state !== 'ready') return
    const seen = this.sessions.takeSeen()
    if (seen.size === 0) return
    await this.#registry.write(async transaction => {
      for (const [hash, at] of seen) await transaction.updateTable('sessions').set({ seen_at: at }).where('hash', '=', hash).execute()
      return { answer: undefined, apply: () => {} }
    })
  }
}
