import { isDeepStrictEqual } from 'node:util'
import { changeEmployer, registerEmployer } from '../../employers/employers.ts'
import { readEmployer, type StoredEmployer } from '../../employers/employer-rows.ts'
import { EmployerSchema, type Employer } from '../../employers/employer-schema.ts'
import { EMPLOYER_COLUMNS } from '../../exchange/employer-columns.ts'
import type { Desk } from '../../people/desk.ts'
import type { RowReader } from '../row-reader.ts'
import type { Kind } from './kind.ts'
import { newIdOf, recordTable } from './record-kind.ts'

const table = recordTable(EMPLOYER_COLUMNS, EmployerSchema, ['nib', 'phone'])

/** Firms, each found again by its id or its own number. They are registered; an officer vouches for them as for any other. */
export const employers: Kind = {
  columns: table.columns,
  beside: ['state'],
  action: 'employer-imported',
  columnAt: table.columnAt,
  async store (desk, row) {
    const known = await knownEmployer(desk, row)
    const record = table.read(row, known?.record) as Employer
    if (known === undefined) return { did: 'created', subject: (await registerEmployer(desk, record, await newIdOf(desk, row, 'e'))).id }
    if (isDeepStrictEqual(record, known.record)) return { did: 'unchanged', subject: known.id }
    const { apply } = await changeEmployer(desk, known.id, record)
    return { did: 'changed', subject: known.id, apply }
  },
}

async function knownEmployer ({ transaction }: Desk, row: RowReader): Promise<StoredEmployer | undefined> {
  const [id, externalId] = [row.text('id'), row.text('externalId')]
  return await employerOf(transaction, id) ?? await employerOf(transaction, externalId)
}

/** The firm of an id or of its own number. */
export async function employerOf (transaction: Desk['transaction'], text: string | undefined): Promise<StoredEmployer | undefined> {
  if (text === undefined) return undefined
  const found = await readEmployer(transaction, text)
  if (found !== undefined) return found
  const numbered = await transaction.selectFrom('employers').select('id').where('external_id', '=', text).executeTakeFirst()
  return numbered === undefined ? undefined : await readEmployer(transaction, numbered.id)
}
