import t from 'tap'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { build, ConfigError, createLogger, openDatabase, PROBLEMS, readConfig, Registry } from '@padan/server'
import { taxonomy } from './api.ts'
import { startedOnce } from './databases.ts'
import { patternInWords } from './inner-http.ts'

const folder = t.testdir()
const database = await openDatabase({ folder: await startedOnce(folder) })
const registry = new Registry({ database, taxonomy })
const app = await build({ registry, logger: createLogger('silent'), config: readConfig({ PADAN_ACCESS: 'open' }) })
t.teardown(async () => {
  await app.close()
  await registry.close()
})
const document = (await app.inject('/openapi.json')).json()

t.test('every problem is filed under its own code', async t => {
  for (const [key, problem] of Object.entries(PROBLEMS)) {
    t.equal(problem.code, key)
    t.ok(problem.status >= 400 && problem.status < 600)
    const page = await app.inject(`/problems/${key}`)
    t.equal(page.statusCode, 200)
    for (const text of [problem.title, problem.titleId, problem.help, problem.helpId]) t.match(page.body, text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
  }
})

t.test('is not ready before the index is there, but alive', async t => {
  for (const [url, status] of [['/health/live', 200], ['/health/ready', 503], ['/v1/seekers', 503], ['/v1/profiles', 503], ['/docs', 200]] as const) {
    t.equal((await app.inject(url)).statusCode, status, url)
  }
  t.match((await app.inject('/health/ready')).json(), { type: '/problems/not-ready' })
  await registry.load()
  t.match((await app.inject('/health/ready')).json(), { status: 'ready', seekers: 0, vacancies: 0, unusable: 0 })
})

t.test('every pattern that a request is held to is told in words', async t => {
  const patterns = new Set<string>()
  JSON.stringify(document.components, collect)
  for (const path of Object.values<Record<string, { requestBody?: object, parameters?: object }>>(document.paths)) {
    for (const { requestBody, parameters } of Object.values(path)) JSON.stringify([requestBody, parameters], collect)
  }
  function collect (key: string, value: unknown): unknown {
    if (key === 'pattern') patterns.add(String(value))
    return value
  }
  t.ok(patterns.size > 10)
  for (const pattern of patterns) t.ok(patternInWords(pattern), pattern)
})

t.test('the OpenAPI document passes a linter', async t => {
  const config = await createConfig({ extends: ['recommended'] })
  const problems = await lintFromString({ source: JSON.stringify(document), config })
  t.same(problems.map(({ ruleId, severity, message, location }) => ({ ruleId, severity, message, at: location[0]?.pointer })), [])
})

t.test('every route says what it does and what it answers', async t => {
  const names = new Set<string>()
  for (const [path, operations] of Object.entries<Record<string, { summary?: string, tags?: string[], operationId?: string, responses: Record<string, { content?: object }> }>>(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const at = `${method} ${path}`
      t.ok(operation.summary, at)
      t.equal(operation.tags?.length, 1, at)
      t.notOk(names.has(String(operation.operationId)), at)
      names.add(String(operation.operationId))
      const statuses = Object.keys(operation.responses)
      for (const status of ['400', '500', '503']) t.ok(statuses.includes(status), `${at} ${status}`)
      for (const [status, { content }] of Object.entries(operation.responses)) {
        if (Number(status) >= 400) t.same(Object.keys(content ?? {}), ['application/problem+json'], `${at} ${status}`)
      }
    }
  }
  t.equal(document.openapi, '3.1.0')
  t.ok(names.size >= 20)
})

/** No key: a secret is in the body, of which not even a hash should be kept; or a second time does what the first did; or it only reads. */
const WITHOUT_KEY = new Set([
  'setUp', 'setPassword', 'changePassword', 'signIn', 'signCard', 'beginCityLogin', 'cityLogIn', 'linkIdentity',
  'unlinkIdentities', 'sweepRetention', 'makeBackup',
  'rankSeekers', 'rankVacancies', 'explainPair', 'findGaps', 'draftVacancy', 'draftSeeker', 'exportPeople', 'findPerson', 'revealNik', 'makeBreachPack',
])

t.test('every write may carry an Idempotency-Key', async t => {
  const keyless = Object.values<Record<string, { operationId: string, parameters?: Array<{ in: string, name: string }> }>>(document.paths)
    .flatMap(operations => Object.entries(operations).filter(([method]) => method !== 'get').map(([, operation]) => operation))
    .filter(({ parameters = [] }) => !parameters.some(({ in: place, name }) => place === 'header' && name === 'idempotency-key'))
  t.strictSame(keyless.map(({ operationId }) => operationId).sort(), [...WITHOUT_KEY].sort())
})

t.test('the root leads to the documents', async t => {
  const { statusCode, headers } = await app.inject('/')
  t.equal(statusCode, 302)
  t.equal(headers.location, '/docs')
  t.match((await app.inject('/docs/static/swagger-ui.css')).statusCode, 200)
})

t.test('settings are checked all at once, and frozen', async t => {
  t.match(readConfig({}), { HOST: '127.0.0.1', PORT: 3000, LOG_LEVEL: 'info', PADAN_DATA: '.padan/data' })
  t.match(readConfig({ PORT: '8080', HOST: '', BODY_LIMIT: '2048' }), { PORT: 8080, HOST: '127.0.0.1', BODY_LIMIT: 2048 })
  t.ok(Object.isFrozen(readConfig({})))
  const error = t.throws(() => readConfig({ PORT: '70000', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://user:secret@host' }), ConfigError) as ConfigError
  t.equal(error.problems.filter(problem => /^(PORT|LOG_LEVEL|DATABASE_URL) /.test(problem)).length, error.problems.length)
  for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL']) t.ok(error.problems.some(problem => problem.startsWith(name)), name)
  t.notMatch(error.message, 'secret')
  t.equal(readConfig({}).PADAN_ACCESS, 'closed')
  t.throws(() => readConfig({ PADAN_ACCESS: 'open', HOST: '0.0.0.0' }), { name: 'ConfigError', message: /HOST must be one of/ })
})
