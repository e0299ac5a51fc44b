import type { Matcher, MatcherOptions } from './api.ts'
import { bruteForceEngine } from './engine/brute-force.ts'
import { Door } from './engine/door.ts'

/** A matcher without an index: slow and obviously right. For tests, for benchmarks, and for whoever wants to check an answer. */
export function createOracle (options: MatcherOptions): Matcher {
  return new Door(options, bruteForceEngine)
}
