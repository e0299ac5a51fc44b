import { column, type Kind } from './kind.ts'
import { registerPupil } from './people.ts'
import { PERSON_COLUMNS } from './person-columns.ts'
import { columnOfPerson, readPersonRow } from './read-person.ts'

const SCHOOL = column({ name: 'school', id: 'Kode sekolah', en: 'School id', aliases: ['idsekolah', 'bkk', 'npsn'], example: '', help: 'Id of the school whose teachers answer for the pupil; a teacher leaves it out', helpId: 'Id sekolah yang gurunya mendampingi; dikosongkan oleh guru BKK' })
const LONGEST_SCHOOL = 128
/** Not a school's to tell. */
const OF_THE_OFFICE = new Set(['id', 'notes'])

/** A cohort of a school, as its job centre (BKK) brings it. Under 18 the row names the parent or guardian who has agreed; a verifier confirms it before there is a card. */
export const pupils: Kind = {
  columns: [...PERSON_COLUMNS.filter(({ name }) => !OF_THE_OFFICE.has(name)), SCHOOL],
  action: 'pupil-imported',
  columnAt: columnOfPerson,
  async store (desk, row, sender) {
    const told = readPersonRow(row)
    const named = row.text('school')
    if (sender.of !== undefined && named !== undefined && named !== sender.of) row.refuse('school', 'not-yours', 'your own school, or nothing', 'sekolah Anda sendiri, atau kosong')
    if (sender.of === undefined && (named === undefined || named.length > LONGEST_SCHOOL)) row.refuse('school', 'missing', 'the id of the school', 'diisi dengan id sekolah')
    row.done()
    return await registerPupil(desk, told, sender.of ?? named as string)
  },
}
