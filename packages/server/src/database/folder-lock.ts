import { randomUUID } from 'node:crypto'
import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { existsSync, readFileSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { ExpectedError } from '../errors/expected-error.ts'

const LOCK_FILE = 'lock'

interface Holder {
  pid: number
  /** When the process was started, in ticks since the machine was; empty where it cannot be asked. Tells a process from a later one with its number. */
  born: string
  token: string
}

/** Thrown when another process has the folder. */
export class FolderInUseError extends ExpectedError {
  override readonly name = 'FolderInUseError'
}

/**
 * Takes a data folder for this process and returns the function that gives it back. A lock left behind by a process that is gone is
 * taken over. Throws FolderInUseError with the other process's id.
 */
export async function lockFolder (folder: string): Promise<() => void> {
  const path = join(folder, LOCK_FILE)
  const mine: Holder = { pid: process.pid, born: bornOf(process.pid), token: randomUUID() }
  const draft = join(folder, `${LOCK_FILE}.${mine.token}`)
  await writeFile(draft, JSON.stringify(mine), { flag: 'wx' })
  try {
    // Only one of several processes that start together can make the link; the others meet its lock.
    while (!await made(link(draft, path))) {
      const holder = await readHolder(path)
      if (holder === undefined) continue
      if (isAlive(holder)) {
        throw new FolderInUseError(
          `The data folder ${folder} is in use by process ${holder.pid}. Stop that process, or choose another folder with PADAN_DATA.`)
      }
      await removeStale(path, holder)
    }
  } finally {
    await unlink(draft)
  }
  return () => {
    // Somebody may have removed the whole folder meanwhile; then there is nothing to give back.
    if (existsSync(path) && parse(readFileSync(path, 'utf8'))?.token === mine.token) unlinkSync(path)
  }
}

/** Moves a dead process's lock away. Should a new lock have come in between, it is put back. */
async function removeStale (path: string, dead: Holder): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  if (!await made(rename(path, aside))) return
  const moved = await readHolder(aside)
  if (moved !== undefined && moved.token !== dead.token) await made(link(aside, path))
  await unlink(aside)
}

async function made (change: Promise<void>): Promise<boolean> {
  try {
    await change
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' || code === 'ENOENT') return false
    throw error
  }
}

async function readHolder (path: string): Promise<Holder | undefined> {
  try {
    // A lock that cannot be read was not written by us: it has nobody behind it.
    return parse(await readFile(path, 'utf8')) ?? { pid: 0, born: '', token: '' }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function parse (text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Partial<Holder> | null
    return typeof value?.pid === 'number' && typeof value.token === 'string' ? { pid: value.pid, born: value.born ?? '', token: value.token } : undefined
  } catch {
    return undefined
  }
}

function isAlive (holder: Holder): boolean {
  if (holder.pid <= 0) return false
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    // EPERM: there is such a process, but it is somebody else's.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const born = bornOf(holder.pid)
  // Earlier versions wrote the machine's boot id before the ticks. It does not count: in a container a sandboxed unit may be shown another one than the shell beside it.
  const told = holder.born.slice(holder.born.lastIndexOf('/') + 1)
  return born === '' || told === '' || born === told
}

/** Start time of a process on Linux; elsewhere empty. */
function bornOf (pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program, in brackets, may hold anything; the start time is the 20th word after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return ''
  }
}
