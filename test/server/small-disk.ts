import { execFileSync } from 'node:child_process'
import { appendFileSync, chownSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const NO_DISK = 'skipped: a small disk is made by root alone, where mounting is allowed'
const PIECE = 65_536

/** A folder on a disk of its own, of so many megabytes, whose owner is that of another folder; undefined where none can be made. */
export function smallDisk (megabytes: number, like: string = tmpdir()): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'padan-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true, force: true })
    return undefined
  }
  const { uid, gid } = statSync(like)
  chownSync(folder, uid, gid)
  return folder
}

/** Also while a server that ends later still has a file of it open. */
export function removeDisk (disk: string): void {
  execFileSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true, force: true })
}

/** Takes all room of a disk but so many bytes, and returns the file that does. */
export function fill (disk: string, room: number): string {
  const filler = join(disk, 'filler')
  const bytes = Buffer.alloc(PIECE)
  try {
    while (true) appendFileSync(filler, bytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
  truncateSync(filler, statSync(filler).size - room)
  return filler
}
