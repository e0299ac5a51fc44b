import { checkText } from '../check-arguments.ts'
import { passagesOf } from './passages.ts'
import { readExperience } from './readers/experience.ts'
import { tokensOf } from './tokens.ts'

/**
 * The least experience a text asks for, in months; null when it says nothing. 0 when people without experience are welcome, whatever
 * else is written, since then no number is a minimum. Of several numbers the lowest counts. O(length).
 */
export function parseExperienceMonths (text: string): number | null {
  checkText(text, 'parseExperienceMonths')
  let least: number | null = null
  for (const passage of passagesOf(text)) {
    for (const { meaning } of readExperience(passage.text, tokensOf(passage.text))) {
      if (meaning.kind === 'experience' && meaning.min !== null && (least === null || meaning.min < least)) least = meaning.min
    }
  }
  return least
}
