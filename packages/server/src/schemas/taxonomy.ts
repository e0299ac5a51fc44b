import { Type, type Static } from 'typebox'
import { reference } from './common.ts'

export const REGISTERS = ['units', 'clusters', 'levels', 'fields', 'occupations', 'sectors', 'regions', 'licences', 'accommodations'] as const
export type RegisterName = typeof REGISTERS[number]

export const RegisterNameSchema = Type.Union([
  Type.Literal('units'), Type.Literal('clusters'), Type.Literal('levels'), Type.Literal('fields'), Type.Literal('occupations'),
  Type.Literal('sectors'), Type.Literal('regions'), Type.Literal('licences'), Type.Literal('accommodations'),
])

/** One entry of a register. Places in a register have no meaning outside it, so every reference is by code. */
export const TaxonomyItemSchema = Type.Object({
  code: Type.String(),
  title: Type.String(),
  titleEn: Type.Optional(Type.String()),
  parent: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  kind: Type.Optional(Type.String()),
  units: Type.Optional(Type.Array(Type.String())),
  covers: Type.Optional(Type.Array(Type.String())),
}, { $id: 'TaxonomyItem', additionalProperties: true })
export type TaxonomyItem = Static<typeof TaxonomyItemSchema> & Record<string, unknown>

export const TaxonomyListSchema = Type.Object({ items: Type.Array(reference(TaxonomyItemSchema)) }, { $id: 'TaxonomyList' })

export const TaxonomySummarySchema = Type.Object({
  version: Type.String(),
  counts: Type.Object({
    units: Type.Integer(),
    clusters: Type.Integer(),
    levels: Type.Integer(),
    fields: Type.Integer(),
    occupations: Type.Integer(),
    sectors: Type.Integer(),
    regions: Type.Integer(),
    licences: Type.Integer(),
    accommodations: Type.Integer(),
  }),
  provenance: Type.Array(Type.Object({
    table: Type.String(),
    rows: Type.Integer(),
    source: Type.String(),
    edition: Type.String(),
    licence: Type.String(),
    collected: Type.String(),
  })),
}, { $id: 'TaxonomySummary' })

export const IndexedKindSchema = Type.Union([
  Type.Literal('unit'), Type.Literal('occupation'), Type.Literal('concept'), Type.Literal('field'), Type.Literal('sector'), Type.Literal('region'), Type.Literal('licence'),
])

/** What somebody who is typing may mean, the likest first. */
export const SuggestionsSchema = Type.Object({
  items: Type.Array(Type.Object({
    kind: IndexedKindSchema,
    code: Type.String(),
    title: Type.String(),
    name: Type.String({ description: 'The name by which it was found: the title, a synonym, an abbreviation.' }),
    within: Type.Union([Type.String(), Type.Null()], { description: 'The title of what it lies in, where a register is a tree.' }),
    score: Type.Integer({ minimum: 0, maximum: 1000, description: 'Likeness, per mille.' }),
  })),
}, { $id: 'Suggestions' })
