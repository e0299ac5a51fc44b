import t from 'tap'
import { CITY_YEAR, demoCity } from '@padan/matcher/demo'
import type { Seeker, Vacancy } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'

const taxonomy = await loadTaxonomy()
const city = demoCity(taxonomy, CITY_YEAR)
const seekers = [...city.seekers]
const vacancies = [...city.vacancies]

/** Percentage points: four standard errors of a share of one half in 58,613 draws. The seed is fixed, so the test never flickers. */
const TOLERANCE = 0.83

t.test('the year has the published size', async t => {
  t.equal(seekers.length, 58_613)
  t.equal(vacancies.length, 27_675)
})

const SEEKER_SHARES: Array<[what: string, percent: number, test: (seeker: Seeker) => boolean]> = [
  ['live in the city', 71.1, ({ region }) => region!.startsWith('36.71.')],
  ['finished SMK', 38 * 0.97, seeker => highest(seeker) === 'SMK'],
  ['finished SMA', 30 * 0.97, seeker => highest(seeker) === 'SMA'],
  ['finished SMP or less', 17 * 0.97, seeker => ['TS', 'SD', 'SMP'].includes(highest(seeker)!)],
  ['finished more than school', 15 * 0.97, seeker => /^[DS]\d$/.test(highest(seeker) ?? '')],
  ['tell nothing of their units', 7.85, ({ units }) => units === undefined],
  ['tell nothing of their wishes', 9, ({ wish }) => wish === undefined],
  ['state a need of accommodation', 2, ({ needs }) => needs !== undefined],
]

t.test('seekers have the proportions that the docstring states', async t => {
  for (const [what, percent, test] of SEEKER_SHARES) isNear(t, percentOf(seekers, test), percent, what)
})

const VACANCY_SHARES: Array<[what: string, percent: number, test: (vacancy: Vacancy) => boolean]> = [
  ['are in the city', 62, ({ region }) => region!.startsWith('36.71.')],
  ['have no seat left', 1.5, ({ seats }) => seats === 0],
  ['closed before 20 November 2026', 3, ({ closes }) => closes !== undefined && closes < '2026-11-20'],
  ['tell no wage', 15, ({ wage }) => wage === undefined],
]

t.test('vacancies have the stated proportions', async t => {
  for (const [what, percent, test] of VACANCY_SHARES) isNear(t, percentOf(vacancies, test), percent, what)
  const thin = percentOf(vacancies, ({ units }) => units === undefined)
  t.ok(thin > 22 && thin < 50, `${thin.toFixed(1)} % of the adverts name no unit: 22 % by chance, and trades without a unit in the catalogue`)
})

t.test('the training centre has about 1,090 trainees, 99.28 % certified, all residents', async t => {
  const certified = seekers.filter(({ units }) => units?.some(({ expires }) => expires !== undefined && expires >= '2028-11-01'))
  t.ok(Math.abs(certified.length - 1082) < 130, `${certified.length} certified in the year`)
  t.ok(certified.every(({ region }) => region!.startsWith('36.71.')))
})

t.test('some certificates have ended by 20 November 2026 and more have not', async t => {
  const expiries = seekers.flatMap(({ units }) => units ?? []).flatMap(({ expires }) => expires ?? [])
  const ended = expiries.filter(day => day < '2026-11-20').length
  t.ok(ended > 1000)
  t.ok(expiries.length > 2 * ended)
})

t.test('people with units hold 4 to 12, most of them claimed or experienced', async t => {
  const held = seekers.flatMap(({ units }) => units === undefined || units.length === 0 ? [] : [units])
  t.ok(held.every(units => units.length >= 4 && units.length <= 12))
  t.ok(held.every(units => new Set(units.map(({ unit }) => unit)).size === units.length))
  const all = held.flat()
  t.ok(percentOf(all, ({ evidence }) => evidence === 'claimed' || evidence === 'experienced') > 75)
})

t.test('SMK graduates do not always look for what they were schooled in', async t => {
  const carSchool = seekers.filter(({ education, wish }) =>
    education?.some(({ field }) => field === 'smk:2.2.1') && Array.isArray(wish?.occupations))
  const carWork = carSchool.filter(({ wish }) => (wish!.occupations as string[]).some(code => code.startsWith('7231')))
  const percent = 100 * carWork.length / carSchool.length
  t.ok(percent > 30 && percent < 70, `${percent.toFixed(1)} % of ${carSchool.length} car-service graduates want to mend cars`)
})

t.test('offers and wishes lie around the minimum wage of the place', async t => {
  const offers = vacancies.filter(({ wage, region }) => wage !== undefined && region!.startsWith('36.71.')).map(({ wage }) => wage!.min!)
  offers.sort((a, b) => a - b)
  const median = offers[offers.length >> 1]
  t.ok(median >= 5_000_000 && median <= 5_800_000, `median offer Rp ${median}`)
  t.ok(offers[0] > 3_000_000 && offers.at(-1)! < 13_000_000)
})

function highest ({ education }: Seeker): string | undefined {
  return education?.at(-1)!.level
}

function percentOf<Item> (items: readonly Item[], test: (item: Item) => boolean): number {
  return 100 * items.filter(test).length / items.length
}

function isNear (t: { ok (value: unknown, message: string): unknown }, found: number, stated: number, what: string): void {
  t.ok(Math.abs(found - stated) < TOLERANCE, `${found.toFixed(2)} % ${what}, stated ${stated.toFixed(2)} %`)
}
