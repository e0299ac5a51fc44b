import { Type } from 'typebox'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { problemOf } from '../http/error-handler.ts'
import { Metrics } from '../metrics/metrics.ts'
import type { Registry } from '../store/registry.ts'

/** Counts every request, and shows the counts to whoever may see them. Must come after the OpenAPI document, and before the other routes. */
export function addMetrics (app: App, registry: Registry): void {
  const metrics = new Metrics(registry)
  app.addHook('onResponse', async (request, reply) => {
    metrics.observe((request.routeOptions.schema as { operationId?: string } | undefined)?.operationId, reply.statusCode, reply.elapsedTime / 1000)
  })
  app.addHook('onError', async (request, _reply, error) => { metrics.refused(problemOf(error, request).code) })
  app.get('/metrics', {
    schema: {
      summary: 'Figures for Prometheus',
      operationId: 'metrics',
      tags: ['health'],
      response: answers({ 200: { description: 'Text of Prometheus.', content: { 'text/plain': { schema: Type.String() } } } as never }),
    },
  }, async (_request, reply) => await reply.type(metrics.contentType).send(await metrics.text() as never))
}
