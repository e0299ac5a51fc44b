import type { Taxonomy } from '@padan/taxonomy'
import { ANY, UNKNOWN, type ExperienceFacts } from '../records/facts.ts'

/** Months times relatedness, summed: thousandths of a month that count towards the occupation. O(entries). */
export function countedMilliMonths (taxonomy: Taxonomy, occupation: number, experience: readonly ExperienceFacts[]): number {
  let sum = 0
  for (const entry of experience) {
    sum += entry.months * taxonomy.occupations.relatedness(occupation, entry.occupation)
  }
  return sum
}

/** min(1000, floor(milliMonths / required)); a requirement of none, or left open, is met; UNKNOWN when a side has not said. */
export function experienceCredit (required: number, milliMonths: number): number {
  if (required === ANY || required === 0) return 1000
  if (required === UNKNOWN || milliMonths === UNKNOWN) return UNKNOWN
  const credit = Math.floor(milliMonths / required)
  return credit > 1000 ? 1000 : credit
}
