import type { Config } from '../config.ts'
import { Problem } from '../errors/problem.ts'
import type { DocumentSigner, SignerCredentials } from './document-signer.ts'

/** A signer asks its own certifier in turn; beyond this nobody waits. */
const PATIENCE_MS = 60_000
const MOST_BYTES = 16 * 1_048_576
const MOST_WORDS = 200
const TRY_AGAIN = '30'

export type BsreConfig = Pick<Config, 'BSRE_URL' | 'BSRE_USERNAME' | 'BSRE_PASSWORD'>

/** The signer that the settings name; undefined for none. */
export function signerOf ({ BSRE_URL, BSRE_USERNAME, BSRE_PASSWORD }: BsreConfig): DocumentSigner | undefined {
  return BSRE_URL === undefined ? undefined : new BsreSigner(BSRE_URL, `${BSRE_USERNAME}:${BSRE_PASSWORD}`)
}

/**
 * An eSign Client Service of BSrE, which an office runs in its own network: `POST /api/sign/pdf` of its version 1, with the account of this service
 * (Basic), the document, and the NIK and passphrase of whoever signs. The signature is invisible: the sheet stays as it was drawn.
 */
class BsreSigner implements DocumentSigner {
  readonly name = 'BSrE'
  readonly #url: string
  readonly #authorization: string

  constructor (base: string, account: string) {
    this.#url = `${base.replace(/\/+$/, '')}/api/sign/pdf`
    this.#authorization = `Basic ${Buffer.from(account).toString('base64')}`
  }

  async sign (pdf: Buffer, { nik, passphrase }: SignerCredentials): Promise<Buffer> {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'kartu-ak1.pdf')
    form.set('nik', nik)
    form.set('passphrase', passphrase)
    form.set('tampilan', 'invisible')
    const { status, bytes } = await this.#post(form)
    // The account of this service is not the officer's to mend.
    if (status === 401 || status === 403 || status >= 500) throw away()
    if (status !== 200) throw refused(wordsOf(bytes))
    if (!isSigned(bytes)) throw away()
    return bytes
  }

  async #post (body: FormData): Promise<{ status: number, bytes: Buffer }> {
    try {
      // Who holds passphrases is not followed elsewhere.
      const response = await fetch(this.#url, { method: 'POST', headers: { authorization: this.#authorization }, body, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) })
      const pieces: Uint8Array[] = []
      let numBytes = 0
      for await (const piece of response.body ?? []) {
        numBytes += piece.length
        if (numBytes > MOST_BYTES) throw new RangeError('The answer of the signer is too long.')
        pieces.push(piece)
      }
      return { status: response.status, bytes: Buffer.concat(pieces) }
    } catch {
      throw away()
    }
  }
}

/** A PDF that has a signature in it. Whose it is, and whether it is a certified one, is for the certifier's own verifier to tell. */
function isSigned (bytes: Buffer): boolean {
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-' && bytes.includes('/ByteRange')
}

/** What a refusal says, such as that the passphrase is wrong. */
function wordsOf (bytes: Buffer): string {
  try {
    const { error, message } = JSON.parse(bytes.toString()) as { error?: unknown, message?: unknown }
    const words = [error, message].find(text => typeof text === 'string') as string | undefined
    return words?.slice(0, MOST_WORDS) ?? ''
  } catch {
    return ''
  }
}

function refused (words: string): Problem {
  return new Problem('signature-refused', words === '' ? {} : { detail: `The certifier says: ${words}`, detailId: `Jawaban penyelenggara sertifikasi: ${words}` })
}

function away (): Problem {
  return new Problem('signer-away', { headers: { 'retry-after': TRY_AGAIN } })
}
