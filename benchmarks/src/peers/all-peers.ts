import { DuckDb } from './duckdb.ts'
import { FullScan } from './full-scan.ts'
import { MiniSearchPeer } from './minisearch.ts'
import { OramaPeer } from './orama.ts'
import { Oracle } from './oracle.ts'
import type { PeerMaker } from './peer.ts'
import { Postgres } from './postgres.ts'
import { Sqlite } from './sqlite.ts'

/** What people would use instead, in the order in which they are asked. */
export const ALL_PEERS: readonly PeerMaker[] = [
  // Every question takes it seconds beyond that.
  { name: 'oracle', most: 100_000, open: async () => new Oracle() },
  { name: 'full scan', open: async () => new FullScan() },
  { name: 'DuckDB', open: () => DuckDb.open() },
  { name: 'PostgreSQL', open: () => Postgres.open() },
  { name: 'SQLite', open: () => Sqlite.open() },
  { name: 'MiniSearch', open: async () => new MiniSearchPeer() },
  { name: 'Orama', open: async () => new OramaPeer() },
]
