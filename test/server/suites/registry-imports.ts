import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '@padan/server'
import { sql } from 'kysely'
import { Api } from '../api.ts'
import { book, textRow, XLSX, zip } from '../books.ts'
import { movableClock } from '../clocks.ts'
import { CSV, ended, imported, send } from '../imports.ts'
import { whileWritesWait } from '../markets.ts'
import { registered, somebody, who } from '../people.ts'
import { OTHER_UNIT as UNIT } from '../records.ts'
import type { Suite } from './suite.ts'

const DAY_MS = 86_400_000
/** While a chunk waits in the line of writes the next is read. */
const READ_AHEAD_MS = 500
const HEADER = 'NIK,Nama Lengkap,Tempat Lahir,Tgl Lahir,JK,Alamat,No HP,Pendidikan,Persetujuan'

function person (number: number, change: Partial<Record<'nik' | 'name' | 'birthDate' | 'phone', string>> = {}): string {
  const { nik, name, birthDate, phone } = { nik: somebody(number).nik, name: `Orang Contoh ${number}`, birthDate: '15/05/2003', phone: '081200000000', ...change }
  return `${nik},${name},Tangerang,${birthDate},P,Jl. Melati No. ${number},${phone},SMK,pencocokan`
}

async function counted (database: Database, table: 'people' | 'certificates' | 'import_chunks'): Promise<number> {
  return (await database.db.selectFrom(table).selectAll().execute()).length
}

export const registryImportsSuite: Suite = async (t, database) => {
  await t.test('people: tries, stores, and changes nothing the second time', async t => {
    const api = await Api.overEmpty(database)
    const officer = await who(api, 'officer')
    const table = [HEADER, ...Array.from({ length: 230 }, (_, number) => person(number + 1))].join('\n')
    t.match(await imported(api, 'people', table, officer, '?dryRun=true'), { state: 'done', dryRun: true, rows: 230, done: 230, created: 230, rejected: 0 })
    t.equal(await counted(database, 'people'), 0, 'a dry run stores nobody')
    t.notOk((await database.db.selectFrom('person_keys').select('person_id').execute()).some(({ person_id: id }) => id.startsWith('s-')), 'and leaves no keys')
    const { body: sent, status } = await send(api, 'people', table, { ...officer, 'idempotency-key': 'people-1' })
    t.equal(status, 202)
    t.same((await send(api, 'people', table, { ...officer, 'idempotency-key': 'people-1' })).body, sent, 'sent twice, imported once')
    t.match(await ended(api, sent.id, officer), { state: 'done', created: 230, changed: 0, unchanged: 0, rejected: 0, notices: [], errors: [] })
    t.match((await api.call('GET', `/v1/jobs/${sent.id}`, { headers: officer })).body, { kind: 'import', state: 'done', progress: { done: 1000, total: 1000 } })
    t.equal(await counted(database, 'people'), 230)
    t.equal(await counted(database, 'import_chunks'), 0)
    t.match(await imported(api, 'people', table, officer), { created: 0, unchanged: 230 })
    const { body: { id } } = await api.call('POST', '/v1/people/find', { json: { nik: somebody(7).nik }, headers: officer })
    t.match((await api.call('GET', `/v1/people/${id}`, { headers: officer })).body, { name: 'Orang Contoh 7', birthDate: '2003-05-15', sex: 'female', state: 'applying', education: [{ level: 'SMK' }], profile: { education: [{ level: 'SMK' }] } })
    t.match(await imported(api, 'people', [HEADER, person(7, { name: 'Nama Baru' }), person(8)].join('\n'), officer), { changed: 1, unchanged: 1 })
    t.match((await api.call('GET', `/v1/people/${id}`, { headers: officer })).body, { name: 'Nama Baru' })
    t.equal((await api.call('GET', '/v1/audit/verification', { headers: await who(api, 'admin') })).body.valid, true)
    await api.close()
  })

  await t.test('bad rows: all or nothing, or the good ones; a file with reasons, and nothing of it in the open', async t => {
    const api = await Api.overEmpty(database)
    const officer = await who(api, 'officer')
    const bad = [person(2, { nik: '367101' }), person(3, { birthDate: '2003-02-30' }), person(4, { nik: '3.67101E+15' }), person(1, { name: '=Rahasia' }).replace('Jl.', 'Jalan'), person(5, { birthDate: '2012-01-01' }), person(6, { phone: 'tidak ada' })]
    const table = [HEADER, person(1), ...bad].join('\n')
    const refused = await imported(api, 'people', table, officer)
    t.match(refused, { state: 'failed', created: 0, rejected: 5, problem: { type: '/problems/bad-record' } })
    t.equal(await counted(database, 'people'), 0)
    t.same(refused.errors.map(({ row, column, code }: { row: number, column: string, code: string }) => [row, column, code]),
      [[3, 'NIK', 'bad-value'], [4, 'Tgl Lahir', 'bad-day'], [5, 'NIK', 'digits-lost'], [7, null, 'too-young'], [8, 'No HP', 'bad-value']])
    t.match(refused.errors[2], { message: /format "Text"/, messageId: /format "Teks"/ })
    const done = await imported(api, 'people', table, officer, '?mode=valid')
    t.match(done, { state: 'done', created: 1, changed: 1, rejected: 5 })
    t.equal(await counted(database, 'people'), 1)
    const file = await api.call('GET', `/v1/imports/${done.id}/bad-rows.csv`, { headers: { ...officer, 'accept-language': 'en' } })
    const lines = file.text.trim().split('\n')
    t.equal(lines[0], `${HEADER},Line,Refused because`)
    t.equal(lines.length, 6)
    t.match(lines[2], /2003-02-30,.*,4,"Tgl Lahir: expected a day/)
    const xlsx = await api.call('GET', `/v1/imports/${done.id}/bad-rows.xlsx`, { headers: officer })
    t.equal(xlsx.status, 200)
    t.match(await imported(api, 'people', xlsx.bytes, officer, '?dryRun=true', XLSX), { rows: 5, rejected: 5, notices: [] }, 'the file itself is a file to import')
    const mended = file.text.replace('2003-02-30', '2003-02-03')
    t.match(await imported(api, 'people', mended, officer, '?mode=valid'), { created: 1, rejected: 4 })

    const { rows } = await database.db.selectFrom('import_errors').selectAll().execute().then(rows => ({ rows: JSON.stringify(rows) }))
    const jobs = JSON.stringify([await database.db.selectFrom('jobs').selectAll().execute(), await database.db.selectFrom('import_jobs').selectAll().execute(), await database.db.selectFrom('replies').selectAll().execute(), await database.db.selectFrom('audit').selectAll().execute()])
    for (const secret of ['Orang Contoh', somebody(3).nik, 'Melati', 'Rahasia', 'Nama Lengkap']) {
      t.notOk(rows.includes(secret) || jobs.includes(secret), 'sealed in the database')
      t.notOk(api.log.includes(secret), 'not in the log')
    }
    await api.close()
  })

  await t.test('columns: proposed, confirmed, remembered', async t => {
    const api = await Api.overEmpty(database)
    const officer = await who(api, 'officer')
    const header = HEADER.replace('Nama Lengkap', 'Nama lengkap siswa').replace('Alamat', 'Xyz')
    const table = [header, person(1)].join('\n')
    const tried = await imported(api, 'people', table, officer, '?dryRun=true')
    t.match(tried, { state: 'done', rows: 0, missing: ['address'], notices: [{ code: 'guessed-column' }] })
    t.match(tried.columns.slice(0, 6), [{ column: 'nik', by: 'name' }, { column: 'name', by: 'similar' }, { column: 'birthPlace' }, { column: 'birthDate', by: 'name' }, { column: 'sex' }, { header: 'Xyz', column: null, by: null }])
    t.match((await send(api, 'people', table, officer)).body, { type: '/problems/bad-file', errors: [{ code: 'missing-column' }] })
    const some = `?mapping=${encodeURIComponent('{"Xyz":"address"}')}`
    t.match((await send(api, 'people', table, officer, some)).body, { type: '/problems/bad-file', errors: [{ code: 'unsure-column' }] }, 'a guess is not enough to store somebody by')
    const whole = `?mapping=${encodeURIComponent('{"Xyz":"address","Nama lengkap siswa":"name","No HP":"-"}')}`
    const first = await imported(api, 'people', table, officer, whole)
    t.match(first, { state: 'done', created: 1 })
    t.match(first.columns[6], { header: 'No HP', column: null, by: 'given' })
    const again = await imported(api, 'people', [header.toUpperCase(), person(2)].join('\n'), officer)
    t.match(again, { created: 1 })
    t.match(again.columns, [{ by: 'remembered' }, { column: 'name', by: 'remembered' }, {}, {}, {}, { column: 'address', by: 'remembered' }, { column: null, by: 'remembered' }])
    for (const mapping of ['[]', '{', '{"a":"nothing"}', '"x"']) t.equal((await send(api, 'people', table, officer, `?mapping=${encodeURIComponent(mapping)}`)).status, 422, mapping)
    await api.close()
  })

  await t.test('pupils: a teacher brings the own school, minors with a guardian', async t => {
    const api = await Api.overEmpty(database)
    const officer = await who(api, 'officer')
    const teacher = await who(api, 'teacher', 'bkk-1')
    const other = await who(api, 'teacher', 'bkk-2')
    const header = `${HEADER},Nama Orang Tua,Kode Sekolah`
    const minor = (number: number, guardian: string, school = ''): string => `${person(number, { birthDate: '2009-05-15' })},${guardian},${school}`
    const table = [header, minor(1, 'Budi Contoh'), minor(2, ''), minor(3, 'Budi Contoh', 'bkk-2'), `${person(4)},,bkk-1`].join('\n')
    const done = await imported(api, 'pupils', table, teacher, '?mode=valid')
    t.match(done, { created: 2, rejected: 2, errors: [{ row: 3, code: 'guardian-needed' }, { row: 4, code: 'not-yours', column: 'Kode Sekolah' }] })
    const stored = await database.db.selectFrom('people').select(['id', 'school', 'profile']).execute()
    t.same(stored.map(({ school }) => school), ['bkk-1', 'bkk-1'])
    t.ok(stored.some(({ profile }) => profile.adultFrom === '2027-05-15'))
    t.same((await database.db.selectFrom('consents').select('evidence').execute()).map(({ evidence }) => evidence).sort((a, b) => Object.keys(a).length - Object.keys(b).length), [{ way: 'file' }, { way: 'file', guardian: 'parent' }])
    t.match(await imported(api, 'pupils', table.split('\n').slice(0, 2).join('\n'), teacher), { unchanged: 1 })
    t.match(await imported(api, 'pupils', [header, `${person(4)},,`].join('\n'), other), { state: 'failed', errors: [{ code: 'nik-registered' }] })
    for (const [method, url] of [['GET', ''], ['DELETE', ''], ['GET', '/bad-rows.csv']] as const) t.equal((await api.call(method, `/v1/imports/${done.id}${url}`, { headers: other })).status, 404, "another school's import is not there")
    t.equal((await api.call('GET', `/v1/imports/${done.id}`, { headers: officer })).status, 200)
    t.equal((await send(api, 'people', table, teacher)).status, 403)
    t.match(await imported(api, 'pupils', [header, `${person(9)},,`].join('\n'), officer), { state: 'failed', errors: [{ code: 'missing', column: 'Kode Sekolah' }] })
    await api.close()
  })

  await t.test('certificates become evidence, outcomes move people; sent again, nothing changes', async t => {
    const api = await Api.overEmpty(database)
    const officer = await who(api, 'officer')
    const verifier = await who(api, 'verifier')
    const { id, number } = await registered(api, verifier)
    t.equal(api.registry.has('seekers', id), true)
    const certificates = ['Nomor Kartu;NIK;Nomor Sertifikat;LSP;Kode Unit;Tanggal Terbit;Berlaku Sampai',
      `${number};;SER 1;LSP Contoh;${UNIT};31/05/2024;31/05/2027`, ';3671015505030099;SER 2;LSP Contoh;X.1;;', `${number};;SER 3;LSP Contoh;TIDAK.ADA;;`, `${number};;SER 4;LSP Contoh;${UNIT};2024-05-31;2023-01-01`].join('\r\n')
    const first = await imported(api, 'certificates', certificates, officer, '?mode=valid')
    t.match(first, { created: 1, rejected: 3 })
    t.same(first.errors.map(({ row, column }: { row: number, column: string }) => [row, column]), [[3, 'NIK'], [4, 'Kode Unit'], [5, 'Berlaku Sampai']])
    const held = (await api.call('GET', `/v1/seekers/${id}`, { headers: officer })).body.units.find(({ unit }: { unit: string }) => unit === UNIT)
    t.same(held, { unit: UNIT, evidence: 'certified', expires: '2027-05-31' }, 'the rankings know it')
    t.match(await imported(api, 'certificates', certificates, officer, '?mode=valid'), { created: 0, changed: 0, unchanged: 1, rejected: 3 })
    const scheme = (name: string): string => `Nomor Kartu;Nomor Sertifikat;LSP;Kode Unit;Tanggal Terbit;Berlaku Sampai;Skema\n${number};SER 1;LSP Contoh;${UNIT};31/05/2024;31/05/2027;${name}`
    for (const [name, told] of [['Juru Las', { changed: 1 }], ['Juru Las', { unchanged: 1 }], ['', { unchanged: 1 }]] as const) t.match(await imported(api, 'certificates', scheme(name), officer), told, 'a scheme is told later, and stays')
    t.equal(await counted(database, 'certificates'), 1)

    const outcome = (...rows: string[]): string => ['Nomor Kartu,Hasil,Tanggal,Alasan', ...rows.map(row => `${number},${row}`)].join('\n')
    t.match(await imported(api, 'outcomes', outcome('diterima,2026-11-02,', ',,', 'diterima,,', 'diterima,2027-01-01,', 'dihapus,,nanti'), officer, '?mode=valid'), { changed: 1, rejected: 4 })
    t.equal(api.registry.has('seekers', id), false, 'who was hired is in no ranking')
    t.match(await imported(api, 'outcomes', outcome('diterima,2026-11-02,'), officer), { unchanged: 1 })
    t.match(await imported(api, 'outcomes', outcome('berhenti bekerja,,kontrak habis'), officer), { changed: 1 })
    t.equal(api.registry.has('seekers', id), true)
    t.match(await imported(api, 'outcomes', outcome('dihapus,,moved'), officer), { changed: 1 })
    t.match((await api.call('GET', `/v1/people/${id}/events`, { headers: officer })).body.items.map(({ kind }: { kind: string }) => kind).slice(-3), ['placed', 'reactivated', 'removed'])
    await api.close()
  })

  await t.test('goes on after a stop with the first chunk that is left; none doubled, none lost', async t => {
    const before = await Api.overEmpty(database)
    const officer = await who(before, 'officer')
    const table = [HEADER, ...Array.from({ length: 2250 }, (_, number) => person(number + 1))].join('\n')
    const { body: { id } } = await send(before, 'people', table, officer, '?mode=valid')
    await whileWritesWait(before, 0, () => before.close(), async transaction => (await transaction.selectFrom('import_jobs').select('done').where('id', '=', id).executeTakeFirstOrThrow()).done > 0)
    const half = await counted(database, 'people')
    t.ok(half >= 500 && half < 2250, `${half} when it was stopped`)
    const after = await Api.over(database)
    t.match(await ended(after, id, officer), { state: 'done', rows: 2250, done: 2250, created: 2250, rejected: 0 })
    t.equal(await counted(database, 'people'), 2250)
    t.equal((await after.call('DELETE', `/v1/imports/${id}`, { headers: officer })).body.type, '/problems/job-over')
    await after.close()
  })

  await t.test('each row is judged by the day it is stored on, also what was read the day before', async t => {
    const clock = movableClock()
    const api = await Api.overEmpty(database, {}, clock)
    // Of age a day later: today a guardian is needed.
    const table = [HEADER, ...Array.from({ length: 2250 }, (_, number) => person(number + 1, { birthDate: '21/11/2008' }))].join('\n')
    const { body: { id } } = await send(api, 'people', table, await who(api, 'officer'), '?mode=valid')
    let before = 0
    await whileWritesWait(api, 0, async () => { clock.go(DAY_MS, 0) }, async transaction => {
      before = (await transaction.selectFrom('import_jobs').select('done').where('id', '=', id).executeTakeFirstOrThrow()).done
      if (before > 0) await wait(READ_AHEAD_MS)
      return before > 0
    })
    t.match(await ended(api, id, await who(api, 'officer')), { state: 'done', rows: 2250, done: 2250, created: 2250 - before, rejected: before })
    t.ok(before < 2250)
    t.equal(await counted(database, 'people'), 2250 - before)
    await api.close()
  })

  await t.test('a chunk that cannot be written leaves nothing, no keys either, and is written another time', async t => {
    const api = await Api.overEmpty(database)
    const officer = await who(api, 'officer')
    const table = [HEADER, ...Array.from({ length: 30 }, (_, number) => person(number + 1))].join('\n')
    await sql`create function refuse_consent () returns trigger language plpgsql as $$ begin raise exception 'no room for consents'; end $$`.execute(database.db)
    await sql`create trigger refuse_consent before insert on consents for each row execute function refuse_consent()`.execute(database.db)
    for (const mode of ['valid', 'all']) t.match(await imported(api, 'people', table, officer, `?mode=${mode}`), { state: 'failed', created: 0 })
    await sql`drop function refuse_consent cascade`.execute(database.db)
    t.equal(await counted(database, 'people'), 0)
    t.match(await imported(api, 'people', table, officer, '?mode=valid'), { state: 'done', created: 30 })
    const keys = await database.db.selectFrom('person_keys').select('person_id').where('person_id', 'like', 's-%').execute()
    t.equal(keys.length, 30, 'as many keys as people')
    await api.close()
  })

  await t.test('is stopped on request; what a process cannot bear is given up', async t => {
    const api = await Api.overEmpty(database, { JOBS_AT_ONCE: 1 })
    const officer = await who(api, 'officer')
    const table = [HEADER, ...Array.from({ length: 7500 }, (_, number) => person(number + 1))].join('\n')
    const { body: { id } } = await send(api, 'people', table, officer, '?mode=valid')
    // On the embedded database each of a request's reads waits for a chunk: this one goes first.
    t.match((await api.call('DELETE', `/v1/imports/${id}`, { headers: officer })).body, { state: 'cancelled' })
    t.match((await api.call('DELETE', `/v1/imports/${id}`, { headers: officer })).body, { state: 'cancelled' }, 'once more changes nothing')
    t.equal(await counted(database, 'import_chunks'), 0)
    const stored = await counted(database, 'people')
    t.match((await api.call('GET', `/v1/imports/${id}`, { headers: officer })).body, { created: stored })
    await api.close()

    await database.db.updateTable('jobs').set({ state: 'running', finished_at: null }).where('id', '=', id).execute()
    await database.db.updateTable('import_jobs').set({ starts: 3 }).where('id', '=', id).execute()
    await database.db.insertInto('import_chunks').values({ job_id: id, number: 0, sealed: 'x' }).execute()
    const after = await Api.over(database)
    t.match(await ended(after, id, officer), { state: 'failed', problem: { type: '/problems/job-interrupted' } })
    await after.close()
  })

  await t.test('templates say what they take, and are taken', async t => {
    const api = await Api.overEmpty(database)
    const officer = await who(api, 'officer')
    for (const language of ['id', 'en']) {
      for (const kind of ['people', 'pupils', 'certificates', 'outcomes', 'work-history', 'schools', 'trainings', 'skills', 'employers', 'postings']) {
        const csv = await api.call('GET', `/v1/imports/tables/${kind}.csv`, { headers: { 'accept-language': language } })
        if (language === 'id') t.notMatch(csv.text.split('\n')[0], /[a-z][A-Z]/, `${kind}: no name of the program as a header`)
        const xlsx = await api.call('GET', `/v1/imports/tables/${kind}.xlsx`, { headers: { 'accept-language': language } })
        const [a, b] = [await imported(api, kind, csv.bytes, officer, '?dryRun=true'), await imported(api, kind, xlsx.bytes, officer, '?dryRun=true', XLSX)]
        for (const done of [a, b]) {
          t.match(done, { rows: 1, missing: [], notices: [] }, `${kind} ${language}`)
          t.ok(done.columns.every(({ column, by }: { column: string | null, by: string }) => column !== null && by === 'name'), `every column of ${kind} is known in ${language}`)
        }
      }
    }
    await api.close()
  })

  await t.test('hostile and unlucky files are refused with a sentence', async t => {
    const api = await Api.overEmpty(database)
    const officer = await who(api, 'officer')
    const table = [HEADER, person(1)].join('\n')
    const cases: Array<[what: string, body: string | Buffer, type: string, code: string]> = [
      ['a million columns', 'a,'.repeat(1_000_000), CSV, 'too-many-columns'],
      ['a thousand columns', 'a,'.repeat(1000), CSV, 'too-many-columns'],
      ['nothing', '', CSV, 'missing-column'],
      ['open quotes', `${HEADER}\n"${person(1)}`, CSV, 'quote-not-closed'],
      ['text as a workbook', table, XLSX, 'not-a-workbook'],
      ['a bomb', zip({ '[Content_Types].xml': '<Types/>', '_rels/.rels': Buffer.alloc(300_000_000, 32) }), XLSX, ''],
    ]
    for (const [what, body, type, code] of cases) {
      const answer = await send(api, 'people', body, officer, '', type)
      t.equal(answer.status, 422, what)
      t.match(answer.body, { type: '/problems/bad-file', errors: [code === '' ? {} : { code }] }, what)
    }
    t.equal((await send(api, 'people', table, officer, '', 'application/x-ndjson')).status, 415)
    t.match(await imported(api, 'people', Buffer.from(table.replace('Orang Contoh', 'Andr\u00e9'), 'latin1'), officer), { created: 1, notices: [{ code: 'windows-1252' }] })
    t.match(await imported(api, 'people', `\ufeff${table.replaceAll(',', ';')}`, officer), { changed: 1 }, 'semicolons and a mark')
    t.match(await imported(api, 'people', Buffer.from(`\ufeff${table.replaceAll(',', '\t')}`, 'utf16le'), officer), { unchanged: 1 }, 'the "Unicode text" of a spreadsheet')
    const row = (nik: string, birthDate: string): string => `<row>${nik}${['Orang', 'Tangerang'].map(text => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}${birthDate}<c t="inlineStr"><is><t>L</t></is></c><c t="inlineStr"><is><t>Jl. A</t></is></c></row>`
    const heading = textRow('NIK', 'Nama', 'Tempat lahir', 'Tanggal lahir', 'JK', 'Alamat')
    const unlucky = book(heading + row('<c><v>3671015505030002</v></c>', '<c s="0"><v>37756</v></c>') + row('<c t="inlineStr"><is><t>3671015505030003</t></is></c>', '<c s="0"><v>37756</v></c>') + row('<c t="e"><v>#REF!</v></c>', '<c s="0"><v>37756</v></c>'), { formats: [14] })
    const done = await imported(api, 'people', unlucky, officer, '?mode=valid', XLSX)
    t.match(done, { created: 1, rejected: 2, errors: [{ row: 2, column: 'NIK', code: 'digits-lost' }, { row: 4, code: 'cell-error' }] })
    await api.close()
  })
}
