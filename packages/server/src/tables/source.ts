/** A file that can be read several times from its beginning: its bytes in chunks. */
export type Source = () => AsyncIterable<Uint8Array>

/** Which tables there are and how they are written. */
export type TableFormat = 'csv' | 'ndjson'
