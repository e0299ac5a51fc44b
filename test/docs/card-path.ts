import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Child, environmentOf } from '../server/child.ts'

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** The README's way from registration to a printed card, as it stands there. */
export function cardCommands (): string {
  const blocks = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^```sh\n(.*?)^```$/gms)].map(match => match[1])
  const found = blocks.find(block => block.includes('/v1/registrations'))
  if (found === undefined) throw new Error('The README has no commands from registration to card.')
  return found
}

/** Runs them against a service of their own; gives what they printed, and the card. */
export async function walkCardPath (): Promise<{ printed: string, card: Buffer, log: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'padan-card-'))
  const child = new Child(['serve'], { PORT: '0', PADAN_DATA: join(folder, 'data'), PADAN_OFFICE: join(ROOT, 'docs/office.example.json'), PASSWORD_COST: '14' })
  try {
    const URL = await child.url()
    const code = /good for a day:\s+(\S+)/.exec(child.stderr)
    if (code === null) throw new Error(`No code for the first admin: ${child.stderr}`)
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', cardCommands()], { cwd: folder, env: environmentOf({ URL, CODE: code[1] }) })
    return { printed: stdout, card: readFileSync(join(folder, 'card.pdf')), log: child.stderr + child.stdout }
  } finally {
    child.kill('SIGTERM')
    await child.end()
    await rm(folder, { recursive: true, force: true })
  }
}
