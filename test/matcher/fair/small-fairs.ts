import fc from 'fast-check'
import type { Fair, Market } from '@padan/matcher/fair'

export interface SmallFair {
  market: Market
  fair: Fair
}

/** What a generated fair may have. */
export interface Ask {
  people: number
  booths: number
  slots: number
  interviewsEach?: number
  /** Opening hours, hall, waves, walking. Default all of them. */
  plain?: boolean
  /** People who come late or not at all. */
  late?: boolean
  negative?: boolean
}

export function smallFair ({ people, booths, slots, interviewsEach = 1, plain = false, late = false, negative = true }: Ask): fc.Arbitrary<SmallFair> {
  const seekers = Array.from({ length: people }, (_, n) => `pk-${n}`)
  const names = Array.from({ length: slots }, (_, n) => `0${n}:00`)
  const vacancies = Array.from({ length: booths + 1 }, (_, n) => `lw-${n}`)
  const score = fc.oneof(fc.integer({ min: negative ? -2 : 0, max: 5 }), fc.constantFrom(0, 10_000_000))
  const sometimes = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => plain ? fc.constant(undefined) : fc.option(value, { nil: undefined, freq: 2 })
  return fc.record({
    table: fc.array(fc.array(fc.option(score, { nil: null, freq: 2 }), { minLength: vacancies.length, maxLength: vacancies.length }), { minLength: people, maxLength: people }),
    booths: fc.tuple(...Array.from({ length: booths }, (_, n) => fc.record({
      id: fc.constant(`stan-${n}`),
      // The last booth has two vacancies.
      vacancies: fc.constant(n === booths - 1 ? [`lw-${n}`, `lw-${n + 1}`] : [`lw-${n}`]),
      tables: fc.integer({ min: 0, max: 2 }),
      open: sometimes(fc.subarray(names)),
      accessible: fc.boolean(),
      at: sometimes(fc.record({ x: fc.constantFrom(0, 50), y: fc.constantFrom(0, 50) })),
    }))),
    interviewsEach: fc.constant(interviewsEach),
    hall: sometimes(fc.integer({ min: 0, max: people })),
    walk: sometimes(fc.constantFrom(0, 50, 60)),
    waves: sometimes(fc.record({ cut: fc.integer({ min: 0, max: slots }), end: fc.integer({ min: slots - 1, max: slots }), sizes: fc.tuple(fc.integer({ min: 0, max: people }), fc.integer({ min: 0, max: people })) }).map(({ cut, end, sizes }) => [
      { id: 'gelombang-1', slots: names.slice(0, cut), size: sizes[0] },
      { id: 'gelombang-2', slots: names.slice(cut, end), size: sizes[1] },
    ])),
    residents: fc.option(fc.record({ seekers: fc.subarray(seekers), perMille: fc.constantFrom(0, 300, 500, 900, 1000) }), { nil: undefined }),
    access: fc.option(fc.subarray(seekers), { nil: undefined }),
    late: late ? fc.array(fc.record({ seeker: fc.constantFrom(...seekers), from: fc.constantFrom(...names) }), { maxLength: 2 }) : fc.constant(undefined),
    absent: late ? fc.subarray(seekers, { maxLength: 1 }) : fc.constant(undefined),
  }).map(({ table, ...fair }) => ({ market: marketOf(seekers, vacancies, table), fair: { slots: names, ...fair } }))
}

/** A market from a table of scores, null where a pair may not be. */
export function marketOf (seekers: readonly string[], vacancies: readonly string[], table: ReadonlyArray<ReadonlyArray<number | null>>): Market {
  const start = [0]
  const vacancy: number[] = []
  const score: number[] = []
  for (const row of table) {
    row.forEach((worth, n) => {
      if (worth === null) return
      vacancy.push(n)
      score.push(worth)
    })
    start.push(vacancy.length)
  }
  return { seekers, vacancies, seats: new Uint32Array(vacancies.length).fill(1), start: Uint32Array.from(start), vacancy: Uint32Array.from(vacancy), score: Int32Array.from(score), seekerRank: null, vacancyRank: null }
}
