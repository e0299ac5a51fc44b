import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'
import { ConfigError, readConfig } from '@padan/server'
import { run, serve } from './child.ts'
import { startedOnce } from './databases.ts'
import { quietPort } from './ports.ts'

t.setTimeout(1_800_000)

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const text = readFileSync(`${ROOT}Containerfile`, 'utf8')
const lines = text.split('\n')

/** The words of an instruction that is written as a list; of the last, where there are several. */
function listOf (instruction: string): string[] {
  const line = lines.findLast(candidate => candidate.startsWith(`${instruction} `))
  return JSON.parse(/\[.*\]$/.exec(line ?? '')?.[0] ?? 'null')
}

t.test('the container starts a command that is there, with settings that are good', async t => {
  const [node, script] = listOf('ENTRYPOINT')
  t.equal(node, 'node')
  t.ok(existsSync(`${ROOT}packages/server/${script.replace('/padan/', '')}`), script)
  t.equal((await run([...listOf('CMD'), '--help'])).code, 0)
  const settings = Object.fromEntries([...String(lines.find(line => line.startsWith('ENV '))).matchAll(/(\w+)=(\S+)/g)].map(match => [match[1], match[2]]))
  const config = readConfig(settings)
  t.match(config, { HOST: '0.0.0.0', PORT: 3000, PADAN_ACCESS: 'closed' })
  t.throws(() => readConfig({ ...settings, PADAN_ACCESS: 'open' }), ConfigError)
  for (const folder of [config.PADAN_DATA, String(config.PADAN_KEYS)]) t.ok(listOf('VOLUME').some(volume => folder.startsWith(volume)), folder)
  t.equal(lines.findLastIndex(line => line.startsWith('USER node')) < lines.findLastIndex(line => line.startsWith('ENTRYPOINT')), true, 'not as root')
  const scripts = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).scripts
  for (const [, name] of text.matchAll(/npx -y pnpm (build)\b/g)) t.ok(scripts[name], name)
})

t.test('its health check tells a service that answers from none', async t => {
  const { child, url } = await serve({ PADAN_DATA: await startedOnce(t.testdir()) })
  const [command, ...args] = listOf('HEALTHCHECK')
  const check = (port: string) => promisify(execFile)(command, args.map(arg => arg.replace(':3000', `:${port}`))).then(() => 0, error => error.code)
  t.equal(await check(new URL(url).port), 0)
  t.equal(await check(String(await quietPort())), 1)
  child.kill('SIGTERM')
  t.equal((await child.end()).code, 0)
})

t.test('padan config shows what is set, and no secret', async t => {
  const { code, stdout } = await run(['config'], { DATABASE_URL: 'postgres://user:geheim@db.local:5432/padan?password=geheim', PADAN_MASTER_KEY: 'A'.repeat(43), PORT: '8080', BSRE_URL: 'https://esign.kota.example', BSRE_USERNAME: 'padan', BSRE_PASSWORD: 'geheim' })
  t.equal(code, 0)
  t.match(stdout, /PORT +8080/)
  t.match(stdout, 'postgres://db.local:5432/padan')
  t.match(stdout, /PADAN_MASTER_KEY +\[set\]/)
  t.match(stdout, /BSRE_PASSWORD +\[set\]/)
  t.notMatch(stdout, /geheim|AAAA/)
  t.equal((await run(['config'], { PORT: 'x' })).code, 2)
})

t.test('a first start without an admin prints a setup code, once there is one none', async t => {
  const folder = await startedOnce(t.testdir())
  const first = await serve({ PADAN_DATA: folder, PADAN_ACCESS: 'closed', PASSWORD_COST: '14', LOG_LEVEL: 'info' })
  const code = /\n {2}((?:[0-9A-Z]{4}-){4}[0-9A-Z]{4})\n/.exec(first.child.stderr)?.[1]
  const send = (path: string, body: object, token?: string) => fetch(first.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }, body: JSON.stringify(body) })
  const login = { login: 'kepala@dinas.test', password: 'kopi susu di pasar lama' }
  t.equal((await send('/v1/setup', { code, ...login })).status, 201)
  const signedIn = await send('/v1/sessions', login)
  const { token } = await signedIn.json() as { token: string }
  t.equal(signedIn.headers.get('cache-control'), 'no-store')
  const figures = await (await fetch(`${first.url}/metrics`, { headers: { authorization: `Bearer ${token}` } })).text()
  t.match(figures, 'padan_http_request_seconds_count{operation="signIn",status="201"} 1')
  t.match(figures, 'padan_ready 1')
  t.notMatch(figures, /kepala|a-[0-9a-f]{8}/)
  const alerts = readFileSync(`${ROOT}docs/operations.md`, 'utf8').split('\n').filter(line => line.includes('{ alert: '))
  t.equal(alerts.length, 5)
  for (const alert of alerts) {
    const [, expression] = /expr: '(.+?)'/.exec(alert) as string[]
    const names = expression.match(/padan_\w+/g) ?? []
    t.ok(names.length > 0, alert)
    for (const name of names) t.match(figures, new RegExp(`^${name}[ {]`, 'm'), `${name} is there for Prometheus`)
    const codes = /code=~?"(.+?)"/.exec(expression)?.[1].split('|') ?? []
    for (const code of codes) t.match(figures, new RegExp(`^padan_refusals_total\\{code="${code}"\\} \\d`, 'm'), `${code} can grow from the start`)
  }
  t.equal((await fetch(`${first.url}/metrics`)).status, 401)
  t.match(Object.fromEntries((await fetch(`${first.url}/docs`)).headers), { 'x-content-type-options': 'nosniff', 'content-security-policy': /default-src 'self'/ })
  const twice = await rawRequest(first.url, ['authorization: Bearer a', 'authorization: Bearer b'])
  t.match(twice, /^HTTP\/1\.1 400 /)
  first.child.kill('SIGTERM')
  const { stderr } = await first.child.end()
  t.notMatch(stderr, /kepala@dinas/)
  t.match(stderr, /"settings":\{[^}]*"HOST":"127\.0\.0\.1"/)
  const second = await serve({ PADAN_DATA: folder, PADAN_ACCESS: 'closed' })
  t.notMatch(second.child.stderr, /no admin yet/)
  t.equal((await fetch(`${second.url}/v1/account`, { headers: { authorization: `Bearer ${token}` } })).status, 200, 'a restart signs nobody out')
  second.child.kill('SIGTERM')
  await second.child.end()
})

/** A request with header lines as they are. */
async function rawRequest (url: string, headers: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.on('data', chunk => { answer += String(chunk) })
  socket.write(`GET /v1/account HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${headers.join('\r\n')}\r\n\r\n`)
  await new Promise(resolve => { socket.once('close', resolve) })
  return answer
}
