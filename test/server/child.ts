import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const PADAN = fileURLToPath(new URL('../../../packages/server/dist/cli/padan.js', import.meta.url))
const PATIENCE_MS = 600_000
/** What a program needs of the tests' own environment. Settings, language and options of Node that happen to be set here are not the tests'. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'TZ']

export interface Ended {
  code: number | null
  signal: string | null
  stdout: string
  stderr: string
}

/** The command line in a process of its own. */
export class Child {
  readonly process: ChildProcess
  readonly #ended: Promise<Ended>
  stdout = ''
  stderr = ''

  constructor (args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    this.process = spawn(process.execPath, [PADAN, ...args], { env: environmentOf(environment), stdio: ['ignore', 'pipe', 'pipe'] })
    // A test that fails leaves nobody behind.
    const kill = (): void => { this.process.kill('SIGKILL') }
    process.once('exit', kill)
    this.process.once('close', () => process.off('exit', kill))
    this.process.stdout?.setEncoding('utf8').on('data', chunk => { this.stdout += String(chunk) })
    this.process.stderr?.setEncoding('utf8').on('data', chunk => { this.stderr += String(chunk) })
    this.#ended = new Promise(resolve => {
      this.process.once('close', (code, signal) => resolve({ code, signal, stdout: this.stdout, stderr: this.stderr }))
    })
  }

  /** Resolves when the process is gone. */
  async end (): Promise<Ended> {
    return await this.#ended
  }

  /** Waits until the service says where it serves. */
  async url (): Promise<string> {
    const end = performance.now() + PATIENCE_MS
    while (true) {
      const found = /Padan serves (\S+) .*\n/.exec(this.stderr)
      if (found !== null) return found[1]
      if (this.process.exitCode !== null || this.process.signalCode !== null || performance.now() > end) throw new Error(`padan serve did not start: ${this.stderr}`)
      await new Promise(resolve => { setTimeout(resolve, 20) })
    }
  }

  kill (signal: NodeJS.Signals): void {
    this.process.kill(signal)
  }
}

/** The environment of a process that a test starts, with what it is told. */
export function environmentOf (told: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { ...Object.fromEntries(INHERITED.flatMap(name => process.env[name] === undefined ? [] : [[name, process.env[name]]])), ...told }
}

/** Runs a command to its end. */
export async function run (args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return await new Child(args, environment).end()
}

export async function serve (environment: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<{ child: Child, url: string }> {
  const child = new Child(['serve', ...args], { PORT: '0', LOG_LEVEL: 'error', PADAN_ACCESS: 'open', ...environment })
  return { child, url: await child.url() }
}
