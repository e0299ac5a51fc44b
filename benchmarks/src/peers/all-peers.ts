import type { Seeker } from '@padan/matcher'
import type { VacancyMarket } from '../vacancy-market.ts'
import { DuckDb } from './duckdb.ts'
import { FullScan } from './full-scan.ts'
import { MiniSearchPeer } from './minisearch.ts'
import { OramaPeer } from './orama.ts'
import { Oracle } from './oracle.ts'
import type { PeerMaker } from './peer.ts'
import { Postgres } from './postgres.ts'
import { Sqlite } from './sqlite.ts'
import { VacancyDuckDb } from './vacancy-duckdb.ts'
import { VacancyFullScan } from './vacancy-full-scan.ts'
import { VacancyOracle } from './vacancy-oracle.ts'

/** Beyond so many records every question takes the oracle seconds. */
const MOST_FOR_ORACLE = 100_000

/** What people would use instead, in the order in which they are asked. */
export const ALL_PEERS: readonly PeerMaker[] = [
  { name: 'oracle', most: MOST_FOR_ORACLE, open: async () => new Oracle() },
  { name: 'full scan', open: async () => new FullScan() },
  { name: 'DuckDB', open: () => DuckDb.open() },
  { name: 'PostgreSQL', open: () => Postgres.open() },
  { name: 'SQLite', open: () => Sqlite.open() },
  { name: 'MiniSearch', open: async () => new MiniSearchPeer() },
  { name: 'Orama', open: async () => new OramaPeer() },
]

/** The same the other way round: vacancies for a seeker. */
export const VACANCY_PEERS: readonly PeerMaker<VacancyMarket, Seeker>[] = [
  { name: 'oracle', most: MOST_FOR_ORACLE, open: async () => new VacancyOracle() },
  { name: 'full scan', open: async () => new VacancyFullScan() },
  { name: 'DuckDB', open: () => VacancyDuckDb.open() },
]
