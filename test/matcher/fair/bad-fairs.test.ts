import t from 'tap'
import { planFair, type Fair, type Market } from '@padan/matcher/fair'
import { marketOf } from './small-fairs.ts'

const market = marketOf(['pk-1', 'pk-2'], ['lw-1', 'lw-2'], [[1, 2], [3, 4]])
const booth = { id: 'stan-1', vacancies: ['lw-1'], tables: 1 }
const fair: Fair = { slots: ['09:00', '09:30'], booths: [booth] }

const BAD: ReadonlyArray<readonly [wrong: object, message: RegExp]> = [
  [{ slots: '09:00' }, /slots must be a list, got string/],
  [{ slots: ['09:00', '09:00'] }, /slots has '09:00' twice/],
  [{ slots: [9] }, /slots\[0\] must be text, got 9/],
  [{ slots: [''] }, /slots\[0\] must be text, got nothing/],
  [{ booths: null }, /booths must be a list, got null/],
  [{ booths: [null] }, /booths\[0\] must be an object, got null/],
  [{ booths: [{ ...booth, table: 2 }] }, /There is no option 'table'/],
  [{ booths: [booth, { ...booth, vacancies: [] }] }, /booths has 'stan-1' twice/],
  [{ booths: [booth, { ...booth, id: 'stan-2' }] }, /vacancy 'lw-1' is at booth 'stan-1' and again at booth 'stan-2'/],
  [{ booths: [{ ...booth, vacancies: ['lw-9'] }] }, /Booth 'stan-1' has the vacancy 'lw-9', which is not there/],
  [{ booths: [{ ...booth, tables: -1 }] }, /tables of booth 'stan-1' must be a whole number from 0, got -1/],
  [{ booths: [{ ...booth, tables: 1.5 }] }, /whole number from 0, got 1.5/],
  [{ booths: [{ ...booth, tables: '3' }] }, /whole number from 0, got 3/],
  [{ booths: [{ ...booth, tables: NaN }] }, /whole number from 0, got NaN/],
  [{ booths: [{ ...booth, open: ['08:00'] }] }, /Booth 'stan-1' is open in the slot '08:00', which is not there/],
  [{ booths: [{ ...booth, accessible: 'yes' }] }, /accessible of booth 'stan-1' must be true or false, got yes/],
  [{ booths: [{ ...booth, at: { x: 1 } }] }, /at.y of booth 'stan-1' must be a number, got undefined/],
  [{ booths: [{ ...booth, at: null }] }, /at of booth 'stan-1' must be an object/],
  [{ interviewsEach: 0 }, /interviewsEach must be a whole number from 1, got 0/],
  [{ hall: -5 }, /hall must be a whole number from 0, got -5/],
  [{ walk: -1 }, /walk must be metres from 0, got -1/],
  [{ walk: Infinity }, /walk must be a number, got Infinity/],
  [{ waves: [{ id: 'pagi', slots: ['09:00'], size: 1 }, { id: 'siang', slots: ['09:00'], size: 1 }] }, /slot '09:00' is in wave 'pagi' and again in wave 'siang'/],
  [{ waves: [{ id: 'pagi', slots: ['09:00'], size: -1 }] }, /size of wave 'pagi' must be a whole number/],
  [{ waves: [{ id: 'pagi', slots: ['08:00'], size: 1 }] }, /Wave 'pagi' has the slot '08:00', which is not there/],
  [{ residents: { seekers: ['pk-1'], perMille: 1001 } }, /from 0 to 1000, got 1001/],
  [{ residents: { seekers: ['pk-3'], perMille: 900 } }, /residents.seekers has the seeker 'pk-3'/],
  [{ residents: { seekers: ['pk-1'], percent: 90 } }, /There is no option 'percent'/],
  [{ access: ['pk-3'] }, /access has the seeker 'pk-3'/],
  [{ late: [{ seeker: 'pk-1', from: '12:00' }] }, /'pk-1' comes late in the slot '12:00'/],
  [{ absent: {} }, /absent must be a list/],
  [{ booth: [] }, /There is no option 'booth'/],
]

for (const [wrong, message] of BAD) {
  t.test(`refused: ${JSON.stringify(wrong)}`, async t => {
    t.throws(() => planFair(market, { ...fair, ...wrong }), message)
  })
}

t.test('a market whose pairs are not in order is refused', async t => {
  const bad = (wrong: Partial<Market>, message: RegExp): unknown => t.throws(() => planFair({ ...market, ...wrong }, fair), message)
  bad({ start: new Uint32Array([0, 2]) }, /market.start must have 3 numbers/)
  bad({ start: new Uint32Array([0, 2, 3]) }, /market.start must end with 4, the number of pairs, got 3/)
  bad({ start: new Uint32Array([0, 5, 4]) }, /must not fall/)
  bad({ vacancy: new Uint32Array([0, 2, 0, 1]) }, /market.vacancy\[1\] is 2, and there are 2 vacancies/)
  bad({ vacancy: new Uint32Array([1, 0, 0, 1]) }, /must have ascending vacancies, each once; got 0 after 1/)
  bad({ vacancy: new Uint32Array([1, 1, 0, 1]) }, /must have ascending vacancies, each once; got 1 after 1/)
  bad({ vacancy: [0, 1, 0, 1] as unknown as Uint32Array }, /market.vacancy must be a Uint32Array/)
  bad({ score: new Int32Array(3) }, /market.score must have 4 numbers \(one a pair\), got 3/)
  bad({ seekers: ['pk-1', 'pk-1'] }, /market.seekers has 'pk-1' twice/)
  bad({ seekers: null as unknown as string[] }, /market.seekers must be an array of ids/)
})

t.test('unknown options are refused, and a market without scores counts people alone', async t => {
  t.throws(() => planFair(market, fair, { signals: null } as object), /There is no option 'signals'/)
  const plan = planFair({ ...market, score: null }, fair)
  t.equal(plan.proof.people, 2)
  t.equal(plan.proof.score, 0)
})

t.test('ids of any kind are told apart', async t => {
  const names = ['__proto__', 'constructor', '😀', ' ']
  const table = names.map((_, n) => names.map((_, m) => n === m ? 5 : null))
  const plan = planFair(marketOf(names, names, table), { slots: ['toString'], booths: names.map(id => ({ id, vacancies: [id], tables: 1 })) })
  t.same(plan.interviews.map(({ seeker, booth, slot }) => [seeker, booth, slot]), names.map(id => [id, id, 'toString']))
})

t.test('great numbers are exact or refused, never rounded', async t => {
  const TOP = 2 ** 31 - 1
  const many = marketOf(['pk-1', 'pk-2'], ['lw-1'], [[TOP], [-TOP]])
  const plan = planFair(many, { ...fair, booths: [{ ...booth, tables: Number.MAX_SAFE_INTEGER }] })
  t.equal(plan.proof.people, 2)
  t.equal(plan.proof.score, 0)
  t.equal(plan.proof.scoreBound, 0)
  const people = Array.from({ length: 60_000 }, (_, n) => `pk-${n}`)
  t.throws(() => planFair(marketOf(people, ['lw-1'], people.map(() => [TOP])), fair), /cannot be added exactly; divide the scores by/)
})
