import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import * as main from '@padan/matcher'
import * as demo from '@padan/matcher/demo'
import * as drafts from '@padan/matcher/drafts'
import * as fair from '@padan/matcher/fair'
import * as oracle from '@padan/matcher/oracle'
import * as placement from '@padan/matcher/placement'
import * as prose from '@padan/matcher/prose'

const PACKAGE = fileURLToPath(new URL('../../../packages/matcher/', import.meta.url))
const DIST = join(PACKAGE, 'dist')
const manifest = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as Manifest

/** Most bytes that a user of the main entry loads: compiled, with its comments, neither minified nor compressed. */
const MOST_BYTES_OF_MAIN = 321_000

/** Threads are Node's own; nothing else in the package may know where it runs. */
const WITH_NODE = /^threads\//

/** Drafts are the one part that reads text. */
const WITH_TEXT = /^drafts\/[\w-]+\.js: @padan\/taxonomy\/text$/

/**
 * What would make an answer depend on the clock, the machine or chance. Math.log2 is left out on purpose: it may size a table, and a
 * table's size changes no answer. Where it stands is checked below.
 */
const FORBIDDEN: Array<[what: string, pattern: RegExp]> = [
  ['a clock', /\bDate\b|\bperformance\b|\bsetTimeout\b|\bsetInterval\b|\bTemporal\b/],
  ['chance', /Math\.random|\bcrypto\b/],
  ['functions that differ in the last bit between machines', /Math\.(sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|pow|exp|expm1|log|log10|log1p|cbrt|hypot)\b/],
  ['the language of the machine', /\bIntl\b|\.toLocale\w*|\.localeCompare/],
  ['the outside world', /\bprocess\b|\bconsole\b|\bglobalThis\b|\bfetch\b|\brequire\s*\(|\beval\b|new Function/],
]

interface Manifest {
  type: string
  sideEffects: boolean
  exports: Record<string, { types: string, default: string }>
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies: Record<string, string>
}

t.test('the package has no runtime dependency and no side effect', async t => {
  t.same([manifest.dependencies ?? {}, manifest.optionalDependencies ?? {}], [{}, {}])
  t.same(Object.keys(manifest.peerDependencies), ['@padan/taxonomy'])
  t.equal(manifest.sideEffects, false)
  t.equal(manifest.type, 'module')
})

t.test('every door of the package has its code and its types', async t => {
  for (const [door, { types, default: code }] of Object.entries(manifest.exports)) {
    for (const file of [types, code]) t.ok(existsSync(join(PACKAGE, file)), `${door}: ${file}`)
  }
})

t.test('the doors have the names that are promised', async t => {
  for (const [door, names] of [
    [main, ['createMatcher', 'defineProfile', 'PROFILES', 'checkSeekers', 'checkVacancies', 'RecordError', 'NotFoundError', 'JOB_TYPES', 'ENGINE_VERSION']],
    [oracle, ['createOracle']],
    [demo, ['demoCity', 'demoCountry', 'CITY_YEAR']],
    [drafts, ['createDrafter', 'confirmDraft', 'describeNote']],
    [placement, ['placeStable', 'placeBest', 'recommendAll', 'verifyPlacement', 'whyNot', 'marketReport', 'marketFromLedgers', 'marketFromPreferences', 'marketFromCosts']],
    [fair, ['planFair', 'replanFair', 'verifyPlan']],
    [prose, ['describeLedger', 'describeRow', 'describeRule', 'describeProblem', 'formatScore']],
  ] as const) for (const name of names) t.ok(Object.hasOwn(door, name), name)
})

t.test('no file but those of threads and drafts imports anything from outside the package', async t => {
  const files = filesUnder(DIST)
  t.ok(files.length > 50, `${files.length} files`)
  const outside = files.flatMap(file => importsOf(file).filter(one => !one.startsWith('.')).map(one => `${nameOf(file)}: ${one}`))
  t.same(outside.filter(line => !WITH_NODE.test(line) && !WITH_TEXT.test(line)), [])
  t.same(outside.filter(line => !WITH_TEXT.test(line) && !isBuiltin(line.split(': ')[1]!) && !/: @padan\/(taxonomy|matcher(\/(placement|fair))?)$/.test(line)), [], 'threads need Node, the taxonomy and the package itself, and nothing else')
})

t.test('the main entry reaches neither demo, drafts, prose, placement, fair, oracle nor threads, and stays within its budget', async t => {
  const files = reachableFrom(join(PACKAGE, manifest.exports['.']!.default))
  t.ok(files.length > 20, `${files.length} files`)
  t.same(files.map(nameOf).filter(name => /^(demo|prose|placement|fair|threads)\/|^oracle\.js$|brute-force/.test(name)), [])
  const bytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0)
  t.comment(`main entry: ${files.length} files, ${bytes} bytes of ${MOST_BYTES_OF_MAIN}`)
  t.ok(bytes < MOST_BYTES_OF_MAIN, `${bytes} bytes`)
})

t.test('nothing that an answer comes from uses the clock, chance, the machine or the outside world', async t => {
  const doors = ['.', './oracle', './prose', './demo', './drafts', './placement', './fair'].map(door => join(PACKAGE, manifest.exports[door]!.default))
  const files = new Set(doors.flatMap(door => reachableFrom(door)))
  for (const [what, pattern] of FORBIDDEN) {
    const found = [...files].flatMap(file => linesOf(file).filter(line => pattern.test(line)).map(line => `${nameOf(file)}: ${line.trim()}`))
    t.same(found, [], what)
  }
})

t.test('a power or a binary logarithm is taken only of whole numbers, to size or to pack', async t => {
  const files = new Set(['.', './oracle', './prose'].flatMap(door => reachableFrom(join(PACKAGE, manifest.exports[door]!.default))))
  const powers = [...files].flatMap(file => linesOf(file).filter(line => /Math\.log2|\*\*/.test(line)).map(line => `${nameOf(file)}: ${line.trim()}`))
  for (const line of powers) {
    t.comment(line)
    t.match(line, /2 \*\* (\d+|Math\.ceil\(Math\.log2\(.+\)\))/, 'two to the power of a whole number is exact everywhere')
  }
})

function filesUnder (folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.js')).map(name => join(folder, name))
}

/** The file and everything that it imports, however far away. */
function reachableFrom (file: string, seen: Set<string> = new Set()): string[] {
  if (seen.has(file)) return []
  seen.add(file)
  for (const one of importsOf(file)) if (one.startsWith('.')) reachableFrom(join(dirname(file), one), seen)
  return [...seen]
}

function importsOf (file: string): string[] {
  return [...linesOf(file).join('\n').matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([\w@./:-]+)['"]/g)].map(match => match[1]!)
}

/** Lines of code, without comments. */
function linesOf (file: string): string[] {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '').split('\n').map(line => line.replace(/(^|\s)\/\/.*$/, '')).filter(line => line.trim() !== '')
}

function nameOf (file: string): string {
  return relative(DIST, file)
}
