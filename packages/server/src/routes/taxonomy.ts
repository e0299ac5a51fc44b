import type { Register, Taxonomy } from '@padan/taxonomy'
import { Type } from 'typebox'
import { Problem } from '../errors/problem.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { reference } from '../schemas/common.ts'
import { IndexedKindSchema, REGISTERS, SuggestionsSchema, TaxonomyItemSchema, TaxonomyListSchema, TaxonomySummarySchema, type RegisterName, type TaxonomyItem } from '../schemas/taxonomy.ts'
import type { RouteContext } from './context.ts'

const FindQuery = Type.Object({
  q: Type.String({ default: '', maxLength: 200, description: 'Words of the name. Without it, the first entries.' }),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
}, { additionalProperties: false })

const SuggestQuery = Type.Object({
  q: Type.String({ maxLength: 100, description: 'What was typed so far; the last word may be unfinished, and words may be misspelt.' }),
  kind: Type.Optional(IndexedKindSchema),
  limit: Type.Integer({ minimum: 1, maximum: 50, default: 10 }),
}, { additionalProperties: false })

/** The reference data: what there is, and what things are called. */
export function addTaxonomyRoutes (app: App, { registry, words }: RouteContext): void {
  const { taxonomy } = registry

  app.get('/v1/taxonomy', {
    schema: { summary: 'Version, sizes and sources of the reference data', operationId: 'taxonomy', tags: ['taxonomy'], response: answers({ 200: reference(TaxonomySummarySchema) }) },
  }, async () => ({
    version: taxonomy.version,
    counts: Object.fromEntries(REGISTERS.map(name => [name, taxonomy[name].size])) as Record<RegisterName, number>,
    provenance: taxonomy.provenance,
  }))

  app.get('/v1/taxonomy/suggest', {
    schema: {
      summary: 'Suggest entries while somebody types',
      operationId: 'suggestTaxonomy',
      tags: ['taxonomy'],
      querystring: SuggestQuery,
      response: answers({ 200: reference(SuggestionsSchema) }, { problems: ['bad-request-field', 'words-busy'] }),
    },
  }, async ({ query: { q, kind, limit } }) => ({ items: await words.do({ kind: 'suggest', words: q, register: kind, limit }) }))

  app.get('/v1/taxonomy/:register', {
    schema: {
      summary: 'Find entries by name',
      operationId: 'findTaxonomy',
      tags: ['taxonomy'],
      params: Type.Object({ register: Type.String() }),
      querystring: FindQuery,
      response: answers({ 200: reference(TaxonomyListSchema) }, { problems: ['not-found', 'bad-request-field'] }),
    },
  }, async ({ params, query }) => {
    const register = registerOf(taxonomy, params.register)
    const items = query.q.trim() === '' ? firstOf(register, query.limit) : register.find(query.q, query.limit)
    return { items: items.map(item => itemOf(taxonomy, params.register as RegisterName, item)) }
  })

  app.get('/v1/taxonomy/:register/:code', {
    schema: {
      summary: 'Look up one entry',
      operationId: 'getTaxonomyEntry',
      tags: ['taxonomy'],
      params: Type.Object({ register: Type.String(), code: Type.String() }),
      response: answers({ 200: reference(TaxonomyItemSchema) }, { problems: ['not-found', 'record-not-found'] }),
    },
  }, async ({ params }) => {
    const item = registerOf(taxonomy, params.register).get(params.code)
    if (item === undefined) throw new Problem('record-not-found')
    return itemOf(taxonomy, params.register as RegisterName, item)
  })
}

function registerOf (taxonomy: Taxonomy, name: string): Register<object> {
  if (!(REGISTERS as readonly string[]).includes(name)) {
    throw new Problem('not-found', { detail: `There is no register '${name.slice(0, 80)}'; there are ${REGISTERS.join(', ')}.`, detailId: `Register '${name.slice(0, 80)}' tidak ada; yang ada: ${REGISTERS.join(', ')}.` })
  }
  return taxonomy[name as RegisterName]
}

function firstOf (register: Register<object>, limit: number): object[] {
  return Array.from({ length: Math.min(limit, register.size) }, (_, index) => register.at(index))
}

/** An entry with codes where the register has places. */
function itemOf (taxonomy: Taxonomy, name: RegisterName, item: object): TaxonomyItem {
  const { index, name: called, parent, units, covers, ...rest } = item as { index: number, name?: string, parent?: number | null, units?: number[], covers?: number[] }
  const register = taxonomy[name]
  return {
    ...(called === undefined ? {} : { title: called }),
    ...rest,
    ...(parent === undefined ? {} : { parent: parent === null ? null : register.codeAt(parent) }),
    ...(units === undefined ? {} : { units: units.map(unit => taxonomy.units.codeAt(unit)) }),
    ...(covers === undefined ? {} : { covers: covers.map(licence => taxonomy.licences.codeAt(licence)) }),
  } as TaxonomyItem
}
