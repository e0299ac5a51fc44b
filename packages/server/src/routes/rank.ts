import type { Ranking } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'
import type { FastifyReply } from 'fastify'
import { Type, type Static } from 'typebox'
import type { Caller } from '../access/caller.ts'
import { requireReach } from '../access/reach.ts'
import { noteShown, shownTo } from '../audit/audited-read.ts'
import type { Language } from '../errors/problem.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { languageOf } from '../http/language.ts'
import { answerFormat, orTable, sendTable, type AnswerTable } from '../http/table-answer.ts'
import { keepReceipt } from '../privacy/ranking-receipts.ts'
import { reference } from '../schemas/common.ts'
import { FormatSchema } from '../schemas/format.ts'
import { RankingSchema, RankSeekersSchema, RankVacanciesSchema } from '../schemas/ranking.ts'
import { RANKING_HEADER, RANKING_NUMBERS, rankingCells, type RankingRow } from '../tables/ranking-table.ts'
import type { RouteContext } from './context.ts'
import { pairOptions, seekerOf, vacancyOf } from './judging.ts'

interface RankRequest {
  caller: Caller
  body: Pick<Static<typeof RankSeekersSchema>, 'vacancyId' | 'vacancy'>
}

const Query = Type.Object({ format: FormatSchema }, { additionalProperties: false })
const RESPONSE = answers({ 200: orTable(reference(RankingSchema), 'The ranking; as a table with its reasons in the language that `Accept-Language` asks for.') }, { body: true, problems: ['record-not-found', 'bad-request-field', 'bad-record'] })

/** Rankings of a stored record, or of one sent along. */
export function addRankRoutes (app: App, context: RouteContext): void {
  const { registry } = context
  const { matcher, taxonomy } = registry

  app.post('/v1/rank/seekers', {
    schema: { summary: 'Rank the seekers for a vacancy', operationId: 'rankSeekers', tags: ['ranking'], querystring: Query, body: RankSeekersSchema, response: RESPONSE },
  }, async (request, reply) => {
    const { body, query, headers } = request
    const vacancy = vacancyOf(context, body)
    const format = answerFormat(query.format, headers.accept)
    const options = { ...pairOptions(context, body), limit: body.limit, explain: body.explain || format !== 'json' }
    const rank = (): Ranking => matcher.rankSeekers(vacancy, options)
    const ranking = await shownRanking(context, request, rank, reply)
    return format === 'json' ? ranking : await sendTable(reply, format, rankingTable(ranking, languageOf(headers['accept-language']), taxonomy)) as never
  })

  app.post('/v1/rank/vacancies', {
    schema: { summary: 'Rank the vacancies for a seeker', operationId: 'rankVacancies', tags: ['ranking'], querystring: Query, body: RankVacanciesSchema, response: RESPONSE },
  }, async (request, reply) => {
    const { body, query, headers } = request
    requireReach(request, body.seekerId)
    const seeker = seekerOf(context, body)
    const format = answerFormat(query.format, headers.accept)
    const ranking = matcher.rankVacancies(seeker, { ...pairOptions(context, body), limit: body.limit, explain: body.explain || format !== 'json' })
    if (body.seekerId !== undefined) await noteShown(registry, request.caller, 'vacancies-ranked', [body.seekerId])
    return format === 'json' ? ranking : await sendTable(reply, format, rankingTable(ranking, languageOf(headers['accept-language']), taxonomy)) as never
  })
}

/**
 * A ranking of people. Where it shows people to somebody, who was shown to whom is kept, and its number told. Such a ranking is made between two
 * writes: nobody is in it whose withdrawal was answered before, and what the receipt holds the hashes of is what was ranked.
 */
async function shownRanking ({ registry, now }: RouteContext, { caller, body }: RankRequest, rank: () => Ranking, reply: FastifyReply): Promise<Ranking> {
  if (caller.kind !== 'account') {
    const ranking = rank()
    if (shownTo(registry, caller, ranking.results.map(({ id }) => id)).length === 0) return ranking
  }
  const { vacancyId: vacancy = '', vacancy: record } = body
  const { id, ranking } = await registry.write(async transaction => {
    const ranking = rank()
    const id = await keepReceipt(transaction, ranking, { caller: caller.id, vacancy, record, at: now() })
    await registry.audit.record(transaction, { actor: caller.id, action: 'people-ranked', subject: id })
    return { answer: { id, ranking }, apply: () => {} }
  })
  reply.header('x-ranking-id', id)
  return ranking
}

function rankingTable ({ results }: Ranking, language: Language, taxonomy: Taxonomy): AnswerTable {
  const rows = results.map((pair, position) => rankingCells({ rank: position + 1, pair: pair as RankingRow['pair'] }, language, taxonomy))
  return { name: 'ranking', header: RANKING_HEADER, rows: [rows], numbers: RANKING_NUMBERS }
}
