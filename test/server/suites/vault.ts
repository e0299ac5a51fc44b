import { createHmac, createPublicKey, randomBytes, sign, verify, type JsonWebKey } from 'node:crypto'
import { KeyFolder, Registry, rotateMasterKey, Vault } from '@padan/server'
import { sql } from 'kysely'
import { taxonomy } from '../api.ts'
import { empty } from '../databases.ts'
import type { Suite } from './suite.ts'

const SECRET = 'Sri Wahyuni 😀'

export const vaultSuite: Suite = async (t, database) => {
  const { db } = database
  const master = randomBytes(32)
  const opened = async (): Promise<Registry> => {
    const registry = new Registry({ database, taxonomy, vault: await Vault.open(db, master) })
    await registry.load()
    return registry
  }

  await t.test('what is sealed opens for its person alone, after a restart too', async t => {
    await empty(database)
    const { vault, write } = await bound(opened)
    const sealed = await write(async () => vault.seal('s-1', SECRET))
    t.equal(vault.open('s-1', sealed), SECRET)
    t.not(vault.seal('s-1', SECRET), sealed, 'the same text is sealed differently each time')
    t.notMatch(sealed, Buffer.from(SECRET).toString('base64url').slice(0, 12))
    await write(async () => vault.seal('s-2', 'another'))
    t.throws(() => vault.open('s-2', sealed), { name: 'SealError' }, 'moved to another person')
    t.throws(() => vault.open('s-3', sealed), { name: 'SealError', message: /no key for this person/ })
    const body = Buffer.from(sealed.slice(1), 'base64url')
    for (const position of [0, 15, body.length - 1]) {
      const turned = Buffer.from(body)
      turned[position] ^= 1
      t.throws(() => vault.open('s-1', `1${turned.toString('base64url')}`), { name: 'SealError' }, `a turned bit at ${position}`)
    }
    t.throws(() => vault.open('s-1', sealed.slice(0, 20)), { name: 'SealError', message: /cut off/ })
    t.throws(() => vault.open('s-1', `2${sealed.slice(1)}`), { name: 'SealError', message: /version '2'/ })
    t.equal((await opened()).vault.open('s-1', sealed), SECRET)
  })

  await t.test('a key is there from the commit on, and one of a write that failed comes with the next', async t => {
    await empty(database)
    const { vault, write } = await bound(opened)
    let sealed = ''
    await t.rejects(write(async () => {
      sealed = vault.seal('s-1', SECRET)
      throw new Error('the write failed')
    }), /the write failed/)
    t.equal(await countKeys(), 0)
    await write(async () => {})
    t.equal(await countKeys(), 1)
    t.equal((await opened()).vault.open('s-1', sealed), SECRET)
  })

  await t.test('what is sealed for somebody new has its key from the admission on', async t => {
    await empty(database)
    const { vault, write } = await bound(opened)
    const seal = vault.sealAnew('s-1', SECRET)
    t.throws(() => vault.open('s-1', seal.sealed), { name: 'SealError', message: /no key for this person/ })
    await write(async () => {})
    t.equal(await countKeys(), 0, 'nothing of it is kept')
    await write(async () => {
      vault.admit('s-1', seal)
      t.throws(() => vault.admit('s-1', vault.sealAnew('s-1', SECRET)), { name: 'SealError', message: /has a key already/ })
    })
    t.equal(await countKeys(), 1)
    t.equal((await opened()).vault.open('s-1', seal.sealed), SECRET)
    t.equal((await opened()).vault.open('s-1', vault.seal('s-1', 'another')), 'another', 'and is the key of what follows')
  })

  await t.test('a person whose key is deleted can be read by nobody', async t => {
    await empty(database)
    const registry = await opened()
    const sealed = await registry.write(async () => ({ answer: registry.vault.seal('s-1', SECRET), apply: () => {} }))
    await t.rejects(registry.write(async transaction => {
      await registry.vault.forget(transaction, 's-1')
      throw new Error('the write failed')
    }))
    t.equal(registry.vault.open('s-1', sealed), SECRET, 'a write that failed has deleted nothing')
    await registry.write(async transaction => ({ answer: undefined, apply: await registry.vault.forget(transaction, 's-1') }))
    t.throws(() => registry.vault.open('s-1', sealed), { name: 'SealError' })
    t.throws(() => registry.vault.open('s-1', sealed), { name: 'SealError' })
    const again = registry.vault.seal('s-1', SECRET)
    t.throws(() => registry.vault.open('s-1', sealed), { name: 'SealError' }, 'a new key does not open it either')
    t.equal(registry.vault.open('s-1', again), SECRET)
  })

  await t.test('the blind index is keyed, of its kind, and the same after a restart', async t => {
    await empty(database)
    const { vault } = await opened()
    const hash = vault.blindIndex('nik', '3671014107900001')
    t.match(hash, /^[0-9a-f]{64}$/)
    t.not(vault.blindIndex('phone', '3671014107900001'), hash)
    t.not(vault.blindIndex('nik', '3671014107900002'), hash)
    t.equal((await opened()).vault.blindIndex('nik', '3671014107900001'), hash)
    t.not(createHmac('sha256', master).update('nik\x003671014107900001').digest('hex'), hash, 'its key is not the master key')
    await empty(database)
    t.not((await opened()).vault.blindIndex('nik', '3671014107900001'), hash, 'another database has another key')
  })

  await t.test('the newest signing key signs, older ones verify, revoked ones do not', async t => {
    await empty(database)
    const registry = await opened()
    const { vault } = registry
    const first = vault.signing.current()
    const bytes = Buffer.from('card')
    const signature = sign(null, bytes, first.privateKey)
    const checks = (kid: string): boolean => {
      const jwk = vault.signing.publicSet().keys.find(key => key.kid === kid)
      return jwk !== undefined && verify(null, bytes, createPublicKey({ key: jwk as unknown as JsonWebKey, format: 'jwk' }), signature)
    }
    t.ok(checks(first.kid))
    const { kid } = await registry.write(async transaction => ({ answer: await vault.rotateSigningKey(transaction), apply: () => vault.loadSigningKeys(database.db) }))
    t.equal(vault.signing.current().kid, kid)
    t.same(vault.signing.publicSet().keys.map(key => key.kid), [kid, first.kid])
    t.ok(checks(first.kid))
    t.equal((await Vault.open(db, master)).signing.current().kid, kid)
    t.notMatch(JSON.stringify(vault.signing.publicSet()), /"d"/)
    await registry.write(async transaction => ({ answer: await vault.revokeSigningKey(transaction, first.kid), apply: () => vault.loadSigningKeys(database.db) }))
    t.notOk(checks(first.kid))
  })

  await t.test('another key is refused, and nothing is changed by it', async t => {
    await empty(database)
    await opened()
    const before = await sql`select * from service_keys`.execute(db)
    await t.rejects(Vault.open(db, randomBytes(32)), { name: 'KeyError', message: /not the one that this database was sealed with/ })
    t.same((await sql`select * from service_keys`.execute(db)).rows, before.rows)
    await opened()
  })

  await t.test('a new master key opens what was sealed under the old one, and the old one opens nothing any more', async t => {
    await empty(database)
    const folder = new KeyFolder(t.testdir())
    const settings = { PADAN_DATA: '', PADAN_KEYS: folder.path }
    const old = folder.create()
    const registry = new Registry({ database, taxonomy, vault: await Vault.open(db, old) })
    await registry.load()
    const { vault } = registry
    const sealed = await registry.write(async () => ({ answer: ['s-1', 's-2', 's-3'].map(id => vault.seal(id, SECRET)), apply: () => {} }))
    const [hash, { kid }] = [vault.blindIndex('nik', '1'), vault.signing.current()]
    t.equal(await rotateMasterKey(db, folder, settings), 3)
    const fresh = folder.read(undefined) as Buffer
    t.notSame(fresh, old)
    await t.rejects(Vault.open(db, old), { name: 'KeyError' })
    const after = await Vault.open(db, fresh)
    t.same(['s-1', 's-2', 's-3'].map((id, position) => after.open(id, sealed[position])), [SECRET, SECRET, SECRET])
    t.equal(after.blindIndex('nik', '1'), hash)
    t.equal(after.signing.current().kid, kid)
    await t.rejects(rotateMasterKey(db, folder, { ...settings, PADAN_MASTER_KEY: fresh.toString('base64') }, 'short'), { message: /PADAN_NEXT_MASTER_KEY/ })
    const given = randomBytes(32)
    await rotateMasterKey(db, folder, { ...settings, PADAN_MASTER_KEY: fresh.toString('base64') }, given.toString('base64'))
    t.equal((await Vault.open(db, given)).open('s-1', sealed[0]), SECRET)
  })

  async function countKeys (): Promise<number> {
    const { count } = await db.selectFrom('person_keys').select(db.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
    return Number(count)
  }
}

async function bound (open: () => Promise<Registry>): Promise<{ vault: Vault, write: <T>(work: () => Promise<T>) => Promise<T> }> {
  const registry = await open()
  return { vault: registry.vault, write: work => registry.write(async () => ({ answer: await work(), apply: () => {} })) }
}
