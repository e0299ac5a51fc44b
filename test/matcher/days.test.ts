import fc from 'fast-check'
import t from 'tap'
import { checkSeekers, createMatcher } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'

const taxonomy = await loadTaxonomy()
const matcher = createMatcher({ taxonomy })

const DAY = 86_400_000
const FIRST = Date.UTC(1900, 0, 1)
const LAST = Date.UTC(2199, 11, 31)
const DAYS = Array.from({ length: (LAST - FIRST) / DAY + 1 }, (_, number) => dayOf(FIRST + number * DAY))

t.test('every day of the calendar from 1900 to 2199 is accepted', async t => {
  t.equal(DAYS.length, 109_573)
  t.same(checkSeekers(DAYS.map((adultFrom, at) => ({ id: `pk-${at}`, adultFrom })), taxonomy), [])
})

t.test('every month ends where the calendar ends it', async t => {
  const wrong: string[] = []
  for (let year = 1900; year <= 2199; year++) {
    for (let month = 1; month <= 12; month++) {
      for (let day = 28; day <= 32; day++) {
        const text = `${year}-${two(month)}-${two(day)}`
        const exists = dayOf(Date.UTC(year, month - 1, day)) === text
        if (exists !== (checkSeekers([{ id: 'pk-1', adultFrom: text }], taxonomy).length === 0)) wrong.push(text)
      }
    }
  }
  t.same(wrong, [])
})

t.test('a day follows the one before, all the way: a vacancy that closes is open that day and closed the next', async t => {
  const wrong: string[] = []
  for (let number = 0; number + 1 < DAYS.length; number++) {
    const today = DAYS[number]!
    const tomorrow = DAYS[number + 1]!
    const vacancy = { id: 'lw-1', seats: 1, opens: today, closes: today }
    if (openCode(vacancy, today) !== null || openCode(vacancy, tomorrow) !== 'closed' || openCode({ ...vacancy, opens: tomorrow, closes: tomorrow }, today) !== 'not-yet-open') wrong.push(today)
  }
  t.same(wrong, [])
})

t.test('days are compared as the calendar orders them', async t => {
  const day = fc.constantFrom(...DAYS)
  t.doesNotThrow(() => fc.assert(fc.property(day, day, (closes, asOf) => (openCode({ id: 'lw-1', seats: 1, closes }, asOf) === 'closed') === (asOf > closes)), { numRuns: 2000, seed: 20_261_128 }))
})

t.test('what is no day from 1900 to 2199 is refused', async t => {
  const texts = [
    '', ' ', '1899-12-31', '2200-01-01', '0000-01-01', '9999-12-31', '1900-02-29', '2100-02-29', '2001-02-29', '2000-02-30', '2026-00-10', '2026-13-01', '2026-01-00',
    '2026-1-1', '2026-01-1', '26-01-01', '2026/01/01', '20260101', '2026-01-01T00:00:00Z', ' 2026-01-01', '2026-01-01 ', '2026-01-01\n', '+2026-01-01', '-2026-01-01',
    '２０２６-01-01', '2026-01-0١', '2026-01-0x', '1e3-01-01', 'today', 'null',
  ]
  for (const text of texts) {
    t.match(checkSeekers([{ id: 'pk-1', adultFrom: text }], taxonomy), [{ path: '/adultFrom', code: 'bad-date', received: text }], JSON.stringify(text))
    t.throws(() => matcher.explain({ id: 'pk-1' }, { id: 'lw-1' }, { asOf: text }), { name: 'RangeError', message: new RegExp(`asOf.*'${text.replace(/[+]/g, '\\+')}'`, 's') }, JSON.stringify(text))
  }
})

function openCode (vacancy: Parameters<typeof matcher.explain>[1], asOf: string): string | null {
  return matcher.explain({ id: 'pk-1' }, vacancy, { asOf }).rules.find(({ rule }) => rule === 'open')!.code
}

function dayOf (time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

function two (number: number): string {
  return String(number).padStart(2, '0')
}
