import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const NAMES = ['chromium', 'chromium-browser', 'google-chrome']
/** No profile of anybody's, no calls home, no graphics card; the sandbox needs a user other than root. */
const OPTIONS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-extensions', '--disable-background-networking', '--disable-component-update']
const LONGEST_MS = 600_000

/** Folders that the page may load from, by the first part of the address. */
const SERVED: Readonly<Record<string, string>> = {
  taxonomy: 'packages/taxonomy', matcher: 'packages/matcher', stemmer: 'packages/taxonomy/node_modules/stemmer', test: 'test/dist',
}
const IMPORTS = {
  '@padan/taxonomy': '/taxonomy/dist/index.js',
  '@padan/taxonomy/text': '/taxonomy/dist/text/index.js',
  '@padan/matcher': '/matcher/dist/index.js',
  '@padan/matcher/drafts': '/matcher/dist/drafts/index.js',
  stemmer: '/stemmer/index.js',
}

/** A browser that can be started here; undefined where there is none. `CHROMIUM` names another. */
export function findBrowser (): string | undefined {
  const names = process.env.CHROMIUM === undefined ? NAMES : [process.env.CHROMIUM]
  return names.find(name => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0)
}

/**
 * What a module's function answers in a page of a real browser: `module` is an address below /test/, `name` a function of it that gives text. The page loads the packages
 * as they are built, with an import map and without a bundler. Rejects with what the page threw.
 */
export async function askBrowser (browser: string, module: string, name: string): Promise<{ agent: string, answer: string }> {
  let told = (_body: string): void => {}
  const answered = new Promise<string>(resolve => { told = resolve })
  const server = createServer((request, response) => {
    if (request.method === 'POST') bodyOf(request).then(told).finally(() => response.end())
    else if (request.url === '/') response.setHeader('content-type', 'text/html').end(pageOf(module, name))
    else fileOf(String(request.url)).then(bytes => response.setHeader('content-type', 'text/javascript').end(bytes), () => response.writeHead(404).end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const profile = await mkdtemp(join(tmpdir(), 'padan-browser-'))
  const child = spawn(browser, [...OPTIONS, `--user-data-dir=${profile}`, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`], { stdio: 'ignore' })
  const gone = once(child, 'exit').then(([code]) => { throw new Error(`The browser ended with code ${String(code)} before the page had answered.`) })
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS)
  try {
    const { agent, answer, error } = JSON.parse(await Promise.race([answered, gone])) as { agent: string, answer?: string, error?: string }
    if (answer === undefined) throw new Error(`The page threw: ${String(error)}`)
    return { agent, answer }
  } finally {
    clearTimeout(timer)
    gone.catch(() => {})
    // It may have ended by itself or by the timer; asked to end, it could hang.
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    await closed(server)
    // Its other processes end a moment later and may write until then.
    await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

function pageOf (module: string, name: string): string {
  return `<!doctype html><meta charset="utf-8"><script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script><script type="module">
const told = { agent: navigator.userAgent }
try {
  const module = await import(${JSON.stringify(module)})
  told.answer = await module[${JSON.stringify(name)}]()
} catch (error) {
  told.error = String(error.stack)
}
await fetch('/', { method: 'POST', body: JSON.stringify(told) })
</script>`
}

async function fileOf (url: string): Promise<Buffer> {
  const [, first, ...rest] = normalize(url).split('/')
  const folder = Object.hasOwn(SERVED, first) ? SERVED[first] : undefined
  if (folder === undefined || rest.includes('..')) throw new Error(url)
  return await readFile(join(ROOT, folder, ...rest))
}

async function bodyOf (request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

async function closed (server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
}
