import { Type } from 'typebox'
import type { SideTable } from '../database/tables.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { MEDIA_TYPES } from '../tables/source.ts'
import { templateCsv, templateXlsx } from '../tables/template.ts'

const FILES = ['seekers.csv', 'seekers.xlsx', 'vacancies.csv', 'vacancies.xlsx'] as const
const Params = Type.Object({ file: Type.Unsafe<typeof FILES[number]>({ type: 'string', enum: FILES }) })

/** Tables to be filled in and imported. */
export function addTemplateRoutes (app: App): void {
  app.get('/v1/imports/templates/:file', {
    schema: {
      summary: 'Download a table to fill in',
      operationId: 'getTemplate',
      tags: ['seekers'],
      description: 'A header row that imports take and an example row; in the workbook a second sheet explains every column in Indonesian and English.',
      params: Params,
      response: answers({
        200: { description: 'The table.', content: { 'text/csv': { schema: Type.String() }, [MEDIA_TYPES.xlsx]: { schema: Type.String() } } } as never,
      }, { problems: ['bad-request-field'] }),
    },
  }, async ({ params: { file } }, reply) => {
    const [side, format] = file.split('.') as [SideTable, 'csv' | 'xlsx']
    reply.header('content-disposition', `attachment; filename="padan-${file}"`)
    return format === 'csv'
      ? await reply.type('text/csv; charset=utf-8').send(templateCsv(side) as never)
      : await reply.type(MEDIA_TYPES.xlsx).send(templateXlsx(side) as never)
  })
}
