import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Parser, type Result } from 'tap-parser'

/**
 * Runs every test file under tap and closes with the one line `N passed, N failed`. A skipped test says why and is counted apart. Under
 * CI a skip is a failure, because there everything must be able to run; all but the tests of data that is not in the repository.
 */
const underCi = process.env.CI === 'true'
const NOT_SHIPPED = 'not shipped: '
const count = { passed: 0, failed: 0, skipped: 0 }
const testFolder = fileURLToPath(new URL('..', import.meta.url))
const tap = createRequire(import.meta.url).resolve('tap')
const program = fileURLToPath(new URL('run.mjs', new URL('../esm/', `file://${tap}`)))

const child = spawn(process.execPath, [program, 'run', '--reporter=tap', ...process.argv.slice(2)], { cwd: testFolder, stdio: ['ignore', 'pipe', 'inherit'] })
const parser = new Parser()
follow(parser, [])
child.stdout.pipe(parser)
child.on('close', code => {
  // tap itself failing (a file that does not load, a timeout) must not pass for a green run.
  if (code !== 0 && count.failed === 0) count.failed++
  process.exitCode = count.failed > 0 ? 1 : 0
  console.log(`${count.passed} passed, ${count.failed} failed${count.skipped === 0 ? '' : `, ${count.skipped} skipped`}`)
})

function follow (parser: Parser, path: readonly string[]): void {
  let subtests = 0
  parser.on('child', (sub: Parser) => {
    subtests++
    follow(sub, [...path, sub.name])
  })
  parser.on('assert', (result: Result) => {
    const isSubtest = subtests > 0
    subtests = 0
    if (path.length === 0) console.log(`${result.ok ? 'ok' : 'NOT OK'}  ${result.name}  ${Math.round(result.time ?? 0)} ms`)
    if (isSubtest && result.ok) return
    tally(result, path)
  })
  parser.on('bailout', (reason: string) => {
    count.failed++
    console.log(`NOT OK  ${[...path, reason].join(' > ')}`)
  })
}

function tally (result: Result, path: readonly string[]): void {
  const title = [...path, result.name].join(' > ')
  if (result.skip) {
    const reason = String(result.skip)
    const missed = underCi && !reason.startsWith(NOT_SHIPPED)
    if (missed) count.failed++
    else count.skipped++
    console.log(`${missed ? 'NOT OK  skipped under CI' : 'skipped'}  ${title}: ${reason}`)
  } else if (result.ok) {
    count.passed++
  } else {
    count.failed++
    console.log(`NOT OK  ${title}\n${JSON.stringify(result.diag, null, 2) ?? ''}`)
  }
}
