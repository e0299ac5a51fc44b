/** A file that can be read several times from its beginning: its bytes in chunks. */
export type Source = () => AsyncIterable<Uint8Array>

/** Which tables there are and how they are written. */
export type TableFormat = 'csv' | 'ndjson' | 'xlsx'

export const MEDIA_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
