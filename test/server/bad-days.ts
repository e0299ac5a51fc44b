import { randomUUID } from 'node:crypto'
import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { at, SEEKER } from './records.ts'

const PATIENCE_MS = 300_000
/** Answers that tell a client to come back with the same request. */
const TEMPORARY = /\/problems\/(database-away|database-full|not-ready|busy|request-in-flight)$/

export interface Refusal {
  status: number
  type: string
  retryAfter: string | null
}

/** A client that writes records one after another, each until it is acknowledged, always with the same key. */
export class PersistentWriter {
  readonly refusals: Refusal[] = []
  /** What was acknowledged: the reach of each record. */
  readonly acknowledged = new Map<string, number>()
  readonly #url: string
  readonly #name: string
  readonly #end: Promise<void>
  #stopped = false

  constructor (url: string, name: string) {
    this.#url = url
    this.#name = name
    this.#end = this.#work()
  }

  /** Resolves when the last write is acknowledged. */
  async stop (): Promise<void> {
    this.#stopped = true
    await this.#end
  }

  async #work (): Promise<void> {
    for (let step = 0; !this.#stopped; step++) {
      const id = `${this.#name}-${step % 7}`
      const reachKm = (this.acknowledged.get(id) ?? 0) + 1
      const key = randomUUID()
      while (!await this.#put(id, reachKm, key)) await wait(50)
      this.acknowledged.set(id, reachKm)
    }
  }

  async #put (id: string, reachKm: number, key: string): Promise<boolean> {
    const response = await fetch(this.#url + at('seekers', id), {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ ...SEEKER, id, reachKm }),
    })
    if (response.ok) return true
    const { type } = await response.json() as { type: string }
    this.refusals.push({ status: response.status, type, retryAfter: response.headers.get('retry-after') })
    if (!TEMPORARY.test(type)) throw new Error(`${response.status} ${type}`)
    return false
  }
}

/** Every record as the service shows it. */
export async function storedReaches (url: string): Promise<Map<string, number>> {
  const { items } = await (await fetch(`${url}/v1/seekers?limit=500`)).json() as { items: Array<{ id: string, reachKm: number }> }
  return new Map(items.map(({ id, reachKm }) => [id, reachKm]))
}

export async function until (holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while (!await holds()) {
    if (performance.now() > end) throw new Error('It did not come about in time.')
    await wait(50)
  }
}

/** A way to a server that can be made silent: connections stay open, and nothing comes through. */
export class Wire {
  readonly port: number
  readonly #server
  readonly #sockets = new Set<Socket>()
  #silent = false

  private constructor (server: ReturnType<typeof createServer>) {
    this.#server = server
    this.port = (server.address() as AddressInfo).port
  }

  static async to (port: number): Promise<Wire> {
    const server = createServer()
    await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
    const wire = new Wire(server)
    server.on('connection', near => wire.#join(near, connect(port, '127.0.0.1')))
    return wire
  }

  silence (silent: boolean): void {
    this.#silent = silent
    for (const socket of this.#sockets) {
      if (silent) socket.pause()
      else socket.resume()
    }
  }

  async close (): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise<void>(resolve => { this.#server.close(() => resolve()) })
  }

  #join (near: Socket, far: Socket): void {
    for (const [from, to] of [[near, far], [far, near]]) {
      this.#sockets.add(from)
      from.on('data', bytes => { to.write(bytes) })
      from.on('error', () => {})
      from.on('close', () => {
        this.#sockets.delete(from)
        to.destroy()
      })
      if (this.#silent) from.pause()
    }
  }
}
