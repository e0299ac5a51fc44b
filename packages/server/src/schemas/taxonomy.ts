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
