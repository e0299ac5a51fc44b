import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ExpectedError } from '../errors/expected-error.ts'
import { KEY_BYTES } from './cipher.ts'

const FILE = 'master.key'
/** A rotation writes the new key here first, and gives it its name when the database has it. */
const NEXT_FILE = 'master.next.key'
const PRIVATE = 0o600
const OTHERS = 0o077

/** Thrown at the start when there is no key, or not the one that the database was sealed with. */
export class KeyError extends ExpectedError {
  override readonly name = 'KeyError'
}

/** What the database keeps to know its key again: it says nothing of the key. */
export function checkOf (key: Uint8Array): string {
  return createHmac('sha256', key).update('padan: key check').digest('hex')
}

/** A key as text: 32 bytes in base64, with either alphabet. Undefined when it is none. */
export function parseKey (text: string): Buffer | undefined {
  const key = Buffer.from(text.trim(), 'base64')
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text.trim()) && key.length === KEY_BYTES ? key : undefined
}

/** A new key, as it is written to a file or given as a setting. */
export function makeKey (): string {
  return randomBytes(KEY_BYTES).toString('base64url')
}

/**
 * The folder with the master key. It stands outside the database, so that neither a copy of the database nor a backup opens anything. Files
 * are readable by their owner alone; one that others can read is refused, as ssh does.
 */
export class KeyFolder {
  readonly path: string

  constructor (path: string) {
    this.path = path
  }

  /** The key, or undefined when there is none. A rotation that was cut off is brought to its end: `check` tells which key the database has. */
  read (check: string | undefined): Buffer | undefined {
    const key = this.#readFile(FILE)
    if (!existsSync(join(this.path, NEXT_FILE))) return key
    const next = this.#readFile(NEXT_FILE)
    if (next !== undefined && checkOf(next) === check) {
      this.finishRotation()
      return next
    }
    rmSync(join(this.path, NEXT_FILE))
    return key
  }

  /** Makes the key of a new database. */
  create (): Buffer {
    const text = makeKey()
    this.write(FILE, `${text}\n`)
    return parseKey(text) as Buffer
  }

  /** Writes the key that is to be, before the database changes to it. */
  beginRotation (): Buffer {
    const text = makeKey()
    this.write(NEXT_FILE, `${text}\n`)
    return parseKey(text) as Buffer
  }

  /** Makes it the key, once the database has changed to it. */
  finishRotation (): void {
    renameSync(join(this.path, NEXT_FILE), join(this.path, FILE))
    this.#sync()
  }

  /** Replaces a file as a whole: whoever reads it, and a power cut, finds the old one or the new one. */
  write (name: string, content: string): void {
    mkdirSync(this.path, { recursive: true, mode: 0o700 })
    const draft = join(this.path, `${name}.draft`)
    writeFileSync(draft, content, { mode: PRIVATE, flush: true })
    // The mode above is of files that were not there.
    chmodSync(draft, PRIVATE)
    renameSync(draft, join(this.path, name))
    this.#sync()
  }

  /** A file's text, or undefined when there is none. Throws KeyError when others can read it. */
  readText (name: string): string | undefined {
    const path = join(this.path, name)
    if (!existsSync(path)) return undefined
    if (process.platform !== 'win32' && (statSync(path).mode & OTHERS) !== 0) {
      throw new KeyError(`Others than its owner can read ${path}. Take that away (chmod 600 ${path}), and think of who may have read it: padan keys rotate makes a new key.`)
    }
    return readFileSync(path, 'utf8')
  }

  #readFile (name: string): Buffer | undefined {
    const text = this.readText(name)
    if (text === undefined) return undefined
    const key = parseKey(text)
    if (key === undefined) throw new KeyError(`${join(this.path, name)} holds no key: 32 bytes in base64 were expected. Put the right file back from where the keys are kept.`)
    return key
  }

  #sync (): void {
    for (const folder of [this.path, dirname(this.path)]) {
      const handle = openSync(folder, 'r')
      try {
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
    }
  }
}
