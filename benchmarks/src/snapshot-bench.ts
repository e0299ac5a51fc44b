import { createMatcher } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'
import { makeMarket, RANK_OPTIONS } from './market.ts'
import { medianOf, once } from './measure.ts'
import type { Row } from './row.ts'

const GOAL = 'ratio >= 20'
const VACANCIES_PER_SEEKER = 1 / 10

/**
 * Both populations saved as bytes and loaded again, beside putting the same records, which are in memory already, into an empty matcher. Loading
 * and putting end with a first question each way, whose answers must be the same. The medians of the rounds.
 */
export function snapshotBench (taxonomy: Taxonomy, numSeekers: number, rounds: number): Row[] {
  const market = makeMarket(taxonomy, numSeekers, Math.ceil(numSeekers * VACANCIES_PER_SEEKER))
  const seekers = [...market.seekers()]
  const times = { save: [] as number[], load: [] as number[], rebuild: [] as number[] }
  let snapshot: Uint8Array = new Uint8Array(0)
  for (let round = 0; round < rounds; round++) {
    const built = createMatcher({ taxonomy })
    const loaded = createMatcher({ taxonomy })
    const answers: string[] = []
    const ask = (matcher: typeof built): void => {
      answers.push(JSON.stringify([matcher.rankSeekers(market.vacancies[0], RANK_OPTIONS), matcher.rankVacancies(seekers[0], RANK_OPTIONS)]))
    }
    times.rebuild.push(once(() => {
      built.seekers.put(seekers)
      built.vacancies.put(market.vacancies)
      ask(built)
    }))
    times.save.push(once(() => { snapshot = built.save() }))
    times.load.push(once(() => {
      loaded.load(snapshot)
      ask(loaded)
    }))
    if (answers[0] !== answers[1]) throw new Error('A loaded matcher answers differently from the one that was saved: no figure of this run is worth anything.')
  }
  const bench = `snapshot, ${numSeekers.toLocaleString('en')} seekers and ${market.vacancies.length.toLocaleString('en')} vacancies`
  const row = (name: string, values: readonly number[]): Row => ({ bench, case: name, metric: 'median', value: medianOf(values), unit: 'ms', ratioTo: null, ratio: null, goal: null })
  const save = row('save', times.save)
  const load = row('load', times.load)
  const rebuild = row('put', times.rebuild)
  return [
    save,
    load,
    ...[save, load].map(other => ({ ...rebuild, ratioTo: other.case, ratio: rebuild.value / other.value, goal: GOAL })),
    { bench, case: 'size', metric: 'bytes a seeker', value: snapshot.byteLength / numSeekers, unit: 'B', ratioTo: null, ratio: null, goal: null },
  ]
}
