import { demoCity, type DemoOptions } from '@padan/matcher/demo'
import { readMarker, writeMarker } from '../store/markers.ts'
import type { MatchRecord } from '../store/record-rows.ts'
import type { Registry } from '../store/registry.ts'
import { storeBatches } from './store-import.ts'

const DEMO_MARKER = 'demo-loaded'
const BATCH_ROWS = 500

/** True when nothing was ever stored here, so that the demo city would be in nobody's way. */
export async function wantsDemo ({ db, matcher }: Registry): Promise<boolean> {
  return matcher.seekers.size === 0 && matcher.vacancies.size === 0 && await readMarker(db, DEMO_MARKER) === undefined
}

/** Stores the demo city, all of it or nothing, and notes that it was. Returns how many records there were. */
export async function loadDemo (registry: Registry, options: DemoOptions, onProgress: (records: number) => void): Promise<number> {
  return await registry.write(async transaction => {
    const vacancies = await storeBatches(registry, transaction, () => inBatches(demoCity(registry.taxonomy, options).vacancies), { side: 'vacancies', onProgress })
    const before = vacancies.answer.stored
    const seekers = await storeBatches(registry, transaction, () => inBatches(demoCity(registry.taxonomy, options).seekers), {
      side: 'seekers',
      onProgress: records => onProgress(before + records),
    })
    await writeMarker(transaction, DEMO_MARKER, JSON.stringify(options))
    return {
      answer: before + seekers.answer.stored,
      apply: async () => {
        await vacancies.apply()
        await seekers.apply()
      },
    }
  })
}

function * inBatches (records: Iterable<MatchRecord>): Generator<MatchRecord[], void> {
  let batch: MatchRecord[] = []
  for (const record of records) {
    batch.push(record)
    if (batch.length < BATCH_ROWS) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
