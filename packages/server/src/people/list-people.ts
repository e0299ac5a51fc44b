import type { Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { ListedPerson } from '../exchange/person-table.ts'
import type { Vault } from '../vault/vault.ts'
import { personOf } from './people-rows.ts'
import type { PersonState } from './tables.ts'

export interface PeopleFilter {
  state?: PersonState
  school?: string
}

/** Up to `limit` people after an id, in the order of their ids, unsealed. Whoever shows them to somebody records that. */
export async function pageOfPeople (transaction: Transaction<Tables>, vault: Vault, limit: number, after: string | undefined, { state, school }: PeopleFilter): Promise<ListedPerson[]> {
  let query = transaction.selectFrom('people').selectAll().orderBy('id').limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  if (state !== undefined) query = query.where('state', '=', state)
  if (school !== undefined) query = query.where('school', '=', school)
  const rows = await query.execute()
  if (rows.length === 0) return []
  const given = await transaction.selectFrom('consents').select(['person_id as personId', 'purpose']).where('person_id', 'in', rows.map(({ id }) => id)).where('withdrawn_at', 'is', null).orderBy('purpose').execute()
  const consents = new Map<string, ListedPerson['consents']>()
  for (const { personId, purpose } of given) consents.set(personId, [...consents.get(personId) ?? [], purpose])
  return rows.map(row => ({ ...personOf(row, vault), consents: consents.get(row.id) ?? [] }))
}
