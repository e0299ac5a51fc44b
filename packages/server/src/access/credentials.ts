import type { FastifyRequest } from 'fastify'
import { Problem } from '../errors/problem.ts'
import { holdsToken } from './tokens.ts'

const BEARER = /^bearer +([^\s,]+)$/i
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i
/** Of two of them Node keeps the first and drops the other without a word; a proxy in front may have gone by the other. */
const SENT_ONCE: ReadonlySet<string> = new Set(['authorization', 'content-type', 'host'])
/** Put on by proxies: then the caller is not on this machine, whatever the address says. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const

/** The bearer token of a request; undefined when it has none. Throws Problem for credentials in another form or another place. */
export function readCredentials (request: FastifyRequest): string | undefined {
  if (isInAddress(request.url)) {
    throw new Problem('malformed-request', {
      detail: 'A token is in the address, where it is written into logs and histories. Send it in the Authorization header; revoke this one, for it may have leaked.',
      detailId: 'Token ada di alamat, yang tercatat di log dan riwayat. Kirim lewat header Authorization; cabut token ini karena mungkin sudah bocor.',
    })
  }
  const repeated = repeatedOf(request.raw.rawHeaders)
  if (repeated !== undefined) {
    throw new Problem('malformed-request', { detail: `There are several headers '${repeated}'; one was expected.`, detailId: `Ada beberapa header '${repeated}'; seharusnya satu.` })
  }
  const { authorization } = request.headers
  if (authorization === undefined) return undefined
  const token = BEARER.exec(authorization)?.[1]
  if (token === undefined) throw notSignedIn('The Authorization header was expected to be: Bearer, a space and a token.', 'Header Authorization seharusnya: Bearer, spasi, lalu token.')
  return token
}

/**
 * True for a request of this machine by its name: no proxy in between, and no page of another site that has its own name point here (DNS
 * rebinding).
 */
export function isFromThisMachine ({ headers }: FastifyRequest): boolean {
  if (!LOOPBACK_HOST.test(headers.host ?? '')) return false
  const { origin } = headers
  if (origin !== undefined && !(URL.canParse(origin) && LOOPBACK_HOST.test(new URL(origin).host))) return false
  return FORWARDED.every(name => headers[name] === undefined)
}

export function notSignedIn (detail?: string, detailId?: string): Problem {
  return new Problem('not-signed-in', { detail, detailId, headers: { 'www-authenticate': 'Bearer realm="padan"' } })
}

function isInAddress (url: string): boolean {
  const question = url.indexOf('?')
  return holdsToken(url) || (question >= 0 && new URLSearchParams(url.slice(question)).has('access_token'))
}

function repeatedOf (rawHeaders: readonly string[]): string | undefined {
  const seen = new Set<string>()
  for (let position = 0; position < rawHeaders.length; position += 2) {
    const name = rawHeaders[position].toLowerCase()
    if (!SENT_ONCE.has(name)) continue
    if (seen.has(name)) return name
    seen.add(name)
  }
  return undefined
}
