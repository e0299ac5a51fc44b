import { RecordError, type IndexedMatcher, type Population } from '@padan/matcher'
import type { SideTable } from '../database/tables.ts'
import type { MatchRecord } from './record-rows.ts'

/** The stored records as the matcher has them, and the ids of those it cannot rank because the reference data has changed under them. */
export class RecordMemory {
  readonly #matcher: IndexedMatcher
  readonly #onChange: (records: number, holdsGone: boolean) => void
  readonly #unusable: Readonly<Record<SideTable, Set<string>>> = { seekers: new Set(), vacancies: new Set() }

  /** `onChange` is told of how many records were changed, and whether the index still holds earlier ones in their place. */
  constructor (matcher: IndexedMatcher, onChange: (records: number, holdsGone: boolean) => void) {
    this.#matcher = matcher
    this.#onChange = onChange
  }

  /** The ids that cannot be ranked. */
  get unusable (): Record<SideTable, string[]> {
    return { seekers: [...this.#unusable.seekers], vacancies: [...this.#unusable.vacancies] }
  }

  has (side: SideTable, id: string): boolean {
    return this.#matcher[side].has(id) || this.#unusable[side].has(id)
  }

  /** Records of a side, those that cannot be ranked among them. */
  sizeOf (side: SideTable): number {
    return this.#matcher[side].size + this.#unusable[side].size
  }

  /** Takes a whole index in. Throws SnapshotError. */
  load (snapshot: Uint8Array): void {
    this.#matcher.load(snapshot)
  }

  clear (): void {
    for (const side of ['seekers', 'vacancies'] as const) {
      this.#matcher[side].clear()
      this.#unusable[side].clear()
    }
  }

  setAside (side: SideTable, ids: readonly string[]): void {
    for (const id of ids) this.#unusable[side].add(id)
  }

  /** Puts records that were checked. */
  remember (side: SideTable, records: readonly MatchRecord[]): void {
    const population = this.#matcher[side] as unknown as Population<MatchRecord>
    const { size } = population
    population.put(records)
    for (const { id } of records) this.#unusable[side].delete(id)
    this.#onChange(records.length, population.size < size + records.length)
  }

  forget (side: SideTable, id: string): void {
    this.#matcher[side].delete(id)
    this.#unusable[side].delete(id)
    this.#onChange(1, true)
  }

  /** Records of the database: what newer reference data no longer knows is set aside, not lost and not in anybody's way. */
  takeIn (side: SideTable, page: readonly MatchRecord[]): void {
    try {
      this.remember(side, page)
    } catch (error) {
      if (!(error instanceof RecordError)) throw error
      const bad = new Set(error.problems.map(problem => problem.row))
      this.remember(side, page.filter((_, row) => !bad.has(row)))
      for (const row of bad) this.forget(side, page[row].id)
      this.setAside(side, [...bad].map(row => page[row].id))
    }
  }
}
