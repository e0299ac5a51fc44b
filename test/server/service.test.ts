import { once } from 'node:events'
import fs, { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import { syncBuiltinESMExports } from 'node:module'
import { connect } from 'node:net'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { createLogger, openDatabase, readConfig, startService, type Config, type Service } from '@padan/server'
import { taxonomy } from './api.ts'
import { run, serve } from './child.ts'
import { startedOnce } from './databases.ts'
import { at, demoRecords, ndjson, SEEKER } from './records.ts'

const MEGABYTE = 1_048_576
/** Milliseconds that a service waits when it stops: longer than any test. */
const PATIENT = '600000'

t.setTimeout(1_800_000)

const start = async (t: Test, settings: Partial<Config> = {}): Promise<Service> => {
  const config = { ...readConfig({ PORT: '0', PADAN_ACCESS: 'open' }), ...settings, PADAN_DATA: settings.PADAN_DATA ?? await startedOnce(t.testdir()) }
  return await startService({ config, taxonomy, logger: createLogger('silent') })
}

t.test('refuses a taken port and a folder in use, clearly', async t => {
  const folder = await startedOnce(t.testdir())
  const first = await start(t, { PADAN_DATA: folder })
  const port = Number(new URL(first.url).port)
  await t.rejects(start(t, { PORT: port, PADAN_DATA: join(folder, 'other') }), { name: 'PortTakenError', message: new RegExp(`Port ${port} .* PORT=`) })
  await t.rejects(openDatabase({ folder }), { name: 'FolderInUseError', message: new RegExp(`in use by process ${process.pid}\\.`) })
  // To whoever is shown another boot id than the service was, as a shell beside its unit in a container, it is no less in use.
  const lock = JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))
  writeFileSync(join(folder, 'lock'), JSON.stringify({ ...lock, born: `another boot/${lock.born}` }))
  const { code, stderr } = await run(['serve'], { PADAN_DATA: folder, PORT: '0' })
  t.equal(code, 1)
  t.match(stderr, `in use by process ${process.pid}`)
  const taken = await run(['serve'], { PADAN_DATA: join(folder, 'other'), PORT: String(port) })
  t.equal(taken.code, 1)
  t.equal(taken.stderr.trim().split('\n').length, 1, 'one line')
  await first.close()
  await (await openDatabase({ folder })).close()
})

t.test('takes over the lock of a process that is gone, and redoes a start that was cut off', async t => {
  const folder = t.testdir()
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '')
  // Two dead ones: a number nobody has, and our own number from before the machine was started.
  for (const lock of [{ pid: 2 ** 22 + 1, born: '', token: 'a' }, { pid: process.pid, born: 'another boot/1', token: 'b' }]) {
    writeFileSync(join(folder, 'lock'), JSON.stringify(lock))
    const database = await openDatabase({ folder })
    t.equal(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8')).pid, process.pid)
    await database.close()
  }
})

const POST = 'POST /v1/rank/seekers HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\n'
const get = (target: string, headers = ''): string => `GET ${target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${headers}\r\n`

t.test('answers broken HTTP, what says two things, large headers and slow bodies with problems', async t => {
  const service = await start(t, { REQUEST_TIMEOUT_MS: 5000 })
  const port = Number(new URL(service.url).port)
  const cases = [
    ['GET / HTTP/9.9\r\n\r\n', 400, 'malformed-request'],
    ['nonsense\r\n\r\n', 400, 'malformed-request'],
    [Buffer.from('16030100a5010000a1030300', 'hex').toString('latin1'), 400, 'malformed-request'],
    [`${POST}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`, 400, 'malformed-request'],
    [`${POST}content-length: +2\r\n\r\n{}`, 400, 'malformed-request'],
    [`${POST}content-length: 6\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${get('/v1/seekers')}`, 400, 'malformed-request'],
    [`${POST}transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n${get('/v1/seekers')}`, 400, 'malformed-request'],
    [`${POST}transfer-encoding : chunked\r\n\r\n0\r\n\r\n`, 400, 'malformed-request'],
    [`${POST}transfer-encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`, 415, 'unsupported-media-type'],
    [`${POST}transfer-encoding: chunked\r\n\r\n2;a=b\n{}\r\n0\r\n\r\n`, 400, 'malformed-request'],
    [`${POST}content-type: text/plain\r\ncontent-length: 2\r\n\r\n{}`, 400, 'malformed-request'],
    [get('/v1/seekers', 'host: padan.example\r\n'), 400, 'malformed-request'],
    [get('/v1/account', 'authorization: Bearer a\r\nauthorization: Bearer b\r\n'), 400, 'malformed-request'],
    [get('/v1/\0account'), 400, 'malformed-request'],
    [get('http://localhost/v1/account'), 401, 'not-signed-in'],
    [get('/V1/account'), 404, 'not-found'],
    [get('/docs/../v1/account'), 404, 'not-found'],
    [get('/docs/static/../../../package.json'), 404, 'not-found'],
    [get('/docs/static/..%2f..%2f..%2fpackage.json'), 404, 'not-found'],
    [get('/docs/static/none.js'), 404, 'not-found'],
    [`GET / HTTP/1.1\r\nhost: x\r\nx-large: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers-too-large'],
    ['PUT /v1/seekers/s HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{', 408, 'request-timeout'],
  ] as const
  for (const [text, status, code] of cases) {
    const answer = await sendRaw(port, text)
    t.match(answer, new RegExp(`^HTTP/1.1 ${status} `), JSON.stringify(text.slice(0, 120)))
    t.equal(answer.split('HTTP/1.1 ').length, 2, 'one answer, and none to what was hidden in the body')
    t.match(answer, 'application/problem+json')
    t.match(answer, `/problems/${code}`)
  }
  await service.close()
})

t.test('answers a large JSON body with 413 over a real connection', async t => {
  const service = await start(t)
  const response = await fetch(service.url + at('seekers', 's-1'), { method: 'PUT', headers: { 'content-type': 'application/json' }, body: `{"id":"${'x'.repeat(5 * MEGABYTE)}"}` })
  t.equal(response.status, 413)
  t.match(await response.json(), { type: '/problems/body-too-large', detail: /1048576 bytes/ })
  await service.close()
})

t.test('refuses a body of more than 100 MB without growing', { skip: process.platform === 'linux' ? false : 'memory is read from /proc' }, async t => {
  const { child, url } = await serve({ PADAN_DATA: await startedOnce(t.testdir()) })
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.process.pid}/status`, 'utf8'))?.[1]) / 1024
  const announced = await sendRaw(Number(new URL(url).port), 'POST /v1/seekers/import HTTP/1.1\r\nhost: localhost\r\ncontent-type: text/csv\r\ncontent-length: 200000000\r\nconnection: close\r\n\r\nid\n')
  t.match(announced, /^HTTP\/1.1 413 /)
  t.match(announced, '104857600 bytes')
  const line = Buffer.from(`${JSON.stringify(SEEKER)}\n`.repeat(5000))
  const mostWhileSending = async (): Promise<number> => {
    let most = 0
    const body = new ReadableStream({
      pull (controller) {
        most = Math.max(most, memory())
        controller.enqueue(line)
      },
    })
    const response = await fetch(`${url}/v1/seekers/import`, { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body, duplex: 'half' } as RequestInit)
    t.equal(response.status, 413)
    return most
  }
  // What a young process takes for itself comes with the first one.
  const before = await mostWhileSending()
  const grown = Math.round(await mostWhileSending() - before)
  t.ok(grown < 80, `memory grew by ${grown} MB`)
  child.kill('SIGKILL')
  await child.end()
})

t.test('finishes what is under way when it is told to stop, and exits with 0', async t => {
  const folder = await startedOnce(t.testdir())
  const { child, url } = await serve({ PADAN_DATA: folder, SHUTDOWN_MS: PATIENT })
  const { seekers } = demoRecords(50, 0)
  const upload = await beginImport(url)
  upload.write(ndjson(seekers.slice(0, 25)))
  child.kill('SIGINT')
  await noLongerListening(url)
  const answer = answerOf(upload)
  upload.end(ndjson(seekers.slice(25)))
  t.match(await answer, { stored: 50 })
  t.equal((await child.end()).code, 0)
  const again = await serve({ PADAN_DATA: folder })
  t.match(again.child.stderr, 'Loaded 50 seekers and 0 vacancies from disk')
  again.child.kill('SIGINT')
  t.equal((await again.child.end()).code, 0)
})

t.test('takes a sender that goes away in the middle for no fault of its own', async t => {
  const { child, url } = await serve({ PADAN_DATA: await startedOnce(t.testdir()) })
  for (const [path, type] of [['/v1/seekers/import', 'text/csv'], ['/v1/rank/seekers', 'application/json']]) {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${type}\r\ncontent-length: 1000\r\n\r\nid`)
    await new Promise(resolve => { setTimeout(resolve, 100) })
    socket.destroy()
  }
  t.equal((await fetch(`${url}/health/ready`)).status, 200)
  child.kill('SIGTERM')
  const { code, stderr } = await child.end()
  t.equal(code, 0)
  t.notMatch(stderr, /unexpected error/)
})

t.test('brings every acknowledged write to the disk', async t => {
  const service = await start(t)
  const { fsyncSync } = fs
  let syncs = 0
  fs.fsyncSync = file => {
    syncs++
    fsyncSync(file)
  }
  syncBuiltinESMExports()
  for (let write = 1; write <= 20; write++) {
    await fetch(service.url + at('seekers', SEEKER.id), { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(SEEKER) })
    t.ok(syncs >= write, `write ${write}: ${syncs} calls`)
  }
  fs.fsyncSync = fsyncSync
  syncBuiltinESMExports()
  await service.close()
})

t.test('stops at once at the second Ctrl-C', async t => {
  const { child, url } = await serve({ PADAN_DATA: await startedOnce(t.testdir()), SHUTDOWN_MS: PATIENT })
  const upload = await beginImport(url)
  upload.on('error', () => {})
  upload.write('{')
  child.kill('SIGINT')
  await noLongerListening(url)
  // A second one within half a second is taken for the first, told twice.
  await new Promise(resolve => { setTimeout(resolve, 600) })
  t.equal(child.process.exitCode, null, 'it waits for the request under way')
  child.kill('SIGINT')
  t.equal((await child.end()).code, 130)
})

/** An import whose body is still to come, once the service has said that it waits for it. */
async function beginImport (url: string): Promise<ClientRequest> {
  const upload = request(`${url}/v1/seekers/import`, { method: 'POST', headers: { 'content-type': 'application/x-ndjson', expect: '100-continue' } })
  upload.flushHeaders()
  await once(upload, 'continue')
  return upload
}

async function answerOf (upload: ClientRequest): Promise<unknown> {
  const [response] = await once(upload, 'response') as [IncomingMessage]
  return await json(response)
}

/** Waits until no connection is taken any more: the service has heard that it should stop. */
async function noLongerListening (url: string): Promise<void> {
  for (;;) {
    try {
      await (await fetch(`${url}/health/live`, { headers: { connection: 'close' } })).arrayBuffer()
    } catch {
      return
    }
    await new Promise(resolve => { setTimeout(resolve, 20) })
  }
}

async function sendRaw (port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', chunk => { answer += String(chunk) })
  socket.on('error', () => {})
  socket.write(text)
  await once(socket, 'close')
  return answer
}
