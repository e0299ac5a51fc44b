import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { checkVacancies } from '@padan/matcher'
import { advertColumns, advertRows, readAdverts, type AdvertReading, type AdvertRow } from '@padan/server'
import { loadTaxonomy } from '@padan/taxonomy'

const SAMPLE = fileURLToPath(new URL('../../server/adverts-sample.csv', import.meta.url))
const taxonomy = await loadTaxonomy()
const readings = await readingsOf(advertRows(() => createReadStream(SAMPLE)))
const [accounting, welder, marketing, thin, host, manager, cashier] = readings

t.test('every advert becomes a vacancy that the matcher takes', async t => {
  t.equal(readings.length, 7)
  t.same(checkVacancies(readings.map(({ vacancy }) => vacancy), taxonomy), [])
})

t.test('a full advert is mapped to the taxonomy field by field', async t => {
  t.same(accounting.vacancy, {
    id: 'A-1',
    title: 'Staff Accounting',
    opens: '2026-10-05',
    units: [
      { unit: 'M.692000.013.02' }, { unit: 'N.82ADM00.065.3' }, { unit: 'M.692000.019.02' }, { unit: 'J.63OPR00.005.2' }, { unit: 'M.692000.023.02' },
    ],
    education: { min: 'D1' },
    fields: ['pt:562'],
    experience: { months: 24 },
    occupation: '4311.01',
    region: '36.03',
    wage: { min: 5_000_000, max: 6_000_000 },
    jobType: 'full-time',
  })
})

t.test('what an advert does not say stays unknown', async t => {
  t.same(thin.vacancy, { id: 'A-4', title: 'Petugas Serba Bisa', wage: { min: 4_000_000 } })
  t.ok(thin.notes.some(note => note.includes('province')))
  t.ok(thin.notes.some(note => note.includes("posted_date '2026-13-40'")))
  t.ok(thin.notes.some(note => note.includes("'Borongan'")))
  t.ok(thin.notes.some(note => note.includes('below the lowest')))
  t.notOk(readings.some(({ vacancy }) => 'seats' in vacancy || 'closes' in vacancy || 'sector' in vacancy || 'hours' in vacancy))
  t.notOk('wage' in welder.vacancy, 'a salary of 0 is none')
  t.notOk('region' in host.vacancy, 'Lombok is five regencies')
})

t.test('protected demands are refused and never mapped', async t => {
  t.same(accounting.refused.map(({ kind, surface }) => [kind, surface]), [
    ['sex', 'Wanita'], ['age', 'usia maksimal 28 tahun'], ['marital', 'belum menikah'],
  ])
  t.same(host.refused.map(({ kind }) => kind), ['appearance', 'height', 'religion', 'photo'])
  t.notMatch(JSON.stringify(readings.map(({ vacancy }) => vacancy)), /wanita|menikah|berhijab|160/i)
})

t.test('an advert that is open to fresh graduates asks for no experience, whatever its bracket says', async t => {
  t.equal(welder.vacancy.experience, 'any')
  t.equal(cashier.vacancy.experience, 'any')
  t.same(marketing.vacancy.experience, { months: 36 }, 'the bracket counts where the text is silent')
  t.same(host.vacancy.experience, { months: 6 }, 'the text counts before the bracket')
  t.notOk('experience' in thin.vacancy)
})

t.test('units are read from what is asked, not from what the firm tells of itself or offers', async t => {
  const unitsOf = ({ vacancy }: AdvertReading): string[] => (vacancy.units as Array<{ unit: string }>).map(({ unit }) => unit)
  t.same(unitsOf(marketing), ['M.70MKT00.012.1', 'G.46RIT00.055.1'])
  t.notOk(unitsOf(cashier).includes('G.46RIT00.055.1'))
  t.ok(unitsOf(welder).includes('C.24LAS01.029.1'), 'a code that is written out')
})

t.test('places are found as adverts write them', async t => {
  t.equal(welder.vacancy.region, '36.71.02')
  t.equal(manager.vacancy.region, '33.72')
  t.equal(cashier.vacancy.region, '33.28.10')
  t.equal(marketing.vacancy.remote, true)
})

t.test('an advert without an id gets its row number, and says so', async t => {
  t.equal(manager.vacancy.id, 'row-6')
  t.ok(manager.notes.some(note => note.includes('row number 6')))
  t.notOk('occupation' in manager.vacancy, 'a manager of operations is no certain occupation')
  t.same(manager.vacancy.fields, ['pt:571', 'pt:435'])
})

t.test('a file of adverts is known by its header', async t => {
  t.equal(advertColumns(['job_id', 'title', 'location', 'description', 'anything']), true)
  t.equal(advertColumns(['id', 'title', 'location', 'description']), false)
  t.equal(advertColumns([]), false)
  await t.rejects(readingsOf(advertRows(() => bytesOf('id,title\n1,Kasir\n'))), { name: 'FileError', message: /no file of adverts/ })
  await t.rejects(readingsOf(advertRows(() => bytesOf(''))), { name: 'FileError' })
})

t.test('hostile rows still give valid vacancies', async t => {
  const rows: AdvertRow[] = [
    {}, { job_id: 7, title: 5, description: null }, { job_id: ' ', title: 'x'.repeat(5000) }, { job_id: 'a\u0000b' }, { job_id: '\ud800' },
    { job_id: 'b', min_salary: '-5', max_salary: '99999999999999999999', min_experience: '999', education: 'S9', type: '<script>' },
    { job_id: 'c', description: 'Microsoft Excel '.repeat(20_000), location: ', , /', posted_date: '2026-02-30' },
    { job_id: 'x'.repeat(200), location: 'Kabupaten '.repeat(1000) },
  ]
  const vacancies = (await readingsOf(rows)).map(({ vacancy }) => vacancy)
  t.same(checkVacancies(vacancies, taxonomy), [])
})

async function readingsOf (rows: AsyncIterable<AdvertRow> | Iterable<AdvertRow>): Promise<AdvertReading[]> {
  const all: AdvertReading[] = []
  for await (const reading of readAdverts(rows, taxonomy)) all.push(reading)
  return all
}

async function * bytesOf (text: string): AsyncGenerator<Uint8Array, void> {
  yield new TextEncoder().encode(text)
}
