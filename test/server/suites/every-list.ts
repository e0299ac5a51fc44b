import { Api } from '../api.ts'
import { unzip } from '../books.ts'
import { imported } from '../imports.ts'
import { EMPLOYER } from '../offices.ts'
import { registered, who } from '../people.ts'
import type { Suite } from './suite.ts'

/** Lists without a table: what one person is told of itself, what comes as somebody types, and settings of the service. */
const WITHOUT = new Set([
  'listSessions', 'listAccountSessions', 'listIdentities', 'listAccounts', 'listKeys', 'listWebhooks', 'listProfiles', 'listPurposes',
  'suggestTaxonomy', 'findTaxonomy', 'findEmployerDuplicates',
  // In the export of the person, as a page too.
  'listPersonEvents', 'listConsents', 'listPersonRequests',
  // A feed for programs.
  'listChanges',
])
/** What a spreadsheet that separates by semicolons would take for a cell of its own. */
const TRAP = 'Jl. Maju 1;=HYPERLINK("http://x.example";"klik"); @SUM(1);-2;\'=3'

export const everyListSuite: Suite = async (t, database) => {
  await t.test('every list of the office is a table too', async t => {
    const api = await Api.overEmpty(database, { PADAN_ACCESS: 'closed' })
    const { body: document } = await api.call('GET', '/openapi.json')
    const lists: string[] = []
    for (const { get } of Object.values(document.paths) as any[]) {
      const content = get?.responses['200']?.content ?? {}
      const schema = content['application/json']?.schema ?? {}
      const whole = schema.$ref === undefined ? schema : document.components.schemas[schema.$ref.split('/').at(-1)]
      if (whole.properties?.items === undefined || WITHOUT.has(get.operationId)) continue
      lists.push(get.operationId)
      t.ok(content['text/csv'] !== undefined && Object.keys(content).some(type => type.includes('spreadsheetml')), get.operationId)
    }
    t.ok(lists.length > 12, lists.join(', '))
    await api.close()
  })

  await t.test('the trail, the requests on the law\'s clock, the record of processing, a month and deliveries as tables', async t => {
    const api = await Api.overEmpty(database, { PADAN_ACCESS: 'closed' })
    const [admin, officer] = [await who(api, 'admin'), await who(api, 'officer')]
    const ids = [(await registered(api, await who(api, 'verifier'), 1)).id, (await registered(api, await who(api, 'verifier'), 2)).id]
    for (const [at, id] of ids.entries()) await api.call('POST', `/v1/people/${id}/requests`, { json: { kind: 'objection', words: `=1+${at} mengapa?` }, headers: officer })
    await api.call('POST', `/v1/people/${ids[0]}/nik`, { json: { reason: '@dinas: cocokkan KTP' }, headers: officer })
    const csv = async (path: string, headers = admin): Promise<string[]> => {
      const { status, text, headers: { 'content-type': type } } = await api.call('GET', `${path}${path.includes('?') ? '&' : '?'}format=csv`, { headers })
      t.match({ status, type }, { status: 200, type: /^text\/csv/ }, path)
      return text.trim().split('\n')
    }
    const requests = (await api.call('GET', '/v1/data-requests', { headers: officer })).body.items
    t.same((await csv('/v1/data-requests', officer)).slice(1).map(row => row.split(',')[0]), requests.map(({ id }: { id: string }) => id))
    t.same((await csv('/v1/data-requests', officer)).slice(1).map(row => /,('=1\+\d mengapa\?),/.exec(row)?.[1]).sort(), ["'=1+0 mengapa?", "'=1+1 mengapa?"])
    const one = (await api.call('GET', '/v1/data-requests?limit=1', { headers: officer })).body
    const two = (await api.call('GET', `/v1/data-requests?limit=1&cursor=${one.next}`, { headers: officer })).body
    t.same([...one.items, ...two.items].map(({ id }) => id), requests.map(({ id }: { id: string }) => id), 'in pages')
    t.equal(two.next, null)
    t.equal((await api.call('GET', '/v1/data-requests?cursor=MTp4', { headers: officer })).status, 422)
    t.match((await api.call('GET', '/v1/audit?action=data-requests-read&limit=1', { headers: admin })).body.items, [{ detail: { people: [String] } }], 'whose requests were read is in the trail')
    const trail = await csv('/v1/audit')
    t.match(trail[0], 'number,at,actor,action,subject,reason,words,detail,previous,hash')
    const { body: { entries } } = await api.call('GET', '/v1/audit/verification', { headers: admin })
    t.ok(trail.length > entries - 3, 'all of it')
    t.match(trail.join('\n'), /nik-revealed,s-[a-z2-7]+,sealed:[^,]+,'@dinas: cocokkan KTP/)
    t.match(await csv(`/v1/audit?subject=${ids[0]}&action=nik-revealed`), { length: 2 })
    t.match((await csv('/v1/processing-record', officer)).join('\n'), /people,2,true,.*NIK/)
    const stock = (await api.call('GET', '/v1/statistics/iii-1?month=2026-11', { headers: officer })).body
    t.match((await csv('/v1/statistics/iii-1?month=2026-11', officer)).find(row => row.startsWith('I,total')), `I,total,,${stock.total.before},${stock.total.registered},${stock.total.placed},${stock.total.removed},${stock.total.after}`)
    const book = unzip((await api.call('GET', '/v1/statistics/iii-1?month=2026-11&format=xlsx', { headers: officer })).bytes)
    t.match(String(book.get('xl/worksheets/sheet1.xml')), /<v>2<\/v>/, 'figures are numbers in a workbook')
    const { body: hook } = await api.call('POST', '/v1/webhooks', { json: { url: 'https://city.example/padan', kinds: ['employer.registered'] }, headers: admin })
    await api.call('POST', '/v1/employers', { json: EMPLOYER, headers: officer })
    t.match((await csv(`/v1/webhooks/${hook.id}/deliveries?state=waiting`)).slice(1), [/^\d+,waiting,/])
    await api.close()
  })

  await t.test('no cell becomes a formula, also where semicolons separate, and each reads back as it was', async t => {
    const api = await Api.overEmpty(database, { PADAN_ACCESS: 'closed' })
    const officer = await who(api, 'officer')
    const { body: { id }, status } = await api.call('POST', '/v1/employers', { json: { ...EMPLOYER, address: TRAP }, headers: officer })
    t.equal(status, 201)
    const { text } = await api.call('GET', '/v1/employers?format=csv', { headers: officer })
    t.notMatch(text, /(^|[;,\t\n]) *"?[=+@]/m)
    t.notMatch(text, /;-2/)
    t.match(await imported(api, 'employers', text, officer), { state: 'done', unchanged: 1, rejected: 0 })
    t.equal((await api.call('GET', `/v1/employers/${id}`, { headers: officer })).body.employer.address, TRAP)
    await api.call('POST', '/v1/employers', { json: { ...EMPLOYER, name: 'PT Lain', nib: '1111111111111', address: '  =1+1' }, headers: officer })
    t.match((await api.call('GET', '/v1/employers?format=csv', { headers: officer })).text, ",'  =1+1,", 'spaces before it are passed over by some')
    await api.close()
  })
}
