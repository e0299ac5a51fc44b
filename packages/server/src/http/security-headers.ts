import helmet from '@fastify/helmet'
import type { App } from './app-type.ts'

/**
 * Headers that tell browsers to be careful, for the documents and the pages; and no cache may keep what somebody had to sign in for.
 * Strict-Transport-Security is for whoever holds the certificate, the proxy: set here it would bind the city's whole domain.
 */
export async function addSecurityHeaders (app: App): Promise<void> {
  await app.register(helmet, {
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      // The rest are helmet's own. Served without TLS on this machine, nothing could be upgraded.
      directives: { upgradeInsecureRequests: null },
    },
  })
  app.addHook('onSend', async (request, reply) => {
    if ((request.caller?.kind === 'account' || request.caller?.kind === 'key') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}
