import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const HEX = 128

export const ACCOUNT = { BSRE_USERNAME: 'padan', BSRE_PASSWORD: 'rahasia dinas' }
export const OFFICER = { nik: '3671010101800001', passphrase: 'Kopi#Susu-2026' }

export interface Signer {
  url: string
  /** What came, in order. */
  asked: Array<{ path: string, fields: string[] }>
  /** Answers with this instead, once. */
  next?: { status: number, body: string }
  close: () => Promise<void>
}

/** A signer that others reach over HTTP, as an eSign Client Service is: it looks at the account, the NIK and the passphrase, and signs the bytes it is given. */
export async function openSigner (): Promise<Signer> {
  // The service keeps its connections; on a busy machine one that is closed at that moment would look like a signer that is away.
  const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
    answer(request.headers, request).then(({ status, body }) => response.writeHead(status, { 'content-type': typeof body === 'string' ? 'application/json' : 'application/pdf' }).end(body), error => response.writeHead(500).end(String(error)))
  })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  const signer: Signer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    close: async () => { await new Promise(resolve => { server.close(resolve); server.closeAllConnections() }) },
  }
  return signer

  async function answer (headers: NodeJS.Dict<string | string[]>, request: AsyncIterable<Buffer> & { url?: string }): Promise<{ status: number, body: string | Buffer }> {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    const form = await new Response(Buffer.concat(pieces), { headers: { 'content-type': String(headers['content-type']) } }).formData()
    signer.asked.push({ path: String(request.url), fields: [...form.keys()] })
    if (signer.next !== undefined) {
      const { next } = signer
      signer.next = undefined
      return next
    }
    if (headers.authorization !== `Basic ${Buffer.from(`${ACCOUNT.BSRE_USERNAME}:${ACCOUNT.BSRE_PASSWORD}`).toString('base64')}`) return { status: 401, body: '{"error":"Unauthorized"}' }
    if (form.get('nik') !== OFFICER.nik || form.get('passphrase') !== OFFICER.passphrase) return { status: 400, body: '{"error":"Passphrase anda salah","status_code":2031}' }
    return { status: 200, body: signed(Buffer.from(await (form.get('file') as File).arrayBuffer())) }
  }
}

/** The document with a signature over every byte but its own, added behind what was there. */
function signed (pdf: Buffer): Buffer {
  const before = Buffer.concat([pdf, Buffer.from('\n')])
  const head = (range: string): string => `9999 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ed25519.test /ByteRange [${range.padEnd(40)}] /Contents <`
  const tail = Buffer.from(`> >>\nendobj\nxref\n9999 1\n${String(before.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 10000 >>\nstartxref\n${before.length}\n%%EOF\n`)
  const start = before.length + head('').length - 1
  const whole = Buffer.from(head(`0 ${start} ${start + HEX + 2} ${tail.length - 1}`))
  const parts = [Buffer.concat([before, whole.subarray(0, -1)]), tail.subarray(1)]
  return Buffer.concat([parts[0], Buffer.from(`<${sign(null, Buffer.concat(parts), privateKey).toString('hex')}>`), parts[1]])
}

/** Whether a document is as the signer signed it. */
export function isSigned (pdf: Buffer): boolean {
  const range = /\/ByteRange \[([\d ]+)\]/.exec(pdf.toString('latin1'))
  if (range === null) return false
  const [from, length, after, rest] = range[1].trim().split(' ').map(Number)
  const hex = pdf.subarray(from + length + 1, after - 1).toString()
  return after + rest === pdf.length && verify(null, Buffer.concat([pdf.subarray(from, from + length), pdf.subarray(after)]), publicKey, Buffer.from(hex, 'hex'))
}
