import type { Desk } from '../../people/desk.ts'
import { lookUpPeople, type KnownPeople } from '../../people/look-up-people.ts'
import { plainNik } from '../../people/nik.ts'
import type { StoredPerson } from '../../people/people-rows.ts'
import type { RowReader } from '../row-reader.ts'
import { column, type ImportColumn } from './kind.ts'

/** How a row says whom it is about: any one of them. */
export const WHOSE_COLUMNS: readonly ImportColumn[] = [
  column({ name: 'cardNumber', id: 'Nomor kartu AK/I', en: 'Card number', aliases: ['nomorkartu', 'nokartu', 'noak1', 'nomorak1', 'nopendaftaran', 'nomorpendaftaran'], exact: true, example: '3671201126000001', help: 'Number of the AK/I card; or the NIK, or the Padan id', helpId: 'Nomor kartu AK/I; atau NIK, atau ID Padan' }),
  column({ name: 'nik', id: 'NIK', en: 'NIK', aliases: ['nomornik', 'nonik', 'noktp', 'nomorktp', 'nomorindukkependudukan'], exact: true, example: '', help: '16 digits, in cells of the format "Text"', helpId: '16 angka, dalam sel berformat "Teks"' }),
  column({ name: 'personId', id: 'ID Padan', en: 'Padan id', aliases: ['id', 'idorang'], example: '', help: 'The id that exports show', helpId: 'Id yang tercantum dalam ekspor' }),
]

/** Whom a row says it is about. */
export interface Whose {
  row: RowReader
  by: Partial<Record<'personId' | 'nik' | 'cardNumber', string>>
}

/** Reads whom a row is about, after whatever else it tells. Throws RowRefused. */
export function readWhose (row: RowReader): Whose {
  const [personId, nik, cardNumber] = [row.text('personId'), row.text('nik'), row.text('cardNumber')]
  if (personId === undefined && nik === undefined && cardNumber === undefined) row.refuse('cardNumber', 'missing', 'a card number, a NIK or a Padan id', 'nomor kartu, NIK, atau ID Padan')
  row.done()
  // One of them decides: the id, else the NIK.
  if (personId !== undefined) return { row, by: { personId } }
  return { row, by: nik !== undefined ? { nik: plainNik(nik) } : { cardNumber } }
}

/** Looks up everybody whom some rows are about. */
export async function lookUpWhose (desk: Desk, rows: readonly Whose[]): Promise<KnownPeople> {
  return await lookUpPeople(desk, { ids: rows.map(({ by }) => by.personId), niks: rows.map(({ by }) => by.nik), cards: rows.map(({ by }) => by.cardNumber) })
}

/** The names of a row for a set of rows: the person. */
export function namesOfWhose (known: KnownPeople, whose: Whose): string[] {
  const id = idOf(known, whose)
  return id === undefined ? [] : [id]
}

function idOf ({ byId, byNik, byCard }: KnownPeople, { by: { personId, nik, cardNumber } }: Whose): string | undefined {
  const id = personId ?? (nik !== undefined ? byNik.get(nik) : byCard.get(cardNumber as string))
  return id === undefined ? undefined : byId.get(id)?.id
}

/** The person of a row. Throws RowRefused. */
export function personOfRow (known: KnownPeople, whose: Whose): StoredPerson {
  const id = idOf(known, whose)
  if (id === undefined) {
    whose.row.refuse(Object.keys(whose.by)[0], 'nobody', 'somebody who is registered', 'orang yang sudah terdaftar')
    whose.row.done()
  }
  return known.byId.get(id as string) as StoredPerson
}
