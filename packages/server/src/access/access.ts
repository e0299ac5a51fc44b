import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import type { Registry } from '../store/registry.ts'
import { LOCAL, NOBODY, type Caller } from './caller.ts'
import type { Clock } from './clock.ts'
import { isFromThisMachine, notSignedIn, readCredentials } from './credentials.ts'
import { Budget } from './budget.ts'
import { replaceCode, type MadeCode } from './codes.ts'
import { KeyBook } from './keys.ts'
import { PasswordHasher } from './passwords.ts'
import { SessionBook } from './sessions.ts'
import { Throttle } from './throttle.ts'
import { kindOfToken } from './tokens.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
/** How often it is written down when sessions were seen last: a crash forgets no more than that. */
const NOTE_MS = 60_000
/** Wrong passwords before the first wait: people mistype, and an office shares one address. */
const FREE_BY_LOGIN = 5
const FREE_BY_ADDRESS = 50

export type AccessConfig = Pick<Config, 'PADAN_ACCESS' | 'SESSION_IDLE_MINUTES' | 'SESSION_HOURS' | 'PASSWORD_COST' | 'READS_PER_MINUTE' | 'NIKS_PER_HOUR'>

export interface AccessOptions {
  registry: Registry
  config: AccessConfig
  clock: Clock
  /** Told of trouble in the background. */
  onTrouble: (error: unknown) => void
}

/** Who calls: sessions of people, keys of systems, and the open mode. */
export class Access {
  readonly registry: Registry
  readonly sessions: SessionBook
  readonly keys: KeyBook
  readonly hasher: PasswordHasher
  readonly byLogin: Throttle
  readonly byAddress: Throttle
  /** Reads of people. */
  readonly reads: Budget
  /** NIKs shown in full. */
  readonly niks: Budget
  readonly clock: Clock
  readonly #isOpen: boolean
  readonly #onTrouble: (error: unknown) => void
  readonly #timer: NodeJS.Timeout

  constructor ({ registry, config, clock, onTrouble }: AccessOptions) {
    this.registry = registry
    this.clock = clock
    this.#isOpen = config.PADAN_ACCESS === 'open'
    this.#onTrouble = onTrouble
    this.sessions = new SessionBook(registry.db, clock, { idleMs: config.SESSION_IDLE_MINUTES * MINUTE_MS, lifeMs: config.SESSION_HOURS * HOUR_MS })
    this.keys = new KeyBook(registry.db, clock)
    this.hasher = new PasswordHasher(config.PASSWORD_COST)
    this.byLogin = new Throttle(FREE_BY_LOGIN, clock.elapsed)
    this.byAddress = new Throttle(FREE_BY_ADDRESS, clock.elapsed)
    this.reads = new Budget(config.READS_PER_MINUTE, clock.elapsed)
    this.niks = new Budget(config.NIKS_PER_HOUR, clock.elapsed, HOUR_MS)
    this.#timer = setInterval(() => { this.noteUse().catch(onTrouble) }, NOTE_MS)
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

  /** The first admin's code, made anew; undefined when there is an admin. */
  async makeSetupCode (): Promise<MadeCode | undefined> {
    return await this.registry.write(async transaction => {
      const admin = await transaction.selectFrom('accounts').select('id').where('role', '=', 'admin').limit(1).executeTakeFirst()
      return { answer: admin === undefined ? await replaceCode(transaction, this.clock, 'setup', null) : undefined, apply: () => {} }
    })
  }

  /** Writes down when sessions and keys were used last. */
  async noteUse (): Promise<void> {
    if (this.registry.state !== 'ready') return
    const seen = this.sessions.takeSeen()
    const used = this.keys.takeUsed()
    if (seen.size === 0 && used.size === 0) return
    await this.registry.write(async transaction => {
      for (const [hash, at] of seen) await transaction.updateTable('sessions').set({ seen_at: at }).where('hash', '=', hash).execute()
      for (const [id, day] of used) await transaction.updateTable('access_keys').set({ used_on: day }).where('id', '=', id).execute()
      return { answer: undefined, apply: () => {} }
    })
  }

  /** Writes down what is only in memory. */
  async close (): Promise<void> {
    clearInterval(this.#timer)
    await this.noteUse().catch(this.#onTrouble)
  }

  async #callerOfToken (token: string): Promise<Caller | undefined> {
    const kind = kindOfToken(token)
    if (kind === undefined) return undefined
    if (kind === 'pdn') {
      const key = await this.keys.find(token)
      return key === undefined ? undefined : { kind: 'key', id: key.id, scopes: key.scopes }
    }
    const session = await this.sessions.find(token)
    if (session === undefined) return undefined
    const { account, role, of, id } = session
    return { kind: 'account', id: account, role, scopes: [], ...(of === undefined ? {} : { of }), session: id }
  }
}
