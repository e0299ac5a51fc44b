import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import pLimit from 'p-limit'
import { Problem } from '../errors/problem.ts'

/** Each holds 128 MiB at the default cost while it is worked out. */
const AT_ONCE = 2
/** More than these do not wait: they would only wait in vain. */
const WAITING = 40
const TRY_AGAIN = '5'
const SALT_BYTES = 16
const HASH_BYTES = 32
const BLOCK = 8
const FORM = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9_-]+)\$([A-Za-z0-9_-]+)$/

interface Parameters {
  /** Base-2 logarithm of N. */
  ln: number
  r: number
  p: number
}

/**
 * Hashes passwords with scrypt (r=8, p=1), a few at once, so that log-ins cannot eat the memory. The parameters are kept in the hash, as
 * `$scrypt$ln=17,r=8,p=1$salt$hash`: an older cost still verifies, and `isOutdated` tells to hash again.
 */
export class PasswordHasher {
  readonly #cost: Parameters
  readonly #limit = pLimit(AT_ONCE)
  /** Stands in where there is no account or no password, so that an unknown name takes as long as a known one. */
  readonly #nobody: string

  /** `ln`: base-2 logarithm of the cost N, 14 to 20. */
  constructor (ln: number) {
    this.#cost = { ln, r: BLOCK, p: 1 }
    this.#nobody = write(this.#cost, randomBytes(SALT_BYTES), randomBytes(HASH_BYTES))
  }

  /** The hash of a password as `readPassword` gave it. Throws Problem `too-many-tries` when too many wait. */
  async hash (password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES)
    return write(this.#cost, salt, await this.#run(password, salt, this.#cost))
  }

  /** True when the password is the one of the hash. Without a hash: false, after the same work. */
  async verify (stored: string | null | undefined, password: string): Promise<boolean> {
    const [, ln, r, p, salt, hash] = FORM.exec(stored ?? this.#nobody) as RegExpExecArray
    const made = await this.#run(password, Buffer.from(salt, 'base64url'), { ln: Number(ln), r: Number(r), p: Number(p) })
    return timingSafeEqual(made, Buffer.from(hash, 'base64url')) && typeof stored === 'string'
  }

  isOutdated (stored: string): boolean {
    const { ln, r, p } = this.#cost
    return !stored.startsWith(`$scrypt$ln=${ln},r=${r},p=${p}$`)
  }

  async #run (password: string, salt: Buffer, { ln, r, p }: Parameters): Promise<Buffer> {
    if (this.#limit.pendingCount >= WAITING) throw new Problem('too-many-tries', { headers: { 'retry-after': TRY_AGAIN } })
    return await this.#limit(() => new Promise<Buffer>((resolve, reject) => {
      const N = 2 ** ln
      scrypt(password, salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) => error === null ? resolve(key) : reject(error))
    }))
  }
}

function write ({ ln, r, p }: Parameters, salt: Buffer, hash: Buffer): string {
  return `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}
