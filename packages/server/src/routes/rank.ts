import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { reference } from '../schemas/common.ts'
import { RankingSchema, RankSeekersSchema, RankVacanciesSchema } from '../schemas/ranking.ts'
import type { RouteContext } from './context.ts'
import { pairOptions, seekerOf, vacancyOf } from './judging.ts'

const RESPONSE = answers({ 200: reference(RankingSchema) }, { body: true, problems: ['record-not-found', 'bad-request-field', 'bad-record'] })

/** Rankings of a stored record, or of one sent along. */
export function addRankRoutes (app: App, context: RouteContext): void {
  const { matcher } = context.registry

  app.post('/v1/rank/seekers', {
    schema: { summary: 'Rank the seekers for a vacancy', operationId: 'rankSeekers', tags: ['ranking'], body: RankSeekersSchema, response: RESPONSE },
  }, async ({ body }) => {
    const vacancy = vacancyOf(context, body)
    return matcher.rankSeekers(vacancy, { ...pairOptions(context, body), limit: body.limit, explain: body.explain })
  })

  app.post('/v1/rank/vacancies', {
    schema: { summary: 'Rank the vacancies for a seeker', operationId: 'rankVacancies', tags: ['ranking'], body: RankVacanciesSchema, response: RESPONSE },
  }, async ({ body }) => {
    const seeker = seekerOf(context, body)
    return matcher.rankVacancies(seeker, { ...pairOptions(context, body), limit: body.limit, explain: body.explain })
  })
}
