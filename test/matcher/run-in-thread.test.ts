import { execFileSync } from 'node:child_process'
import t from 'tap'
import { planFair } from '@padan/matcher/fair'
import { marketFromCosts, placeBest, placeStable, recommendAll } from '@padan/matcher/placement'
import { runInThread } from '@padan/matcher/threads'

const matrixOf = (size: number) => Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => (row * 7 + column * 3) % 11 === 0 ? null : (row + 1) * (column + 1)))
const market = marketFromCosts(matrixOf(30), { numbers: 'scores', seats: 2 })
const fair = { slots: ['1', '2', '3'], booths: market.vacancies.map(id => ({ id, vacancies: [id], tables: 1 })), interviewsEach: 2 }

t.test('a thread gives what the function gives, to the bit', async t => {
  const stable = { ties: { rule: 'multiple-lottery', seed: 5 }, withdrawn: { vacancies: ['3'] } } as const
  t.same(await runInThread('placeStable', [market, stable]), placeStable(market, stable))
  t.same(await runInThread('placeStable', [market]), placeStable(market))
  t.same(await runInThread('placeBest', [market, { objective: 'people-first' }]), placeBest(market, { objective: 'people-first' }))
  t.same(await runInThread('recommendAll', [market, { limit: 4, balance: 700 }]), recommendAll(market, { limit: 4, balance: 700 }))
  t.same(await runInThread('planFair', [market, fair]), planFair(market, fair))
})

t.test('a thread tells how far it is', async t => {
  const told: Array<[number, number]> = []
  await runInThread('recommendAll', [market, { rounds: 200 }], { onProgress: (done, total) => told.push([done, total]) })
  t.ok(told.length > 0)
  t.ok(told.every(([done, total]) => done <= total))
  t.same(told.map(([done]) => done), told.map(([done]) => done).sort((a, b) => a - b), 'it never goes back')
  t.equal(told.at(-1)![0], told.at(-1)![1], 'the end is told')
})

t.test('a signal ends the work wherever it is', async t => {
  const large = marketFromCosts(matrixOf(250), { numbers: 'scores' })
  const stop = new AbortController()
  const reason = new Error('no longer wanted')
  const work = runInThread('recommendAll', [large, { rounds: 10_000 }], { signal: stop.signal, onProgress: () => stop.abort(reason) })
  t.equal(await work.catch(error => error), reason)
  t.equal(await runInThread('placeBest', [market], { signal: AbortSignal.abort(reason) }).catch(error => error), reason, 'nothing begins under a signal that was given before')
})

t.test('errors are those of the function, of the listener, and of memory', async t => {
  await t.rejects(runInThread('placeBest', [market, { objective: 'money' as 'score' }]), RangeError)
  await t.rejects(runInThread('placeBest', [market, { objective: 'money' as 'score' }]), { message: /objective must be 'score' or 'people-first'/ })
  await t.rejects(runInThread('recommendAll', [{ ...market, score: null }]), { message: /score/ })
  const mine = new Error('mine')
  t.equal(await runInThread('recommendAll', [market], { onProgress: () => { throw mine } }).catch(error => error), mine)
  const many = Array.from({ length: 400_000 }, (_, number) => ({ seekerId: String(number % 30 + 1), vacancyId: String(number % 29 + 1), by: 'seeker' as const }))
  await t.rejects(runInThread('placeStable', [market, { refusals: many }], { memory: 8 }), { code: 'ERR_WORKER_OUT_OF_MEMORY' })
})

t.test('memory is for the work: nothing is loaded that the process was told to load before its program', async t => {
  const thread = 'data:text/javascript,import{parentPort}from"node:worker_threads";parentPort.postMessage({kind:"result",result:globalThis.loadedBefore||"nothing"})'
  const program = `
    import { askThread } from '@padan/matcher/threads'
    console.log(globalThis.loadedBefore, await askThread(new URL('${thread}')))`
  const preload = 'data:text/javascript,globalThis.loadedBefore=1'
  const options = ['--import', preload, '--input-type=module', '--eval', program]
  t.equal(execFileSync(process.execPath, options, { cwd: new URL('../..', import.meta.url), encoding: 'utf8' }), '1 nothing\n')
})
