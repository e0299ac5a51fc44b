import fc from 'fast-check'
import { Api } from '../api.ts'
import { EMPLOYER } from '../offices.ts'
import { registered, somebody, who } from '../people.ts'
import { OTHER_UNIT, UNIT } from '../records.ts'
import { atOnce, contentOf, rowByRow, type Side, type Told } from '../row-by-row.ts'
import type { Suite } from './suite.ts'

const SEED = 5
const SIDES = ['01', '02'] as const

/** A person as a row tells of one; the number is shared by a few, so that rows meet. */
const PERSON = fc.record({
  number: fc.integer({ min: 0, max: 14 }),
  name: fc.constantFrom('Siti Contoh', 'Budi Contoh', 'Andi Contoh', ''),
  birthDate: fc.constantFrom('2003-05-15', '2003-05-15', '2003-05-16', '2009-05-15', '2020-01-01', '2003-02-30'),
  phone: fc.constantFrom('081200000000', '081200000001', 'tidak ada'),
  guardian: fc.constantFrom('', 'Ibu Contoh'),
  lacksNik: fc.integer({ min: 0, max: 19 }).map(chance => chance === 0),
})
type PersonRow = { number: number, name: string, birthDate: string, phone: string, guardian: string, lacksNik: boolean }

const PEOPLE_HEADER = 'NIK,Nama,Tempat lahir,Tanggal lahir,JK,Alamat,Nomor HP,Pendidikan,Keterampilan,Nama Orang Tua,Persetujuan'
const CONSENTS = [[], ['matching'], ['matching', 'sharing-with-employers'], ['contact']]

/** One in fifteen has a NIK that nobody can have. */
function nikOf (side: Side, run: number, number: number): string {
  return number === 14 ? `3671${side}9905030001` : `3671${side}150503${String(run * 100 + number).padStart(4, '0')}`
}

function personLine (side: Side, run: number, { number, name, birthDate, phone, guardian, lacksNik }: PersonRow, consents = CONSENTS[number % CONSENTS.length]): string {
  return [lacksNik ? '' : nikOf(side, run, number), name, 'Tangerang', birthDate, 'P', `Jl. Melati ${side}`, phone, 'SMK', 'Las', guardian, consents.join('|')].join(',')
}

const PROPERTY = { seed: SEED, numRuns: 3, endOnFailure: true }

export const importSetsSuite: Suite = async (t, database) => {
  const api = await Api.overEmpty(database)
  await api.call('POST', '/v1/webhooks', { json: { url: 'https://example.com/hook', kinds: [] }, headers: await who(api, 'admin') })
  let run = 0

  await t.test('a file leaves what its rows leave one after another, each kind', async t => {
    const officer = await who(api, 'officer')
    const verifier = await who(api, 'verifier')
    const stored = [0, 0, 0, 0, 0]
    const some = <T>(row: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> => fc.array(row, { minLength: 5, maxLength: most })
    const tables = fc.record({
      people: some(fc.tuple(PERSON, fc.constantFrom(...CONSENTS)), 20),
      certificates: some(fc.record({ number: fc.integer({ min: 90, max: 93 }), serial: fc.integer({ min: 1, max: 2 }), unit: fc.constantFrom(UNIT, OTHER_UNIT, `${UNIT}|${OTHER_UNIT}`, 'TIDAK.ADA'), expires: fc.constantFrom('', '2027-05-31', '2028-05-31', '2020-01-01') }), 12),
      outcomes: some(fc.record({ number: fc.integer({ min: 90, max: 93 }), outcome: fc.constantFrom('diterima,2026-11-02,', 'diterima,2026-11-03,', 'berhenti bekerja,,kontrak habis', 'dihapus,,moved', 'dihapus,,nanti', 'diterima,,') }), 12),
      employers: some(fc.record({ number: fc.integer({ min: 1, max: 4 }), name: fc.constantFrom('PT Maju Jaya', 'CV Contoh', ''), nib: fc.constantFrom('', '9120001234567', '12') }), 10),
      postings: some(fc.record({ employer: fc.integer({ min: 0, max: 2 }), number: fc.integer({ min: 1, max: 4 }), seats: fc.constantFrom('1', '2', 'dua'), closes: fc.constantFrom('2026-12-31', '2026-13-01') }), 12),
    })
    await fc.assert(fc.asyncProperty(tables, async ({ people, certificates, outcomes, employers, postings }) => {
      run++
      const told: Told[][] = []
      for (const [at, side] of SIDES.entries()) {
        const send = at === 0 ? atOnce : rowByRow
        for (const number of [90, 91, 92]) await registered(api, verifier, 1, { person: { ...somebody(1), nik: nikOf(side, run, number), address: `Jl. Melati ${side}` }, ...(number === 92 ? { approve: false } : {}) })
        await api.call('POST', '/v1/employers', { json: { ...EMPLOYER, externalId: `F${side}-${run}-0` }, headers: officer })
        told.push([
          await send(api, 'people', PEOPLE_HEADER, people.map(([row, consents]) => personLine(side, run, row, consents)), officer),
          await send(api, 'certificates', 'NIK;Nomor Sertifikat;LSP;Kode Unit;Berlaku Sampai', certificates.map(({ number, serial, unit, expires }) => [nikOf(side, run, number), `SER ${serial}`, 'LSP Contoh', unit, expires].join(';')), officer),
          await send(api, 'outcomes', 'NIK,Hasil,Tanggal,Alasan', outcomes.map(({ number, outcome }) => `${nikOf(side, run, number)},${outcome}`), officer),
          await send(api, 'employers', 'externalId,name,nib,kind,region,address', employers.map(({ number, name, nib }) => `F${side}-${run}-${number},${name},${nib},private,36.71,Jl. Industri 1`), officer),
          await send(api, 'postings', 'externalId,employer,title,seats,closes,channel,scheme', postings.map(({ employer, number, seats, closes }) => `L-${number},F${side}-${run}-${employer},Juru las,${seats},${closes},AKL,job`), officer),
        ])
      }
      t.same(told[0], told[1], 'the same is told')
      t.same(await contentOf(database, api, '01'), await contentOf(database, api, '02'), 'and the same is there')
      told[0].forEach(({ counts: { created, changed } }, kind) => { stored[kind] += created + changed })
    }), PROPERTY)
    t.ok(stored.every(rows => rows > 0), `each kind stored something: ${stored}`)
  })

  await t.test('a file of people leaves what registering and changing them one by one leaves', async t => {
    const officer = await who(api, 'officer')
    await fc.assert(fc.asyncProperty(fc.array(PERSON, { minLength: 15, maxLength: 30 }), async rows => {
      run++
      const { refused } = await atOnce(api, 'people', PEOPLE_HEADER, rows.map(row => personLine('01', run, row)), officer)
      const refusedByRoute: number[] = []
      const last = new Map<string, string>()
      for (const [at, row] of rows.entries()) if (!await tellRoute(api, officer, run, row, last)) refusedByRoute.push(at)
      t.same([...new Set(refused.map(([row]) => row))], refusedByRoute, 'the same rows are refused')
      t.same(alike(await contentOf(database, api, '01')), alike(await contentOf(database, api, '02')))
    }), PROPERTY)
  })

  await t.test('every entry of the audit trail is chained', async t => {
    const { body } = await api.call('GET', '/v1/audit/verification', { headers: await who(api, 'admin') })
    t.match(body, { valid: true })
    t.ok(body.entries > 200, `${body.entries} entries`)
  })
  await api.close()
}

/** The same acts through the routes for one person: registered, or where the NIK is known changed. False when the row was refused. */
async function tellRoute (api: Api, headers: Record<string, string>, run: number, { number, name, birthDate, phone, guardian, lacksNik }: PersonRow, last: Map<string, string>): Promise<boolean> {
  const nik = nikOf('02', run, number)
  const person = { name, ...(lacksNik ? {} : { nik }), birthPlace: 'Tangerang', birthDate, sex: 'female', address: 'Jl. Melati 02', phone, education: [{ level: 'SMK' }], skills: [{ name: 'Las' }] }
  const told = { person, profile: { education: [{ level: 'SMK' }] }, ...(guardian === '' ? {} : { guardian: { name: guardian, relation: 'parent' } }) }
  const { status, body } = await api.call('POST', '/v1/counter-registrations', { json: { ...told, consents: CONSENTS[number % CONSENTS.length], request: false }, headers })
  if (status === 201) {
    if (!lacksNik) last.set(nik, JSON.stringify(told))
    return true
  }
  const known = last.get(nik)
  if (known === undefined || lacksNik || (body.type !== '/problems/nik-registered' && body.type !== '/problems/guardian-needed')) return false
  // What a row does not tell stays: a change without a guardian keeps the one that is known.
  const whole = JSON.stringify({ ...told, ...(guardian === '' ? { guardian: JSON.parse(known).guardian } : {}) })
  if (whole === known) return true
  const { body: { id } } = await api.call('POST', '/v1/people/find', { json: { nik }, headers })
  const changed = await api.call('PUT', `/v1/people/${id}`, { json: told, headers })
  if (changed.status === 200) last.set(nik, whole)
  return changed.status === 200
}

/** Ways and acts by the names that both have. */
function alike (content: unknown): unknown {
  return JSON.parse(JSON.stringify(content).replaceAll('\\"way\\":\\"counter\\"', '\\"way\\":\\"file\\"').replaceAll('"way":"counter"', '"way":"file"').replaceAll('person-registered', 'person-imported').replaceAll('person-changed', 'person-imported'))
}
