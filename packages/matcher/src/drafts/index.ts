export { confirmDraft, createDrafter } from './drafter.ts'
export { describeNote } from './note-words.ts'
export type { Corrections, Drafter, SeekerDraftOptions } from './drafter.ts'
export type { DraftChoice, DraftField, DraftNote, DraftSource, FieldState, LeftOut, LeftOutKind, NamedBeside, RefusedInDraft, SeekerDraft, VacancyDraft } from './draft.ts'
