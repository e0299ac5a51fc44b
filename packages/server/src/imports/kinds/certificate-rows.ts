import { sql, type Transaction } from 'kysely'
import { insertRows } from '../../database/row-set.ts'
import type { Tables } from '../../database/tables.ts'
import { newId, type Desk } from '../../people/desk.ts'
import { SEPARATOR } from '../../tables/cells.ts'
import type { Vault } from '../../vault/vault.ts'

export interface Certificate {
  number: string
  issuer: string
  scheme?: string
  units: string[]
  issuedOn?: string
  /** Valid through this day; undefined: for good. */
  expiresOn?: string
}

/** What is stored of a certificate in the open. */
export interface StoredCertificate {
  personId: string
  numberHash: string
  /** Number, issuer and scheme. */
  sealed: string
  units: string[]
  issuedOn: string | null
  expiresOn: string | null
}

export interface CertificateWrite {
  personId: string
  numberHash: string
  certificate: Certificate
}

/** What a certificate is known by. */
export function keyOf (personId: string, numberHash: string): string {
  return `${personId} ${numberHash}`
}

export async function storedCertificates (db: Desk['transaction'], personIds: readonly string[]): Promise<ReadonlyMap<string, StoredCertificate>> {
  const { rows } = await sql<StoredCertificate>`
    select person_id as "personId", number_hash as "numberHash", sealed, units, to_char(issued_on, 'YYYY-MM-DD') as "issuedOn", to_char(expires_on, 'YYYY-MM-DD') as "expiresOn"
    from certificates where person_id = any(${personIds}::text[])`.execute(db)
  return new Map(rows.map(row => [keyOf(row.personId, row.numberHash), row]))
}

/** What of a certificate is sealed. */
export function sealedOf (vault: Vault, { personId, sealed }: StoredCertificate): Pick<Certificate, 'number' | 'issuer' | 'scheme'> {
  return JSON.parse(vault.open(personId, sealed)) as Pick<Certificate, 'number' | 'issuer' | 'scheme'>
}

/** Stores certificates, or what has changed of them, by one statement. */
export async function writeCertificates ({ transaction, registry: { vault } }: Desk, certificates: readonly CertificateWrite[]): Promise<void> {
  const rows = certificates.map(({ personId, numberHash, certificate: { number, issuer, scheme, units, issuedOn = null, expiresOn = null } }) => ({
    id: newId('c'), person_id: personId, number_hash: numberHash, sealed: vault.seal(personId, JSON.stringify({ number, issuer, scheme })), units, issued_on: issuedOn, expires_on: expiresOn, revision: 1,
  }))
  await insertRows(transaction, 'certificates', rows, sql`
    on conflict (person_id, number_hash) do update set sealed = excluded.sealed, units = excluded.units, issued_on = excluded.issued_on, expires_on = excluded.expires_on,
      revision = certificates.revision + 1`)
}

/** Header of the table that exports give and imports take. */
export const CERTIFICATE_HEADER = ['personId', 'number', 'issuer', 'scheme', 'units', 'issuedOn', 'expiresOn'] as const satisfies ReadonlyArray<keyof Certificate | 'personId'>

/** People's certificates as rows of that table, unsealed, by person, in the order of their issue: one statement. Whoever shows them to somebody records that. */
export async function certificateRows (db: Transaction<Tables>, vault: Vault, personIds: readonly string[]): Promise<ReadonlyMap<string, string[][]>> {
  const stored = await storedCertificates(db, personIds)
  const byPerson = new Map<string, Certificate[]>()
  for (const certificate of stored.values()) {
    const { personId, units, issuedOn, expiresOn } = certificate
    byPerson.set(personId, [...byPerson.get(personId) ?? [], { ...sealedOf(vault, certificate), units, issuedOn: issuedOn ?? '', expiresOn: expiresOn ?? '' }])
  }
  return new Map([...byPerson].map(([personId, certificates]) => [personId, certificates
    .map(({ number, issuer, scheme = '', units, issuedOn = '', expiresOn = '' }) => [personId, number, issuer, scheme, units.join(SEPARATOR), issuedOn, expiresOn])
    .sort((a, b) => orderOf(a) < orderOf(b) ? -1 : 1)]))
}

/** By the day of issue; the rest for an order that is the same everywhere. */
function orderOf ([, number, issuer, , , issuedOn]: readonly string[]): string {
  return JSON.stringify([issuedOn, issuer, number])
}
