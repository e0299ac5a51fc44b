import { Agent, request } from 'node:http'

/** Asks one server over connections that are kept, as many at a time as wait for an answer. */
export class ServiceClient {
  readonly #url: URL
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 })

  constructor (url: string) {
    this.#url = new URL(url)
  }

  /** The bytes of the answer. Throws for any status but 200. */
  post (path: string, body: string | Buffer, type: string = 'application/json'): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': type, 'content-length': Buffer.byteLength(body) }
      const sent = request({ host: this.#url.hostname, port: this.#url.port, method: 'POST', path, headers, agent: this.#agent }, answer => {
        const parts: Buffer[] = []
        answer.on('data', part => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => {
          const bytes = Buffer.concat(parts)
          if (answer.statusCode === 200) resolve(bytes)
          else reject(new Error(`POST ${path} was answered ${answer.statusCode}: ${bytes.toString().slice(0, 300)}`))
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }

  close (): void {
    this.#agent.destroy()
  }
}
