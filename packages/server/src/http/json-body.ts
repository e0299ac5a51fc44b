import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../errors/problem.ts'
import type { App } from './app-type.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, until the request is answered. */
    bodyBytes: Uint8Array | null
    /** SHA-256 of it, hex; of no bytes when there was none. Made when it is asked for, unless whoever read the body says another. */
    bodyHash: string
    settledHash: string | null
  }
}

const EMPTY = new Uint8Array()
const UTF8 = new TextDecoder('utf-8', { fatal: true })

/** JSON bodies, in UTF-8 and without the keys that reach for prototypes. Every other content type is refused. */
export function addJsonBody (app: App): void {
  app.decorateRequest('bodyBytes', null)
  app.decorateRequest('settledHash', null)
  app.decorateRequest('bodyHash', {
    getter () {
      this.settledHash ??= createHash('sha256').update(this.bodyBytes ?? EMPTY).digest('hex')
      return this.settledHash
    },
    setter (hash) {
      this.settledHash = hash
    },
  })
  app.addHook('onRequest', async request => refuseEncodings(request))
  app.removeAllContentTypeParsers()
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer
    request.bodyBytes = bytes
    let text: string
    try {
      text = UTF8.decode(bytes)
    } catch {
      done(new Problem('malformed-json', { detail: 'The body is not UTF-8.', detailId: 'Isi permintaan bukan UTF-8.' }))
      return
    }
    parseJson(request, text, (error, value) => {
      if (error === null) done(null, value)
      else done(isValidJson(text) ? new Problem('forbidden-key') : malformed(text))
    })
  })
}

/** Compressed bodies are not read, whether as they are said to be or on the way. */
function refuseEncodings (request: FastifyRequest): void {
  const { 'content-encoding': coding = 'identity', 'transfer-encoding': transfer = 'chunked' } = request.headers
  if (coding !== 'identity' || transfer.toLowerCase() !== 'chunked') {
    throw new Problem('unsupported-media-type', {
      detail: 'Compressed bodies are not supported; send the body as it is, without a Content-Encoding.',
      detailId: 'Isi yang dikompresi tidak didukung; kirim tanpa Content-Encoding.',
    })
  }
}

/** The parser told that something was wrong; valid JSON means that it was a forbidden key. */
function isValidJson (text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function malformed (text: string): Problem {
  if (text.trim() === '') return new Problem('malformed-json', { detail: 'The body is empty; a JSON value was expected.', detailId: 'Isi permintaan kosong; seharusnya nilai JSON.' })
  return new Problem('malformed-json')
}
