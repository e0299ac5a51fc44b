import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { reference } from '../schemas/common.ts'
import { SeekerDraftSchema, SeekerTextSchema, VacancyDraftSchema, VacancyTextSchema } from '../schemas/draft.ts'
import { isDay } from '../time.ts'
import type { RouteContext } from './context.ts'
import { badField } from './judging.ts'

/** Words in, a record to confirm out; nothing is stored, so no Idempotency-Key is asked for. */
export function addDraftRoutes (app: App, { words, today }: RouteContext): void {
  app.post('/v1/drafts/vacancy', {
    schema: {
      summary: 'Read an advert into a vacancy to confirm',
      operationId: 'draftVacancy',
      tags: ['drafts'],
      body: VacancyTextSchema,
      response: answers({ 200: reference(VacancyDraftSchema) }, { body: true, problems: ['bad-request-field', 'words-busy'] }),
    },
  }, async ({ body: { text } }) => await words.do({ kind: 'draft-vacancy', text }) as never)

  app.post('/v1/drafts/seeker', {
    schema: {
      summary: 'Read a CV into a seeker to confirm',
      operationId: 'draftSeeker',
      tags: ['drafts'],
      body: SeekerTextSchema,
      response: answers({ 200: reference(SeekerDraftSchema) }, { body: true, problems: ['bad-request-field', 'words-busy'] }),
    },
  }, async ({ body: { text, asOf = today() } }) => {
    if (!isDay(asOf)) throw badField('/asOf', asOf, 'a day as YYYY-MM-DD, from 1900 to 2199', 'hari sebagai TTTT-BB-HH, dari 1900 sampai 2199')
    return await words.do({ kind: 'draft-seeker', text, asOf }) as never
  })
}
