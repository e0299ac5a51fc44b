import type { Notice } from '../schemas/import.ts'
import { FileError } from '../tables/file-error.ts'
import type { Source } from '../tables/source.ts'
import { tableRows } from '../tables/table-rows.ts'
import type { Vault } from '../vault/vault.ts'
import { mapColumns, missingColumns, type MappedColumn } from './column-map.ts'
import { belowTitles, headerOf, isNoData, passedOver, twins } from './office-sheet.ts'
import type { Kind } from './kinds/kind.ts'
import { waitingRow, type WaitingRow } from './read-row.ts'
import { Spool } from './spool.ts'

/** Rows that are stored together, and in one transaction with the mode `valid`: about a tenth of a second, for which other writes wait. */
export const CHUNK_ROWS = 500
/** Ends a chunk's line; no sealed text holds it. */
const LINE_END = '\n'

export interface TableOptions {
  format: 'csv' | 'xlsx'
  sheet?: string
  kind: Kind
  given: Readonly<Record<string, string>>
  remember: (header: readonly string[]) => Promise<ReadonlyArray<string | null> | undefined>
  /** A guess may stand: nothing will be stored. */
  dryRun: boolean
  vault: Vault
  /** What the rows are sealed for. */
  sealedFor: string
}

/** A file that was read to its end; its rows wait, sealed, in chunks. */
export interface ReceivedTable {
  header: string[]
  mapped: MappedColumn[]
  /** Needed columns that nothing in the file is. */
  missing: string[]
  notices: Notice[]
  rows: number
  chunks: () => AsyncGenerator<string, void>
  close: () => Promise<void>
}

/** Reads a table and maps its columns, without touching the database. Throws FileError. */
export async function receiveTable (source: Source, options: TableOptions): Promise<ReceivedTable> {
  const { format, sheet, kind, vault, sealedFor } = options
  const notices: Notice[] = []
  const spool = await Spool.create()
  try {
    let found: { header: string[], mapped: MappedColumn[], missing: string[] } | undefined
    let chunk: WaitingRow[] = []
    let rows = 0
    let numPassedOver = 0
    const flush = async (): Promise<void> => {
      if (chunk.length > 0) await spool.append(vault.seal(sealedFor, JSON.stringify(chunk)) + LINE_END)
      chunk = []
    }
    for await (const row of belowTitles(tableRows(source, format, sheet, notices), options, notices)) {
      if (found === undefined) {
        found = await readHeader(row.cells, row.line, options, notices)
        continue
      }
      // Without a needed column there is nothing to be said of the rows.
      if (found.missing.length > 0) continue
      if (isNoData(row.cells, found.header)) {
        numPassedOver++
        continue
      }
      chunk.push(waitingRow(row, found.header.length))
      rows++
      if (chunk.length === CHUNK_ROWS) await flush()
    }
    await flush()
    const { header, mapped, missing } = found ?? await readHeader([], 1, options, notices)
    for (const { column, by } of mapped) if (by === 'similar') notices.push(guessed(column as string, kind))
    notices.push(...twins(mapped))
    if (numPassedOver > 0) notices.push(passedOver(numPassedOver))
    return { header, mapped, missing, notices, rows, chunks: () => linesOf(spool), close: () => spool.close() }
  } catch (error) {
    await spool.close()
    throw error
  }
}

async function readHeader (cells: readonly string[], line: number, { kind, given, remember, dryRun }: TableOptions, notices: readonly Notice[]): Promise<{ header: string[], mapped: MappedColumn[], missing: string[] }> {
  const header = headerOf(cells)
  const mapped = mapColumns(header, kind.columns, { given, remembered: await remember(header), beside: kind.beside })
  const missing = missingColumns(kind.columns, mapped)
  if (dryRun) return { header, mapped, missing }
  if (missing.length > 0) throw withoutColumns(line, missing, kind, notices.find(({ code }) => code === 'other-sheets'))
  const guess = mapped.find(({ by }) => by === 'similar')
  if (guess !== undefined) throw unsure(line, guess.column as string, mapped.indexOf(guess) + 1)
  return { header, mapped, missing }
}

async function * linesOf (spool: Spool): AsyncGenerator<string, void> {
  let rest = ''
  for await (const bytes of spool.source()) {
    const lines = (rest + Buffer.from(bytes).toString('latin1')).split(LINE_END)
    rest = lines.pop() as string
    yield * lines
  }
}

function guessed (name: string, kind: Kind): Notice {
  const { en, id } = kind.columns.find(column => column.name === name) as Kind['columns'][number]
  return {
    code: 'guessed-column',
    message: `A column was taken for '${name}' (${en}) because its header is similar. Confirm it with mapping= before you import.`,
    messageId: `Satu kolom dianggap '${name}' (${id}) karena judulnya mirip. Pastikan dengan mapping= sebelum mengimpor.`,
  }
}

/** With the hint that another sheet may be meant, where there is one. */
function withoutColumns (line: number, missing: readonly string[], kind: Kind, hint: Notice | undefined): FileError {
  const names = kind.columns.filter(({ required }) => required).map(({ name }) => name).join(', ')
  return new FileError({
    row: line,
    code: 'missing-column',
    expected: `a header line with ${names}`,
    message: `Line ${line}: no column was found for ${missing.join(', ')}. A dry run (dryRun=true) shows how each header is understood; say with mapping= what yours mean.${hint === undefined ? '' : ` ${hint.message}`}`,
    messageId: `Baris ${line}: tidak ada kolom untuk ${missing.join(', ')}. Uji coba (dryRun=true) menunjukkan arti setiap judul kolom; jelaskan dengan mapping=.${hint === undefined ? '' : ` ${hint.messageId}`}`,
  })
}

function unsure (line: number, column: string, position: number): FileError {
  return new FileError({
    row: line,
    code: 'unsure-column',
    column: String(position),
    expected: 'a confirmed column',
    message: `Line ${line}: column ${position} may be '${column}', by a similar header alone. Confirm with mapping=, or leave it out with "-". It is remembered then.`,
    messageId: `Baris ${line}: kolom ke-${position} mungkin '${column}', hanya karena judulnya mirip. Pastikan dengan mapping=, atau abaikan dengan "-". Pilihan itu akan diingat.`,
  })
}
