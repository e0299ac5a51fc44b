import { Problem } from '../../errors/problem.ts'
import type { Apply, Desk } from '../../people/desk.ts'
import { lookUpPeople, type KnownPeople } from '../../people/look-up-people.ts'
import { newPerson, registerPeople, type NewPerson } from '../../people/register-person.ts'
import { ahead } from './ahead.ts'
import { column, type Kind, type RowSet, type Stored } from './kind.ts'
import { personNames } from './people.ts'
import { BIRTH_COLUMN, PERSON_COLUMNS } from './person-columns.ts'
import { columnOfPerson, readPersonRow, type ToldPerson } from './read-person.ts'

const SCHOOL = column({ name: 'school', id: 'Kode sekolah', en: 'School id', aliases: ['idsekolah', 'bkk', 'npsn'], example: '', help: 'Id of the school whose teachers answer for the pupil; a teacher leaves it out', helpId: 'Id sekolah yang gurunya mendampingi; dikosongkan oleh guru BKK' })
const LONGEST_SCHOOL = 128
/** Not a school's to tell. */
const OF_THE_OFFICE = new Set(['id', 'notes'])

interface PupilRow extends ToldPerson {
  school: string
  /** The registration that it is when nobody has its NIK. Throws like `newPerson`. */
  register: () => NewPerson
}

/** A cohort of a school, as its job centre (BKK) brings it. Under 18 the row names the parent or guardian who has agreed; a verifier confirms it before there is a card. */
export const pupils: Kind<PupilRow> = {
  columns: [...PERSON_COLUMNS.filter(({ name }) => !OF_THE_OFFICE.has(name)), BIRTH_COLUMN, SCHOOL],
  action: 'pupil-imported',
  columnAt: columnOfPerson,
  read (row, office, sender) {
    const told = readPersonRow(row)
    const named = row.text('school')
    if (sender.of !== undefined && named !== undefined && named !== sender.of) row.refuse('school', 'not-yours', 'your own school, or nothing', 'sekolah Anda sendiri, atau kosong')
    if (sender.of === undefined && (named === undefined || named.length > LONGEST_SCHOOL)) row.refuse('school', 'missing', 'the id of the school', 'diisi dengan id sekolah')
    row.done()
    const pupil = { ...told, school: sender.of ?? named as string }
    return { ...pupil, register: ahead(() => newPerson(office, pupil)) }
  },
  async lookUp (desk, told) {
    return new PupilRows(desk, await lookUpPeople(desk, { niks: told.map(({ person: { nik } }) => nik) }))
  },
}

class PupilRows implements RowSet<PupilRow> {
  readonly #desk: Desk
  readonly #known: KnownPeople
  readonly #created: NewPerson[] = []

  constructor (desk: Desk, known: KnownPeople) {
    this.#desk = desk
    this.#known = known
  }

  namesOf ({ person: { nik } }: PupilRow): readonly string[] {
    return personNames(this.#known, undefined, nik)
  }

  decide (told: PupilRow): Stored {
    const { school, person: { nik } } = told
    const id = nik === undefined ? undefined : this.#known.byNik.get(nik)
    if (id === undefined) {
      const person = told.register()
      this.#created.push(person)
      return { did: 'created', subject: person.id }
    }
    // Of somebody else's pupil a school learns no more than at a registration.
    if (this.#known.byId.get(id)?.school !== school) throw new Problem('nik-registered')
    return { did: 'unchanged', subject: id }
  }

  async write (): Promise<Apply> {
    await registerPeople(this.#desk, this.#created, 'file')
    return () => {}
  }
}
