import type { Desk } from '../../people/desk.ts'
import { plainNik } from '../../people/nik.ts'
import { findPerson, requirePerson, type StoredPerson } from '../../people/people-rows.ts'
import type { RowReader } from '../row-reader.ts'
import { column, type ImportColumn } from './kind.ts'

/** How a row says whom it is about: any one of them. */
export const WHOSE_COLUMNS: readonly ImportColumn[] = [
  column({ name: 'cardNumber', id: 'Nomor kartu AK/I', en: 'Card number', aliases: ['nomorkartu', 'nokartu', 'noak1', 'nomorak1', 'nopendaftaran', 'nomorpendaftaran'], exact: true, example: '3671201126000001', help: 'Number of the AK/I card; or the NIK, or the Padan id', helpId: 'Nomor kartu AK/I; atau NIK, atau ID Padan' }),
  column({ name: 'nik', id: 'NIK', en: 'NIK', aliases: ['nomornik', 'nonik', 'noktp', 'nomorktp', 'nomorindukkependudukan'], exact: true, example: '', help: '16 digits, in cells of the format "Text"', helpId: '16 angka, dalam sel berformat "Teks"' }),
  column({ name: 'personId', id: 'ID Padan', en: 'Padan id', aliases: ['id', 'idorang'], example: '', help: 'The id that exports show', helpId: 'Id yang tercantum dalam ekspor' }),
]

/** The person of a row. Throws RowRefused. */
export async function whose (desk: Desk, row: RowReader): Promise<StoredPerson> {
  const { transaction, registry: { vault } } = desk
  const [id, nik, number] = [row.text('personId'), row.text('nik'), row.text('cardNumber')]
  const given = id !== undefined ? 'personId' : nik !== undefined ? 'nik' : 'cardNumber'
  if (id === undefined && nik === undefined && number === undefined) row.refuse('cardNumber', 'missing', 'a card number, a NIK or a Padan id', 'nomor kartu, NIK, atau ID Padan')
  row.done()
  const found = id ?? await findPerson(transaction, vault, nik !== undefined ? { nik: plainNik(nik) } : { number: number as string })
  const person = found === undefined
    ? undefined
    : await requirePerson(desk, found).catch(error => {
      if ((error as { code?: unknown }).code === 'record-not-found') return undefined
      throw error
    })
  if (person === undefined) {
    row.refuse(given, 'nobody', 'somebody who is registered', 'orang yang sudah terdaftar')
    row.done()
  }
  return person as StoredPerson
}
