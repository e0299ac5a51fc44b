import { csvRows } from '../tables/csv-rows.ts'
import { encodingOf, textOf } from '../tables/encoding.ts'
import { FileError } from '../tables/file-error.ts'
import type { Source } from '../tables/source.ts'
import { ADVERT_COLUMNS, advertColumns, type AdvertRow } from './advert-row.ts'

/**
 * The rows of a CSV file of adverts, by column; a row that is cut short keeps the cells it has. `source` gives the file's bytes from the
 * beginning each time it is called. Throws FileError when it is no file of adverts.
 */
export async function * advertRows (source: Source): AsyncGenerator<AdvertRow, void> {
  let header: readonly string[] | undefined
  for await (const { line, cells } of csvRows(textOf(source, await encodingOf(source)))) {
    if (header === undefined) {
      header = cells.map(cell => cell.trim().toLowerCase())
      if (!advertColumns(header)) throw notAdverts(line)
    } else {
      const columns = header
      yield Object.fromEntries(ADVERT_COLUMNS.map(column => [column, cells[columns.indexOf(column)]]))
    }
  }
  if (header === undefined) throw notAdverts(1)
}

function notAdverts (line: number): FileError {
  const names = ADVERT_COLUMNS.join(', ')
  return new FileError({
    row: line,
    code: 'no-adverts',
    expected: `a header with the columns ${names}`,
    message: `Line ${line}: this is no file of adverts; expected a header with the columns ${names}. A table of vacancies goes to --vacancies.`,
    messageId: `Baris ${line}: ini bukan berkas iklan lowongan; seharusnya baris judul dengan kolom ${names}. Tabel lowongan diberikan lewat --vacancies.`,
  })
}
