import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Target } from './target.ts'

export interface PostOptions {
  headers: Readonly<Record<string, string>>
  body: string
  /** Longest time for everything. */
  timeoutMs: number
}

/** Of an answer only its status is used; more than this is not waited for. */
const MOST_ANSWER_BYTES = 65_536

/** Posts to a checked target and gives the status. Redirects are not followed. Rejects on a broken connection, an endless answer or the time limit. */
export async function post ({ url, address, family }: Target, { headers, body, timeoutMs }: PostOptions): Promise<number> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  return await new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
      signal: AbortSignal.timeout(timeoutMs),
      // The connection goes to the address that was checked. Node asks for one address or, with `all`, for a list.
      lookup: (_hostname, options, done) => {
        if (options.all === true) (done as unknown as (error: null, found: object[]) => void)(null, [{ address, family }])
        else done(null, address, family)
      },
    }, answer => {
      let length = 0
      answer.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length > MOST_ANSWER_BYTES) sent.destroy(new Error(`The answer is longer than ${MOST_ANSWER_BYTES} bytes.`))
      })
      answer.once('end', () => resolve(answer.statusCode ?? 0))
      answer.once('error', reject)
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
