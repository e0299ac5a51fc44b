import type { Taxonomy } from '@padan/taxonomy'
import { createUnitFinder } from '@padan/taxonomy/text'
import type { AdvertRow } from './advert-row.ts'
import { readAdvert, type AdvertReading } from './read-advert.ts'

/**
 * Reads adverts one after the other as they come, each into a vacancy that the matcher takes, with the demands that are refused and notes
 * on what was decided. Row numbers count from 1. Ids that come twice are left for the import to tell.
 */
export async function * readAdverts (rows: AsyncIterable<AdvertRow> | Iterable<AdvertRow>, taxonomy: Taxonomy): AsyncGenerator<AdvertReading, void> {
  const finder = createUnitFinder(taxonomy)
  let rowNumber = 0
  for await (const row of rows) yield readAdvert(row, ++rowNumber, taxonomy, finder)
}
