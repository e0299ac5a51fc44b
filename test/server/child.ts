import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const PADAN = fileURLToPath(new URL('../../../packages/server/dist/cli/padan.js', import.meta.url))
const PATIENCE_MS = 180_000

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
    const { DATABASE_URL: _url, PADAN_DATA: _data, PADAN_KEYS: _keys, PADAN_MASTER_KEY: _key, ...inherited } = process.env
    this.process = spawn(process.execPath, [PADAN, ...args], { env: { ...inherited, NODE_OPTIONS: '', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
    // A test that fails leaves nobody behind.
    const kill = (): void => { this.process.kill('SIGKILL') }
    process.once('exit', kill)
    this.process.once('close', () => process.off('exit', kill))
    this.process.stdout?.on('data', chunk => { this.stdout += String(chunk) })
    this.process.stderr?.on('data', chunk => { this.stderr += String(chunk) })
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
      const found = /Padan serves (\S+)/.exec(this.stderr)
      if (found !== null) return found[1]
      if (this.process.exitCode !== null || performance.now() > end) throw new Error(`padan serve did not start: ${this.stderr}`)
      await new Promise(resolve => { setTimeout(resolve, 20) })
    }
  }

  kill (signal: NodeJS.Signals): void {
    this.process.kill(signal)
  }
}

/** Runs a command to its end. */
export async function run (args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return await new Child(args, environment).end()
}

export async function serve (environment: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<{ child: Child, url: string }> {
  const child = new Child(['serve', ...args], { PORT: '0', LOG_LEVEL: 'error', PADAN_ACCESS: 'open', ...environment })
  return { child, url: await child.url() }
}
