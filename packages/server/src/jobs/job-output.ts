import type { FieldError } from '../schemas/problem.ts'
import type { ProblemCode } from '../errors/codes.ts'

/** Items in one text: a statement of the database each. */
export const CHUNK_ITEMS = 500

/** Lists of a result, by name. */
export type PartName = 'seekers' | 'vacancies' | 'booths' | 'changes'

/** What a job leaves: its result, and the result's lists as JSON texts of up to CHUNK_ITEMS objects. */
export interface JobOutput {
  /** JSON. */
  result: string
  parts: Partial<Record<PartName, string[]>>
}

/** Why a job came to nothing. */
export interface JobFailure {
  code: ProblemCode
  detail?: string
  detailId?: string
  errors?: FieldError[]
}

/** What comes out of a job's thread. */
export type JobEnd = { output: JobOutput } | { failure: JobFailure }

/** Items as texts, made while they are gone through, so that only texts add up. */
export function inChunks (items: Iterable<object>): string[] {
  const chunks: string[] = []
  let chunk: string[] = []
  for (const item of items) {
    chunk.push(JSON.stringify(item))
    if (chunk.length < CHUNK_ITEMS) continue
    chunks.push(`[${chunk.join(',')}]`)
    chunk = []
  }
  if (chunk.length > 0) chunks.push(`[${chunk.join(',')}]`)
  return chunks
}

/** A result that its verifier found wrong: how often what. */
export function unproven (counts: Readonly<Record<string, number>>): JobFailure {
  const codes = Object.entries(counts).map(([code, count]) => `${code} ${count}`).join(', ')
  return { code: 'unproven-result', detail: `The check of the result found: ${codes}.`, detailId: `Pemeriksaan hasil menemukan: ${codes}.` }
}
