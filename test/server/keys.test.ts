import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { KeyFolder, openDatabase, openVault, rotateMasterKey } from '@padan/server'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { run, serve } from './child.ts'
import { startedOnce } from './databases.ts'

t.setTimeout(1_800_000)

/** A service that has been started once, with its keys. */
async function started (t: Test): Promise<{ data: string, keys: string, environment: Record<string, string> }> {
  const folder = t.testdir()
  const [data, keys] = [join(folder, 'data'), join(folder, 'data-keys')]
  await startedOnce(data)
  const environment = { PADAN_DATA: data, PORT: '0' }
  await startAndStop(t, environment)
  return { data, keys, environment }
}

async function startAndStop (t: Test, environment: Record<string, string>): Promise<void> {
  const { child } = await serve(environment)
  child.kill('SIGTERM')
  t.equal((await child.end()).code, 0)
}

t.test('the first start makes a key that only its owner can read, beside the data', async t => {
  const { data, keys, environment } = await started(t)
  t.equal(statSync(join(keys, 'master.key')).mode & 0o777, 0o600)
  t.equal(statSync(keys).mode & 0o777, 0o700)
  const before = readFileSync(join(keys, 'master.key'), 'utf8')
  t.notOk(existsSync(join(data, 'master.key')))
  await startAndStop(t, environment)
  t.equal(readFileSync(join(keys, 'master.key'), 'utf8'), before)
})

t.test('a lost, foreign, damaged or open key is a clear refusal, and no new key is made', async t => {
  const database = await openDatabase({})
  t.teardown(() => database.close())
  const settings = { PADAN_DATA: 'unused', PADAN_KEYS: join(t.testdir(), 'keys') }
  const file = join(settings.PADAN_KEYS, 'master.key')
  await openVault(database.db, settings)
  const key = readFileSync(file, 'utf8')
  const refused = async (message: RegExp, more: Record<string, string> = {}): Promise<void> => {
    const error = await t.rejects(openVault(database.db, { ...settings, ...more }), { name: 'KeyError', message })
    t.notMatch(String(error), key.trim())
  }
  renameSync(settings.PADAN_KEYS, `${settings.PADAN_KEYS}-moved`)
  await refused(/there is none in .*keys/)
  t.notOk(existsSync(file))
  renameSync(`${settings.PADAN_KEYS}-moved`, settings.PADAN_KEYS)
  writeFileSync(file, `${Buffer.alloc(32, 7).toString('base64url')}\n`, { mode: 0o600 })
  await refused(/is not the one that this database was sealed with/)
  writeFileSync(file, 'not a key', { mode: 0o600 })
  await refused(/holds no key/)
  writeFileSync(file, key)
  chmodSync(file, 0o644)
  await refused(/Others than its owner can read/)
  chmodSync(file, 0o600)
  await refused(/PADAN_MASTER_KEY is not the one/, { PADAN_MASTER_KEY: Buffer.alloc(32, 9).toString('base64') })
  await openVault(database.db, settings)
  rmSync(file)
  await openVault(database.db, { ...settings, PADAN_MASTER_KEY: key.trim() })
  t.notOk(existsSync(file))
})

t.test('a rotation that was cut off before or after the commit is settled by the next start', async t => {
  const database = await openDatabase({})
  t.teardown(() => database.close())
  const settings = { PADAN_DATA: 'unused', PADAN_KEYS: join(t.testdir(), 'keys') }
  const { folder } = await openVault(database.db, settings)
  const [file, next] = [join(folder.path, 'master.key'), join(folder.path, 'master.next.key')]
  const old = readFileSync(file, 'utf8')
  await rotateMasterKey(database.db, folder, settings)
  const fresh = readFileSync(file, 'utf8')
  t.not(fresh, old)
  t.notOk(existsSync(next))
  for (const [name, master, later] of [['after', old, fresh], ['before', fresh, old]]) {
    writeFileSync(file, master, { mode: 0o600 })
    writeFileSync(next, later, { mode: 0o600 })
    await openVault(database.db, settings)
    t.equal(readFileSync(file, 'utf8'), fresh, `killed ${name} the commit`)
    t.notOk(existsSync(next))
  }
})

t.test('padan audit verify tells of a trail whose end was cut off, and takes what it printed as its anchor', async t => {
  const { data, keys, environment } = await started(t)
  const before = readFileSync(join(keys, 'master.key'), 'utf8')
  for (let time = 0; time < 2; time++) t.equal((await run(['keys', 'rotate'], environment)).code, 0)
  t.not(readFileSync(join(keys, 'master.key'), 'utf8'), before)
  const whole = await run(['audit', 'verify'], environment)
  t.equal(whole.code, 0)
  const printed = join(t.testdirName, 'printed.json')
  writeFileSync(printed, whole.stdout)
  const database = await openDatabase({ folder: data })
  await sql`alter table audit disable trigger append_only`.execute(database.db)
  await sql`delete from audit where number = 2`.execute(database.db)
  await database.close()
  for (const args of [[], ['--anchor', printed]]) {
    const cut = await run(['audit', 'verify', '--language', 'en', ...args], environment)
    t.equal(cut.code, 3)
    t.match(cut.stderr, /The end is missing: entry 2 was there once, the last is 1/)
    rmSync(join(keys, 'audit.anchor'), { force: true })
  }
  t.equal((await run(['audit', 'prove'], environment)).code, 2)
  t.equal((await run(['keys', 'lose'], environment)).code, 2)
  t.match((await run(['keys', 'make'])).stdout, /^[A-Za-z0-9_-]{43}\n$/)
})

t.test('a key folder is written whole or not at all', async t => {
  const folder = new KeyFolder(join(t.testdir(), 'keys'))
  mkdirSync(join(folder.path), { recursive: true })
  folder.write('a', 'one')
  t.throws(() => folder.write('missing/a', 'two'), { code: 'ENOENT' })
  t.equal(folder.readText('a'), 'one')
  t.equal(folder.readText('b'), undefined)
  const database = await openDatabase({})
  const { vault } = await openVault(database.db, { PADAN_DATA: 'unused', PADAN_KEYS: folder.path })
  t.ok(vault.isOpen)
  await database.close()
})
