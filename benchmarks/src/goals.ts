/** How many times the index's time a peer should take, for a million records. */
export const PEER_GOALS: Readonly<Record<string, string>> = { DuckDB: 'ratio >= 100', PostgreSQL: 'ratio >= 1000', 'full scan': 'ratio >= 300' }

/** Goals of time are stated for so many records. */
export const GOALS_FOR = 1_000_000
