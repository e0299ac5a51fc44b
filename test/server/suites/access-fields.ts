import { COLUMNS, ROLES, rowsOf, RULES, SEEN, SETTABLE, viewersOf, type Role, type Viewer } from '@padan/server'
import { Api, PASSWORD, type CallOptions } from '../api.ts'
import { BODIES, fillOffice } from '../filled-office.ts'
import { EMPLOYER, POSTING } from '../offices.ts'
import { columnsFor, partOf } from '../inner-fields.ts'
import { fieldsOf, readOperations, type JsonSchema, type Operation } from '../operations.ts'
import { registration, somebody } from '../people.ts'
import type { Suite } from './suite.ts'

/** Templates hold nothing of anybody's, and bad rows what the caller sent. */
const ELSEWHERE = new Set(['getTemplate', 'getImportTemplate', 'getBadRows'])
/** Objects whose fields the matcher's own checker decides on; and what somebody's own words are about. */
const CHECKED_BY_MATCHER = /^(putSeeker body|putVacancy body|(registerSelf|registerAtCounter|putPerson) body\.profile|Seeker|Vacancy)(\.|$)/
/** What nobody sets: who one is, whose something is, what became of it, and when. */
const NEVER_SET = ['id', 'role', 'state', 'of', 'bound', 'verified', 'revision', 'createdAt', 'updatedAt', 'by', 'owner', 'employerId', 'personId', 'account', 'school', 'admin', 'scopes', 'filled', 'number', 'nikHash', 'nik_hash', 'isAdmin', '_id']

/** Which field each role receives and sets, by every operation: the one table, and what the running service does. */
export const accessFieldsSuite: Suite = async (t, database) => {
  const api = await Api.overEmpty(database, { READS_PER_MINUTE: 1_000_000, NIKS_PER_HOUR: 1000 })
  const { accounts, ids, addressFor, rows } = await fillOffice(api, database)
  const { operations, schemas } = await readOperations(api)
  const { person: personId, posting: vacancyId, employer: employerId } = ids
  const admin = { authorization: accounts.admin[0].authorization }
  await api.call('POST', `/v1/people/${personId}/requests`, { json: { kind: 'access', words: 'Data apa saja?' }, headers: admin })
  await api.call('POST', `/v1/people/${personId}/card-requests`, { json: { kind: 'renewal' }, headers: admin })
  const { body: webhook } = await api.call('POST', '/v1/webhooks', { json: { url: 'https://kota.example/hook', kinds: ['employer.registered'] }, headers: admin })
  const { body: { card: { token } } } = await api.call('GET', `/v1/people/${personId}/card`, { headers: admin })

  /** What is sent to read something, and to set something. */
  const bodies: Readonly<Record<string, CallOptions>> = {
    ...BODIES,
    rankSeekers: { json: { vacancyId, explain: true } },
    rankVacancies: { json: { seekerId: personId, explain: true } },
    explainPair: { json: { seekerId: personId, vacancyId } },
    findGaps: { json: { seekerId: personId, vacancyId } },
    findPerson: { json: { nik: somebody(1).nik } },
    revealNik: { json: { reason: 'cek KTP' } },
    exportPeople: { json: { reason: 'laporan' } },
    registerSelf: { json: { login: 'baru@contoh.example', password: PASSWORD, ...registration(9) } },
    registerAtCounter: { json: registration(9, { guardian: { name: 'Ibu', relation: 'parent' } }) },
    registerEmployer: { json: EMPLOYER },
    draftPosting: { json: { employerId, posting: POSTING } },
    refer: { json: { postingId: vacancyId, personId, call: { at: '2026-11-24T09:00', place: 'Loket 3' } } },
    createAccount: { json: { role: 'seeker', of: personId, login: 'x@contoh.example' } },
    decideDataRequest: { json: { granted: false, answer: 'Tidak.' } },
    returnEmployer: { json: { reason: 'Alamat salah' } },
    returnPosting: { json: { reason: 'Upah kurang' } },
    makeKey: { json: { name: 'sistem', scopes: ['rank'] } },
    addWebhook: { json: { url: 'https://kota.example/hook', kinds: ['employer.registered'] } },
    makeBreachPack: { json: { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z', foundAt: '2026-11-20T03:00:00Z', actors: ['a'], what: 'Lost.', whatId: 'Hilang.', fields: ['name'] } },
    returnCardRequest: { json: { reasons: ['photo'], note: 'Buram' } },
  }
  /** The headers of somebody signed in, of a key, of this machine, or of nobody. */
  const headersOf = async (viewer: Viewer, operationId: string): Promise<Record<string, string>> => {
    if (viewer === 'nobody') return { host: 'padan.example' }
    if (viewer !== 'system') return { authorization: accounts[viewer][0].authorization }
    const { scope, local } = RULES[operationId]
    return local === true || scope === undefined ? {} : { authorization: (await api.key([scope])).authorization }
  }
  const urlFor = ({ path, operationId }: Operation, role: Role): string => addressFor(path, role, accounts[role][0])
    .replace('/webhooks/{id}', `/webhooks/${webhook.id}`).replace('{token}', token).replace('{register}', 'units').replace('{code}', 'C.24LAS01.028.1')
    .concat(operationId === 'getPeopleStock' ? '?month=2026-11' : operationId === 'suggestTaxonomy' ? '?q=las' : '')
  const jsonOf = ({ responses }: Operation, status: number): JsonSchema => responses[status]?.content?.['application/json']?.schema ?? {}
  const responseTypes = ({ responses }: Operation, status: number): string[] => Object.keys(responses[status]?.content ?? {})
  const bodyOf = ({ requestBody }: Operation): JsonSchema => requestBody?.content['application/json']?.schema ?? {}
  const successes = (operation: Operation): number[] => Object.keys(operation.responses).map(Number).filter(status => status < 300)

  await t.test('every field of every answer and of every body has a row, and every row a field', async t => {
    const used = new Map([[SEEN, new Set<string>()], [SETTABLE, new Set<string>()]])
    for (const operation of operations) {
      const { operationId } = operation
      for (const { kind, name } of successes(operation).flatMap(status => [...fieldsOf(schemas, jsonOf(operation, status), operationId)])) {
        if (rowsOf(SEEN, kind)?.[name] === undefined) t.fail(`${name} of ${kind} has no row in SEEN`)
        used.get(SEEN)?.add(kind)
      }
      for (const { kind, name, isOpen } of fieldsOf(schemas, bodyOf(operation), `${operationId} body`)) {
        if (rowsOf(SETTABLE, kind)?.[name] === undefined) t.fail(`${name} of ${kind} has no row in SETTABLE`)
        if (isOpen && !CHECKED_BY_MATCHER.test(kind)) t.fail(`${kind} takes fields of any name`)
        used.get(SETTABLE)?.add(kind)
      }
    }
    for (const [table, kinds] of used) {
      const idle = Object.keys(table).filter(kind => !kind.endsWith('.*') && !kinds.has(kind) && ![...kinds].some(other => other.startsWith(`${kind}.`)))
      t.same(idle, [], 'kinds that no operation has')
    }
  })

  await t.test('a field or a column without a row is shown to nobody: the service does not start', async t => {
    const schema = { type: 'object', properties: { id: { type: 'string' }, shoeSize: { type: 'integer' } }, required: ['id', 'shoeSize'] }
    t.throws(() => partOf(schema, 'Person', SEEN, ['admin']), /shoeSize of 'Person' have no row/)
    t.throws(() => partOf({ type: 'object', properties: { a: { type: 'string' } } }, 'new kind', SEEN, ['admin']), /'new kind' have no row/)
    t.throws(() => partOf({ ...schema, properties: { nik: { type: 'string' } }, required: ['nik'] }, 'Person', SEEN, ['teacher']), /lack nik of 'Person', which its schema requires/)
    const request = { caller: { kind: 'account', role: 'teacher' }, routeOptions: { config: { operationId: 'listPeople' } } } as Parameters<typeof columnsFor>[0]
    t.same(columnsFor(request, ['id', 'consents', 'state']), [0, 2])
    t.throws(() => columnsFor(request, ['id', 'shoeSize']), /shoeSize of 'listPeople' have no row/)
  })

  await t.test('what each caller receives is what the table says', async t => {
    for (const operation of operations) {
      const { method, operationId } = operation
      const reads = method === 'GET' || ['rankSeekers', 'rankVacancies', 'explainPair', 'findGaps', 'findPerson', 'revealNik', 'exportPeople'].includes(operationId)
      if (!reads || ELSEWHERE.has(operationId) || !successes(operation).some(status => responseTypes(operation, status).some(type => type === 'application/json' || type === 'text/csv'))) continue
      for (const viewer of viewersOf(RULES[operationId])) {
        const role = viewer in accounts ? viewer as Role : 'admin'
        const caller = await headersOf(viewer, operationId)
        const { headers, ...body } = bodies[operationId] ?? {}
        const url = urlFor(operation, role)
        const send = async (query: string) => await api.call(method, `${url}${url.includes('?') ? query.replace('?', '&') : query}`, { ...body, headers: { ...headers, ...caller } })
        const { status, body: received, text } = await send('')
        t.ok(status < 300, `${operationId} as ${viewer}: ${status} ${status < 300 ? '' : text.slice(0, 200)}`)
        for (const { kind, name, value, pointer } of fieldsOf(schemas, jsonOf(operation, status), operationId, received)) {
          const isAllowed = rowsOf(SEEN, kind)?.[name]?.includes(viewer) === true
          if (!isAllowed && value !== null) t.fail(`${operationId} as ${viewer}: ${pointer} of ${kind} is not for it`)
        }
        if (operation.responses[200]?.content?.['text/csv'] === undefined || operationId === 'exportPeople' || COLUMNS[operationId] === undefined) continue
        const table = await send('?format=csv')
        t.equal(table.status, 200, `${operationId} as a table as ${viewer}`)
        for (const name of headerOf(table.text)) if (COLUMNS[operationId][name]?.includes(viewer) !== true) t.fail(`${operationId} as ${viewer}: the column ${name} is not for it`)
      }
    }
  })

  await t.test('what a caller may not set is refused, and nothing is changed', async t => {
    const before = await rows()
    let tried = 0
    for (const operation of operations) {
      const { method, operationId } = operation
      for (const viewer of viewersOf(RULES[operationId])) {
        const lacked = [...fieldsOf(schemas, bodyOf(operation), `${operationId} body`)].filter(({ kind, name }) => rowsOf(SETTABLE, kind)?.[name]?.includes(viewer) === false)
        for (const { pointer, schema } of lacked) {
          const sent = { json: withField(bodies[operationId]?.json, pointer, valueFor(schema)), headers: await headersOf(viewer, operationId) }
          const { status, body, text } = await api.call(method, urlFor(operation, viewer in accounts ? viewer as Role : 'admin'), sent)
          t.equal(status, 403, `${operationId} as ${viewer} with ${pointer}: ${text.slice(0, 200)}`)
          t.ok(String(body?.detail).includes(`${pointer} `), `${operationId} as ${viewer}: ${pointer} is named`)
          tried++
        }
      }
    }
    t.ok(tried >= 10, `${tried} attempts`)
    t.strictSame(await rows(), before)
  })

  await t.test('what is left out by somebody who may not set it stays', async t => {
    const office = { authorization: accounts.officer[0].authorization }
    await api.call('PUT', `/v1/employers/${employerId}`, { json: { ...EMPLOYER, externalId: 'F-77' }, headers: office })
    await api.call('PUT', `/v1/people/${personId}`, { json: { person: { ...somebody(1), notes: 'Tekun.' }, profile: {} }, headers: office })
    const firm = { authorization: accounts.employer[0].authorization }
    const seeker = { authorization: accounts.seeker[0].authorization }
    const { body: { employer } } = await api.call('GET', `/v1/employers/${employerId}`, { headers: firm })
    t.notOk('externalId' in employer)
    t.equal((await api.call('PUT', `/v1/employers/${employerId}`, { json: { ...employer, phone: '021-1' }, headers: firm })).status, 200)
    t.match((await api.call('GET', `/v1/employers/${employerId}`, { headers: office })).body.employer, { phone: '021-1', externalId: 'F-77' })
    t.equal((await api.call('PUT', `/v1/people/${personId}`, { json: { person: { ...somebody(1), phone: '0813 1111 1111' }, profile: {} }, headers: seeker })).status, 200)
    t.match((await api.call('GET', `/v1/people/${personId}`, { headers: office })).body, { phone: '0813 1111 1111', notes: 'Tekun.' })
  })

  await t.test('nobody sets who one is, whose something is, or what became of it', async t => {
    const before = await rows()
    for (const operation of operations) {
      const { method, operationId } = operation
      const { json } = bodies[operationId] ?? {}
      const role = ROLES.find(role => RULES[operationId].public === true || RULES[operationId].roles?.[role] !== undefined)
      if (json === undefined || role === undefined) continue
      const objects = new Map<string, Set<string>>([['', new Set()]])
      for (const { kind, name, pointer } of fieldsOf(schemas, bodyOf(operation), `${operationId} body`, json)) {
        if (CHECKED_BY_MATCHER.test(kind) && /\.profile./.test(kind)) continue
        const parent = pointer.slice(0, pointer.lastIndexOf('/'))
        objects.set(parent, (objects.get(parent) ?? new Set()).add(name))
      }
      const known = new Set([...fieldsOf(schemas, bodyOf(operation), `${operationId} body`)].map(({ pointer }) => pointer))
      for (const name of NEVER_SET) {
        for (const parent of objects.keys()) {
          if (known.has(`${parent}/${name}`)) continue
          const { status, text } = await api.call(method, urlFor(operation, role), { json: withField(json, `${parent}/${name}`, 'admin'), headers: { authorization: accounts[role][0].authorization } })
          t.equal(status, 422, `${operationId} with ${parent}/${name}: ${text.slice(0, 300)}`)
        }
      }
    }
    t.strictSame(await rows(), before)
  })
  await t.test('text that no database or file takes is refused or kept, and breaks nothing', async t => {
    for (const operation of operations) {
      const { method, operationId } = operation
      const { json } = bodies[operationId] ?? {}
      const role = ROLES.find(role => RULES[operationId].public === true || RULES[operationId].roles?.[role] !== undefined)
      if (json === undefined || role === undefined) continue
      const headers = { authorization: accounts[role][0].authorization }
      const texts = [...fieldsOf(schemas, bodyOf(operation), `${operationId} body`, json)].filter(({ value }) => typeof value === 'string')
      for (const pointer of new Set(texts.map(({ pointer }) => pointer))) {
        for (const odd of ['a\u0000bc', 'a\ud800bc', '\u202eabc\u0007', '=HYPERLINK("x")']) {
          const { status, text } = await api.call(method, urlFor(operation, role), { json: withField(json, pointer, odd), headers })
          t.ok(status < 500, `${operationId} with ${JSON.stringify(odd)} at ${pointer}: ${status} ${text.slice(0, 200)}`)
        }
      }
    }
    for (const operation of operations.filter(({ method }) => method === 'GET')) {
      for (const { name } of (operation.parameters ?? []).filter(parameter => parameter.in === 'query')) {
        const url = urlFor(operation, 'admin')
        for (const odd of ['a%00b', '%ff']) {
          const { status } = await api.call('GET', `${url}${url.includes('?') ? '&' : '?'}${name}=${odd}`, { headers: admin })
          t.ok(status < 500, `${operation.operationId} with ${name}=${odd}: ${status}`)
        }
      }
    }
    const { text } = await api.call('GET', '/metrics', { headers: admin })
    for (const secret of [somebody(1).nik, 'Siti Contoh', 'Melati', PASSWORD, '@padan.test']) {
      t.notMatch(api.log, secret, 'nothing of anybody is in the log')
      t.notMatch(text, secret, 'nor in the metrics')
    }
  })
  await api.close()
}

/** A value that a field of this schema takes. */
function valueFor ({ type, pattern }: JsonSchema): unknown {
  return type === 'boolean' ? true : pattern === undefined || !pattern.includes('\\d{4}') ? 'sesuatu' : '2026-11-20'
}

/** The same body with one field more, at a place of it. */
function withField (body: unknown, pointer: string, value: unknown): unknown {
  const copy = structuredClone(body)
  const steps = pointer.slice(1).split('/')
  const last = steps.pop() as string
  let object = copy as Record<string, unknown>
  for (const step of steps) object = (object[step] ??= {}) as Record<string, unknown>
  object[last] = value
  return copy
}

/** Names of columns hold no comma. */
function headerOf (table: string): string[] {
  return table.replace(/^\uFEFF/, '').split(/\r?\n/)[0].split(',').map(name => name.replaceAll('"', ''))
}
