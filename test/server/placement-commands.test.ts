import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { Child, run } from './child.ts'
import { COSTS, FAIR, PREFERENCES, slowPlacement } from './markets.ts'
import { demoRecords, ndjson } from './records.ts'

t.setTimeout(1_800_000)

const RESIDENTS = '3 2\n1: 1 2\n2: (1 2)\n3: 2\n1: 2: 2 (1 3)\n2: 1: 3 1 2\n'
const SQUARE = '3\n4 1 3\n2 0 5\n3 2 2\n'

t.test('places by preference lists and by matrices, in every format', async t => {
  const folder = t.testdir({
    'lists.json': JSON.stringify(PREFERENCES.preferences),
    'lists.txt': RESIDENTS,
    'plain.txt': RESIDENTS.replaceAll(':', ''),
    'python.json': JSON.stringify({ residents: { 1: ['1', '2'], 2: [['1', '2']], 3: [2] }, hospitals: { 1: [2, [1, 3]], 2: [3, 1, 2] }, capacities: { 1: 2, 2: 1 } }),
    'sparse.txt': '4\n1 2 3\n1 1 9\n2 1 4\n3 4 1\n4 3 8\n',
    'sparse.asn': 'p asn 4 3\nn 1\nn 2\na 1 3 5\na 1 4 1\na 2 4 1\n',
    'square.txt': SQUARE,
    'costs.json': JSON.stringify(COSTS.costs),
    'named.csv': ';a;b;c\nx;4;1;3\n=y;2;0;5\nz;3;2;2\n',
    'bare.csv': '4,1,3\n2,0,5\n3,2,2\n',
    'gaps.csv': ',a,b\nx,,1\ny,2,\n',
  })
  const place = async (...args: string[]) => {
    const { code, stdout, stderr } = await run(['place', ...args.map(arg => arg.includes('.') ? join(folder, arg) : arg)])
    t.equal(code, 0, `${args.join(' ')}: ${stderr}`)
    t.match(stderr, /placing: 100 %/)
    return stdout.trim().split('\n').slice(1).map(line => line.split(',').slice(0, 2).join())
  }
  t.same(await place('--preferences', 'lists.json'), ['s-1,v-2', 's-2,v-1', "'=s+3,v-2"])
  for (const file of ['lists.txt', 'plain.txt', 'python.json']) t.same(await place('--preferences', file), ['1,1', '2,1', '3,2'], file)
  const best = ['1,2', '2,1', '3,3']
  const people = ['--method', 'best', '--objective', 'people-first']
  for (const file of ['square.txt', 'costs.json', 'bare.csv']) t.same(await place(...people, '--costs', file), best, file)
  t.same(await place(...people, '--costs', 'sparse.txt'), ['1,2', '2,1', '3,4', '4,3'])
  t.same(await place(...people, '--costs', 'sparse.asn'), ['1,3', '2,4'])
  t.same(await place(...people, '--costs', 'named.csv'), ['x,b', "'=y,a", 'z,c'])
  t.same(await place('--method', 'best', '--scores', 'gaps.csv'), ['x,b', 'y,a'])
  t.same(await place('--method', 'best', '--scores', 'bare.csv', '--seats', '3'), ['1,1', '2,3', '3,1'])
  t.same(await place('--method', 'best', '--scores', 'gaps.csv', '--list', 'vacancies'), ['a,1', 'b,1'])
  t.same(await place('--method', 'recommend', '--scores', 'gaps.csv', '--limit', '1'), ['x,1', 'y,1'])
})

t.test('places the people of spreadsheets, and writes the whole result with its certificate', async t => {
  const city = demoRecords(80, 12)
  const folder = t.testdir({ 's.ndjson': ndjson(city.seekers), 'v.ndjson': ndjson(city.vacancies), 'options.json': JSON.stringify({ withdrawn: { vacancies: [city.vacancies[0]!.id] } }) })
  const files = ['--seekers', join(folder, 's.ndjson'), '--vacancies', join(folder, 'v.ndjson'), '--as-of', '2026-11-20', '--per-seeker', '8']
  const out = join(folder, 'placement.json')
  const { code, stdout, stderr } = await run(['place', ...files, '--options', join(folder, 'options.json'), '--ties', 'single-lottery', '--seed', '7', '--out', out, '--report', '--language', 'id'])
  t.equal(code, 0, stderr)
  t.equal(stdout, '')
  t.match(stderr, /kursi terisi/)
  const result = JSON.parse(readFileSync(out, 'utf8'))
  t.match(result, { method: 'stable', asOf: '2026-11-20', certificate: { ties: { rule: 'single-lottery', seed: 7 } }, verdict: { ok: true }, seekers: { length: 80 }, vacancies: { length: 12 } })
  t.equal(result.vacancies.find(({ id }: { id: string }) => id === city.vacancies[0]!.id).placed.length, 0, 'who left takes no part')
  t.match((await run(['place', ...files, '--out', join(folder, 'list.csv'), '--list', 'vacancies'])).code, 0)
  t.match(readFileSync(join(folder, 'list.csv'), 'utf8'), /^vacancyId,seats,place,seekerId\n/)
})

t.test('plans a fair from files', async t => {
  const folder = t.testdir({ 'lists.json': JSON.stringify(FAIR.preferences), 'fair.json': JSON.stringify(FAIR.fair) })
  const args = ['plan-fair', '--fair', join(folder, 'fair.json'), '--preferences', join(folder, 'lists.json')]
  const { code, stdout, stderr } = await run([...args, '--language', 'en'])
  t.equal(code, 0, stderr)
  t.match(stdout, /^seekerId,wave,come,slot,booth,vacancyId,why\n/)
  t.match(stdout, /^'=s\+3,pagi,10:00,10:00,A,v-1,$/m)
  t.match(stderr, /3 of 4 people are invited to \d interviews/)
  t.match((await run([...args, '--list', 'booths'])).stdout, /^booth,slot,seekerId,vacancyId\nA,/)
  const out = join(folder, 'plan.json')
  await run([...args, '--out', out])
  t.match(JSON.parse(readFileSync(out, 'utf8')), { kind: 'fair-plan', verdict: { ok: true }, seekers: { length: 4 }, booths: { length: 2 } })
})

t.test('changes a plan from its file, and again from the file of the change', async t => {
  const folder = t.testdir({
    'lists.json': JSON.stringify(FAIR.preferences),
    'fair.json': JSON.stringify(FAIR.fair),
    'late.csv': 's-1,10:00\n',
    'home.csv': "'=s+3\n",
    'change.json': JSON.stringify({ now: '10:00', walkIns: ['s-4'] }),
    'wide.csv': 's-1\n',
  })
  const at = (name: string): string => join(folder, name)
  const base = ['plan-fair', '--fair', at('fair.json'), '--preferences', at('lists.json'), '--language', 'en']
  t.equal((await run([...base, '--out', at('plan.json')])).code, 0)
  const first = await run([...base, '--replan', at('plan.json'), '--without', 'B', '--late', at('late.csv'), '--absent', at('home.csv'), '--list', 'changes'])
  t.equal(first.code, 0, first.stderr)
  t.match(first.stdout, /^seekerId,change,booth,was,is,vacancyId,bystander\n/)
  t.match(first.stdout, /^'=s\+3,cancelled,A,10:00,,v-1,no$/m)
  t.match(first.stderr, /\d appointments stay, \d change their slot, \d are off, \d are new; \d others made room/)
  t.equal((await run([...base, '--replan', at('plan.json'), '--without', 'B', '--late', at('late.csv'), '--out', at('second.json')])).code, 0)
  const second = JSON.parse(readFileSync(at('second.json'), 'utf8'))
  t.match(second, { verdict: { ok: true }, replan: { of: null, changes: [{ leave: ['B'], late: [{ seeker: 's-1', from: '10:00' }] }] } })
  t.notOk(second.seekers.some(({ interviews }: any) => interviews.some(({ booth }: any) => booth === 'B')))
  t.equal((await run([...base, '--replan', at('second.json'), '--change', at('change.json'), '--out', at('third.json')])).code, 0)
  t.match(JSON.parse(readFileSync(at('third.json'), 'utf8')).replan, { changes: [{ leave: ['B'] }, { now: '10:00', walkIns: ['s-4'] }], kept: second.interviews, moved: 0, cancelled: 0 })
  t.match((await run([...base.slice(0, -1), 'id', '--replan', at('plan.json'), '--without', 'B'])).stderr, /janji tetap/)
  for (const [args, words] of [
    [['--without', 'B'], /--without goes with --replan/],
    [['--change', at('change.json')], /--change goes with --replan/],
    [['--list', 'changes'], /--list changes goes with --replan/],
    [['--replan', at('plan.json')], /--replan needs what has become different/],
    [['--replan', at('plan.json'), '--without', 'B', '--change', at('change.json')], /--change says all/],
    [['--replan', at('plan.json'), '--late', at('wide.csv')], /wide\.csv: line 1 has 1 cells, and 2 were expected/],
    [['--replan', at('plan.json'), '--late', at('plan.json')], /must be a CSV file/],
    [['--replan', at('fair.json'), '--without', 'B'], /fair\.json/],
    [['--replan', at('plan.json'), '--without', 'Z'], /the booth 'Z', which is not there/],
  ] as const) {
    const { code, stderr } = await run([...base, ...args])
    t.not(code, 0, args.join(' '))
    t.match(stderr, words)
  }
})

t.test('tells the file and the place of what is wrong, and what to do', async t => {
  const folder = t.testdir({
    'short.txt': '3\n4 1 3\n2 0 5\n',
    'words.csv': '1,2\n3,many\n',
    'uneven.csv': '1,2\n3\n',
    'broken.json': '{',
    'strange.json': '{"seekers":[],"vacancies":[{"id":"v","seats":-1}]}',
    'unknown.json': '{"seekers":[{"id":"s","prefers":["v-9"]}],"vacancies":[]}',
    'good.txt': RESIDENTS,
    'list.txt': '1 1\n1: 2\n1: 1: 1\n',
    'good.csv': '1,2\n3,4\n',
    'options.json': '{"balance":1}',
    'fair.json': '{"slots":["1"],"booths":[{"id":"A","vacancies":["v-9"],"tables":1}]}',
  })
  const cases: ReadonlyArray<readonly [string, number, string[], RegExp]> = [
    ['a text cut off', 3, ['place', '--costs', 'short.txt'], /short\.txt: Line 3: expected 3 x 3 costs/],
    ['words among numbers', 3, ['place', '--costs', 'words.csv'], /words\.csv: Line 2, column 2: expected a whole number/],
    ['words, in Indonesian', 3, ['place', '--costs', 'words.csv', '--language', 'id'], /words\.csv: Baris 2, kolom 2: seharusnya bilangan bulat/],
    ['uneven rows', 3, ['place', '--costs', 'uneven.csv'], /uneven\.csv: Line 2: the row has 1 cells/],
    ['broken JSON', 3, ['place', '--preferences', 'broken.json'], /broken\.json is not JSON/],
    ['bad JSON', 3, ['place', '--preferences', 'strange.json', '--language', 'id'], /strange\.json: Pada \/vacancies\/0\/seats: seharusnya/],
    ['an unknown id', 3, ['place', '--preferences', 'unknown.json'], /\/seekers\/0\/prefers\/0/],
    ['a resident who names nobody', 3, ['place', '--preferences', 'list.txt'], /list\.txt: Line 2: expected a number from 1 to 1/],
    ['a fair with a stranger', 3, ['plan-fair', '--fair', 'fair.json', '--scores', 'good.csv'], /v-9/],
    ['an option of another method', 2, ['place', '--costs', 'good.csv', '--method', 'best', '--options', 'options.json'], /'balance' is not of --method best/],
    ['a quick option of another method', 2, ['place', '--costs', 'good.csv', '--objective', 'score'], /--objective goes with --method best/],
    ['a lottery without a seed', 2, ['place', '--costs', 'good.csv', '--ties', 'single-lottery'], /needs --seed/],
    ['no market', 2, ['place'], /in one way/],
    ['two markets', 2, ['place', '--costs', 'good.csv', '--scores', 'good.csv'], /in one way/],
    ['half a market', 2, ['place', '--seekers', 'good.csv'], /both needed/],
    ['scores that are not there', 2, ['place', '--method', 'best', '--preferences', 'good.txt'], /needs scores/],
    ['seats of lists', 2, ['place', '--preferences', 'list.txt', '--seats', '1'], /--seats goes with/],
    ['another kind of file', 2, ['place', '--costs', 'good.csv', '--out', 'placement.xlsx'], /\.csv or a \.json file/],
    ['no fair', 2, ['plan-fair', '--costs', 'good.csv'], /needs --fair/],
    ['no file', 1, ['place', '--costs', 'nothing.csv'], /there is no such file/],
  ]
  for (const [name, exit, args, words] of cases) {
    const { code, stdout, stderr } = await run(args.map(arg => /\.(txt|csv|json|xlsx)$/.test(arg) ? join(folder, arg) : arg))
    t.equal(code, exit, `${name}: ${stderr}`)
    t.equal(stdout, '', name)
    t.match(stderr, words, name)
  }
  for (const command of ['place', 'plan-fair']) {
    const { code, stdout } = await run([command, '--help'])
    t.equal(code, 0)
    t.match(stdout, `padan ${command} `)
  }
})

t.test('stops at Ctrl-C and writes nothing', async t => {
  const { costs, options } = slowPlacement() as { costs: object, options: object }
  const folder = t.testdir({ 'slow.json': JSON.stringify(costs), 'options.json': JSON.stringify(options) })
  const out = join(folder, 'lists.csv')
  const child = new Child(['place', '--method', 'recommend', '--scores', join(folder, 'slow.json'), '--options', join(folder, 'options.json'), '--out', out])
  while (!/placing/.test(child.stderr) && child.process.exitCode === null) await new Promise(resolve => { setTimeout(resolve, 20) })
  child.kill('SIGINT')
  const { code, stderr } = await child.end()
  t.equal(code, 130)
  t.match(stderr, /stopped; nothing was written/)
  t.notOk(existsSync(out))
})
