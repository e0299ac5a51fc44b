import type { Ledger, PairOptions, Seeker, Vacancy } from '@padan/matcher'
import { describeLedger } from '@padan/matcher/prose'
import { Type } from 'typebox'
import { requireReach } from '../access/reach.ts'
import { noteShown } from '../audit/audited-read.ts'
import type { Language } from '../errors/problem.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { languageOf } from '../http/language.ts'
import { reference } from '../schemas/common.ts'
import { GapRequestSchema, GapSchema } from '../schemas/gap.ts'
import { ExplainedLedgerSchema } from '../schemas/ledger.ts'
import { PairQuerySchema, PairSchema } from '../schemas/ranking.ts'
import type { RouteContext } from './context.ts'
import { badField, pairOptions, seekerOf, vacancyOf } from './judging.ts'

const PairParams = Type.Object({ seekerId: Type.String(), vacancyId: Type.String() })
const LEDGER = { 200: reference(ExplainedLedgerSchema) }

/** The account of one pair, and what would raise it. */
export function addPairRoutes (app: App, context: RouteContext): void {
  const { registry } = context
  const { matcher, taxonomy } = registry

  const explained = (seeker: string | Seeker, vacancy: string | Vacancy, options: PairOptions, language: Language): Ledger & { prose: string[] } => {
    const ledger = matcher.explain(seeker, vacancy, options)
    return { ...ledger, prose: describeLedger(ledger, language, taxonomy) }
  }

  app.get('/v1/pairs/:seekerId/:vacancyId', {
    schema: {
      summary: 'Explain a stored pair',
      operationId: 'explainStoredPair',
      tags: ['ranking'],
      params: PairParams,
      querystring: PairQuerySchema,
      response: answers(LEDGER, { problems: ['record-not-found', 'bad-request-field'] }),
    },
  }, async request => {
    const { params, query, headers } = request
    requireReach(request, params.seekerId)
    const seeker = seekerOf(context, { seekerId: params.seekerId })
    const vacancy = vacancyOf(context, { vacancyId: params.vacancyId })
    const options = pairOptions(context, query)
    await noteShown(registry, request.caller, 'pair-explained', [params.seekerId])
    return explained(seeker, vacancy, options, query.language ?? languageOf(headers['accept-language']))
  })

  app.post('/v1/pairs', {
    schema: {
      summary: 'Explain a pair of stored or inline records',
      operationId: 'explainPair',
      tags: ['ranking'],
      body: PairSchema,
      response: answers(LEDGER, { body: true, problems: ['record-not-found', 'bad-request-field', 'bad-record'] }),
    },
  }, async request => {
    const { body, headers } = request
    requireReach(request, body.seekerId)
    const seeker = seekerOf(context, body)
    const vacancy = vacancyOf(context, body)
    const options = pairOptions(context, body)
    if (body.seekerId !== undefined) await noteShown(registry, request.caller, 'pair-explained', [body.seekerId])
    return explained(seeker, vacancy, options, body.language ?? languageOf(headers['accept-language']))
  })

  app.post('/v1/gaps', {
    schema: {
      summary: 'Find the steps that would raise a pair most',
      operationId: 'findGaps',
      tags: ['ranking'],
      body: GapRequestSchema,
      response: answers({ 200: reference(GapSchema) }, { body: true, problems: ['record-not-found', 'bad-request-field', 'bad-record'] }),
    },
  }, async request => {
    const { body } = request
    requireReach(request, body.seekerId)
    const seeker = seekerOf(context, body)
    const vacancy = vacancyOf(context, body)
    checkOffers(context, body.offers ?? [])
    const options = pairOptions(context, body)
    if (body.seekerId !== undefined) await noteShown(registry, request.caller, 'gaps-found', [body.seekerId])
    return matcher.gap(seeker, vacancy, { ...options, offers: body.offers, limit: body.limit })
  })
}

/** Each offer once, with known units. */
function checkOffers ({ registry }: RouteContext, offers: ReadonlyArray<{ id: string, units: string[] }>): void {
  const ids = new Set<string>()
  offers.forEach(({ id, units }, position) => {
    if (ids.has(id)) throw badField(`/offers/${position}/id`, id, 'each offer once', 'setiap penawaran satu kali')
    ids.add(id)
    units.forEach((unit, place) => {
      if (registry.taxonomy.units.indexOf(unit) < 0) {
        throw badField(`/offers/${position}/units/${place}`, unit, 'a code of a competency unit', 'kode unit kompetensi')
      }
    })
  })
}
