import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'
import type { App } from './app-type.ts'

/** They are the same for every answer, so helmet is asked for them once: asked for each, it writes its directives out each time, which was 4 % of a ranking. */
const HEADERS = headersOfHelmet()

/** Headers that tell browsers to be careful, for the documents and the pages; and no cache may keep what somebody had to sign in for. */
export function addSecurityHeaders (app: App): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(HEADERS)
    done()
  })
  app.addHook('onSend', async (request, reply) => {
    if ((request.caller?.kind === 'account' || request.caller?.kind === 'key') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}

function headersOfHelmet (): Readonly<Record<string, string>> {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  const apply = helmet({
    // For whoever holds the certificate, the proxy: set here it would bind the city's whole domain.
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      // The rest are helmet's own. Served without TLS on this machine, nothing could be upgraded.
      directives: { upgradeInsecureRequests: null },
    },
  })
  apply(request, response, error => { if (error instanceof Error) throw error })
  return Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]))
}
