import { Api } from '../api.ts'
import { book, textRow, XLSX } from '../books.ts'
import { imported, send } from '../imports.ts'
import { EMPLOYER } from '../offices.ts'
import { somebody, who } from '../people.ts'
import type { Suite } from './suite.ts'

const HEADER = ['No', 'NIK', 'Nama Lengkap', 'Tempat Lahir', 'Tgl Lahir', 'L/P', 'Alamat', 'No HP', 'Pendidikan']

/** Tables as offices have them, which a kind reader understands. */
export const officeSheetsSuite: Suite = async (t, database) => {
  const api = await Api.overEmpty(database, { PADAN_ACCESS: 'closed' })
  const officer = await who(api, 'officer')
  let number = 0
  const row = (change: Partial<Record<'nik' | 'name' | 'birthDate' | 'sex' | 'phone' | 'level', string>> = {}): string[] => {
    number++
    const { nik, name, birthDate, sex, phone, level } = { nik: somebody(number).nik, name: `Orang Contoh ${number}`, birthDate: '15/05/2003', sex: 'P', phone: '081200000000', level: 'SMK', ...change }
    return [String(number), nik, name, 'Tangerang', birthDate, sex, `Jl. Melati No. ${number}`, phone, level]
  }
  const told = async (nik: string): Promise<any> => {
    const { body: { id } } = await api.call('POST', '/v1/people/find', { json: { nik }, headers: officer })
    return (await api.call('GET', `/v1/people/${id}`, { headers: officer })).body
  }

  await t.test('a title above the header, numbered columns, blank rows, the header once more, a sheet that is hidden before it', async t => {
    const [first, second, third] = [row(), row(), row()]
    const sheet = [textRow('DAFTAR PENCARI KERJA'), textRow('Dinas Tenaga Kerja Kota Contoh', '', '', 'Nama'), textRow(), textRow(...HEADER), textRow(...HEADER.map((_, at) => `(${at + 1})`)), textRow(...first), textRow('', ' ', ''), textRow(...second), textRow(...HEADER), textRow(...third)].join('')
    const workbook = book('', { sheets: [{ name: 'Rumus', rows: textRow('x'), state: 'hidden' }, { name: 'Data', rows: sheet }] })
    const done = await imported(api, 'people', workbook, officer, '', XLSX)
    t.match(done, { state: 'done', rows: 3, created: 3, rejected: 0, notices: [{ code: 'header-below', message: /^Line 4 / }, { code: 'no-data', message: /^2 rows/ }] })
    const csv = ['DAFTAR PENCARI KERJA;;;;;;;;', ';;;;;;;;', HEADER.join(';'), row().join(';'), ';;;;;;;;'].join('\r\n')
    t.match(await imported(api, 'people', csv, officer), { rows: 1, created: 1, notices: [{ code: 'header-below' }] }, 'and as CSV with semicolons')
    const wrong = await imported(api, 'people', ['DAFTAR,,', 'Nama,Alamat,Umur', 'A,B,1'].join('\n'), officer, '?dryRun=true')
    t.match(wrong, { missing: ['birthPlace', 'birthDate', 'sex'], columns: [{ column: 'name' }, { column: 'address' }, { column: null }] }, 'the row that is most of a header is shown when none is whole')
    const long = [[...HEADER, 'x'.repeat(500_000)], row()].map(cells => cells.join(';')).join('\n')
    t.match(await imported(api, 'people', long, officer), { created: 1, columns: [...HEADER.map(() => ({})), { column: null, by: null }] }, 'half a million letters are no header, and likened to none')
    t.match((await send(api, 'people', 'a,b\n1,2', officer)).body, { type: '/problems/bad-file', errors: [{ row: 1, code: 'missing-column' }] })
  })

  await t.test('place and date of birth in one column', async t => {
    const header = ['NIK', 'Nama', 'Tempat/Tgl. Lahir', 'JK', 'Alamat']
    const births: Array<[written: string, place: string, day?: string]> = [
      ['Tangerang, 15-05-2003', 'Tangerang', '2003-05-15'], ['Kota Tangerang / 5 Mei 2003', 'Kota Tangerang', '2003-05-05'], ['Tangerang 15/05/2003', 'Tangerang', '2003-05-15'], ["Ma'rang (Pangkep), 2003-05-15", "Ma'rang (Pangkep)", '2003-05-15'],
      ['Tangerang, 31/02/2003', ''], ['15/05/2003', ''], ['Tangerang', ''], ['', ''], [`${'.'.repeat(200_000)}1`, ''],
    ]
    const rows = births.map(([written]) => { const [, nik, name] = row(); return [nik, name, `"${written}"`, 'P', 'Jl. A'] })
    const table = [header, ...rows].map(cells => cells.join(',')).join('\n')
    const done = await imported(api, 'people', table, officer, '?mode=valid')
    const refused = births.flatMap(([, , day], at) => day === undefined ? [at + 2] : [])
    t.match(done, { created: births.length - refused.length, rejected: refused.length, columns: [{}, {}, { column: 'birth', by: 'name' }] })
    t.same(done.errors.map(({ row, column }: { row: number, column: string }) => [row, column]), refused.map(line => [line, 'Tempat/Tgl. Lahir']))
    for (const [at, [written, birthPlace, birthDate]] of births.entries()) if (birthDate !== undefined) t.match(await told(rows[at][0]), { birthPlace, birthDate }, written)
    const both = [['NIK', 'Nama', 'TTL', 'Tempat lahir', 'Tanggal lahir', 'JK', 'Alamat'], [row()[1], 'Orang Contoh', '', 'Tangerang', '15/05/2003', 'P', 'Jl. A']].map(cells => cells.join(',')).join('\n')
    t.match(await imported(api, 'people', both, officer), { created: 1 }, 'columns of their own go first')
    t.notMatch((await api.call('GET', '/v1/imports/tables/people.csv', { headers: { 'accept-language': 'id' } })).text, 'Tempat, tanggal lahir', 'the template has a column for each')
  })

  await t.test('several sheets, hidden rows and merged cells are told', async t => {
    const hidden = textRow(...row()).replace('<row', '<row hidden="1"')
    const rows = [textRow(...HEADER), textRow(...row()), hidden].join('')
    const sheets = [{ name: 'Rekap Siti', rows: textRow('x') }, { name: 'Data', rows }]
    const merged = { 'xl/worksheets/s1.xml': `<worksheet><sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="D2:D3"/></mergeCells></worksheet>` }
    const workbook = book('', { sheets, more: merged })
    const wrong = await send(api, 'people', workbook, officer, '', XLSX)
    t.match(wrong.body, { errors: [{ code: 'missing-column', message: /has 2 sheets.* sheet=/ }] })
    t.notMatch(wrong.text, 'Siti')
    t.match(await imported(api, 'people', workbook, officer, '?dryRun=true', XLSX), { notices: [{ code: 'other-sheets' }] })
    t.match(await imported(api, 'people', workbook, officer, '?sheet=Data', XLSX), { created: 2, notices: [{ code: 'hidden-rows', message: /^1 rows/ }, { code: 'merged-cells', message: /^1 merged/ }] })
    const template = await api.call('GET', '/v1/imports/tables/people.xlsx')
    t.match(await imported(api, 'people', template.bytes, officer, '?dryRun=true', XLSX), { notices: [] }, 'the sheet that explains a template is no other table')
  })

  await t.test('days, words and numbers as people write them', async t => {
    const days: Array<[written: string, day: string | null]> = [
      ['2003/5/15', '2003-05-15'], ['15.05.2003', '2003-05-15'], ['15-Mei-2003', '2003-05-15'], ['5 Agt 2003', '2003-08-05'], ['15 Nopember 2003', '2003-11-15'], ['15 Pebruari 2003', '2003-02-15'], ['15 Des. 2003', '2003-12-15'],
      ['15/05/2003 0:00', '2003-05-15'], ['2003-05-15T00:00:00.000Z', '2003-05-15'], ['1 march 2003', '2003-03-01'], ['31/02/2003', null], ['31 Feb 2003', null], ['05/15/2003', null], ['15/05/03', null], ['15 Ma 2003', null], ['37756', null], ['2003', null],
    ]
    const rows = days.map(([birthDate]) => row({ birthDate }))
    const done = await imported(api, 'people', [HEADER, ...rows].map(cells => cells.join(';')).join('\n'), officer, '?mode=valid')
    const refused = days.flatMap(([, day], at) => day === null ? [at + 2] : [])
    t.match(done, { created: days.length - refused.length, rejected: refused.length })
    t.same(done.errors.map(({ row, column, code }: { row: number, column: string, code: string }) => [row, column, code]), refused.map(line => [line, 'Tgl Lahir', 'bad-day']))
    for (const [at, [written, day]] of days.entries()) if (day !== null) t.equal((await told(rows[at][1])).birthDate, day, written)

    const words = [row({ sex: 'Lk', level: 'D-III' }), row({ sex: 'Pr.', level: 'S.1' }), row({ sex: 'Laki - laki', level: 'Paket C' }), row({ sex: 'LAKI LAKI', level: 'SMA Sederajat' }), row({ sex: 'Perempuan ', level: 'd iii' })]
    t.match(await imported(api, 'people', [HEADER, ...words].map(cells => cells.join(';')).join('\n'), officer), { created: 5 })
    t.same(await Promise.all(words.map(async ([, nik]) => { const { sex, education: [{ level }] } = await told(nik); return [sex, level] })), [['male', 'D3'], ['female', 'S1'], ['male', 'SMA'], ['male', 'SMA'], ['female', 'D3']])
    t.match(await imported(api, 'people', [HEADER, row({ sex: 'x' })].map(cells => cells.join(';')).join('\n'), officer), { state: 'failed', errors: [{ column: 'L/P', message: /one of l, laki-laki/ }] })

    const seen = row({ phone: '81200000000', name: '\u200bSiti\u00a0Contoh\u200e' })
    const nik = seen[1]
    seen[1] = `'${nik.slice(0, 6)} ${nik.slice(6)}`
    t.match(await imported(api, 'people', [HEADER, seen].map(cells => cells.join(';')).join('\n'), officer), { created: 1 })
    t.match(await told(nik), { name: 'Siti Contoh', phone: '081200000000' }, 'a zero that a spreadsheet took, a sign that kept the digits, marks that nobody sees')
    for (const bad of ['3,67101E+15', '3.67102E15']) t.match(await imported(api, 'people', [HEADER, row({ nik: bad })].map(cells => cells.join(';')).join('\n'), officer), { errors: [{ column: 'NIK', code: 'digits-lost' }] })
    t.match(await imported(api, 'people', [HEADER, row({ phone: '8,12E+10' })].map(cells => cells.join(';')).join('\n'), officer), { errors: [{ column: 'No HP', code: 'digits-lost' }] })
  })

  await t.test('two columns of one header: told which is read', async t => {
    const cells = row()
    const table = [[...HEADER, 'Nama Lengkap'], [...cells, 'Ibu Contoh']].map(cells => cells.join(';')).join('\n')
    t.match(await imported(api, 'people', table, officer), { created: 1, notices: [{ code: 'same-header', message: /^Columns 3 and 10 .* read as 'name'/ }] })
    t.equal((await told(cells[1])).name, cells[2])
  })

  await t.test('firms and postings in the words of an office', async t => {
    const firms = ['No;Nama Perusahaan;Jenis;Wilayah;Alamat', '1;PT Contoh Jaya;Swasta;36.71;Jl. A 1', '2;Perumda Contoh;BUMN/BUMD;36.71;Jl. A 2', '3;Contoh Bersama;KOPERASI;36.71;Jl. A 3', '4;Contoh;Lainnya;36.71;Jl. A 4'].join('\n')
    t.match(await imported(api, 'employers', firms, officer, '?mode=valid'), { created: 3, rejected: 1, errors: [{ row: 5, column: 'Jenis', message: /one of government, state-firm/, messageId: /salah satu dari government/ }] })
    t.same((await api.call('GET', '/v1/employers', { headers: officer })).body.items.map(({ employer: { kind } }: { employer: { kind: string } }) => kind).sort(), ['cooperative', 'private', 'state-firm'])
    await api.call('POST', '/v1/employers', { json: { ...EMPLOYER, externalId: 'F-9' }, headers: officer })
    const postings = ['Kode;Perusahaan;Jabatan;Jumlah;Berlaku mulai;Berlaku sampai;Antar kerja;Skema', 'L-1;F-9;Juru las;2;1 Des 2026;31/12/2026;akl;Pekerjaan', 'L-2;F-9;Juru cat;2;;31/11/2026;AKL;Magang'].join('\n')
    t.match(await imported(api, 'postings', postings, officer, '?mode=valid'), { created: 1, rejected: 1, errors: [{ row: 3, column: 'Berlaku sampai', code: 'bad-day' }] })
    t.match((await api.call('GET', '/v1/postings', { headers: officer })).body.items, [{ posting: { closes: '2026-12-31', opens: '2026-12-01', channel: 'AKL', scheme: 'job' } }])
  })
  await api.close()
}
