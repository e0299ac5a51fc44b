import { Type } from 'typebox'
import { Problem } from '../errors/problem.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { answerFormat, orTable, sendTable } from '../http/table-answer.ts'
import { peopleStock, type PeopleStock, type StockCell } from '../people/stock.ts'
import { vacancyStock, type VacancyStock } from '../postings/count-vacancies.ts'
import { reference } from '../schemas/common.ts'
import { FormatSchema } from '../schemas/format.ts'
import { PeopleStockSchema } from '../schemas/people.ts'
import type { RouteContext } from './context.ts'

const MONTH = '^(19|20|21)\\d{2}-(0[1-9]|1[0-2])$'
const Month = Type.String({ pattern: MONTH, description: 'A month, YYYY-MM.', examples: ['2026-11'] })
const tags = ['statistics']

const STOCK_HEADER = ['part', 'ageGroup', 'sex', 'before', 'registered', 'placed', 'removed', 'after']
const STOCK_NUMBERS = new Set(STOCK_HEADER.slice(3))

/** Part I by age and sex, part II by whom seats are for; the last row of each is its total. */
function stockRows ({ cells, total }: PeopleStock, { male, female, either, total: seats }: VacancyStock): string[][] {
  return [
    ...cells.map(cell => ['I', cell.ageGroup, cell.sex, ...figures(cell)]),
    ['I', 'total', '', ...figures(total)],
    ...Object.entries({ male, female, either, total: seats }).map(([forWhom, { filled, ...cell }]) => ['II', '', forWhom, ...figures({ ...cell, placed: filled })]),
  ]
}

function figures ({ before, registered, placed, removed, after }: StockCell): string[] {
  return [before, registered, placed, removed, after].map(String)
}

/** Table IPK III/1: the stock of seekers, and that of vacancies. */
export function addStatisticsRoutes (app: App, context: RouteContext): void {
  const { registry, writes, now, today } = context

  app.get('/v1/statistics/iii-1', {
    schema: {
      summary: 'IPK III/1: the stock of seekers and of vacancies in a month',
      operationId: 'getPeopleStock',
      tags,
      description: 'Counted from the dated events alone; vacancies by the headcounts that employers told for this alone. A month that is closed does not change any more.',
      querystring: Type.Object({ month: Month, format: FormatSchema }, { additionalProperties: false }),
      response: answers({ 200: orTable(reference(PeopleStockSchema), 'The statement; as a table, a row of it in each.') }, { problems: ['bad-request-field'] }),
    },
  }, async ({ query, headers }, reply) => {
    const { month } = query
    const closed = await registry.db.selectFrom('closed_months').select('month').where('month', '=', month).executeTakeFirst()
    const people = await peopleStock(registry.db, month)
    const vacancies = await vacancyStock(registry.db, month)
    const format = answerFormat(query.format, headers.accept)
    if (format !== 'json') return await sendTable(reply, format, { name: `iii-1-${month}`, header: STOCK_HEADER, rows: [stockRows(people, vacancies)], numbers: STOCK_NUMBERS }) as never
    return { ...people, vacancies, closed: closed !== undefined }
  })

  app.post('/v1/statistics/iii-1/:month/closing', {
    schema: {
      summary: 'Close a month',
      operationId: 'closeMonth',
      tags,
      description: 'What is told later is counted in the next open month.',
      params: Type.Object({ month: Month }),
      headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String()) }),
      response: answers({ 201: reference(PeopleStockSchema) }, { body: true, problems: ['bad-request-field', 'key-reused', 'request-in-flight', 'month-not-over', 'wrong-state'] }),
    },
  }, async (request, reply) => {
    const { month } = request.params
    if (month >= today().slice(0, 7)) throw new Problem('month-not-over')
    await writes.run(request, reply, async transaction => {
      const last = await transaction.selectFrom('closed_months').select('month').orderBy('month', 'desc').limit(1).executeTakeFirst()
      if (last !== undefined && last.month >= month) throw new Problem('wrong-state', { detail: `Months are closed up to ${last.month}.`, detailId: `Bulan sudah ditutup sampai ${last.month}.` })
      const stock = { ...await peopleStock(transaction, month), vacancies: await vacancyStock(transaction, month) }
      await transaction.insertInto('closed_months').values({ month, closed_at: now(), by: request.caller.id, figures: JSON.stringify(stock) }).execute()
      await registry.audit.record(transaction, { actor: request.caller.id, action: 'month-closed', detail: { month } })
      return { answer: { status: 201, body: { ...stock, closed: true } }, apply: () => {} }
    })
    return await reply
  })
}
