import type { Taxonomy } from '../types.ts'
import type { UnitMention } from './unit-mention.ts'

/**
 * What may be a unit code: parts of letters and digits joined by dots, with at least one digit, or the one-piece codes of other
 * standards such as `TLIP4040`. Bounded parts keep the scan linear.
 */
const CODE = /(?<![\p{L}\p{N}])(?:[A-Za-z0-9]{1,12}(?:\.[A-Za-z0-9]{1,8}){2,6}|[A-Z]{3,7}\d{3,4}[A-Z]?)(?![\p{L}\p{N}])/gu

/** A cheap look before the search. */
const MAY_HOLD = /[A-Za-z0-9]\.[A-Za-z0-9]|[A-Z]\d{3}/

const HAS_DIGIT = /\d/

/** Unit codes written out in a text. A code that may mean several units names none. */
export function findCodes (text: string, taxonomy: Taxonomy): UnitMention[] {
  const mentions: UnitMention[] = []
  if (!MAY_HOLD.test(text)) return mentions
  for (const match of text.matchAll(CODE)) {
    const surface = match[0]
    const unit = HAS_DIGIT.test(surface) ? taxonomy.units.indexOf(surface) : -1
    if (unit >= 0) mentions.push({ unit, start: match.index, end: match.index + surface.length, surface, by: 'code' })
  }
  return mentions
}
