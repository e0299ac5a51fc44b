import { sql, type Selectable } from 'kysely'
import type { Desk } from './desk.ts'
import { personOf, type StoredPerson } from './people-rows.ts'
import type { PersonTable } from './tables.ts'

/** What people are named by: Padan ids, plain NIKs, card numbers. */
export interface PersonNames {
  ids?: ReadonlyArray<string | undefined>
  niks?: ReadonlyArray<string | undefined>
  cards?: ReadonlyArray<string | undefined>
}

/** People who were looked up together, unsealed, by each name they were asked for. Whoever shows one to somebody records that first. */
export interface KnownPeople {
  byId: ReadonlyMap<string, StoredPerson>
  /** Ids by NIK, and by card number: of its last card. */
  byNik: ReadonlyMap<string, string>
  byCard: ReadonlyMap<string, string>
}

/** Who holds which NIK, of some: one statement. */
export async function holdersOfNiks ({ transaction, registry: { vault } }: Desk, niks: ReadonlyArray<string | undefined>): Promise<ReadonlyMap<string, string>> {
  const nikOf = new Map(told(niks).map(nik => [vault.blindIndex('nik', nik), nik]))
  if (nikOf.size === 0) return new Map()
  const { rows } = await sql<{ id: string, nik_hash: string }>`select id, nik_hash from people where nik_hash = any(${[...nikOf.keys()]}::text[])`.execute(transaction)
  return new Map(rows.map(({ id, nik_hash: hash }) => [nikOf.get(hash) as string, id]))
}

/** Looks people up by what they are named by: three statements, however many. */
export async function lookUpPeople (desk: Desk, { ids = [], niks = [], cards = [] }: PersonNames): Promise<KnownPeople> {
  const { transaction, registry: { vault } } = desk
  const byNik = await holdersOfNiks(desk, niks)
  const byCard = await holdersOfCards(desk, told(cards))
  const wanted = [...new Set([...told(ids), ...byNik.values(), ...byCard.values()])]
  const { rows } = wanted.length === 0 ? { rows: [] } : await sql<Selectable<PersonTable>>`select * from people where id = any(${wanted}::text[])`.execute(transaction)
  return { byId: new Map(rows.map(row => [row.id, personOf(row, vault)])), byNik, byCard }
}

async function holdersOfCards ({ transaction }: Desk, numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (numbers.length === 0) return new Map()
  const { rows } = await sql<{ number: string, person: string }>`
    select distinct on (number) number, person_id as person from cards where number = any(${numbers}::text[]) order by number, created_at desc`.execute(transaction)
  return new Map(rows.map(({ number, person }) => [number, person]))
}

function told (names: ReadonlyArray<string | undefined>): string[] {
  return [...new Set(names.filter(name => name !== undefined))]
}
