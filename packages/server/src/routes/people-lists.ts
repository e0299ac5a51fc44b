import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { sealReason } from '../audit/sealed-reason.ts'
import { ownerOf } from '../access/reach.ts'
import { CERTIFICATE_HEADER, certificateRows } from '../imports/kinds/certificate-rows.ts'
import { HISTORY_NAMES, historyHeader, historyRows, type HistoryName } from '../imports/kinds/histories.ts'
import type { PersonEventRow } from '../people/list-events.ts'
import { pageOfEvents } from '../people/list-events.ts'
import { personCells, personHeader, type ListedPerson } from '../exchange/person-table.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { answerFormat, orTable } from '../http/table-answer.ts'
import { pageOfPeople, type PeopleFilter } from '../people/list-people.ts'
import { maskNik } from '../people/nik.ts'
import { DaySchema, IdSchema, reference } from '../schemas/common.ts'
import { FormatSchema } from '../schemas/format.ts'
import { PersonViewSchema } from '../schemas/people.ts'
import { MEDIA_TYPES } from '../tables/source.ts'
import { isDay } from '../time.ts'
import type { RouteContext } from './context.ts'
import { badField } from './judging.ts'
import { sendList } from './pages-of.ts'

const tags = ['people']
const Paging = {
  // Each page is one of the reads a minute that a caller has.
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  cursor: Type.Optional(Type.String({ maxLength: 1024, description: 'The `next` of the page before.' })),
  format: FormatSchema,
}
const State = Type.Unsafe<'applying' | 'active' | 'placed' | 'removed'>({ type: 'string', enum: ['applying', 'active', 'placed', 'removed'] })
const Next = Type.Union([Type.String(), Type.Null()])
const ListQuery = Type.Object({ ...Paging, state: Type.Optional(State) }, { additionalProperties: false })
const EventQuery = Type.Object({ ...Paging, from: Type.Optional(DaySchema), until: Type.Optional(DaySchema) }, { additionalProperties: false })
const EventItem = Type.Object({
  id: Type.String(),
  person: IdSchema,
  number: Type.Integer(),
  kind: Type.String(),
  reason: Type.Union([Type.String(), Type.Null()]),
  on: DaySchema,
  at: Type.String(),
  by: Type.String(),
  sex: Type.Union([Type.String(), Type.Null()]),
  ageGroup: Type.Union([Type.String(), Type.Null()]),
  education: Type.Union([Type.String(), Type.Null()]),
})
interface ExportedPerson extends ListedPerson {
  /** As rows, when they are asked for. */
  certificates: string[][]
}

type ExportName = 'people' | 'certificates' | HistoryName
const ExportBody = Type.Object({ reason: Type.String({ minLength: 3, maxLength: 200 }), format: Type.Unsafe<'csv' | 'xlsx'>({ type: 'string', enum: ['csv', 'xlsx'], default: 'csv' }), table: Type.Unsafe<ExportName>({ type: 'string', enum: ['people', 'certificates', ...HISTORY_NAMES], default: 'people', description: 'Who people are, a row each; or their certificates, where they worked, their schools, trainings or skills, a row for each of these.' }), state: Type.Optional(State) }, { additionalProperties: false })
const TABLE = { content: { 'text/csv': { schema: Type.String() }, [MEDIA_TYPES.xlsx]: { schema: Type.String() } } }
const EVENT_HEADER = ['person', 'number', 'kind', 'reason', 'on', 'at', 'by', 'sex', 'ageGroup', 'education']

/** The register as lists and tables. */
export function addPeopleListRoutes (app: App, context: RouteContext): void {
  const { registry } = context

  app.get('/v1/people', {
    schema: {
      summary: 'List people',
      operationId: 'listPeople',
      tags,
      description: 'As JSON what the role sees of each. As a table, of all of them, only what is not sealed: ids, states, consents and match profiles; who they are is exported by POST /v1/people-exports.',
      querystring: ListQuery,
      response: answers({ 200: orTable(Type.Object({ items: Type.Array(reference(PersonViewSchema)), next: Next }), 'A page, or all of them as a table.') }, { problems: ['bad-request-field', 'bad-cursor'] }),
    },
  }, async (request, reply) => {
    const { query, headers } = request
    const isTable = answerFormat(query.format, headers.accept) !== 'json'
    return await sendList(reply, {
      name: 'people',
      query,
      accept: headers.accept,
      page: (limit, after) => readPage(request, limit, after, filterOf(request, query.state), isTable ? 'people-listed' : 'people-read'),
      item: person => shown(person),
      header: personHeader(false),
      cells: person => personCells(person, false),
    }) as never
  })

  app.post('/v1/people-exports', {
    schema: {
      summary: 'Export the register, with who people are',
      operationId: 'exportPeople',
      tags,
      description: 'For a reason, which is recorded for good, sealed, with everybody who is in it. The table of people has NIKs in full. What a table gives, POST /v1/imports/{table} takes.',
      body: ExportBody,
      response: answers({ 200: { description: 'The table.', ...TABLE } as never }, { body: true, problems: ['bad-request-field'] }),
    },
  }, async (request, reply) => {
    const { reason, format, state, table } = request.body
    reply.header('cache-control', 'no-store')
    const isOfCertificates = table === 'certificates'
    const rows = isOfCertificates ? ({ certificates }: ExportedPerson) => certificates : table === 'people' ? undefined : (person: ExportedPerson) => historyRows(table, person)
    return await sendList(reply, {
      name: table,
      query: { limit: 1, format },
      accept: undefined,
      page: (limit, after) => readPage(request, limit, after, { state }, 'people-exported', { reason: sealReason(registry.vault, request.caller.id, reason), isOfCertificates }),
      header: isOfCertificates ? CERTIFICATE_HEADER : table === 'people' ? personHeader(true) : historyHeader(table),
      cells: person => personCells(person, true),
      rows,
    }) as never
  })

  app.get('/v1/registration-events', {
    schema: {
      summary: 'List what happened to registrations',
      operationId: 'listRegistrationEvents',
      tags,
      description: 'The dated events that the monthly statistics stand on, person by person, with the cell of the table that an event counts in.',
      querystring: EventQuery,
      response: answers({ 200: orTable(Type.Object({ items: Type.Array(EventItem), next: Next }), 'A page, or all of them as a table.') }, { problems: ['bad-request-field', 'bad-cursor'] }),
    },
  }, async ({ query, headers, caller }, reply) => {
    for (const name of ['from', 'until'] as const) {
      const day = query[name]
      if (day !== undefined && !isDay(day)) throw badField(`/query/${name}`, day, 'a day as YYYY-MM-DD', 'hari sebagai TTTT-BB-HH')
    }
    return await sendList(reply, {
      name: 'registration-events',
      query,
      accept: headers.accept,
      page: async (limit, after) => await registry.write(async transaction => {
        const page = await pageOfEvents(transaction, limit, after, query)
        if (page.length > 0) await registry.audit.record(transaction, { actor: caller.id, action: 'registration-events-read', detail: { people: [...new Set(page.map(({ person }) => person))] } })
        return { answer: page, apply: () => {} }
      }),
      header: EVENT_HEADER,
      cells: ({ person, number, kind, reason, on, at, by, sex, ageGroup, education }: PersonEventRow) => [person, String(number), kind, reason ?? '', on, at, by, sex ?? '', ageGroup ?? '', education ?? ''],
      numbers: new Set(['number']),
    }) as never
  })

  /** A page whose people are in the trail before it is answered. */
  async function readPage ({ caller }: FastifyRequest, limit: number, after: string | undefined, filter: PeopleFilter, action: string, { reason, isOfCertificates = false }: { reason?: string, isOfCertificates?: boolean } = {}): Promise<ExportedPerson[]> {
    return await registry.write(async transaction => {
      const page = await pageOfPeople(transaction, registry.vault, limit, after, filter)
      const people = page.map(({ id }) => id)
      if (page.length > 0) await registry.audit.record(transaction, { actor: caller.id, action, reason, detail: { people } })
      const certificates = isOfCertificates ? await certificateRows(transaction, registry.vault, people) : undefined
      return { answer: page.map(person => ({ ...person, certificates: certificates?.get(person.id) ?? [] })), apply: () => {} }
    })
  }
}

function filterOf ({ reach, caller }: FastifyRequest, state: PeopleFilter['state']): PeopleFilter {
  return { state, ...(reach === 'own' ? { school: ownerOf(caller) } : {}) }
}

function shown ({ details, consents: _consents, certificates: _certificates, createdAt, updatedAt, ...person }: ExportedPerson): object {
  const { nik, ...others } = details
  return { ...others, ...(nik === undefined ? {} : { nik: maskNik(nik) }), ...person, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }
}
