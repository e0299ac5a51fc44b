import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const PATIENCE_MS = 120_000

interface Received {
  headers: Record<string, string>
  body: string
}

/** A real receiver on this machine. `answer` says how it answers next. */
export class Receiver {
  readonly got: Received[] = []
  answer: (reply: ServerResponse) => void = reply => { reply.writeHead(204).end() }
  #server: Server = createServer((request, reply) => { this.#take(request, reply).catch(() => {}) })

  async open (): Promise<string> {
    await new Promise<void>(resolve => { this.#server.listen(0, '127.0.0.1', () => resolve()) })
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close (): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(resolve => this.#server.close(resolve))
  }

  async #take (request: IncomingMessage, reply: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    this.got.push({ headers: request.headers as Record<string, string>, body })
    this.answer(reply)
  }
}

/** Looks every ten milliseconds; false where it does not come about. A delivery that comes while its lane ends waits for the next look, five seconds on. */
export const until = async (isSo: () => boolean | Promise<boolean>): Promise<boolean> => {
  const end = performance.now() + PATIENCE_MS
  while (!await isSo()) {
    if (performance.now() > end) return false
    await new Promise(resolve => { setTimeout(resolve, 10) })
  }
  return true
}
