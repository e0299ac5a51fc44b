import t from 'tap'
import { createMatcher } from '@padan/matcher'
import { demoFair } from '@padan/matcher/demo'
import { compareWays, marketFromLedgers } from '@padan/matcher/placement'
import { taxonomy } from './api.ts'
import { run } from './child.ts'

t.setTimeout(120_000)

t.test('the demo shows who gets work four ways, in either language, from the same figures', async t => {
  const fair = demoFair(taxonomy, { seekers: 200, seats: 25 })
  const matcher = createMatcher({ taxonomy })
  matcher.seekers.put(fair.seekers)
  matcher.vacancies.put(fair.vacancies)
  const placed = compareWays(marketFromLedgers(matcher, { asOf: fair.day, perSeeker: 1000 })).map(row => String(row.placed))
  for (const [language, title] of [['en', /^Who gets work: 200 people, 25 seats at \d+ booths/], ['id', /^Siapa mendapat kerja: 200 orang, 25 kursi/]] as const) {
    const { code, stdout, stderr } = await run(['demo', '--placement', '--seekers', '200', '--seats', '25', '--language', language])
    t.equal(code, 0)
    t.equal(stderr, '')
    t.match(stdout, title)
    const table = stdout.split('\n').slice(4, 8)
    t.same(table.map(line => /^.*?\s{2,}(\d+)\s/.exec(line)?.[1]), placed)
    t.match(table[2], /^placeStable .* 0 +0$/)
    t.match(stdout, language === 'en' ? /For example s-\d+: best by score is v-\d+/ : /Contoh s-\d+: skor terbaik di v-\d+/)
    t.notMatch(stdout, /undefined|NaN/)
  }
})

t.test('a fair without people, or without seats, is shown too', async t => {
  for (const args of [['--seekers', '0'], ['--seats', '0']]) {
    const { code, stdout } = await run(['demo', '--placement', '--language', 'en', ...args])
    t.equal(code, 0)
    t.match(stdout, /placeBest +0 /)
    t.notMatch(stdout, /undefined|NaN/)
  }
})

t.test('options that do not go together are refused', async t => {
  for (const args of [['--placement', '--out', 'x'], ['--seats', '3'], ['--placement', '--seats', '20001']]) {
    const { code, stdout, stderr } = await run(['demo', ...args])
    t.equal(code, 2, args.join(' '))
    t.equal(stdout, '')
    t.match(stderr, /^padan: /)
  }
})
