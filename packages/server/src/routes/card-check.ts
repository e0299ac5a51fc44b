import { Type } from 'typebox'
import { checkCard } from '../cards/check-card.ts'
import { checkPage } from '../cards/check-page.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { languageOf } from '../http/language.ts'
import { reference } from '../schemas/common.ts'
import { CardCheckSchema } from '../schemas/people.ts'
import type { RouteContext } from './context.ts'

const HTML = 'text/html'
const tags = ['cards']

/** What anybody may learn of a card. */
export function addCardCheckRoutes (app: App, { registry, office, today }: RouteContext): void {
  app.get('/v1/card-check/:token', {
    schema: {
      summary: 'Is a card genuine, and valid?',
      operationId: 'checkCard',
      tags,
      description: 'For whoever scans the QR code of a card: a page for people, or JSON. A token that is not ours is an answer, not an error.',
      params: Type.Object({ token: Type.String() }),
      response: answers({ 200: { description: 'What the token says, and what is on record.', content: { 'application/json': { schema: reference(CardCheckSchema) }, [HTML]: { schema: Type.String() } } } as never }),
    },
  }, async ({ params, headers }, reply) => {
    const check = await checkCard(registry, params.token, today())
    // Nobody between here and the reader keeps it: it may be revoked in a minute.
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').header('vary', 'accept, accept-language')
    if (!(headers.accept ?? '').includes(HTML)) return await reply.send(check as never)
    const language = languageOf(headers['accept-language'] ?? 'id')
    return await reply.type(`${HTML}; charset=utf-8`).header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'").send(checkPage(check, language, office) as never)
  })

  app.get('/.well-known/jwks.json', {
    schema: {
      summary: 'The keys that cards are verified with',
      operationId: 'getCardKeys',
      tags,
      description: 'A JWK Set (RFC 7517) of Ed25519 keys, the newest first: with it a card is verified without asking here.',
      response: answers({ 200: Type.Object({ keys: Type.Array(Type.Object({ kty: Type.String(), crv: Type.String(), x: Type.String(), kid: Type.String(), use: Type.String(), alg: Type.String() })) }) }),
    },
  }, async (_request, reply) => {
    registry.requireReady()
    return await reply.header('cache-control', 'public, max-age=3600').send(registry.vault.signing.publicSet() as never)
  })
}
