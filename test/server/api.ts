import { randomBytes, randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import { Audit, build, createLogger, readConfig, Registry, SYSTEM_CLOCK, Vault, type Clock, type Config, type Database, type Role } from '@padan/server'
import { loadTaxonomy, type Taxonomy } from '@padan/taxonomy'
import { empty } from './databases.ts'
import { Contract } from './contract.ts'
import { OFFICE } from './office.ts'
import { SessionBook } from './inner.ts'

type App = Awaited<ReturnType<typeof build>>
export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH' | 'HEAD' | 'OPTIONS'

export interface Answer {
  status: number
  headers: Record<string, unknown>
  text: string
  bytes: Buffer
  /** The body as JSON; undefined where it is none. */
  body: any
}

export interface CallOptions {
  json?: unknown
  /** A body as it is, for what is not JSON. */
  raw?: string | Buffer
  headers?: Record<string, string>
}

/** The key of every database of this process. */
export const MASTER_KEY = randomBytes(32)
export const TODAY = '2026-11-20'
/** A day that stands still, beside a clock that goes on. */
const CLOCK: Clock = { ...SYSTEM_CLOCK, now: () => new Date(`${TODAY}T03:00:00Z`) }
export const taxonomy: Taxonomy = await loadTaxonomy()

/** The application over a database, called without a socket. Every answer is held against the OpenAPI document. */
export class Api {
  readonly app: App
  readonly registry: Registry
  readonly #clock: Clock
  readonly #contract: Contract
  readonly #lines: string[]

  private constructor (app: App, registry: Registry, clock: Clock, document: unknown, lines: string[]) {
    this.app = app
    this.registry = registry
    this.#clock = clock
    this.#contract = Contract.of(document)
    this.#lines = lines
  }

  /** Starts over what is in the database; open to whoever is on this machine, unless the settings say otherwise. */
  static async over (database: Database, settings: Partial<Config> = {}, clock: Clock = CLOCK): Promise<Api> {
    const lines: string[] = []
    const log = new Writable({ write: (chunk, _encoding, done) => { lines.push(String(chunk)); done() } })
    const registry = new Registry({ database, taxonomy, vault: await Vault.open(database.db, MASTER_KEY), audit: new Audit({ now: clock.now }) })
    const config = { ...readConfig({ PADAN_ACCESS: 'open' }), ...settings }
    const app = await build({ registry, logger: createLogger('debug', log), config, clock, office: OFFICE })
    await registry.load()
    return new Api(app, registry, clock, (await app.inject('/openapi.json')).json(), lines)
  }

  /** Starts over an empty database. */
  static async overEmpty (database: Database, settings: Partial<Config> = {}, clock: Clock = CLOCK): Promise<Api> {
    await empty(database)
    return await Api.over(database, settings, clock)
  }

  get log (): string {
    return this.#lines.join('')
  }

  /** Headers of a new account's session. `of` is what it is bound to: a school, an employer, a person. */
  async as (role: Role, of?: string): Promise<{ authorization: string, id: string }> {
    const id = `a-${randomUUID()}`
    const now = this.#clock.now()
    const sessions = new SessionBook(this.registry.db, this.#clock, { idleMs: 1_800_000, lifeMs: 43_200_000 })
    const { token } = await this.registry.write(async transaction => {
      await transaction.insertInto('accounts').values({ id, role, bound: of ?? null, state: 'active', created_at: now, updated_at: now } as never).execute()
      return { answer: await sessions.open(transaction, id), apply: () => {} }
    })
    return { authorization: `Bearer ${token}`, id }
  }

  async call (method: Method, url: string, { json, raw, headers = {} }: CallOptions = {}): Promise<Answer> {
    const payload = raw ?? (json === undefined ? undefined : JSON.stringify(json))
    const response = await this.app.inject({
      method,
      url,
      headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(payload === undefined ? {} : { payload }),
    })
    const type = String(response.headers['content-type'] ?? '')
    const body = /json/.test(type) && response.body !== '' ? response.json() : undefined
    this.#contract.check(method, url, response.statusCode, type, body)
    return { status: response.statusCode, headers: response.headers, text: response.body, bytes: response.rawPayload, body }
  }

  async close (): Promise<void> {
    await this.app.close()
  }
}
