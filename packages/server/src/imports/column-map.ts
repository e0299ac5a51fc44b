import type { Vault } from '../vault/vault.ts'
import type { ImportColumn } from './kinds/kind.ts'

/** How it is known what a column of the file means. `similar`: a guess, which somebody has to confirm. */
export type MappedBy = 'given' | 'remembered' | 'name' | 'similar'

export interface MappedColumn {
  header: string
  /** Name of the kind's column; null for one that is not read. */
  column: string | null
  by: MappedBy | null
}

/** Below this share of common letter pairs two headers have nothing to do with each other. */
const LEAST_SIMILARITY = 0.6
/** A longer header is compared with none: it is no header, and each comparison takes as long as it is. */
const LONGEST_HEADER = 128
/** What files of bad rows have beside the file's own columns. Mended, such a file is imported as it is. */
export const BESIDE: Readonly<Record<'id' | 'en', readonly [line: string, reason: string]>> = { id: ['Baris', 'Alasan ditolak'], en: ['Line', 'Refused because'] }
const NOT_OURS = new Set(Object.values(BESIDE).flat().map(plainHeader))
/** Says that a column of the file is not to be read. */
export const NOT_READ = '-'

/** A header as it is compared: case, spaces and signs do not matter. */
export function plainHeader (header: string): string {
  return header.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]/g, '')
}

/** What a header is remembered by; the header itself may be anything and is not kept. */
export function signatureOf (vault: Vault, header: readonly string[]): string {
  return vault.blindIndex('nik', `header ${JSON.stringify(header.map(plainHeader))}`)
}

export interface MapOptions {
  /** As somebody said, by header. */
  given: Readonly<Record<string, string>>
  /** As it was the last time. */
  remembered?: ReadonlyArray<string | null>
  /** Headers that are not read. */
  beside?: readonly string[]
  /** What is not known may be a guess. Default: true. */
  guess?: boolean
}

/** What the columns of a file mean: as it was given, else as it is remembered, else by names and aliases, else by a guess. Each column once. */
export function mapColumns (header: readonly string[], columns: readonly ImportColumn[], { given, remembered, beside = [], guess = true }: MapOptions): MappedColumn[] {
  const notOurs = new Set([...NOT_OURS, ...beside.map(plainHeader)])
  const known = namesOf(columns)
  const guessable = namesOf(columns.filter(({ tells }) => tells.length === 0))
  const asGiven = new Map(Object.entries(given).map(([name, column]) => [plainHeader(name), column]))
  const taken = new Set<string>()
  const take = (name: string | undefined): string | undefined => {
    if (name === undefined || taken.has(name) || !columns.some(column => column.name === name)) return undefined
    taken.add(name)
    return name
  }
  const mapped: MappedColumn[] = header.map(name => ({ header: name, column: null, by: null }))
  const settle = (by: MappedBy, find: (position: number) => string | undefined): void => {
    mapped.forEach((entry, position) => {
      if (entry.by !== null) return
      const found = take(find(position))
      if (found !== undefined) Object.assign(entry, { column: found, by })
    })
  }
  mapped.forEach((entry, position) => {
    const name = plainHeader(header[position])
    if (asGiven.get(name) === NOT_READ) entry.by = 'given'
    else if (notOurs.has(name)) entry.by = 'name'
  })
  settle('given', position => asGiven.get(plainHeader(header[position])))
  if (remembered !== undefined) {
    settle('remembered', position => remembered[position] ?? undefined)
    for (const [position, entry] of mapped.entries()) if (remembered[position] === null && entry.by === null) entry.by = 'remembered'
  }
  settle('name', position => known.get(plainHeader(header[position])))
  if (guess) settle('similar', position => mostSimilar(plainHeader(header[position]), guessable, taken))
  return mapped
}

/** Needed columns that nothing is. */
export function missingColumns (columns: readonly ImportColumn[], mapped: readonly MappedColumn[]): string[] {
  const found = new Set(mapped.map(({ column }) => column))
  for (const { name, tells } of columns) if (found.has(name)) for (const told of tells) found.add(told)
  return columns.filter(({ name, required }) => required && !found.has(name)).map(({ name }) => name)
}

/** The plain headers that columns answer to. */
function namesOf (columns: readonly ImportColumn[]): Map<string, string> {
  return new Map(columns.flatMap(column => [column.name, column.id, column.en, ...column.aliases].map(name => [plainHeader(name), column.name] as const)))
}

function mostSimilar (header: string, known: ReadonlyMap<string, string>, taken: ReadonlySet<string>): string | undefined {
  if (header.length > LONGEST_HEADER) return undefined
  let best: string | undefined
  let most = LEAST_SIMILARITY
  for (const [name, column] of known) {
    if (taken.has(column)) continue
    const similarity = commonPairs(header, name)
    if (similarity <= most) continue
    most = similarity
    best = column
  }
  return best
}

/** Dice's coefficient over pairs of letters that follow one another: 1 for the same text, 0 for nothing in common. */
function commonPairs (a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return 0
  const pairs = new Map<string, number>()
  for (let at = 0; at < a.length - 1; at++) pairs.set(a.slice(at, at + 2), (pairs.get(a.slice(at, at + 2)) ?? 0) + 1)
  let common = 0
  for (let at = 0; at < b.length - 1; at++) {
    const left = pairs.get(b.slice(at, at + 2)) ?? 0
    if (left === 0) continue
    pairs.set(b.slice(at, at + 2), left - 1)
    common++
  }
  return 2 * common / (a.length + b.length - 2)
}
