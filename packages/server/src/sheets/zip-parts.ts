import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { fromRandomAccessReader, RandomAccessReader, type Entry, type ZipFile } from 'yauzl'
import type { Spool } from '../imports/spool.ts'
import { damaged, sheetError, tooMuch } from './sheet-error.ts'

/** A workbook of ten sheets has some thirty parts. */
const MOST_PARTS = 2000
/** Most bytes that all parts read may have unpacked: a hundred times those of the file, where tables have ten to thirty, and never more than this. */
const MOST_BYTES = 536_870_912
const MOST_RATIO = 100
const ALWAYS_BYTES = 16_777_216
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]

/**
 * The parts of a zip file, by name, unpacked as they are read. What a part says of its own size is not believed: bytes are counted as they
 * come, and more than is allowed ends the reading.
 */
export class ZipParts {
  readonly #file: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>
  readonly #mostBytes: number
  #bytes = 0

  private constructor (file: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#mostBytes = Math.min(MOST_BYTES, ALWAYS_BYTES + MOST_RATIO * file.fileSize)
    this.#file = file
    this.#entries = entries
  }

  /** Throws FileError for what is no zip file. */
  static async open (spool: Spool): Promise<ZipParts> {
    refuseOthers(await spool.read(0, 4))
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true }
    try {
      const file = await promisify<RandomAccessReader, number, typeof options, ZipFile>(fromRandomAccessReader as never)(new SpoolReader(spool), await spool.size(), options)
      return new ZipParts(file, await entriesOf(file))
    } catch (error) {
      throw asFileError(error)
    }
  }

  has (name: string): boolean {
    return this.#entries.has(name)
  }

  /** A part's bytes as they are unpacked. Throws FileError when there is none such, when it is damaged, and once there are too many. */
  async * read (name: string): AsyncGenerator<Uint8Array, void> {
    const entry = this.#entries.get(name)
    if (entry === undefined) throw damaged()
    let stream: Readable | undefined
    try {
      stream = await promisify<Entry, Readable>(this.#file.openReadStream.bind(this.#file))(entry)
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        this.#bytes += chunk.length
        if (this.#bytes > this.#mostBytes) throw tooMuch(`${this.#mostBytes} bytes unpacked`, `${this.#mostBytes} bita setelah dibuka`)
        yield chunk
      }
    } catch (error) {
      throw asFileError(error)
    } finally {
      stream?.destroy()
    }
  }
}

/** yauzl reads by position; so does the spool. */
class SpoolReader extends RandomAccessReader {
  readonly #spool: Spool

  constructor (spool: Spool) {
    super()
    this.#spool = spool
  }

  override _readStreamForRange (start: number, end: number): Readable {
    return Readable.from(this.#spool.range(start, end), { objectMode: false })
  }
}

async function entriesOf (file: ZipFile): Promise<Map<string, Entry>> {
  if (file.entryCount > MOST_PARTS) throw tooMuch(`${MOST_PARTS} parts`, `${MOST_PARTS} bagian`)
  const entries = new Map<string, Entry>()
  await new Promise<void>((resolve, reject) => {
    file.on('error', reject)
    file.on('end', resolve)
    file.on('entry', (entry: Entry) => {
      // Two parts of one name: which is meant cannot be told.
      if (entries.has(entry.fileName) || entry.isEncrypted()) reject(damaged())
      entries.set(entry.fileName, entry)
      file.readEntry()
    })
    file.readEntry()
  })
  return entries
}

function refuseOthers (head: Uint8Array): void {
  if (OLD_OFFICE.every((byte, position) => head[position] === byte)) {
    throw sheetError('old-workbook', 'an .xlsx file without a password',
      'The file is an old Excel workbook (.xls) or has a password. Save it as .xlsx without a password and send it again.',
      'Berkas adalah buku kerja Excel lama (.xls) atau memakai kata sandi. Simpan sebagai .xlsx tanpa kata sandi lalu kirim lagi.')
  }
  if (!ZIP.every((byte, position) => head[position] === byte)) {
    throw sheetError('not-a-workbook', 'an .xlsx file',
      'The file is no .xlsx workbook, whatever its name. Send tables as text/csv, records as application/x-ndjson.',
      'Berkas bukan buku kerja .xlsx, apa pun namanya. Kirim tabel sebagai text/csv, data sebagai application/x-ndjson.')
  }
}

/** What the unpacker finds wrong, in our words; errors of the machine stay what they are. */
function asFileError (error: unknown): unknown {
  const { name, syscall } = error as NodeJS.ErrnoException
  return name === 'FileError' || syscall !== undefined ? error : damaged()
}
