import { Type } from 'typebox'
import { BoothDaySchema, ChangedDaySchema, InvitedSeekerSchema } from './fair-result.ts'
import { AdvisedSeekerSchema, FilledVacancySchema, PlacedSeekerSchema, ReferredVacancySchema } from './placement-result.ts'

/** A page of a result's list: what its items are follows from the result's kind and method, and the list. */
export const ItemListSchema = Type.Object({
  items: Type.Array(Type.Union([PlacedSeekerSchema, FilledVacancySchema, AdvisedSeekerSchema, ReferredVacancySchema, InvitedSeekerSchema, BoothDaySchema, ChangedDaySchema])),
  next: Type.Union([Type.String(), Type.Null()], { description: 'Cursor of the next page; null on the last.' }),
}, { $id: 'ItemList' })
