import { isDeepStrictEqual } from 'node:util'
import { POSTING_COLUMNS } from '../../exchange/posting-columns.ts'
import type { Desk } from '../../people/desk.ts'
import { readPosting, type StoredPosting } from '../../postings/posting-rows.ts'
import { PostingSchema, type Posting } from '../../postings/posting-schema.ts'
import { changePosting, draftPosting } from '../../postings/postings.ts'
import type { RowReader } from '../row-reader.ts'
import { employerOf } from './employers.ts'
import type { Kind } from './kind.ts'
import { newIdOf, recordTable } from './record-kind.ts'

const table = recordTable(POSTING_COLUMNS.map(column => column.name === 'employer' ? { ...column, isRequired: false } : column), PostingSchema, ['wllpId', 'karirhubId'])

/** Postings, each found again by its id or, of its employer, its own number. They are drafts: what a table says is submitted and published like any other. */
export const postings: Kind = {
  columns: table.columns,
  beside: ['employerName', 'state', 'filled', 'minimumWage', 'seatsLeft'],
  action: 'posting-imported',
  columnAt: table.columnAt,
  async store (desk, row, sender) {
    const employerId = await employerFor(desk, row, sender.of)
    const known = await knownPosting(desk, row, employerId)
    if (known !== undefined && known.employerId !== employerId) row.refuse('id', 'not-yours', 'the id of a posting of this employer', 'id lowongan milik pemberi kerja ini')
    const record = table.read(row, known?.record) as Posting
    if (known === undefined) return { did: 'created', subject: (await draftPosting(desk, employerId, record, await newIdOf(desk, row, 'v'))).id }
    if (isDeepStrictEqual(record, known.record)) return { did: 'unchanged', subject: known.id }
    const { apply } = await changePosting(desk, known.id, record)
    return { did: 'changed', subject: known.id, apply }
  },
}

/** The employer of a row; an employer's own account brings in its own postings and no other's. */
async function employerFor ({ transaction }: Desk, row: RowReader, own: string | undefined): Promise<string> {
  const told = row.text('employer')
  const employer = await employerOf(transaction, told ?? own)
  if (employer === undefined || (own !== undefined && employer.id !== own)) {
    row.refuse('employer', own === undefined ? 'nobody' : 'not-yours', own === undefined ? 'the id or number of a registered employer' : 'your own firm, or nothing', own === undefined ? 'id atau nomor pemberi kerja yang terdaftar' : 'perusahaan Anda sendiri, atau kosong')
    row.done()
  }
  return employer?.id as string
}

async function knownPosting ({ transaction }: Desk, row: RowReader, employerId: string): Promise<StoredPosting | undefined> {
  const [id, externalId] = [row.text('id'), row.text('externalId')]
  const found = id === undefined ? undefined : await readPosting(transaction, id)
  if (found !== undefined || externalId === undefined) return found
  const numbered = await transaction.selectFrom('postings').select('id').where('employer_id', '=', employerId).where('external_id', '=', externalId).executeTakeFirst()
  return numbered === undefined ? undefined : await readPosting(transaction, numbered.id)
}
