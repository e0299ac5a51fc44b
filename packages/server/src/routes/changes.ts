import { Type } from 'typebox'
import { CHANGE_TYPES, changesAfter } from '../changes/feed.ts'
import { noteShown, peopleIn } from '../audit/audited-read.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { reference } from '../schemas/common.ts'
import { ChangeListSchema } from '../schemas/office.ts'
import type { RouteContext } from './context.ts'

const Query = Type.Object({
  after: Type.String({ pattern: '^\\d{1,18}$', default: '0', description: 'The `next` of the answer before; 0 for everything.' }),
  limit: Type.Integer({ minimum: 1, maximum: 1000, default: 200 }),
}, { additionalProperties: false })
/** What a matcher's neighbour on an open machine follows. */
const MATCH_TYPES = ['seeker', 'vacancy'] as const

/** Everything that changed, for systems that follow. */
export function addChangeRoutes (app: App, { registry }: RouteContext): void {
  app.get('/v1/changes', {
    schema: {
      summary: 'Follow the changes',
      operationId: 'listChanges',
      tags: ['changes'],
      description: 'Ids in the order of commits, deletions among them; each thing once, at its last change. No change ever appears before a position that was read. Deletions are told for seven days.',
      querystring: Query,
      response: answers({ 200: reference(ChangeListSchema) }, { problems: ['bad-request-field', 'changes-gone'] }),
    },
  }, async ({ query: { after, limit }, caller }) => {
    const items = await changesAfter(registry.db, after, limit, caller.kind === 'local' ? MATCH_TYPES : CHANGE_TYPES)
    await noteShown(registry, caller, 'changes-read', peopleIn(items))
    return { items, next: items.at(-1)?.revision ?? after }
  })
}
