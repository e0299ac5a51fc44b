import { isDeepStrictEqual } from 'node:util'
import { lookUpEmployers, type KnownEmployers } from '../../employers/employer-rows.ts'
import { POSTING_COLUMNS } from '../../exchange/posting-columns.ts'
import type { Apply, Desk } from '../../people/desk.ts'
import { lookUpPostings, type KnownPostings, type StoredPosting } from '../../postings/posting-rows.ts'
import { PostingSchema, type Posting } from '../../postings/posting-schema.ts'
import { changedDraft, newDraft, saveDrafts, type Draft } from '../../postings/postings.ts'
import type { RowReader } from '../row-reader.ts'
import { employerOf } from './employers.ts'
import type { Kind, RowSet, Stored } from './kind.ts'
import { erasedOf, newIdOf, recordTable, textsOf } from './record-kind.ts'

const table = recordTable(POSTING_COLUMNS.map(column => column.name === 'employer' ? { ...column, isRequired: false } : column), PostingSchema, {
  exact: ['wllpId', 'karirhubId'],
  days: ['closes', 'opens'],
  words: {
    channel: { akl: 'AKL', akad: 'AKAD', akan: 'AKAN' },
    scheme: { pekerjaan: 'job', kerja: 'job', lowongankerja: 'job', job: 'job', ojt: 'ojt', pemagangan: 'pemagangan', magang: 'pemagangan', pkl: 'pkl', maganghub: 'maganghub' },
    jobType: { fulltime: 'full-time', penuhwaktu: 'full-time', parttime: 'part-time', paruhwaktu: 'part-time', kontrak: 'contract', harian: 'daily', harianlepas: 'daily', lepas: 'freelance', magang: 'internship' },
  },
})

/** Postings, each found again by its id or, of its employer, its own number. They are drafts: what a table says is submitted and published like any other. */
export const postings: Kind<RowReader> = {
  columns: table.columns,
  beside: ['employerName', 'state', 'filled', 'minimumWage', 'seatsLeft'],
  action: 'posting-imported',
  columnAt: table.columnAt,
  read: row => row,
  async lookUp (desk, rows, { of: own }) {
    const { transaction } = desk
    const employers = await lookUpEmployers(transaction, [...textsOf(rows, 'employer'), ...(own === undefined ? [] : [own])])
    return new PostingRows(desk, own, employers, await lookUpPostings(transaction, textsOf(rows, 'id'), textsOf(rows, 'externalId')), await erasedOf(desk, rows))
  },
}

class PostingRows implements RowSet<RowReader> {
  readonly #desk: Desk
  readonly #own: string | undefined
  readonly #employers: KnownEmployers
  readonly #known: KnownPostings
  readonly #erased: ReadonlySet<string>
  readonly #drafts: Draft[] = []

  constructor (desk: Desk, own: string | undefined, employers: KnownEmployers, known: KnownPostings, erased: ReadonlySet<string>) {
    this.#desk = desk
    this.#own = own
    this.#employers = employers
    this.#known = known
    this.#erased = erased
  }

  namesOf (row: RowReader): readonly string[] {
    const [id, number] = [row.text('id'), row.text('externalId')]
    const employerId = employerOf(this.#employers, row.text('employer') ?? this.#own)?.id
    const numbered = employerId === undefined || number === undefined ? [] : [`${employerId} ${number}`, this.#known.idOf(employerId, number)]
    return [id, ...numbered].filter(name => name !== undefined)
  }

  decide (row: RowReader): Stored {
    const employerId = this.#employerFor(row)
    const known = this.#postingOf(row, employerId)
    if (known !== undefined && known.employerId !== employerId) row.refuse('id', 'not-yours', 'the id of a posting of this employer', 'id lowongan milik pemberi kerja ini')
    const record = table.read(row, known?.record) as Posting
    if (known !== undefined && isDeepStrictEqual(record, known.record)) return { did: 'unchanged', subject: known.id }
    const draft = known === undefined
      ? newDraft(this.#desk, this.#known, employerId, record, newIdOf(row, this.#erased, 'v'))
      : changedDraft(this.#desk, this.#known, known, record)
    this.#drafts.push(draft)
    return { did: known === undefined ? 'created' : 'changed', subject: draft.posting.id }
  }

  async write (): Promise<Apply> {
    return (await saveDrafts(this.#desk, this.#drafts)).apply
  }

  /** The employer of a row; an employer's own account brings in its own postings and no other's. */
  #employerFor (row: RowReader): string {
    const own = this.#own
    const employer = employerOf(this.#employers, row.text('employer') ?? own)
    if (employer === undefined || (own !== undefined && employer.id !== own)) {
      row.refuse('employer', own === undefined ? 'nobody' : 'not-yours', own === undefined ? 'the id or number of a registered employer' : 'your own firm, or nothing', own === undefined ? 'id atau nomor pemberi kerja yang terdaftar' : 'perusahaan Anda sendiri, atau kosong')
      row.done()
    }
    return employer?.id as string
  }

  #postingOf (row: RowReader, employerId: string): StoredPosting | undefined {
    const { byId, idOf } = this.#known
    const [id, number] = [row.text('id'), row.text('externalId')]
    return byId.get(id ?? '') ?? (number === undefined ? undefined : byId.get(idOf(employerId, number) ?? ''))
  }
}
