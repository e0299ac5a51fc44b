import { Audit, Registry, verifyChain, type AnchorPlace, type AuditEntry, type AuditHead } from '@padan/server'
import { sql } from 'kysely'
import type { Test } from 'tap'
import { taxonomy } from '../api.ts'
import { empty } from '../databases.ts'
import type { Suite } from './suite.ts'

const ENTRIES: readonly AuditEntry[] = [
  { actor: 'a-1', action: 'person-read', subject: 's-1' },
  { actor: 'a-1', action: 'nik-revealed', subject: 's-1', reason: 'Mencocokkan dengan KTP "asli"\n— loket 2' },
  { actor: 'a-2', action: 'people-exported', detail: { to: 'b', rows: 12, fields: ['name', 'phone'], by: { z: 1, a: null } } },
  { actor: 'service', action: 'swept' },
  { actor: 'a-1', action: 'person-read', subject: 's-2' },
]

export const auditSuite: Suite = async (t, database) => {
  const { db } = database

  await t.test('entries are chained in the order of their commits, and a failed act leaves none', async t => {
    await empty(database)
    const registry = await recorded()
    await t.rejects(registry.write(async transaction => {
      await registry.audit.record(transaction, ENTRIES[0])
      throw new Error('the act failed')
    }))
    await registry.write(async transaction => {
      for (const entry of ENTRIES.slice(0, 2)) await registry.audit.record(transaction, entry)
      return { answer: undefined, apply: () => {} }
    })
    const found = await verifyChain(db)
    t.match(found, { valid: true, entries: 7, problem: null })
    const rows = await db.selectFrom('audit').selectAll().orderBy('number').execute()
    t.same(rows.map(row => row.previous), ['0'.repeat(64), ...rows.slice(0, -1).map(row => row.hash)])
    t.match(rows[0].at, /^2026-11-28T\d\d:\d\d:\d\d\.\d{3}Z$/)
    t.equal(rows[2].detail, '{"by":{"a":null,"z":1},"fields":["name","phone"],"rows":12,"to":"b"}')
  })

  await t.test('goes on after a restart', async t => {
    await empty(database)
    await recorded()
    await recorded()
    t.match(await verifyChain(db), { valid: true, entries: 10 })
  })

  await t.test('the database refuses to change, delete or empty it', async t => {
    await empty(database)
    await recorded()
    for (const statement of ["update audit set actor = 'a-9' where number = 1", 'delete from audit where number = 5', 'truncate audit']) {
      await t.rejects(sql.raw(statement).execute(db), /only ever added/, statement)
    }
    t.match(await verifyChain(db), { valid: true, entries: 5 })
  })

  const TAMPERINGS: ReadonlyArray<[string, string, number]> = [
    ...['at', 'actor', 'action', 'subject', 'reason', 'detail', 'previous', 'hash'].map((column): [string, string, number] => [`another ${column}`, `update audit set ${column} = coalesce(${column}, '') || 'x' where number = 3`, 3]),
    ['a subject taken away', 'update audit set subject = null where number = 1', 1],
    ['an empty reason for none', "update audit set reason = '' where number = 1", 1],
    ['a row out of the middle', 'delete from audit where number = 3', 3],
    ['the first row', 'delete from audit where number = 1', 1],
    ['a row out of the middle, the later ones moved up', 'delete from audit where number = 3; update audit set number = number - 1 where number > 3', 3],
    ['two rows changed over', 'update audit set number = -2 where number = 2; update audit set number = 2 where number = 3; update audit set number = 3 where number = -2', 2],
    ['a row doubled', 'insert into audit select 6, at, actor, action, subject, reason, detail, previous, hash from audit where number = 5', 6],
    ['the last row', 'delete from audit where number = 5', 5],
    ['the last three rows', 'delete from audit where number > 2', 3],
    ['everything', 'delete from audit', 1],
  ]

  for (const [name, statements, number] of TAMPERINGS) {
    await t.test(`tells of ${name}`, async t => {
      await empty(database)
      const memory = anchorPlace()
      const registry = await recorded(memory)
      registry.audit.close()
      t.equal(memory.head?.number, 5)
      await tamper(statements)
      const found = await registry.audit.verify(db)
      t.match(found, { valid: false, problem: { number }, anchor: { number: 5 } })
      t.equal(memory.head?.number, 5, 'what is remembered outside stays')
    })
  }

  await t.test('tells of a chain that was written anew from some entry on', async t => {
    await empty(database)
    const memory = anchorPlace()
    const registry = await recorded(memory)
    registry.audit.close()
    await tamper('delete from audit where number > 3')
    const forger = new Registry({ database, taxonomy })
    await forger.load()
    await forger.write(async transaction => {
      for (const actor of ['a-8', 'a-8', 'a-8']) await forger.audit.record(transaction, { actor, action: 'harmless' })
      return { answer: undefined, apply: () => {} }
    })
    t.match(await verifyChain(db), { valid: true, entries: 6 }, 'by itself it looks whole')
    t.match(await registry.audit.verify(db), { valid: false, problem: { number: 5, what: /written anew/ } })
  })

  await t.test('tells at the next start, and at the next act, that the end is not as it was left', async t => {
    await empty(database)
    const memory = anchorPlace()
    const told: string[] = []
    const registry = await recorded(memory, told)
    registry.audit.close()
    await tamper('delete from audit where number = 5')
    await record(t, registry, ENTRIES[0])
    t.match(told, [/while the service ran: entry 5 was its last/])
    registry.audit.close()
    t.equal(memory.head?.number, 5)
    const again: string[] = []
    await recorded(memory, again)
    t.match(again, [/does not have entry 5 as it was/])
  })

  async function recorded (memory?: ReturnType<typeof anchorPlace>, told: string[] = []): Promise<Registry> {
    const audit = new Audit({ anchor: memory?.place, now: () => new Date('2026-11-28T03:00:00.123Z'), onTrouble: error => told.push((error as Error).message) })
    const registry = new Registry({ database, taxonomy, audit })
    await registry.load()
    for (const entry of ENTRIES) {
      await registry.write(async transaction => {
        await audit.record(transaction, entry)
        return { answer: undefined, apply: () => {} }
      })
    }
    return registry
  }

  /** As somebody would who owns the database. */
  async function tamper (statements: string): Promise<void> {
    await db.transaction().execute(async transaction => {
      await sql`set local session_replication_role = replica`.execute(transaction)
      for (const statement of statements.split('; ')) await sql.raw(statement).execute(transaction)
    })
  }
}

async function record (t: Test, registry: Registry, entry: AuditEntry): Promise<void> {
  await t.resolves(registry.write(async transaction => {
    await registry.audit.record(transaction, entry)
    return { answer: undefined, apply: () => {} }
  }))
}

function anchorPlace (): { head?: AuditHead, place: AnchorPlace } {
  const memory: { head?: AuditHead, place: AnchorPlace } = {
    place: {
      read: () => memory.head,
      write: head => { memory.head = head },
    },
  }
  return memory
}
