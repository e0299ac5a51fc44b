import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { KeyFolder, openDatabase, writeBackup, type Database } from '@padan/server'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { Api } from './api.ts'
import { onBothPlaces } from './both-places.ts'
import type { ServerPlace } from './databases.ts'
import { imported } from './imports.ts'
import { EMPLOYER, POSTING } from './offices.ts'
import { registered, somebody } from './people.ts'

/** Said of somebody in every way there is, and found in no file. */
const SECRETS = {
  name: 'Xanthippe Rahasiawati',
  birthPlace: 'Kotarahasia',
  address: 'Jalan Tersembunyi 77',
  phone: '081277665544',
  email: 'xanthippe@rahasia.example',
  nik: '3671015505030042',
  words: 'Permintaan xanthippe yang rahasia',
  answer: 'Jawaban untuk xanthippe',
  reason: 'mencocokkan KTP Xanthippe',
  takenFor: 'pindah berkas Xanthippe ke dinas lain',
  pupil: 'Ottokar Rahasiawan',
  pupilNik: '3671015505030043',
  certificate: 'BNSP-RAHASIA-0042',
  notes: 'Catatan rahasia pewawancara',
}

await onBothPlaces(t, 'the words of people are in no file, and of who was erased nothing can be opened', async (t, place) => {
  const folder = (place as Partial<ServerPlace>).folder ?? place.environment.PADAN_DATA
  const keys = new KeyFolder(join(t.testdir(), 'keys'))
  const database = await place.open()
  const api = await Api.overEmpty(database)
  api.registry.vault.folder = keys
  const { id, sealed } = await aLife(t, api, database)
  await api.registry.saveSnapshot()
  const backup = join(t.testdirName, 'before.backup')
  await writeBackup(database.db, api.registry.vault, keys, backup, new Date())
  await sql`checkpoint`.execute(database.db)
  t.same(await holding(folder, [backup]), [], 'while the person is there')

  const officer = await api.as('officer')
  const { body: { id: request } } = await api.call('POST', `/v1/people/${id}/requests`, { json: { kind: 'erasure', words: SECRETS.words }, headers: { authorization: officer.authorization } })
  t.equal((await api.call('POST', `/v1/data-requests/${request}/decision`, { json: { granted: true, answer: SECRETS.answer }, headers: { authorization: officer.authorization } })).status, 200)
  await api.registry.saveSnapshot()
  t.throws(() => api.registry.vault.open(id, sealed), { name: 'SealError' })
  t.notMatch(keys.readText('wrapped.keys'), id, 'the mirrored keys open it no more')
  await sql`checkpoint`.execute(database.db)
  for (const secret of Object.values(SECRETS)) t.notMatch(api.log, secret)
  await api.close()
  await database.close()
  t.same(await holding(folder, [backup]), [], 'after the erasure')
})

/** A registration with all that an office does with it. */
async function aLife (t: Test, api: Api, database: Database): Promise<{ id: string, sealed: string }> {
  const { name, birthPlace, address, phone, email, nik, words, reason, notes } = SECRETS
  const [{ authorization }, officer, admin] = [await api.as('verifier'), { authorization: (await api.as('officer')).authorization }, { authorization: (await api.admin()).authorization }]
  const { id } = await registered(api, { authorization, 'idempotency-key': 'once' }, 42, { person: { ...somebody(42), name, birthPlace, address, phone, email, nik, notes } })
  const done = async (method: 'GET' | 'POST', path: string, json?: object, headers: Record<string, string> = officer): Promise<any> => {
    const { status, text, body } = await api.call(method, path, { json, headers })
    t.ok(status < 300, `${method} ${path}: ${status} ${status < 300 ? '' : text}`)
    return body
  }
  for (const path of ['', '/events', '/consents', '/requests', '/export', '/export?format=html']) await done('GET', `/v1/people/${id}${path}`)
  await done('POST', '/v1/people/find', { nik })
  await done('POST', `/v1/people/${id}/nik`, { reason })
  await done('POST', `/v1/people/${id}/requests`, { kind: 'objection', words }, { ...officer, 'idempotency-key': 'object' })
  await done('POST', '/v1/people-exports', { reason: SECRETS.takenFor }, admin)
  const { authorization: own } = await api.as('seeker', id)
  await done('POST', `/v1/people/${id}/consents`, { purpose: 'contact', way: 'online' }, { authorization: own })
  const table = `NIK;Nama;Tempat lahir;Tanggal lahir;JK;Alamat\n${SECRETS.pupilNik};${SECRETS.pupil};Tangerang;2003-05-15;L;${address}\n123;${SECRETS.pupil};Tangerang;besok;L;${address}`
  t.match(await imported(api, 'people', table, officer, '?mode=valid'), { created: 1, rejected: 1 })
  const { rows: [unit] } = await sql<{ unit: string }>`select profile->'units'->0->>'unit' as unit from people where id = ${id}`.execute(database.db)
  const certificates = `NIK;Nomor sertifikat;Penerbit;Unit;Terbit;Berlaku sampai\n${nik};${SECRETS.certificate};LSP Las;${unit.unit};2026-01-01;2029-01-01`
  const told = await imported(api, 'certificates', certificates, officer, '?mode=valid')
  t.equal(told.rows, 1, JSON.stringify(told))
  const employer = (await done('POST', '/v1/employers', EMPLOYER)).id
  await done('POST', `/v1/employers/${employer}/verification`)
  const posting = (await done('POST', '/v1/postings', { employerId: employer, posting: POSTING })).id
  await done('POST', `/v1/postings/${posting}/submission`)
  await done('POST', `/v1/postings/${posting}/publication`, { decisions: [] })
  await done('POST', '/v1/rank/seekers', { vacancyId: posting })
  const { sealed } = await database.db.selectFrom('people').select('sealed').where('id', '=', id).executeTakeFirstOrThrow()
  return { id, sealed }
}

/** Files in which one of the secrets stands, as text, as wide text or as what a plain hash would make of it. */
async function holding (folder: string, more: readonly string[]): Promise<string[]> {
  const texts = Object.values(SECRETS)
  const wanted = [
    ...texts.flatMap(text => [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(text.toLowerCase())]),
    ...[SECRETS.nik, SECRETS.pupilNik].map(nik => Buffer.from(createHash('sha256').update(nik).digest('hex'))),
  ]
  const found: string[] = []
  let read = 0
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  for (const file of [...files, ...more]) {
    const bytes = plain(await readFile(file))
    read += bytes.length
    for (const secret of wanted) if (bytes.includes(secret)) found.push(`${file}: ${secret.toString('latin1')}`)
  }
  if (read < 1_000_000) found.push(`Only ${read} bytes were read.`)
  return found
}

/** Backups are packed. */
function plain (bytes: Buffer): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
}

t.test('what is looked for would be found', async t => {
  const folder = t.testdir()
  const database = await openDatabase({ folder: join(folder, 'data') })
  await sql`insert into markers (name, value) values ('open', ${SECRETS.phone})`.execute(database.db)
  await database.close()
  t.match(await holding(join(folder, 'data'), []), [/081277665544/])
})
