import { xxh32 } from './checksum.ts'
import { flattenTexts, readTexts } from './text.ts'

/**
 * Named arrays and a small header in one piece of bytes, little-endian:
 *
 *   0   magic            8 bytes, `PADANSN1`
 *   8   length           32-bit words in the whole file, checksum included
 *   12  directory        bytes of the directory
 *   16  directory        JSON as UTF-16: the header, and type, offset and length of every array
 *   ..  arrays           each from a multiple of 16 bytes
 *   end checksum         XXH32 of everything before, in the first word of a last stripe of 16 bytes
 */
const MAGIC = [0x41444150, 0x314e534e]
const STRIPE = 16
const HEAD = 16

export type Column = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float64Array
type Kind = 'Int8Array' | 'Uint8Array' | 'Int16Array' | 'Uint16Array' | 'Int32Array' | 'Uint32Array' | 'Float64Array'
const KINDS: Readonly<Record<Kind, new (buffer: ArrayBuffer, offset: number, length: number) => Column>> =
  { Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float64Array }

export type Columns = Readonly<Record<string, Column>>

interface Entry {
  name: string
  kind: Kind
  offset: number
  length: number
}

interface Directory<Header> {
  header: Header
  entries: Entry[]
}

/** Thrown for bytes that are no snapshot, that are cut or damaged, or that were made for another taxonomy or engine. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError'
}

/** Writes a header (anything JSON) and arrays. O(bytes). */
export function writeArrayFile (header: unknown, columns: Columns): Uint8Array {
  if (!isLittleEndian()) throw new SnapshotError('Snapshots are little-endian, and this machine is not.')
  let entries = layOut(columns, 0)
  const arraysStart = roundUp(HEAD + 2 * JSON.stringify({ header, entries: layOut(columns, Number.MAX_SAFE_INTEGER / 2) }).length)
  entries = layOut(columns, arraysStart)
  const directory = flattenTexts([JSON.stringify({ header, entries })]).units
  const last = entries[entries.length - 1]
  const end = last === undefined ? arraysStart : roundUp(last.offset + columns[last.name].byteLength)
  const bytes = roomFor(end + STRIPE)
  const words = new Int32Array(bytes.buffer)
  words.set([...MAGIC, words.length, directory.byteLength])
  bytes.set(new Uint8Array(directory.buffer), HEAD)
  for (const { name, offset } of entries) bytes.set(new Uint8Array(columns[name].buffer, columns[name].byteOffset, columns[name].byteLength), offset)
  words[end / 4] = xxh32(words.subarray(0, end / 4))
  return bytes
}

/** Throws RangeError for more than can stand in one array here: some 2^32 bytes, or what memory is free. */
function roomFor (numBytes: number): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(numBytes)
  } catch {
    throw new RangeError(`A snapshot of ${numBytes} bytes cannot be held in one piece here; split the population over several matchers, whose rankings merge exactly.`)
  }
}

/** Reads a file back; the arrays are copies. Throws SnapshotError for anything but what writeArrayFile wrote. O(bytes). */
export function readArrayFile<Header> (given: Uint8Array): { header: Header, columns: Columns } {
  if (!isLittleEndian()) throw new SnapshotError('Snapshots are little-endian, and this machine is not.')
  if (given.byteLength < HEAD + STRIPE) throw new SnapshotError(`A snapshot has at least ${HEAD + STRIPE} bytes, got ${given.byteLength}: the file is cut or is something else.`)
  // A copy stands at an even address whatever came, and nobody else can change it.
  const bytes = given.slice()
  const words = new Int32Array(bytes.buffer, 0, Math.floor(bytes.byteLength / 4))
  if (words[0] !== MAGIC[0] || words[1] !== MAGIC[1]) throw new SnapshotError('These bytes are no snapshot: they do not begin with PADANSN1.')
  const length = words[2] >>> 0
  if (bytes.byteLength !== length * 4) throw new SnapshotError(`The snapshot should have ${length * 4} bytes and has ${bytes.byteLength}: it is cut, or something was added.`)
  const end = length - STRIPE / 4
  if (length % 4 !== 0 || xxh32(words.subarray(0, end)) !== words[end] >>> 0) throw new SnapshotError('The snapshot is damaged: its checksum is not that of its bytes. Rebuild it from the records.')
  const { header, entries } = readDirectory<Header>(bytes, words[3])
  const columns: Record<string, Column> = Object.create(null)
  for (const { name, kind, offset, length: items } of entries) columns[name] = new KINDS[kind](bytes.buffer, offset, items)
  return { header, columns }
}

function readDirectory<Header> (bytes: Uint8Array, size: number): Directory<Header> {
  const units = new Uint16Array(bytes.buffer, HEAD, size / 2)
  return JSON.parse(readTexts({ start: Uint32Array.of(0, units.length), units })[0]) as Directory<Header>
}

function layOut (columns: Columns, start: number): Entry[] {
  let offset = start
  return Object.entries(columns).map(([name, column]) => {
    const entry = { name, kind: column.constructor.name as Kind, offset, length: column.length }
    offset = roundUp(offset + column.byteLength)
    return entry
  })
}

function roundUp (bytes: number): number {
  return Math.ceil(bytes / STRIPE) * STRIPE
}

function isLittleEndian (): boolean {
  return new Uint8Array(Uint32Array.of(1).buffer)[0] === 1
}
