import { readEvaluationTable } from '../read-table.ts'
import type { Question } from './retrieval.ts'
import { partOf, type Part } from './split.ts'

const SEED = 'padan-skill-sentences-1'

/** Sentences of adverts, each with the skill of ESCO that it asks for in words of its own; by hand, for skills drawn by a hash, before any search was asked. */
export function handSentences (part: Part): Question[] {
  return readEvaluationTable('skill-sentences.csv')
    .filter(({ skill }) => partOf(skill!.slice(skill!.lastIndexOf('/') + 1), SEED) === part)
    .map(({ skill, sentence }) => ({ code: skill!, text: sentence! }))
}
