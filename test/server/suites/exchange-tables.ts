import { Api } from '../api.ts'
import { XLSX } from '../books.ts'
import { CSV, ended, imported, send } from '../imports.ts'
import { pdfText } from '../inner-cards.ts'
import { EMPLOYER, POSTING } from '../offices.ts'
import { PROFILE, registration, somebody, who } from '../people.ts'
import { OTHER_UNIT, UNIT } from '../records.ts'
import type { Suite } from './suite.ts'

const HISTORY_NAMES = ['work-history', 'schools', 'trainings', 'skills'] as const
type HistoryName = typeof HISTORY_NAMES[number]

const PEOPLE = [
  {
    ...registration(1),
    person: {
      ...somebody(1),
      name: '=1+1 Contoh',
      phone: '+62 812 0000 0000',
      religion: 'islam',
      maritalStatus: 'single',
      disability: 'netra',
      languages: ['Inggris', 'Sunda'],
      heightCm: 160,
      placeWanted: 'either',
      notes: 'Tekun, datang tepat waktu',
      education: [{ level: 'SMP', school: 'SMPN 1', year: 2018 }, { level: 'SMK', school: 'SMKN 4', major: 'Teknik Pengelasan', year: 2021 }],
      skills: [{ name: 'Las SMAW 3G', year: 2022 }, { name: 'Forklift' }],
      trainings: [{ name: 'K3 umum', year: 2023 }],
      experience: [{ employer: '-CV "Lama", Baja', position: 'Helper', from: '2021-07', to: '2022-06', wage: 3_900_000, leftBecause: 'kontrak habis' }, { employer: 'PT Baru', position: 'Juru las' }]
    }
  },
  { ...registration(2, { consents: [] }), person: { ...somebody(2), birthDate: '2009-06-15', nik: '3671015506090002' }, guardian: { name: 'Ibu Contoh', relation: 'parent', phone: '081200000001' } },
  { ...registration(3), person: { ...somebody(3), nik: undefined, skills: [], education: [] }, profile: { ...PROFILE, needs: [], wish: { wage: 'any', occupations: ['7212'] }, reachKm: 5 } },
]

/** Tables out of one office and into another. */
export const exchangeTablesSuite: Suite = async (t, database) => {
  await t.test('what one office exports, an empty one imports, and exports again the same', async t => {
    const before = await Api.overEmpty(database, { PADAN_ACCESS: 'closed' })
    const officer = await who(before, 'officer')
    for (const person of PEOPLE) t.equal((await before.call('POST', '/v1/counter-registrations', { json: { ...person, request: false }, headers: officer })).status, 201)
    const firms: string[] = []
    for (const firm of [EMPLOYER, { ...EMPLOYER, name: '@Contoh, CV', nib: undefined, externalId: 'F-2', phone: '+62 21 55', workers: 3 }]) firms.push((await before.call('POST', '/v1/employers', { json: firm, headers: officer })).body.id)
    for (const posting of [POSTING, { ...POSTING, title: '-1 Juru "las", tetap', externalId: 'L-2', point: { lat: -6.2, lng: 106.6 }, fields: 'any', remote: false, licences: [], adultsOnly: true, seats: 3, headcounts: { male: 1, female: 1, either: 1 } }]) {
      t.equal((await before.call('POST', '/v1/postings', { json: { employerId: firms[1], posting }, headers: officer })).status, 201)
    }
    const { body: { id: holder } } = await before.call('POST', '/v1/people/find', { json: { nik: somebody(1).nik }, headers: officer })
    const held = ['ID Padan;Nomor Sertifikat;LSP;Skema;Kode Unit;Tanggal Terbit;Berlaku Sampai', `${holder};SER 2;LSP Contoh;@Skema;${UNIT}|${OTHER_UNIT};31/05/2024;31/05/2027`, `${holder};=SER 1;"LSP ""Lama"", Baja";;${UNIT};;`]
    t.match(await imported(before, 'certificates', held.join('\n'), officer), { created: 2, rejected: 0 })
    const tables = async (api: Api): Promise<Record<'employers' | 'postings' | 'people' | 'certificates' | HistoryName, string>> => {
      const [admin, staff] = [await who(api, 'admin'), await who(api, 'officer')]
      return {
        employers: (await api.call('GET', '/v1/employers?format=csv', { headers: staff })).text,
        postings: (await api.call('GET', '/v1/postings?format=csv', { headers: staff })).text,
        people: (await api.call('POST', '/v1/people-exports', { json: { reason: 'pindah dinas' }, headers: admin })).text,
        certificates: (await api.call('POST', '/v1/people-exports', { json: { reason: 'pindah dinas', table: 'certificates' }, headers: admin })).text,
        ...Object.fromEntries(await Promise.all(HISTORY_NAMES.map(async table => [table, (await api.call('POST', '/v1/people-exports', { json: { reason: 'pindah dinas', table }, headers: admin })).text]))) as Record<HistoryName, string>,
      }
    }
    const out = await tables(before)
    const book = await before.call('POST', '/v1/people-exports', { json: { reason: 'cadangan', format: 'xlsx' }, headers: await who(before, 'admin') })
    t.match(await imported(before, 'people', book.bytes, await who(before, 'officer'), '', XLSX), { state: 'done', unchanged: 3 }, 'a workbook too, which changes nothing where it came from')
    const certificates = await before.call('POST', '/v1/people-exports', { json: { reason: 'cadangan', table: 'certificates', format: 'xlsx' }, headers: await who(before, 'admin') })
    t.match(await imported(before, 'certificates', certificates.bytes, officer, '', XLSX), { state: 'done', unchanged: 2 }, 'as a workbook too')
    t.match((await before.call('GET', '/v1/audit?action=people-exported', { headers: await who(before, 'admin') })).body.items[0], { reason: /^sealed:/, words: 'cadangan' }, 'and who took it out is in the trail')
    for (const role of ['officer', 'verifier', 'teacher', 'employer', 'organiser', 'seeker'] as const) t.equal((await before.call('POST', '/v1/people-exports', { json: { reason: 'ingin tahu', table: 'certificates' }, headers: await who(before, role) })).status, 403, role)
    t.same(out.certificates.trim().split('\n'), ['personId,number,issuer,scheme,units,issuedOn,expiresOn', `${holder},'=SER 1,"LSP ""Lama"", Baja",,${UNIT},,`, `${holder},SER 2,LSP Contoh,'@Skema,${UNIT}|${OTHER_UNIT},2024-05-31,2027-05-31`])
    await before.close()
    t.same(HISTORY_NAMES.map(name => out[name].trim().split('\n').length - 1), [2, 3, 1, 3], 'a row for each job, school, training and skill')
    for (const unsafe of ['=1+1', '-CV', '+62', '@Contoh', '-1 Juru']) {
      t.match(Object.values(out).join('\n'), `'${unsafe}`)
      t.notMatch(Object.values(out).join('\n'), new RegExp(`[,\\n"]${unsafe.replace(/[+]/g, '\\+')}`), `no spreadsheet runs ${unsafe}`)
    }

    const after = await Api.overEmpty(database, { PADAN_ACCESS: 'closed' })
    const there = await who(after, 'officer')
    for (const [kind, created] of [['employers', 2], ['postings', 2], ['people', 3], ['certificates', 2]] as const) t.match(await imported(after, kind, out[kind], there), { state: 'done', rows: created, created, rejected: 0, missing: [] }, kind)
    for (const [kind, changed, unchanged] of [['work-history', 2, 0], ['schools', 1, 2], ['trainings', 1, 0], ['skills', 2, 1]] as const) {
      t.match(await imported(after, kind, out[kind], there), { state: 'done', created: 0, changed, unchanged, rejected: 0, missing: [] }, kind)
    }
    t.strictSame(await tables(after), out)
    for (const kind of HISTORY_NAMES) t.match(await imported(after, kind, out[kind], there), { created: 0, changed: 0 }, `${kind} once more`)
    for (const kind of ['employers', 'postings', 'people', 'certificates'] as const) t.match(await imported(after, kind, out[kind], there), { created: 0, changed: 0, unchanged: out[kind].trim().split(/\n(?=[a-z]-)/).length - 1 }, `${kind} once more`)
    const [{ id }] = await database.db.selectFrom('people').select('id').limit(1).execute()
    await database.db.deleteFrom('people').where('id', '=', id).execute()
    await after.registry.write(async transaction => {
      await after.registry.audit.record(transaction, { actor: 'a', action: 'erasure-granted', subject: id })
      return { answer: undefined, apply: () => {} }
    })
    t.match(await imported(after, 'people', out.people, there, '?mode=valid'), { unchanged: 2, rejected: 1, errors: [{ column: 'id', code: 'nobody' }] }, 'who was erased does not come back by an old table')
    await after.close()
  })

  await t.test('work histories as offices keep them: other headers, bad rows told, nothing taken away', async t => {
    const api = await Api.overEmpty(database, { PADAN_ACCESS: 'closed' })
    const officer = await who(api, 'officer')
    const { body: { id } } = await api.call('POST', '/v1/counter-registrations', { json: { ...registration(1), request: false }, headers: officer })
    const nik = somebody(1).nik
    const jobs = ['NIK,Perusahaan,Posisi,Sejak,Hingga,Gaji,Alasan keluar', `${nik},CV Contoh Baja,Helper,2020,2021,"Rp3.900.000",kontrak habis`, `${nik},PT Baru,Juru las,2022,,,`, `${nik},PT Gaji,Juru las,,,banyak,`, `${nik},,Juru las,,,,`, '3671015505039999,PT Lain,Juru las,,,,', `${nik},PT ${'x'.repeat(120)},Juru las,,,,`, `${nik},株式会社,Juru las,,,,`].join('\n')
    t.match(await imported(api, 'work-history', jobs, officer, '?mode=valid'), {
      changed: 2, rejected: 5, errors: [{ row: 4, column: 'Gaji' }, { row: 5, column: 'Perusahaan', code: 'missing' }, { row: 6, column: 'NIK', code: 'nobody' }, { row: 7, column: 'Perusahaan' }, { row: 8, column: 'Perusahaan' }],
    })
    const told = async () => (await api.call('GET', `/v1/people/${id}`, { headers: officer })).body
    t.same((await told()).experience, [{ employer: 'CV Contoh Baja', position: 'Helper', from: '2020', to: '2021', wage: 3_900_000, leftBecause: 'kontrak habis' }, { employer: 'PT Baru', position: 'Juru las', from: '2022' }])
    t.match(await imported(api, 'work-history', `nik,employer,position,from,to\n${nik},PT Baru,Juru las,2022,2026-10`, officer), { changed: 1 }, 'a later file tells more of the same job')
    t.same((await told()).experience.map(({ to }: { to: string }) => to), ['2021', '2026-10'])
    t.match(await imported(api, 'schools', `nik,jenjang,nama sekolah\n${nik},SLTP,SMPN 1`, officer), { changed: 1 })
    t.same((await told()).education.map(({ level }: { level: string }) => level), ['SMP', 'SMK'], 'an earlier school is not taken for the last one')
    t.match(await pdfText(new Uint8Array((await api.call('GET', `/v1/people/${id}/registration.pdf`, { headers: officer })).bytes)), /CV Contoh Baja/)
    const { bytes } = await api.call('GET', `/v1/people/${id}/export`, { headers: officer })
    t.match(bytes.toString(), 'CV Contoh Baja', 'and is in what the person is told')
    const raw = await database.db.selectFrom('people').select('sealed').where('id', '=', id).executeTakeFirstOrThrow()
    t.notMatch(JSON.stringify(raw), /Contoh Baja/, 'sealed')
    for (const role of ['verifier', 'teacher', 'employer', 'organiser', 'seeker'] as const) t.equal((await send(api, 'work-history', jobs, await who(api, role))).status, 403, role)
    t.equal((await api.call('POST', '/v1/people-exports', { json: { reason: 'ingin tahu', table: 'work-history' }, headers: officer })).status, 403, 'only an admin takes it out')
    await api.close()
  })

  await t.test('an employer brings in its own postings; guesses are confirmed; bad rows are told', async t => {
    const api = await Api.overEmpty(database, { PADAN_ACCESS: 'closed' })
    const officer = await who(api, 'officer')
    const [own, other] = [(await api.call('POST', '/v1/employers', { json: EMPLOYER, headers: officer })).body.id, (await api.call('POST', '/v1/employers', { json: { ...EMPLOYER, nib: undefined, externalId: 'F-9' }, headers: officer })).body.id]
    const firm = await who(api, 'employer', own)
    const table = `Jabatan;Jumlah;Tutup;Jenis penempatan;Skema;ID lowongan;Pemberi kerja\nJuru las;2;2026-12-31;AKL;job;L-1;\nJuru masak;1;2026-12-31;AKL;job;L-2;${other}\nJuru cat;0;besok;AKL;job;L-3;`
    const done = await imported(api, 'postings', table, firm, '?mode=valid')
    t.match(done, { created: 1, rejected: 2, errors: [{ row: 3, column: 'Pemberi kerja', code: 'not-yours' }, { row: 4, column: 'Jumlah' }, { row: 4, column: 'Tutup' }] })
    t.match((await api.call('GET', '/v1/postings', { headers: firm })).body.items, [{ state: 'draft', employerId: own, posting: { title: 'Juru las', seats: 2 } }])
    t.equal((await api.call('GET', `/v1/imports/${done.id}`, { headers: await who(api, 'employer', other) })).status, 404)
    t.match((await api.call('GET', `/v1/imports/${done.id}/bad-rows.csv`, { headers: firm })).text, /Juru masak.*not|your own firm/s)
    t.match(await imported(api, 'postings', table.replace(';2;', ';5;').split('\n').slice(0, 2).join('\n'), firm), { changed: 1 })
    t.equal((await send(api, 'employers', 'nama\nPT A', firm)).status, 403)
    t.match(await send(api, 'employers', 'Nama perusahan;jenis;wilayah;alamat\nPT A;private;36.71;Jl. 1', officer), { status: 422, body: { errors: [{ code: /column/ }] } }, 'a header that is only similar')
    t.match(await imported(api, 'employers', 'nama;jenis;wilayah;alamat;nib\nPT A;private;99;Jl. 1;123\nPT B;firma;36.71;Jl. 1;', officer, '?mode=valid'), { created: 0, rejected: 2 })
    await api.close()
  })

  await t.test('an import of all or nothing is stopped in its middle: nothing is stored, others go on', async t => {
    const api = await Api.overEmpty(database, { PADAN_ACCESS: 'closed' })
    const [officer, other] = [await who(api, 'officer'), await who(api, 'teacher')]
    const row = (number: number): string => `${somebody(number).nik},Orang ${number},Tangerang,2003-05-15,P,Jl. 1`
    const table = ['NIK,Nama,Tempat lahir,Tanggal lahir,JK,Alamat', ...Array.from({ length: 6000 }, (_, number) => row(number + 1))].join('\n')
    const { body: { id } } = await send(api, 'people', table, { ...officer, 'content-type': CSV })
    await new Promise(resolve => { setTimeout(resolve, 50) })
    t.equal((await api.call('DELETE', `/v1/imports/${id}`, { headers: other })).status, 404, 'not by somebody else')
    t.match(await api.call('DELETE', `/v1/imports/${id}`, { headers: officer }), { status: 200, body: { state: 'cancelled', created: 0 } })
    t.match(await ended(api, id, officer), { state: 'cancelled', created: 0 })
    t.equal((await database.db.selectFrom('people').select('id').execute()).length, 0)
    t.match(await imported(api, 'people', table.split('\n').slice(0, 3).join('\n'), officer), { state: 'done', created: 2 })
    await api.close()
  })

  await t.test('lists are tables, too, and show who people are to nobody who may not', async t => {
    const api = await Api.overEmpty(database, { PADAN_ACCESS: 'closed', NIKS_PER_HOUR: 2 })
    const [admin, officer, teacher] = [await who(api, 'admin'), await who(api, 'officer'), await who(api, 'teacher', 'bkk-1')]
    const add = async (number: number, more: object = {}): Promise<string> => (await api.call('POST', '/v1/counter-registrations', { json: { ...registration(number), ...more }, headers: officer })).body.id
    const [pupil, outsider] = [await add(1, { school: 'bkk-1' }), await add(2)]
    const text = async (url: string, headers = officer): Promise<string> => (await api.call('GET', url, { headers })).text
    t.match(await text('/v1/people?format=csv'), new RegExp(`${pupil}.*\\n.*${outsider}|${outsider}.*\\n.*${pupil}`))
    t.notMatch(await text('/v1/people?format=csv'), /Siti|3671|Melati|0812|2003/)
    t.match((await api.call('GET', '/v1/people?limit=1', { headers: officer })).body, { items: [{ name: 'Siti Contoh Rahmawati', nik: /\D\d{4}$/ }], next: String })
    const { body: { items } } = await api.call('GET', '/v1/people', { headers: teacher })
    t.match(items, [{ id: pupil, name: String }])
    t.equal(items.length, 1)
    t.notMatch(JSON.stringify(items), /nik|birthDate|sex|address/)
    t.equal((await api.call('POST', '/v1/people-exports', { json: { reason: 'pindah dinas' }, headers: admin })).status, 200)
    t.match((await api.call('GET', '/v1/audit?action=people-exported', { headers: admin })).body.items, [{ reason: /^sealed:/, words: 'pindah dinas' }], 'why is sealed, and told to who may read the trail')
    t.match((await api.call('GET', `/v1/people/${pupil}/export`, { headers: officer })).body.audit.filter(({ action }: { action: string }) => action === 'people-exported'), [{ reason: 'pindah dinas' }], 'and to who was in it')
    t.equal((await api.call('POST', '/v1/people-exports', { json: { reason: 'ingin tahu' }, headers: officer })).status, 403)
    t.match(await text('/v1/card-requests?format=csv'), /Siti Contoh Rahmawati,new/)
    t.match(await text('/v1/registration-events?format=csv&from=2026-11-01'), /applied/)
    t.equal(await text('/v1/registration-events?format=csv&until=2026-10-31'), 'person,number,kind,reason,on,at,by,sex,ageGroup,education\n')
    t.equal((await api.call('GET', '/v1/registration-events?from=2026-02-31', { headers: officer })).status, 422)
    const first = (await api.call('GET', '/v1/registration-events?limit=1', { headers: officer })).body
    const second = (await api.call('GET', `/v1/registration-events?limit=1&cursor=${first.next}`, { headers: officer })).body
    t.not(first.items[0].id, second.items[0].id)
    for (const url of ['/v1/card-reports?format=xlsx', '/v1/demands?format=xlsx', '/v1/referrals?format=xlsx', '/v1/people?format=xlsx']) t.match((await api.call('GET', url, { headers: officer })), { status: 200, headers: { 'content-type': XLSX } }, url)
    const trail = (await api.call('GET', '/v1/audit?action=people-listed', { headers: admin })).body.items
    t.ok(trail[0].detail.people.includes(pupil), 'with everybody who was in it')

    const reveal = async (headers = officer) => await api.call('POST', `/v1/people/${pupil}/nik`, { json: { reason: 'cek ijazah' }, headers })
    t.match([await reveal(), await reveal()], [{ status: 200 }, { status: 200 }])
    const refused = await reveal()
    t.match(refused, { status: 429, body: { type: '/problems/too-many-tries' } })
    t.ok(Number(refused.headers['retry-after']) > 3000)
    t.match(api.log, /nik-budget-spent/)
    t.equal((await reveal(admin)).status, 200, 'each has a budget of its own')

    const { body: { id: officerId } } = await api.call('GET', '/v1/account', { headers: officer })
    t.equal((await api.call('GET', `/v1/accounts/${officerId}/sessions`, { headers: officer })).status, 403)
    t.match((await api.call('GET', `/v1/accounts/${officerId}/sessions`, { headers: admin })).body.items, [{ current: false }])
    t.match((await api.call('DELETE', `/v1/accounts/${officerId}/sessions`, { headers: admin })).body, { ended: Number })
    t.equal((await api.call('GET', '/v1/people', { headers: officer })).status, 401, 'at once')
    t.equal((await api.call('DELETE', '/v1/accounts/a-nobody/sessions', { headers: admin })).status, 404)
    await api.close()
  })
}
