import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { pipeline } from 'node:stream'
import { ExpectedError } from '../errors/expected-error.ts'
import { FORMAT, type BackupEnd, type BackupHead, type BackupRow } from './format.ts'

/** Thrown when a file is no backup, or not a whole one. */
export class BackupError extends ExpectedError {
  override readonly name = 'BackupError'
}

/** Reads a backup from beginning to end without keeping it, and tells what it holds. Throws BackupError when a bit is not as it was written. */
export async function checkBackup (path: string): Promise<{ head: BackupHead, end: BackupEnd }> {
  const hash = createHash('sha256')
  let head: BackupHead | undefined
  let before: string | undefined
  for await (const line of linesIn(path)) {
    if (before !== undefined) {
      head ??= headOf(before)
      hash.update(`${before}\n`)
    }
    before = line
  }
  const end = endOf(before)
  if (head === undefined || end === undefined) throw new BackupError('The backup is cut off: its end is missing. Take another one.')
  if (end.sha256 !== hash.digest('hex')) throw new BackupError('The backup is damaged: its checksum does not fit. Take another one.')
  return { head, end }
}

/** The rows of a backup that was checked. */
export async function * backupRows (path: string): AsyncGenerator<BackupRow, void> {
  let isFirst = true
  for await (const line of linesIn(path)) {
    if (!isFirst && !line.startsWith('{"sequences"')) yield JSON.parse(line)
    isFirst = false
  }
}

async function * linesIn (path: string): AsyncGenerator<string, void> {
  const file = createReadStream(path)
  const text = createGunzip()
  let failure: unknown
  pipeline(file, text, error => { failure = error })
  try {
    for await (const line of createInterface({ input: text, crlfDelay: Infinity })) yield line
  } catch (error) {
    failure ??= error
  }
  if (failure === undefined) return
  const { code } = failure as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') throw failure
  throw new BackupError(code === 'Z_BUF_ERROR' ? 'The backup is cut off. Take another one.' : 'The file is no backup, or a damaged one. Take another one.')
}

function headOf (line: string): BackupHead {
  const head = parsed(line) as Partial<BackupHead> | undefined
  if (head?.format !== FORMAT) throw new BackupError(`The file is no backup of this program, whose files begin with ${FORMAT}.`)
  return head as BackupHead
}

function endOf (line: string | undefined): BackupEnd | undefined {
  const end = parsed(line ?? '') as Partial<BackupEnd> | undefined
  return typeof end?.sha256 === 'string' && end.rows !== undefined && end.sequences !== undefined ? end as BackupEnd : undefined
}

function parsed (line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
