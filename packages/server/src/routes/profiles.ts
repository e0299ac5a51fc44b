import { Type } from 'typebox'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { reference } from '../schemas/common.ts'
import { ProfileSchema } from '../schemas/profile.ts'
import type { RouteContext } from './context.ts'

/** The built-in ways of weighing. */
export function addProfileRoutes (app: App, { registry }: RouteContext): void {
  app.get('/v1/profiles', {
    schema: {
      summary: 'List the profiles',
      operationId: 'listProfiles',
      tags: ['ranking'],
      response: answers({ 200: Type.Object({ items: Type.Array(reference(ProfileSchema)) }) }),
    },
  }, async () => ({ items: [...registry.matcher.profiles] }))
}
