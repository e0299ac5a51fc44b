import { Api, type Answer } from '../api.ts'
import { book, textRow, unzip, XLSX, zip } from '../books.ts'
import { at, demoRecords, ndjson, SEEKER, UNIT, VACANCY } from '../records.ts'
import type { Suite } from './suite.ts'

const CSV = 'text/csv'
const NDJSON = 'application/x-ndjson'
const SIDES = ['seekers', 'vacancies'] as const

export const sheetsSuite: Suite = async (t, database) => {
  const send = (api: Api, side: 'seekers' | 'vacancies', raw: string | Buffer, query = '', type = XLSX, headers = {}): Promise<Answer> =>
    api.call('POST', `/v1/${side}/import${query}`, { raw, headers: { 'content-type': type, ...headers } })

  await t.test('what is exported reads back as the same records, from a workbook and from a CSV', async t => {
    const api = await Api.overEmpty(database)
    const { seekers, vacancies } = demoRecords(400, 120)
    const odd = { ...VACANCY, id: '=1+1', title: '=HYPERLINK("x")\t"& <b> _x0041_ 😀\nline' }
    await send(api, 'seekers', ndjson([...seekers, { ...SEEKER, id: '@sum' }, { ...SEEKER, id: '-x' }, { ...SEEKER, id: '007' }]), '', NDJSON)
    await send(api, 'vacancies', ndjson([...vacancies, odd]), '', NDJSON)
    for (const side of SIDES) {
      // A wish without a word in it says nothing, in a table as in a record.
      const before = (await everything(api, side)).map(({ wish, ...rest }) => wish === undefined || Object.keys(wish).length === 0 ? rest : { ...rest, wish })
      for (const [format, type] of [['xlsx', XLSX], ['csv', CSV]] as const) {
        const asked = await api.call('GET', `/v1/${side}?format=${format}`)
        t.equal(asked.headers['content-disposition'], `attachment; filename="${side}.${format}"`)
        const file = await api.call('GET', `/v1/${side}`, { headers: { accept: type } })
        t.ok(file.bytes.equals(asked.bytes), 'Accept asks for the same')
        for (const { id } of before) await api.call('DELETE', at(side, id))
        t.match((await send(api, side, file.bytes, '', type)).body, { rows: before.length, created: before.length, notices: [] }, `${side} ${format}`)
        t.same(await everything(api, side), before, `${side} ${format}`)
      }
    }
    await api.close()
  })

  await t.test('writes texts that no spreadsheet takes for a formula, and numbers of a ranking as numbers', async t => {
    const api = await Api.overEmpty(database)
    for (const id of ['=1+1', '+2', '-3', '@x']) await api.call('PUT', at('seekers', id), { json: { ...SEEKER, id } })
    await api.call('PUT', at('vacancies', 'v-1'), { json: VACANCY })
    const list = unzip((await api.call('GET', '/v1/seekers?format=xlsx')).bytes).get('xl/worksheets/sheet1.xml') ?? ''
    t.match(list, '<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">+2</t></is></c>')
    t.notMatch(list, /<f>|t="str"/)
    const csv = (await api.call('GET', '/v1/seekers?format=csv')).text
    for (const id of ["'=1+1", "'+2", "'@x"]) t.ok(csv.split('\n').some(line => line.startsWith(`${id},`)), id)
    const ranked = await api.call('POST', '/v1/rank/seekers?format=xlsx', { json: { vacancyId: 'v-1', limit: 3 }, headers: { 'accept-language': 'id' } })
    const sheet = unzip(ranked.bytes).get('xl/worksheets/sheet1.xml') ?? ''
    t.match(sheet, /<c r="A2" s="0"><v>1<\/v><\/c><c r="B2" s="1" t="inlineStr"><is><t xml:space="preserve">v-1/)
    t.match(sheet, /<c r="D4" s="0"><v>\d+(\.\d+)?<\/v>/)
    const asCsv = await api.call('POST', '/v1/rank/vacancies', { json: { seekerId: '+2' }, headers: { accept: CSV } })
    t.match(asCsv.text, /^rank,vacancyId,seekerId,score.*\n1,v-1,'\+2,/)
    t.equal((await api.call('POST', '/v1/rank/seekers?format=pdf', { json: { vacancyId: 'v-1' } })).status, 422)
    t.match((await api.call('POST', '/v1/rank/seekers', { json: { vacancyId: 'v-1' } })).body, { results: Array }, 'JSON when nothing else is asked for')
    await api.close()
  })

  await t.test('a template is a table that imports take', async t => {
    const api = await Api.overEmpty(database)
    for (const side of SIDES) {
      for (const [format, type] of [['xlsx', XLSX], ['csv', CSV]] as const) {
        const file = await api.call('GET', `/v1/imports/templates/${side}.${format}`)
        t.equal(file.status, 200)
        t.match((await send(api, side, file.bytes, '?dryRun=true', type)).body, { rows: 1, created: 1, rejected: 0, errors: [], notices: [] }, `${side}.${format}`)
        if (format === 'csv') continue
        const parts = unzip(file.bytes)
        t.match(parts.get('xl/workbook.xml'), `name="${side}"`)
        const header = [...(parts.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/r="[A-Z]+1"[^>]*><is><t[^>]*>([^<]+)/g)].map(found => found[1])
        const explained = [...(parts.get('xl/worksheets/sheet2.xml') ?? '').matchAll(/r="([A-E])\d+"[^>]*><is><t[^>]*>([^<]+)/g)]
        t.same(explained.filter(found => found[1] === 'A').map(found => found[2]).slice(1), header, 'every column is explained')
        for (const column of ['C', 'D', 'E']) t.equal(explained.filter(found => found[1] === column).length, header.length + 1, 'example, Indonesian and English')
      }
    }
    t.equal((await api.call('GET', '/v1/imports/templates/people.xlsx')).status, 422)
    await api.close()
  })

  await t.test('reads the workbooks people have', async t => {
    const api = await Api.overEmpty(database)
    const header = textRow('ID', 'Wilayah', 'Dewasa sejak', 'Jangkauan', 'Lintang', 'bujur', 'bersedia pindah', 'KBJI', 'Kompetensi')
    const row = '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="inlineStr"><is><t>36.71.01</t></is></c><c r="C3" s="1"><v>43831</v></c><c r="D3"><v>25</v></c><c r="E3"><v>-6.1783500000000003</v></c>' +
      '<c r="F3" t="str"><f>A1*2</f><v>106.63189</v></c><c r="G3" t="b"><v>0</v></c><c r="H3" s="2"><v>111</v></c><c r="I3" t="s"><v>1</v></c><c r="M3" t="inlineStr"><is><t>beyond</t></is></c></row>'
    const file = book(header + row + '<row r="4"><c r="A4" t="inlineStr"><is><t> </t></is></c></row>', {
      strings: ['<r><t>0</t></r><r><t>07</t></r><rPh><t>no</t></rPh>', `<t>${UNIT}</t>`],
      formats: [0, 14, '0000'],
    })
    const { body } = await send(api, 'seekers', file)
    t.same(body.errors, [])
    t.match(body, { rows: 1, stored: 1 })
    t.same(body.notices.map(({ code }: { code: string }) => code), ['number-for-text', 'formulas'])
    t.strictSame((await api.call('GET', at('seekers', '007'))).body, {
      id: '007',
      region: '36.71.01',
      adultFrom: '2020-01-01',
      reachKm: 25,
      point: { lat: -6.17835, lng: 106.63189 },
      willingToMove: false,
      wish: { occupations: ['0111'] },
      units: [{ unit: UNIT, evidence: 'claimed' }],
    })
    for (const [name, cell, options, day] of [
      ['1904', '<c s="0"><v>42369</v></c>', { formats: [14], countsFrom1904: true }, '2020-01-01'],
      ['a format of its own', '<c s="0"><v>43831.75</v></c>', { formats: ['[$-421]dd mmmm yyyy;@'] }, '2020-01-01'],
      ['before the day that never was', '<c s="0"><v>59</v></c>', { formats: [14] }, '1900-02-28'],
      ['after it', '<c s="0"><v>61</v></c>', { formats: [14] }, '1900-03-01'],
      ['ISO', '<c t="d"><v>2020-01-01T00:00:00</v></c>', {}, '2020-01-01'],
    ] as const) {
      await send(api, 'seekers', book(`${textRow('id', 'adultFrom')}<row><c t="inlineStr"><is><t>d</t></is></c>${cell}</row>`, options))
      t.equal((await api.call('GET', at('seekers', 'd'))).body.adultFrom, day, name)
    }
    await api.close()
  })

  await t.test('takes the first sheet that is shown, or the one asked for', async t => {
    const api = await Api.overEmpty(database)
    const sheets = ['one', 'two', 'three'].map((name, position) => ({ name, rows: textRow('id') + textRow(`s-${name}`), ...(position === 0 ? { state: 'hidden' } : {}) }))
    const file = book('', { sheets })
    for (const [query, id] of [['', 's-two'], ['?sheet=one', 's-one'], ['?sheet=THREE', 's-three'], ['?sheet=3', 's-three']]) {
      await send(api, 'seekers', file, query)
      t.equal((await api.call('GET', at('seekers', id))).status, 200, query)
    }
    const { status, body } = await send(api, 'seekers', file, '?sheet=four')
    t.equal(status, 422)
    t.match(body.errors, [{ code: 'no-such-sheet', message: /'one', 'two', 'three'/, messageId: /tidak memuat lembar/ }])
    await api.close()
  })

  await t.test('gives every bad row with its reason as a table', async t => {
    const api = await Api.overEmpty(database)
    const rows = Array.from({ length: 1200 }, (_, row) => textRow(`s-${row}`, 'far'))
    const file = book(textRow('id', 'Jangkauan (km)') + textRow('fine', '3') + rows.join('') +
      '<row><c t="inlineStr"><is><t>=1+1</t></is></c><c t="e"><v>#REF!</v></c></row><row><c t="inlineStr"><is><t>f</t></is></c><c><f>A1</f></c></row>')
    const { status, headers, text } = await send(api, 'seekers', file, '?dryRun=true&report=csv', XLSX, { 'accept-language': 'id' })
    t.equal(status, 200)
    t.match(headers['content-type'], CSV)
    const lines = text.trimEnd().split('\n')
    t.equal(lines.length, 1203)
    t.equal(lines[0], 'line,id,column,field,code,received,expected,message')
    t.match(lines[1], /^3,s-0,Jangkauan \(km\),\/reachKm,wrong-type,far,.*Baris 3/)
    t.match(lines[1201], /^1203,.*cell-error,#REF!,.*menampilkan kesalahan/)
    t.match(lines[1202], /^1204,.*formula-without-value,.*belum dihitung/)
    t.equal(api.registry.matcher.seekers.size, 0)
    t.match((await send(api, 'seekers', file, '?report=csv')).body.errors, [{ pointer: '/query/report' }])
    t.equal((await send(api, 'seekers', Buffer.from('PK'), '?dryRun=true&report=csv')).body.type, '/problems/bad-file')
    t.match((await send(api, 'seekers', file, '?mode=valid')).body, { stored: 1, rejected: 1202, errorsTruncated: true })
    await api.close()
  })

  await t.test('refuses hostile and broken workbooks in both languages', async t => {
    const api = await Api.overEmpty(database)
    const good = book(textRow('id') + textRow('s-1'))
    const wide = `<row>${'<c t="inlineStr"><is><t>x</t></is></c>'.repeat(1_000_000)}</row>`
    const files: ReadonlyArray<readonly [string, Buffer, string]> = [
      ['nothing', Buffer.alloc(0), 'not-a-workbook'],
      ['a CSV', Buffer.from('id\ns-1\n'), 'not-a-workbook'],
      ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-workbook'],
      ['a cut file', good.subarray(0, good.length - 30), 'damaged-workbook'],
      ['half a file', good.subarray(0, good.length >> 1), 'damaged-workbook'],
      ['another zip file', zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), 'not-a-workbook'],
      ['a zip without anything', zip({}), 'damaged-workbook'],
      ['macros by type', book(textRow('id'), { contentType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }), 'macro-file'],
      ['macros by name', book(textRow('id'), { more: { 'xl/vbaProject.bin': 'x' } }), 'macro-file'],
      ['a million columns', book(wide), 'too-many-columns'],
      ['a far column', book('<row r="1"><c r="XFD1"><v>1</v></c></row>'), 'too-many-columns'],
      ['a column out of the world', book('<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>'), 'too-many-columns'],
      ['a bad reference', book('<row r="1"><c r="1A"><v>1</v></c></row>'), 'damaged-workbook'],
      ['a bad line', book('<row r="x"><c><v>1</v></c></row>'), 'damaged-workbook'],
      ['a text that is not there', book('<row><c t="s"><v>9</v></c></row>', { strings: ['<t>a</t>'] }), 'damaged-workbook'],
      ['a document type', book('', { more: { 'xl/worksheets/s0.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>' } }), 'damaged-workbook'],
      ['XML that is cut', book('', { more: { 'xl/worksheets/s0.xml': '<worksheet><sheetData><row>' } }), 'damaged-workbook'],
      ['bytes that are no text', book('', { more: { 'xl/worksheets/s0.xml': Buffer.from([0x3c, 0x61, 0xff, 0xfe, 0x3e]) } }), 'damaged-workbook'],
      ['depth without end', book('<a>'.repeat(100_000)), 'workbook-too-large'],
      ['one text without end', book(`<row><c t="str"><v>${'x'.repeat(9_000_000)}`), 'workbook-too-large'],
      ['a row without end', book(`<row>${`<c t="inlineStr"><is><t>${'x'.repeat(30_000)}</t></is></c>`.repeat(40)}</row>`), 'row-too-long'],
      ['one shared text again and again', book(`${textRow('id')}<row>${'<c t="s"><v>0</v></c>'.repeat(40)}</row>`, { strings: [`<t>${'x'.repeat(30_000)}</t>`] }), 'row-too-long'],
      ['parts without number', zip(Object.fromEntries(Array.from({ length: 2001 }, (_, part) => [`p${part}`, '']))), 'workbook-too-large'],
      ['a part that lies about its size', zip({ '[Content_Types].xml': `<Types>${' '.repeat(5_000_000)}</Types>` }, 100), 'damaged-workbook'],
      ['a bomb', book('', { more: { 'xl/worksheets/s0.xml': bomb() } }), 'workbook-too-large'],
      ['no id', book(textRow('name')), 'missing-column'],
      ['an empty sheet', book(''), 'missing-column'],
    ]
    for (const [name, file, code] of files) {
      const { status, body } = await send(api, 'seekers', file)
      t.equal(status, 422, name)
      t.equal(body.type, '/problems/bad-file', name)
      t.match(body.errors, [{ code, message: /\w/, messageId: /\w/ }], name)
      t.not(body.errors[0].message, body.errors[0].messageId, name)
    }
    t.equal(api.registry.matcher.seekers.size, 0)
    t.match((await send(api, 'seekers', good)).body, { stored: 1 })
    await api.close()
  })
}

interface Item {
  id: string
  wish?: object
}

async function everything (api: Api, side: 'seekers' | 'vacancies'): Promise<Item[]> {
  const items: Item[] = []
  let cursor = ''
  while (true) {
    const { body } = await api.call('GET', `/v1/${side}?limit=500${cursor}`)
    items.push(...body.items)
    if (body.next === null) return items
    cursor = `&cursor=${body.next}`
  }
}

/** A thousand times what it takes packed. */
function bomb (): Buffer {
  return Buffer.concat([Buffer.from('<worksheet><sheetData>'), Buffer.alloc(60_000_000, '<row></row>')])
}
