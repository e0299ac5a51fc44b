import type { Matcher, MatcherOptions } from './api.ts'
import { Door } from './engine/door.ts'
import { indexedEngine } from './index/indexed-engine.ts'

/** A matcher over a taxonomy. Throws RangeError for a profile whose shares do not total 10,000 basis points. */
export function createMatcher (options: MatcherOptions): Matcher {
  return new Door(options, indexedEngine)
}
