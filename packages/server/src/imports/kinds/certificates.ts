import { sql } from 'kysely'
import type { HeldUnit } from '@padan/matcher'
import { newId, type Desk } from '../../people/desk.ts'
import type { StoredPerson } from '../../people/people-rows.ts'
import { changePerson } from '../../people/register-person.ts'
import { column, type Kind, type Stored } from './kind.ts'
import { whose, WHOSE_COLUMNS } from './whose.ts'

interface Certificate {
  number: string
  issuer: string
  scheme?: string
  units: string[]
  issuedOn?: string
  /** Valid through this day; undefined: for good. */
  expiresOn?: string
}

const LONGEST = 200
const LONGEST_REFUSED = 'at most 200 characters'
const LONGEST_REFUSED_ID = 'paling banyak 200 karakter'

/** Certificates of competence: each of its units becomes certified evidence in the person's match profile, through the day on which it expires. */
export const certificates: Kind = {
  columns: [
    ...WHOSE_COLUMNS,
    column({ name: 'number', id: 'Nomor sertifikat', en: 'Certificate number', aliases: ['nosertifikat', 'sertifikat', 'certificateno'], required: true, example: '71100 3421 7 0000001 2024', help: 'As on the certificate', helpId: 'Sesuai sertifikat' }),
    column({ name: 'issuer', id: 'Penerbit', en: 'Issuer', aliases: ['lsp', 'namalsp', 'lembaga', 'lembagasertifikasi'], required: true, example: 'LSP Contoh (BNSP)', help: 'Who certified it, such as an LSP licensed by BNSP', helpId: 'Yang menerbitkan, misalnya LSP berlisensi BNSP' }),
    column({ name: 'scheme', id: 'Skema', en: 'Scheme', aliases: ['skemasertifikasi', 'namaskema'], example: 'Juru Las SMAW', help: 'Name of the scheme', helpId: 'Nama skema' }),
    column({ name: 'units', id: 'Unit kompetensi', en: 'Units', aliases: ['unit', 'kodeunit', 'kodeunitkompetensi', 'skkni'], required: true, example: 'M.702090.019.02|M.702090.001.02', help: 'SKKNI codes of the units, | between them', helpId: 'Kode unit SKKNI, dipisah |' }),
    column({ name: 'issuedOn', id: 'Tanggal terbit', en: 'Issued on', aliases: ['tglterbit', 'terbit', 'tanggalsertifikat'], example: '2024-05-31', help: 'A day', helpId: 'Tanggal' }),
    column({ name: 'expiresOn', id: 'Berlaku sampai', en: 'Expires on', aliases: ['masaberlaku', 'berlakuhingga', 'kedaluwarsa', 'kadaluarsa', 'tanggalkedaluwarsa', 'expires'], example: '2027-05-31', help: 'The last day on which it counts; empty for one that does not expire', helpId: 'Hari terakhir berlaku; kosong bila tidak kedaluwarsa' }),
  ],
  action: 'certificate-imported',
  columnAt: pointer => pointer.startsWith('/profile/units') ? 'units' : undefined,
  async store (desk, row) {
    const given = { number: row.needed('number'), issuer: row.needed('issuer'), scheme: row.text('scheme'), units: [...new Set(row.list('units'))], issuedOn: row.day('issuedOn'), expiresOn: row.day('expiresOn') }
    if (given.units.length === 0) row.refuse('units', 'missing', 'at least one code of a unit', 'paling sedikit satu kode unit')
    for (const name of ['number', 'issuer', 'scheme'] as const) if ((given[name] ?? '').length > LONGEST) row.refuse(name, 'too-long', LONGEST_REFUSED, LONGEST_REFUSED_ID)
    if (given.issuedOn !== undefined && given.issuedOn > desk.today) row.refuse('issuedOn', 'bad-day', 'a day that has come', 'tanggal yang sudah lewat')
    if (given.issuedOn !== undefined && given.expiresOn !== undefined && given.expiresOn < given.issuedOn) row.refuse('expiresOn', 'bad-day', 'a day after the day of issue', 'tanggal setelah tanggal terbit')
    const person = await whose(desk, row)
    return await certify(desk, person, given)
  },
}

async function certify (desk: Desk, person: StoredPerson, certificate: Certificate): Promise<Stored> {
  const { transaction, registry: { vault } } = desk
  const { number, issuer, scheme, units, issuedOn, expiresOn } = certificate
  const numberHash = vault.blindIndex('nik', `certificate ${issuer.toLowerCase()} ${number.replace(/\s/g, '')}`)
  const known = await transaction.selectFrom('certificates').select(['id', 'units', 'revision', day('issued_on').as('issuedOn'), day('expires_on').as('expiresOn')])
    .where('person_id', '=', person.id).where('number_hash', '=', numberHash).executeTakeFirst()
  const before = person.profile.units ?? []
  const held = withUnits(before, certificate)
  const isKnown = known !== undefined && known.units.join() === units.join() && known.issuedOn === (issuedOn ?? null) && known.expiresOn === (expiresOn ?? null)
  if (isKnown && held === before) return { did: 'unchanged', subject: person.id }
  const { guardian, ...details } = person.details
  // The matcher's reader knows the codes: what it refuses leaves nothing.
  const { apply } = await changePerson(desk, person, { person: details, profile: { ...person.profile, units: held }, guardian })
  const values = { sealed: vault.seal(person.id, JSON.stringify({ number, issuer, scheme })), units: JSON.stringify(units), issued_on: issuedOn ?? null, expires_on: expiresOn ?? null }
  if (known === undefined) await transaction.insertInto('certificates').values({ id: newId('c'), person_id: person.id, number_hash: numberHash, ...values, revision: 1 }).execute()
  else await transaction.updateTable('certificates').set({ ...values, revision: known.revision + 1 }).where('id', '=', known.id).execute()
  return { did: known === undefined ? 'created' : 'changed', subject: person.id, apply }
}

/** The held units with those of a certificate among them; the same list when they say nothing new. A later expiry stays: another certificate has it. */
function withUnits (held: HeldUnit[], { units, expiresOn }: Certificate): HeldUnit[] {
  let isChanged = false
  const merged = new Map(held.map(unit => [unit.unit, unit]))
  for (const unit of units) {
    const known = merged.get(unit)
    const isAsGood = known?.evidence === 'certified' && (known.expires === undefined || (expiresOn !== undefined && known.expires >= expiresOn))
    if (isAsGood) continue
    merged.set(unit, { unit, evidence: 'certified', ...(expiresOn === undefined ? {} : { expires: expiresOn }) })
    isChanged = true
  }
  return isChanged ? [...merged.values()] : held
}

function day (name: string): ReturnType<typeof sql<string | null>> {
  return sql<string | null>`to_char(${sql.ref(name)}, 'YYYY-MM-DD')`
}
