import { isDeepStrictEqual } from 'node:util'
import { Ajv } from 'ajv'
import { Type } from 'typebox'
import { PersonDetailsSchema, type PersonDetails } from '../../people/person.ts'
import { changePerson } from '../../people/register-person.ts'
import { rupiahCell } from '../../tables/cells.ts'
import type { RowReader } from '../row-reader.ts'
import { column, type ImportColumn, type Kind } from './kind.ts'
import { given, LEVELS } from './read-person.ts'
import { tellFaults } from './schema-faults.ts'
import { whose, WHOSE_COLUMNS } from './whose.ts'

/** What people bring along more than once, one row each: the lists of a person's details. */
export type HistoryList = 'experience' | 'education' | 'trainings' | 'skills'
export type HistoryItem = Readonly<Record<string, string | number | undefined>>

interface History {
  list: HistoryList
  /** Named as the properties of an item. */
  columns: readonly ImportColumn[]
  /** What of a cell is no plain text. */
  readers?: Readonly<Record<string, (row: RowReader, name: string) => unknown>>
  /** Whether two rows tell of the same thing: the later one tells more of it. */
  isSame: (one: HistoryItem, other: HistoryItem) => boolean
  action: string
}

const ajv = new Ajv({ allErrors: true, strict: false, coerceTypes: false })
const SCHOOL_LEVELS = [...new Set(Object.values(LEVELS))]
/** An item's place in its list, so that an export reads back in the same order. */
const ORDER = column({ name: 'order', id: 'Urutan', en: 'Order', aliases: ['no', 'nourut', 'nomorurut'], example: '1', help: 'Place in the list of the person, from 1; left out: at the end', helpId: 'Urutan pada daftar orang itu, mulai dari 1; kosong: paling akhir' })
const YEAR = column({ name: 'year', id: 'Tahun', en: 'Year', aliases: ['thn', 'tahunlulus', 'lulus'], example: '2022', help: 'Four digits', helpId: 'Empat angka' })
const whole = (row: RowReader, name: string): unknown => row.whole(name)

function rupiah (row: RowReader, name: string): unknown {
  const text = row.text(name)
  const amount = text === undefined ? undefined : rupiahCell.read(text)
  if (typeof amount === 'string') row.refuse(name, 'bad-value', 'an amount in rupiah, such as 4500000 or Rp4.500.000', 'jumlah rupiah, misalnya 4500000 atau Rp4.500.000')
  return amount
}

const hasSame = (names: readonly string[]) => (one: HistoryItem, other: HistoryItem): boolean => names.every(name => one[name] === other[name])
/** Of the same name; a year that one of them does not tell speaks against nothing. */
const hasSameName = (one: HistoryItem, other: HistoryItem): boolean => one.name === other.name && (one.year === undefined || other.year === undefined || one.year === other.year)
const dated = (list: 'trainings' | 'skills', action: string, id: string, en: string, example: string): History => ({
  list,
  columns: [column({ name: 'name', id, en, aliases: list === 'trainings' ? ['namapelatihan', 'diklat', 'kursus'] : ['keahlian', 'kemampuan'], required: true, example, help: 'As the forms show it', helpId: 'Seperti pada formulir' }), YEAR],
  readers: { year: whole },
  isSame: hasSameName,
  action,
})

const HISTORIES = {
  'work-history': {
    list: 'experience',
    columns: [
      column({ name: 'employer', id: 'Pemberi kerja', en: 'Employer', aliases: ['perusahaan', 'namaperusahaan', 'instansi', 'company'], required: true, example: 'CV Contoh Baja', help: 'Where the person worked', helpId: 'Tempat bekerja' }),
      column({ name: 'position', id: 'Jabatan', en: 'Position', aliases: ['posisi', 'pekerjaan'], required: true, example: 'Juru las', help: 'As what', helpId: 'Sebagai apa' }),
      column({ name: 'from', id: 'Mulai', en: 'From', aliases: ['sejak', 'mulaibekerja', 'tanggalmulai', 'tahunmulai'], example: '2021-07', help: 'Year, month or day', helpId: 'Tahun, bulan, atau tanggal' }),
      column({ name: 'to', id: 'Sampai', en: 'To', aliases: ['selesai', 'hingga', 'tanggalselesai', 'tahunselesai'], example: '2023-12', help: 'Empty for work that goes on', helpId: 'Kosong bila masih bekerja' }),
      column({ name: 'wage', id: 'Upah', en: 'Wage', aliases: ['gaji', 'upahterakhir', 'gajiterakhir'], example: '4500000', help: 'Rupiah a month', helpId: 'Rupiah sebulan' }),
      column({ name: 'leftBecause', id: 'Alasan berhenti', en: 'Reason for leaving', aliases: ['alasankeluar', 'sebabberhenti'], example: 'kontrak habis', help: 'In the words of the person', helpId: 'Dalam kata-kata orangnya' }),
    ],
    readers: { wage: rupiah },
    isSame: hasSame(['employer', 'position', 'from']),
    action: 'work-history-imported',
  },
  schools: {
    list: 'education',
    columns: [
      column({ name: 'level', id: 'Jenjang', en: 'Level', aliases: ['pendidikan', 'jenjangpendidikan', 'tingkatpendidikan'], required: true, example: 'SMK', help: 'SD, SMP, SMA, SMK, D1 to D4, Akta, S1, Profesi, S2, S3', helpId: 'SD, SMP, SMA, SMK, D1 sampai D4, Akta, S1, Profesi, S2, S3' }),
      column({ name: 'school', id: 'Nama sekolah', en: 'School', aliases: ['sekolah', 'asalsekolah', 'perguruantinggi'], example: 'SMKN 4', help: 'Name of the school', helpId: 'Nama sekolah atau perguruan tinggi' }),
      column({ name: 'major', id: 'Jurusan', en: 'Major', aliases: ['programkeahlian', 'kompetensikeahlian', 'prodi'], example: 'Teknik Pengelasan', help: 'As on the certificate', helpId: 'Sesuai ijazah' }),
      YEAR,
    ],
    readers: { year: whole, level: (row: RowReader, name: string): unknown => row.choice(name, LEVELS) },
    isSame: hasSame(['level', 'school', 'major']),
    action: 'school-imported',
  },
  trainings: dated('trainings', 'training-imported', 'Pelatihan', 'Training', 'Pelatihan las BLK'),
  skills: dated('skills', 'skill-imported', 'Keterampilan', 'Skill', 'Las SMAW 3G'),
} as const satisfies Readonly<Record<string, History>>

export type HistoryName = keyof typeof HISTORIES
export const HISTORY_NAMES = Object.keys(HISTORIES) as HistoryName[]

/** Header of a history that an import takes: whose, which of the list, and the item. */
export function historyHeader (name: HistoryName): string[] {
  return ['personId', ORDER.name, ...HISTORIES[name].columns.map(column => column.name)]
}

/** A person's rows of a history, in the order of the list. */
export function historyRows (name: HistoryName, { id, details }: { id: string, details: PersonDetails }): string[][] {
  const { list, columns } = HISTORIES[name]
  return itemsOf(details, list).map((item, index) => [id, String(index + 1), ...columns.map(column => String(item[column.name] ?? ''))])
}

/** Rows that add to a list of somebody who is registered, or tell more of what is in it. What a row does not tell stays; nothing is taken away. */
export const HISTORY_KINDS = Object.fromEntries(HISTORY_NAMES.map(name => [name, kindOf(HISTORIES[name])])) as Record<HistoryName, Kind>

function kindOf ({ list, columns, readers = {}, isSame, action }: History): Kind {
  const isUsable = ajv.compile(Type.Object({ [list]: PersonDetailsSchema.properties[list] }))
  return {
    columns: [...WHOSE_COLUMNS, ORDER, ...columns],
    action,
    // What a form cannot print is told with its place in the person.
    columnAt: pointer => columns.find(({ name }) => pointer.endsWith(`/${name}`))?.name,
    async store (desk, row) {
      const item = given<HistoryItem>(Object.fromEntries(columns.map(({ name, required }) => [name, required && row.needed(name) === '' ? undefined : readers[name]?.(row, name) ?? row.text(name)])) as HistoryItem)
      const order = row.whole('order')
      const person = await whose(desk, row)
      const { guardian, ...details } = person.details
      const known = itemsOf(details, list)
      const items = withItem(known, item, isSame, order)
      if (items === known) return { did: 'unchanged', subject: person.id }
      if (!isUsable({ [list]: items })) tellFaults(row, isUsable.errors ?? [], path => columns.find(({ name }) => path.endsWith(`/${name}`))?.name)
      row.done()
      const { apply } = await changePerson(desk, person, { person: { ...details, [list]: items }, profile: person.profile, guardian })
      return { did: 'changed', subject: person.id, apply }
    },
  }
}

function itemsOf (details: PersonDetails, list: HistoryList): readonly HistoryItem[] {
  return details[list] ?? []
}

/** The list with an item in it; the same list when it says nothing new. */
function withItem (known: readonly HistoryItem[], item: HistoryItem, isSame: History['isSame'], order: number | undefined): readonly HistoryItem[] {
  const at = known.findIndex(other => isSame(other, item))
  if (at >= 0) {
    const whole = { ...known[at], ...item }
    return isDeepStrictEqual(whole, known[at]) ? known : known.map((other, index) => index === at ? whole : other)
  }
  const place = order === undefined ? placeOf(known, item) : Math.min(Math.max(order - 1, 0), known.length)
  return [...known.slice(0, place), item, ...known.slice(place)]
}

/** At the end; an earlier school before the higher ones, for the last school is the last one of the list. */
function placeOf (known: readonly HistoryItem[], { level }: HistoryItem): number {
  const height = (item: HistoryItem['level']): number => SCHOOL_LEVELS.findIndex(known => known === item)
  const place = level === undefined ? -1 : known.findIndex(other => height(other.level) > height(level))
  return place < 0 ? known.length : place
}
