import { Type } from 'typebox'
import { AdvisedSeekerSchema, FilledVacancySchema, PlacedSeekerSchema, ReferredVacancySchema } from './placement-result.ts'

/** A page of a result's list: what its items are follows from the result's method and the list. */
export const ItemListSchema = Type.Object({
  items: Type.Array(Type.Union([PlacedSeekerSchema, FilledVacancySchema, AdvisedSeekerSchema, ReferredVacancySchema])),
  next: Type.Union([Type.String(), Type.Null()], { description: 'Cursor of the next page; null on the last.' }),
}, { $id: 'ItemList' })
