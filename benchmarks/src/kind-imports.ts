import { loadTaxonomy } from '@padan/taxonomy'
import pg from 'pg'
import { onPostgres } from './on-postgres.ts'
import { importPeople, importTable, inventedNik } from './people-import.ts'

/**
 * A table of each kind of the registry, one after another, into a PostgreSQL of its own: `node benchmarks/dist/kind-imports.js [rows of each]`
 * (default 10,000). Every row creates or changes something; the rate is from the first byte sent to the last row stored.
 */
const DEFAULT_ROWS = 10_000
const numRows = Number(process.argv[2] ?? DEFAULT_ROWS)
const taxonomy = await loadTaxonomy()

/** Tables of rows, in an order in which what they name is there. */
const TABLES: ReadonlyArray<readonly [kind: string, header: string, row: (number: number) => string]> = [
  ['certificates', 'nik,number,issuer,scheme,units,issuedOn,expiresOn', number => `${inventedNik(number)},SER ${number},LSP Contoh,Juru Las,${taxonomy.units.codeAt(number % taxonomy.units.size)},2024-05-31,2027-05-31`],
  ['work-history', 'nik,employer,position,from', number => `${inventedNik(number)},CV Contoh ${number % 500},Juru las,2021-07`],
  ['trainings', 'nik,name,year', number => `${inventedNik(number)},Pelatihan las BLK,2022`],
  ['outcomes', 'nik,outcome,reason', number => `${inventedNik(number)},dihapus,moved`],
  ['employers', 'externalId,name,kind,region,address', number => `F-${number},PT Contoh ${number.toString(36)} Jaya,private,36.71,Jl. Industri ${number}`],
  ['postings', 'externalId,employer,title,seats,closes,channel,scheme', number => `L-${number},F-${number % 1000},Juru las ${number},3,2099-12-31,AKL,job`],
]

await onPostgres(taxonomy, async (service, authorization, databaseUrl) => {
  tell('people', (await importPeople(service, authorization, numRows)).seconds)
  // A verifier's approvals are not what is measured; who is on the register is also in the rankings, and can leave.
  await approve(databaseUrl)
  for (const [kind, header, row] of TABLES) {
    const table = [header, ...Array.from({ length: numRows }, (_, number) => row(number))].join('\n')
    tell(kind, (await importTable(service, authorization, kind, table, numRows)).seconds)
  }
})

async function approve (connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(`
    with active as (update people set state = 'active' returning id)
    insert into person_events (person_id, number, kind, booked_on, at, by, flow, sex, age_group, education, detail)
    select id, 2, 'registered', current_date, now(), 'benchmark', 1, 'male', '20-29', 'SMK', '{}' from active`)
  await client.end()
}

function tell (kind: string, seconds: number): void {
  console.log(`${kind}: ${numRows} rows in ${seconds.toFixed(1)} s, ${Math.round(numRows / seconds)} rows/s`)
}
