import { randomBytes, randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import { Audit, build, createLogger, readConfig, Registry, SYSTEM_CLOCK, Vault, type Clock, type Config, type Database, type Role, type Scope } from '@padan/server'
import { loadTaxonomy, type Taxonomy } from '@padan/taxonomy'
import { empty } from './databases.ts'
import { Contract } from './contract.ts'
import { OFFICE } from './office.ts'

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

/** Somebody who is signed in. A type, not an interface: as such it passes for the headers of a call. */
export type Person = {
  id: string
  session: string
  login: string
  authorization: string
}

export const PASSWORD = 'kopi susu di pasar lama'
/** What accounts of a role are bound to, unless a test says otherwise. */
const BOUND: Partial<Record<Role, string>> = { teacher: 'b-1', employer: 'e-1', seeker: 's-1' }
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
  readonly #contract: Contract
  readonly #lines: string[]
  #admin: Promise<Person> | undefined

  private constructor (app: App, registry: Registry, document: unknown, lines: string[]) {
    this.app = app
    this.registry = registry
    this.#contract = Contract.of(document)
    this.#lines = lines
  }

  /** Starts over what is in the database; open to whoever is on this machine, unless the settings say otherwise. */
  static async over (database: Database, settings: Partial<Config> = {}, clock: Clock = CLOCK): Promise<Api> {
    const lines: string[] = []
    const log = new Writable({ write: (chunk, _encoding, done) => { lines.push(String(chunk)); done() } })
    const registry = new Registry({ database, taxonomy, vault: await Vault.open(database.db, MASTER_KEY), audit: new Audit({ now: clock.now }) })
    const config = { ...readConfig({ PADAN_ACCESS: 'open', PASSWORD_COST: '14' }), ...settings }
    const app = await build({ registry, logger: createLogger('debug', log), config, clock, office: OFFICE })
    await registry.load()
    return new Api(app, registry, (await app.inject('/openapi.json')).json(), lines)
  }

  /** Starts over an empty database. */
  static async overEmpty (database: Database, settings: Partial<Config> = {}, clock: Clock = CLOCK): Promise<Api> {
    await empty(database)
    return await Api.over(database, settings, clock)
  }

  get log (): string {
    return this.#lines.join('')
  }

  /** A new account, signed in, through the routes. `of` is what it is bound to: a school, an employer, a person; null for nothing. */
  async as (role: Role, of: string | null | undefined = BOUND[role]): Promise<Person> {
    const admin = await this.admin()
    const login = `${role}-${randomUUID()}@padan.test`
    const invited = await this.call('POST', '/v1/accounts', { json: { role, login, ...(of === undefined || of === null ? {} : { of }) }, headers: { authorization: admin.authorization } })
    if (invited.status !== 201) throw new Error(`No account: ${invited.text}`)
    const set = await this.call('POST', '/v1/passwords', { json: { code: invited.body.code, password: PASSWORD } })
    if (set.status !== 200) throw new Error(`No password: ${set.text}`)
    return await this.signIn(login)
  }

  /** The first admin, signed in; made once. */
  async admin (): Promise<Person> {
    this.#admin ??= this.#setUp()
    return await this.#admin
  }

  async signIn (login: string, password: string = PASSWORD): Promise<Person> {
    const { status, text, body } = await this.call('POST', '/v1/sessions', { json: { login, password } })
    if (status !== 201) throw new Error(`Not signed in: ${text}`)
    return { id: body.account, session: body.session, login, authorization: `Bearer ${body.token}` }
  }

  /** A key of a system, as the header it is sent in. */
  async key (scopes: readonly Scope[]): Promise<{ id: string, authorization: string }> {
    const { authorization } = await this.admin()
    const { status, text, body } = await this.call('POST', '/v1/keys', { json: { name: 'test', scopes }, headers: { authorization } })
    if (status !== 201) throw new Error(`No key: ${text}`)
    return { id: body.id, authorization: `Bearer ${body.key}` }
  }

  async #setUp (): Promise<Person> {
    const login = `admin-${randomUUID()}@padan.test`
    const setup = await this.app.access.makeSetupCode()
    if (setup === undefined) throw new Error('There is an admin already; begin with an empty database.')
    const { status, text } = await this.call('POST', '/v1/setup', { json: { code: setup.code, login, password: PASSWORD } })
    if (status !== 201) throw new Error(`No admin: ${text}`)
    return await this.signIn(login)
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
