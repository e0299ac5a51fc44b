import type { HeldUnit } from '@padan/matcher'
import type { Apply, Desk } from '../../people/desk.ts'
import type { KnownPeople } from '../../people/look-up-people.ts'
import { changedPerson, changePeople, type ChangedPerson } from '../../people/register-person.ts'
import { keyOf, sealedOf, storedCertificates, writeCertificates, type Certificate, type CertificateWrite, type StoredCertificate } from './certificate-rows.ts'
import { column, type Kind, type RowSet, type Stored } from './kind.ts'
import { lookUpWhose, namesOfWhose, personOfRow, readWhose, WHOSE_COLUMNS, type Whose } from './whose.ts'

type CertificateRow = Whose & { certificate: Certificate }

const LONGEST = 200
const LONGEST_REFUSED = 'at most 200 characters'
const LONGEST_REFUSED_ID = 'paling banyak 200 karakter'

/** Certificates of competence: each of its units becomes certified evidence in the person's match profile, through the day on which it expires. */
export const certificates: Kind<CertificateRow> = {
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
  read (row, { today }) {
    const certificate = { number: row.needed('number'), issuer: row.needed('issuer'), scheme: row.text('scheme'), units: [...new Set(row.list('units'))], issuedOn: row.day('issuedOn'), expiresOn: row.day('expiresOn') }
    if (certificate.units.length === 0) row.refuse('units', 'missing', 'at least one code of a unit', 'paling sedikit satu kode unit')
    for (const name of ['number', 'issuer', 'scheme'] as const) if ((certificate[name] ?? '').length > LONGEST) row.refuse(name, 'too-long', LONGEST_REFUSED, LONGEST_REFUSED_ID)
    if (certificate.issuedOn !== undefined && certificate.issuedOn > today) row.refuse('issuedOn', 'bad-day', 'a day that has come', 'tanggal yang sudah lewat')
    if (certificate.issuedOn !== undefined && certificate.expiresOn !== undefined && certificate.expiresOn < certificate.issuedOn) row.refuse('expiresOn', 'bad-day', 'a day after the day of issue', 'tanggal setelah tanggal terbit')
    return { ...readWhose(row), certificate }
  },
  async lookUp (desk, rows) {
    const known = await lookUpWhose(desk, rows)
    return new CertificateRows(desk, known, await storedCertificates(desk.transaction, [...known.byId.keys()]))
  },
}

class CertificateRows implements RowSet<CertificateRow> {
  readonly #desk: Desk
  readonly #known: KnownPeople
  readonly #stored: ReadonlyMap<string, StoredCertificate>
  readonly #changed: ChangedPerson[] = []
  readonly #certificates: CertificateWrite[] = []

  constructor (desk: Desk, known: KnownPeople, stored: ReadonlyMap<string, StoredCertificate>) {
    this.#desk = desk
    this.#known = known
    this.#stored = stored
  }

  namesOf (row: CertificateRow): readonly string[] {
    return namesOfWhose(this.#known, row)
  }

  decide (row: CertificateRow): Stored {
    const { certificate } = row
    const person = personOfRow(this.#known, row)
    const { number, issuer, units, issuedOn = null, expiresOn = null } = certificate
    const numberHash = this.#desk.registry.vault.blindIndex('nik', `certificate ${issuer.toLowerCase()} ${number.replace(/\s/g, '')}`)
    const known = this.#stored.get(keyOf(person.id, numberHash))
    const before = person.profile.units ?? []
    const held = withUnits(before, certificate)
    // A scheme that a row does not tell stays.
    const knownScheme = known === undefined ? undefined : sealedOf(this.#desk.registry.vault, known).scheme
    const scheme = certificate.scheme ?? knownScheme
    const isKnown = known !== undefined && scheme === knownScheme && known.units.join() === units.join() && known.issuedOn === issuedOn && known.expiresOn === expiresOn
    if (isKnown && held === before) return { did: 'unchanged', subject: person.id }
    const { guardian, ...details } = person.details
    // The matcher's reader knows the codes: what it refuses leaves nothing.
    this.#changed.push(changedPerson(this.#desk, person, { person: details, profile: { ...person.profile, units: held }, guardian }))
    this.#certificates.push({ personId: person.id, numberHash, certificate: { ...certificate, scheme } })
    return { did: known === undefined ? 'created' : 'changed', subject: person.id }
  }

  async write (): Promise<Apply> {
    const apply = await changePeople(this.#desk, this.#changed)
    await writeCertificates(this.#desk, this.#certificates)
    return apply
  }
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
