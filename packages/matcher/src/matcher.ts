import type { IndexedMatcher, MatcherOptions, SaveOptions } from './api.ts'
import { Door } from './engine/door.ts'
import { checkNames } from './engine/options.ts'
import { indexedEngine, type IndexedEngine } from './index/indexed-engine.ts'

/** A matcher over a taxonomy. Throws RangeError for a profile whose shares do not total 10,000 basis points. */
export function createMatcher (options: MatcherOptions): IndexedMatcher {
  return new SavingDoor(options)
}

/** The door over the index, which can also be saved and loaded. */
class SavingDoor extends Door implements IndexedMatcher {
  readonly #engine: IndexedEngine

  constructor (options: MatcherOptions) {
    let engine!: IndexedEngine
    super(options, ground => (engine = indexedEngine(ground)))
    this.#engine = engine
  }

  save (options: SaveOptions = {}): Uint8Array {
    checkNames(options, ['compact'])
    return this.#engine.save(options.compact === true)
  }

  load (snapshot: Uint8Array): void {
    this.#engine.load(snapshot)
  }
}
