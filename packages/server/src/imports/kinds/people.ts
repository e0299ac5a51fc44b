import { isDeepStrictEqual } from 'node:util'
import type { Apply, Desk } from '../../people/desk.ts'
import { lookUpPeople, type KnownPeople } from '../../people/look-up-people.ts'
import type { StoredPerson } from '../../people/people-rows.ts'
import { changedPerson, changePeople, newPerson, registerPeople, requireFreeNik, type ChangedPerson, type NewPerson } from '../../people/register-person.ts'
import { everGiven, giveConsent, type ConsentPurpose, type NewConsent } from '../../privacy/consents.ts'
import { syncShared } from '../../privacy/sharing.ts'
import type { RowReader } from '../row-reader.ts'
import { ahead } from './ahead.ts'
import type { Kind, RowSet, Stored } from './kind.ts'
import { erasedOf, newIdOf, textsOf } from './record-kind.ts'
import { BIRTH_COLUMN, PERSON_COLUMNS } from './person-columns.ts'
import { columnOfPerson, readPersonRow, type ToldPerson } from './read-person.ts'

interface PersonRow extends ToldPerson {
  row: RowReader
  /** The registration that it is when nobody has its id or NIK. Throws like `newPerson`. */
  register: (erased: ReadonlySet<string>) => NewPerson
}

/**
 * People, as an office brings them along. Somebody who is registered already (by id or NIK) is changed where the row tells something else; what
 * it does not tell stays. Who comes from another office keeps the id that its export shows.
 */
export const people: Kind<PersonRow> = {
  columns: [...PERSON_COLUMNS, BIRTH_COLUMN],
  beside: ['state', 'school', 'createdAt'],
  action: 'person-imported',
  columnAt: columnOfPerson,
  read (row, office) {
    const told = readPersonRow(row)
    // Who tells an id is mostly registered, and nothing is to be made ready for.
    if (row.text('id') !== undefined) return { ...told, row, register: erased => newPerson(office, told, { id: newIdOf(row, erased, 's') }) }
    return { ...told, row, register: ahead(() => newPerson(office, told)) }
  },
  async lookUp (desk, told) {
    const rows = told.map(({ row }) => row)
    const known = await lookUpPeople(desk, { ids: textsOf(rows, 'id'), niks: told.map(({ person: { nik } }) => nik) })
    return new PeopleRows(desk, known, await everGiven(desk.transaction, [...known.byId.keys()]), await erasedOf(desk, rows))
  },
}

class PeopleRows implements RowSet<PersonRow> {
  readonly #desk: Desk
  readonly #known: KnownPeople
  readonly #given: Awaited<ReturnType<typeof everGiven>>
  readonly #erased: ReadonlySet<string>
  readonly #created: NewPerson[] = []
  readonly #changed: ChangedPerson[] = []
  readonly #consents: NewConsent[] = []

  constructor (desk: Desk, known: KnownPeople, given: Awaited<ReturnType<typeof everGiven>>, erased: ReadonlySet<string>) {
    this.#desk = desk
    this.#known = known
    this.#given = given
    this.#erased = erased
  }

  namesOf ({ row, person: { nik } }: PersonRow): readonly string[] {
    return personNames(this.#known, row.text('id'), nik)
  }

  decide (told: PersonRow): Stored {
    const { nik } = told.person
    const id = told.row.text('id') ?? (nik === undefined ? undefined : this.#known.byNik.get(nik))
    const stored = id === undefined ? undefined : this.#known.byId.get(id)
    if (stored !== undefined) return this.#change(stored, told)
    const person = told.register(this.#erased)
    requireFreeNik(this.#known.byNik, person)
    this.#created.push(person)
    return { did: 'created', subject: person.id }
  }

  async write (): Promise<Apply> {
    const { transaction, by } = this.#desk
    await registerPeople(this.#desk, this.#created, 'file')
    await giveConsent(transaction, ...this.#consents)
    await syncShared(transaction, by, ...this.#consents.filter(({ purpose }) => purpose === 'sharing-with-employers').map(({ personId }) => personId))
    return await changePeople(this.#desk, this.#changed)
  }

  #change (stored: StoredPerson, { person, profile, guardian, consents }: ToldPerson): Stored {
    const { guardian: known, ...details } = stored.details
    const { education, skills, ...others } = person
    const merged = {
      ...details,
      ...others,
      // A row tells of the last school alone; an earlier one, and an empty list, say nothing.
      ...(education.length === 0 || holds(details.education, education) ? {} : { education: [...details.education.filter(({ level }) => level !== education[0].level), ...education] }),
      ...(skills.length === 0 || holds(details.skills.map(({ name }) => ({ name })), skills) ? {} : { skills }),
    }
    const mergedProfile = { ...stored.profile, ...profile }
    const answers = guardian ?? known
    const fresh = this.#freshConsents(stored.id, consents)
    const isSame = isDeepStrictEqual(merged, details) && isDeepStrictEqual(mergedProfile, stored.profile) && isDeepStrictEqual(answers, known)
    if (isSame && fresh.length === 0) return { did: 'unchanged', subject: stored.id }
    const changed = changedPerson(this.#desk, stored, { person: merged, profile: mergedProfile, guardian: answers })
    requireFreeNik(this.#known.byNik, changed)
    this.#changed.push(changed)
    const { now, by } = this.#desk
    this.#consents.push(...fresh.map(purpose => ({ personId: stored.id, purpose, at: now, by, evidence: { way: 'file' } })))
    return { did: 'changed', subject: stored.id }
  }

  /** A consent that was withdrawn is not given back by a file: only what the person was never asked for is new. */
  #freshConsents (personId: string, consents: readonly ConsentPurpose[]): ConsentPurpose[] {
    const asked = this.#given.get(personId)
    return [...new Set(consents)].filter(purpose => asked?.has(purpose) !== true)
  }
}

/** The names of a row that is about a person, for a set of rows. */
export function personNames ({ byNik }: Pick<KnownPeople, 'byNik'>, id: string | undefined, nik: string | undefined): string[] {
  return [id, nik, nik === undefined ? undefined : byNik.get(nik)].filter(name => name !== undefined)
}

function holds (list: readonly object[], wanted: readonly object[]): boolean {
  return wanted.every(item => list.some(known => isDeepStrictEqual(known, item)))
}
