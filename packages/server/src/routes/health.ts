import { Type } from 'typebox'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import type { RouteContext } from './context.ts'

const LiveSchema = Type.Object({ status: Type.Literal('live') })
const ReadySchema = Type.Object({
  status: Type.Literal('ready'),
  seekers: Type.Integer(),
  vacancies: Type.Integer(),
  unusable: Type.Integer({ description: 'Stored records that newer reference data no longer knows; they are in no ranking.' }),
})

/** For whoever supervises the process. */
export function addHealthRoutes (app: App, { registry }: RouteContext): void {
  app.get('/health/live', {
    schema: { summary: 'Is the process alive?', operationId: 'live', tags: ['health'], response: answers({ 200: LiveSchema }) },
  }, async () => ({ status: 'live' as const }))

  app.get('/health/ready', {
    schema: { summary: 'Is the index complete, and the database there?', operationId: 'ready', tags: ['health'], response: answers({ 200: ReadySchema }) },
  }, async () => {
    registry.requireReady()
    await registry.requireDatabase()
    const { matcher, unusable } = registry
    return { status: 'ready' as const, seekers: matcher.seekers.size, vacancies: matcher.vacancies.size, unusable }
  })
}
