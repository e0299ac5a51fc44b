import { isDeepStrictEqual } from 'node:util'
import { lookUpEmployers, type KnownEmployers, type StoredEmployer } from '../../employers/employer-rows.ts'
import { changedEmployer, newEmployer, saveEmployers, type EmployerWrite } from '../../employers/employers.ts'
import { EmployerSchema, type Employer } from '../../employers/employer-schema.ts'
import { EMPLOYER_COLUMNS } from '../../exchange/employer-columns.ts'
import type { Apply, Desk } from '../../people/desk.ts'
import type { RowReader } from '../row-reader.ts'
import type { Kind, RowSet, Stored } from './kind.ts'
import { erasedOf, newIdOf, recordTable, textsOf } from './record-kind.ts'

const table = recordTable(EMPLOYER_COLUMNS, EmployerSchema, {
  exact: ['nib', 'phone'],
  words: {
    kind: {
      pemerintah: 'government',
      instansipemerintah: 'government',
      bumn: 'state-firm',
      bumd: 'state-firm',
      bumnbumd: 'state-firm',
      koperasi: 'cooperative',
      swasta: 'private',
      perusahaanswasta: 'private',
      badanusahalain: 'other-body',
      badanusahalainnya: 'other-body',
      perorangan: 'individual',
      perseorangan: 'individual',
      usahaperorangan: 'individual',
    },
  },
})

/** Firms, each found again by its id or its own number. They are registered; an officer vouches for them as for any other. */
export const employers: Kind<RowReader> = {
  columns: table.columns,
  beside: ['state'],
  action: 'employer-imported',
  columnAt: table.columnAt,
  read: row => row,
  async lookUp (desk, rows) {
    const known = await lookUpEmployers(desk.transaction, [...textsOf(rows, 'id'), ...textsOf(rows, 'externalId')])
    return new EmployerRows(desk, known, await erasedOf(desk, rows))
  },
}

class EmployerRows implements RowSet<RowReader> {
  readonly #desk: Desk
  readonly #known: KnownEmployers
  readonly #erased: ReadonlySet<string>
  readonly #writes: EmployerWrite[] = []

  constructor (desk: Desk, known: KnownEmployers, erased: ReadonlySet<string>) {
    this.#desk = desk
    this.#known = known
    this.#erased = erased
  }

  namesOf (row: RowReader): readonly string[] {
    const told = [row.text('id'), row.text('externalId')].filter(text => text !== undefined)
    return told.flatMap(text => [text, this.#known.byNumber.get(text) ?? text])
  }

  decide (row: RowReader): Stored {
    const known = employerOf(this.#known, row.text('id')) ?? employerOf(this.#known, row.text('externalId'))
    const record = table.read(row, known?.record) as Employer
    if (known !== undefined && isDeepStrictEqual(record, known.record)) return { did: 'unchanged', subject: known.id }
    const write = known === undefined
      ? newEmployer(this.#desk, this.#known, record, newIdOf(row, this.#erased, 'e'))
      : changedEmployer(this.#desk, this.#known, known, record)
    this.#writes.push(write)
    return { did: known === undefined ? 'created' : 'changed', subject: write.id }
  }

  async write (): Promise<Apply> {
    return (await saveEmployers(this.#desk, this.#writes)).apply
  }
}

/** The firm of an id or of its own number. */
export function employerOf ({ byId, byNumber }: KnownEmployers, text: string | undefined): StoredEmployer | undefined {
  if (text === undefined) return undefined
  return byId.get(text) ?? byId.get(byNumber.get(text) ?? '')
}
