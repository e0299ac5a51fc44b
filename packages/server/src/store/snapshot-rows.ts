import type { SnapshotPlace } from './snapshot-place.ts'

/** Small enough that neither side ever holds the whole of it as one text. */
const CHUNK_BYTES = 1_048_576

/** Saved indexes in the database. What a cut-off write left is nobody's and goes with the next. */
export const snapshotRows: SnapshotPlace = {
  async keep (db, digest, bytes) {
    for (let position = 0; position * CHUNK_BYTES < bytes.length; position++) {
      const chunk = Buffer.from(bytes.subarray(position * CHUNK_BYTES, (position + 1) * CHUNK_BYTES))
      await db.insertInto('snapshot_chunks').values({ digest, position, bytes: chunk }).onConflict(conflict => conflict.doNothing()).execute()
    }
  },

  async read (db, digest) {
    const chunks: Uint8Array[] = []
    while (true) {
      const chunk = await db.selectFrom('snapshot_chunks').select('bytes').where('digest', '=', digest).where('position', '=', chunks.length).executeTakeFirst()
      if (chunk === undefined) return chunks.length === 0 ? undefined : Buffer.concat(chunks)
      chunks.push(chunk.bytes)
    }
  },

  async keepOnly (db, digest) {
    await db.deleteFrom('snapshot_chunks').where('digest', '<>', digest).execute()
  },
}
