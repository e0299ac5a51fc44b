import { Api, type Answer } from '../api.ts'
import { at, demoRecords, ndjson, SEEKER, UNIT, VACANCY } from '../records.ts'
import type { Suite } from './suite.ts'

const CSV = 'text/csv'
const NDJSON = 'application/x-ndjson'

export const importsSuite: Suite = async (t, database) => {
  const send = (api: Api, side: 'seekers' | 'vacancies', type: string, raw: string | Buffer, query = ''): Promise<Answer> =>
    api.call('POST', `/v1/${side}/import${query}`, { raw, headers: { 'content-type': type } })

  await t.test('imports what it lists, byte for byte the same, from NDJSON', async t => {
    const api = await Api.overEmpty(database)
    const { seekers, vacancies } = demoRecords(700, 600)
    const report = await send(api, 'seekers', NDJSON, ndjson(seekers))
    t.match(report.body, { dryRun: false, mode: 'all', rows: 700, stored: 700, created: 700, replaced: 0, rejected: 0, errors: [], errorsTruncated: false })
    t.match((await send(api, 'vacancies', NDJSON, ndjson(vacancies))).body, { stored: 600 })
    t.match((await send(api, 'seekers', NDJSON, ndjson(seekers.slice(0, 10)))).body, { created: 0, replaced: 10 })
    const byId = new Map([...seekers, ...vacancies].map(record => [record.id, record]))
    for (const side of ['seekers', 'vacancies'] as const) {
      const { body } = await api.call('GET', `/v1/${side}?limit=500`)
      for (const item of body.items) t.strictSame(item, byId.get(item.id))
    }
    await api.close()
  })

  await t.test('refuses all for one bad row, or stores the good ones when asked', async t => {
    const api = await Api.overEmpty(database)
    const rows = [SEEKER, { ...SEEKER, id: 's-2', reachKm: 'far' }, { ...SEEKER, id: 's-1' }, { ...SEEKER, id: 's-4' }]
    const body = `${ndjson(rows)}{"id": "s-5"\n\n[]\n`
    for (const query of ['', '?mode=all', '?dryRun=true']) {
      const { status, body: problem } = await send(api, 'seekers', NDJSON, body, query)
      t.equal(status, 422)
      t.match(problem, { rows: 6, stored: 0, rejected: 4 })
      t.same(problem.errors.map(({ row, code }: { row: number, code: string }) => [row, code]), [[2, 'wrong-type'], [3, 'duplicate-id'], [5, 'malformed-json'], [7, 'missing'], [7, 'not-a-record']])
      t.match(problem.errors[1].message, /Line 3.*line 1/)
      t.match(problem.errors[0], { id: 's-2', pointer: '/reachKm', received: 'far', message: /Line 2/, messageId: /Baris 2/ })
    }
    t.equal(api.registry.matcher.seekers.size, 0)
    t.match((await send(api, 'seekers', NDJSON, body, '?mode=valid&dryRun=true')).body, { rows: 6, stored: 0, created: 2, rejected: 4 })
    t.equal(api.registry.matcher.seekers.size, 0, 'a dry run stores nothing')
    t.match((await send(api, 'seekers', NDJSON, body, '?mode=valid')).body, { rows: 6, stored: 2, created: 2, rejected: 4 })
    t.same((await api.call('GET', '/v1/seekers')).body.items.map((item: { id: string }) => item.id), ['s-1', 's-4'])
    t.equal((await send(api, 'seekers', NDJSON, body, '?mode=some')).status, 422)
    await api.close()
  })

  await t.test('reads the tables people have', async t => {
    const api = await Api.overEmpty(database)
    const row = ['s-1', `${UNIT}:certified:2027-05-31`, 'SMK', '7212:24', '36.71.01', '-6,1783', '106,6319', '25', 'Ya', 'Rp 5.000.000', 'bebas', '-']
    const header = ['ID', 'Unit Kompetensi', 'Pendidikan', 'pengalaman', 'Wilayah', 'Lintang', 'bujur', 'Jangkauan (km)', 'bersedia_pindah', 'Upah', 'Jabatan', 'Kebutuhan']
    const expected = {
      id: 's-1',
      units: [{ unit: UNIT, evidence: 'certified', expires: '2027-05-31' }],
      education: [{ level: 'SMK' }],
      experience: [{ occupation: '7212', months: 24 }],
      region: '36.71.01',
      point: { lat: -6.1783, lng: 106.6319 },
      reachKm: 25,
      willingToMove: true,
      wish: { wage: 5_000_000, occupations: 'any' },
      needs: [],
    }
    const quoted = (cells: string[]) => cells.map(cell => `"${cell}"`).join(',')
    for (const [name, text] of [
      ['semicolons', `${header.join(';')}\r\n${row.join(';')}\r\n;;;;;;;;;;;\r\n`],
      ['tabs', `${header.join('\t')}\n${row.join('\t')}`],
      ['commas and quotes', `\n${quoted(header)}\n${quoted(row)}\n`],
      ['a byte order mark', `\ufeff${header.join(';')}\n${row.join(';')}\n`],
      ['a line that says the separator', `\ufeffsep=;\r\n${header.join(';')}\r\n${row.join(';')}\r\n`],
    ]) {
      t.match((await send(api, 'seekers', CSV, text)).body, { rows: 1, stored: 1, notices: [] }, name)
      t.strictSame((await api.call('GET', at('seekers', 's-1'))).body, expected, name)
    }
    const vacancies = `id,title,seats,units,education,fields,experience months,lat,remote,wage_min,Alamat,agama,warna favorit\nv-1,"Juru las, ""SMAW""",3,${UNIT}:3!*|${UNIT.toLowerCase()}x,SMK!,any,12,,tidak,"5,100,000",Jl. X,Y,biru\n`
    const refused = await send(api, 'vacancies', CSV, vacancies)
    t.match(refused.body.errors, [{ row: 2, id: 'v-1', pointer: '/units/1/unit', column: 'units' }])
    t.same(refused.body.notices.map((notice: { code: string }) => notice.code), ['protected-column', 'protected-column', 'unknown-column'])
    t.notMatch(refused.text, 'Jl. X')
    t.match((await send(api, 'vacancies', CSV, vacancies.replace(/\|[^,]*/, ''))).body, { stored: 1 })
    t.strictSame((await api.call('GET', at('vacancies', 'v-1'))).body, {
      id: 'v-1',
      title: 'Juru las, "SMAW"',
      seats: 3,
      units: [{ unit: UNIT, importance: 3, must: true, certificate: true }],
      education: { min: 'SMK', must: true },
      fields: 'any',
      experience: { months: 12 },
      remote: false,
      wage: { min: 5_100_000 },
    })
    await api.close()
  })

  await t.test('reads UTF-16, and Windows-1252 with a notice, and refuses what is no table', async t => {
    const api = await Api.overEmpty(database)
    const { title: _title, ...untitled } = VACANCY
    t.ok(untitled)
    const latin = await send(api, 'vacancies', CSV, Buffer.from('id;title\nv-1;Caf\xe9 \x96 kasir\n', 'latin1'))
    t.match(latin.body, { stored: 1, notices: [{ code: 'windows-1252' }] })
    t.equal((await api.call('GET', at('vacancies', 'v-1'))).body.title, 'Café – kasir')
    for (const [name, mark, turn] of [['UTF-16', '\ufeff', false], ['big end first', '\ufeff', true], ['without a mark', '', false], ['big end first, without a mark', '', true]] as const) {
      const raw = Buffer.from(`${mark}id\ttitle\nv-1\tCaf\u00e9 \ud83d\ude00\n`, 'utf16le')
      t.match((await send(api, 'vacancies', CSV, turn ? raw.swap16() : raw)).body, { stored: 1, notices: [] }, name)
      t.equal((await api.call('GET', at('vacancies', 'v-1'))).body.title, 'Caf\u00e9 \ud83d\ude00', name)
    }
    t.match((await send(api, 'vacancies', CSV, Buffer.from('\ufeffid\ttitle\nv-1\tx', 'utf16le').subarray(0, -1))).body, { stored: 1 }, 'cut off in the middle of a letter')
    const cases: ReadonlyArray<readonly [string, string | Buffer, string, object]> = [
      ['an open quote at the end', 'id,title\nv-2,"x\nv-3,y\n', 'bad-file', { code: 'quote-not-closed', row: 3 }],
      ['a quote inside a cell', 'id,title\nv-2,x"y\n', 'bad-file', { code: 'bad-quotes', row: 2 }],
      ['no id column', 'title,seats\nx,1\n', 'bad-file', { code: 'missing-column', row: 1 }],
      ['a column twice', 'id,title,Judul\nv-2,x,y\n', 'bad-file', { code: 'duplicate-column' }],
      ['no header', '', 'bad-file', { code: 'missing-column' }],
      ['a row without end', `id,title\nv-2,"${'x'.repeat(1_100_000)}"\n`, 'bad-file', { code: 'row-too-long', row: 2 }],
      ['a row cut off', 'id,title,seats\nv-2,x,1\nv-3,', 'bad-record', { code: 'wrong-cell-count', row: 3 }],
      ['a quoted line break before a bad row', 'id,title,seats\nv-2,"x\ny",1\nv-3,x,many\n', 'bad-record', { code: 'wrong-type', row: 4, column: 'seats', received: 'many' }],
      ['a day that is none', 'id,closes\nv-2,31/12/2026\n', 'bad-record', { code: 'bad-date', row: 2, column: 'closes' }],
    ]
    for (const [name, raw, type, error] of cases) {
      const { status, body } = await send(api, 'vacancies', CSV, raw)
      t.equal(status, 422, name)
      t.equal(body.type, `/problems/${type}`, name)
      t.match(body.errors[0], error, name)
    }
    const bad = Buffer.concat([Buffer.from(ndjson([VACANCY])), Buffer.from('{"id":"v-2","title":"\xe9"}\n', 'latin1'), Buffer.from(`{"id":"v-3","title":"${'x'.repeat(1_100_000)}"}\n{"id":"v-4"}`)])
    t.same((await send(api, 'vacancies', NDJSON, bad)).body.errors.map(({ row, code }: { row: number, code: string }) => [row, code]), [[2, 'bad-encoding'], [3, 'row-too-long']])
    t.equal(api.registry.matcher.vacancies.size, 1, 'only the first file was stored')
    await api.close()
  })

  await t.test('names at most a thousand errors, and counts all', async t => {
    const api = await Api.overEmpty(database)
    const { body } = await send(api, 'seekers', NDJSON, '{"id":""}\n'.repeat(1500))
    t.equal(body.errors.length, 1000)
    t.match(body, { rejected: 1500, errorsTruncated: true })
    await api.close()
  })

  await t.test('takes only tables, and only so much', async t => {
    const api = await Api.overEmpty(database, { IMPORT_LIMIT: 2000 })
    t.equal((await api.call('POST', '/v1/seekers/import', { json: [SEEKER] })).status, 415)
    t.equal((await api.call('POST', '/v1/seekers/import')).status, 415)
    const large = await send(api, 'seekers', NDJSON, ndjson(demoRecords(20, 0).seekers))
    t.equal(large.status, 413)
    t.match(large.body.detail, /2000 bytes/)
    t.equal((await api.call('POST', '/v1/seekers/import', { raw: 'x', headers: { 'content-type': CSV, 'content-encoding': 'gzip' } })).status, 415)
    await api.close()
  })
}
