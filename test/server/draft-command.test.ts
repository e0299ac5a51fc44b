import { writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { createDrafter, type VacancyDraft } from '@padan/matcher/drafts'
import { loadTaxonomy } from '@padan/taxonomy'
import { ADVERT, CV, ONE_LINE } from '../matcher/draft-texts.ts'
import { environmentOf } from './child.ts'
import { startedOnce } from './databases.ts'
import { pdfOf } from './decree-pdf.ts'

t.setTimeout(1_800_000)

const PADAN = fileURLToPath(new URL('../../../packages/server/dist/cli/padan.js', import.meta.url))
const drafter = createDrafter(await loadTaxonomy())

function padan (args: readonly string[], { input = '', env = {} }: { input?: string | Buffer, env?: Record<string, string> } = {}): { status: number | null, stdout: string, stderr: string } {
  return spawnSync(process.execPath, [PADAN, ...args], { encoding: 'utf8', input, env: environmentOf(env) })
}

t.test('an advert as a table, in English and Indonesian', async t => {
  const folder = t.testdir({ 'advert.txt': ADVERT })
  const path = join(folder, 'advert.txt')
  const { status, stdout } = padan(['draft', path])
  t.equal(status, 0)
  t.match(stdout, /^field +state +value +from the words$/m)
  t.match(stdout, /^education +found +D3 +D3$/m)
  t.match(stdout, /^occupation +found +4311\.01 Juru Tata Usaha Akuntansi +Staff Accounting$/m)
  t.match(stdout, /^sector +unknown$/m)
  t.match(stdout, 'licences: one of several is enough, which the record cannot say; ? sim-a SIM A; ? sim-c SIM C')
  t.match(stdout, 'Refused, in no record: (Wanita) (sex), Wanita (sex), usia maksimal 28 tahun (age), belum menikah (marital status)')
  t.match(stdout, 'Personal data left out: telephone')
  const indonesian = padan(['draft', path, '--language', 'id']).stdout
  t.match(indonesian, /^pendidikan +ditemukan +D3 +D3$/m)
  t.match(indonesian, /Ditolak, tidak dicatat: .*\(jenis kelamin\)/)
})

t.test('a CV from standard input; nothing of the person is printed', async t => {
  const { status, stdout } = padan(['draft', '-', '--as', 'seeker', '--as-of', '2026-11-28'], { input: CV })
  t.equal(status, 0)
  t.match(stdout, /^licences +found +sim-a SIM A, sim-b1 SIM B I/m)
  t.match(stdout, 'Personal data left out: name, birth, identity number, sex, religion, marital status')
  t.notMatch(stdout, /Budi|Santoso|Bandung|1999|3671|0812|Merdeka/)
  t.same(JSON.parse(padan(['draft', '-', '--as', 'seeker', '--as-of', '2026-11-28', '--json'], { input: CV }).stdout), JSON.parse(JSON.stringify(drafter.draftSeeker(CV, { asOf: '2026-11-28' }))))
})

t.test('a PDF is read like text', async t => {
  const path = join(t.testdir(), 'advert.pdf')
  writeFileSync(path, await pdfOf([ONE_LINE.split(', ').map((text, place) => ({ x: 40 + 110 * place, text }))].flat().map(cell => [cell])))
  const { status, stdout } = padan(['draft', path])
  t.equal(status, 0)
  t.match(stdout, /^licences +found +sim-b1 SIM B I +SIM B1$/m)
})

t.test('a confirmed draft is imported', async t => {
  const folder = t.testdir()
  const file = join(folder, 'v-1.ndjson')
  const { status, stdout } = padan(['draft', '-', '--record', 'v-1'], { input: ONE_LINE })
  t.equal(status, 0)
  writeFileSync(file, stdout)
  const imported = padan(['import', '--vacancies', file], { env: { PADAN_DATA: await startedOnce(join(folder, 'data')), PADAN_KEYS: join(folder, 'keys') } })
  t.equal(imported.status, 0, imported.stderr)
  t.match(JSON.parse(imported.stdout), { rows: 1, stored: 1, rejected: 0 })
})

/** What breaks careless readers, line by line in one text, and long words in another: each text costs two processes. */
const HIDING = [
  'right to left \u0645\u0637\u0644\u0648\u0628 SIM B1 \u202e1B MIS\u202c', 'emoji \u{1F468}\u200d\u{1F469}\u200d\u{1F467} SIM C \u{1F9BA}', 'zero width S\u200bI\u00adM A', 'look-alikes S\u0406M B2', 'HTML <script>alert(1)</script><li>SIM D</li>',
  'binary \0\u0001\u001b[31m\u0007 SMK', '\u202e\u001b[2Joperator\u2066 forklift wanita\u001b[0m',
]
const HOSTILE: ReadonlyArray<readonly [name: string, text: string, licences: number]> = [
  ['words that hide', [...HIDING].reverse().join('\n'), 5],
  ['one word, brackets and a bomb', `${'pengalaman '.repeat(6_000)}\n${'('.repeat(60_000)}\n${'a '.repeat(30_000)}!`, 0],
]

t.test('hostile texts give the draft of the library, and a table that is safe to print', async t => {
  for (const [name, text, licences] of HOSTILE) {
    const [whole, table] = [padan(['draft', '-', '--json'], { input: text }), padan(['draft', '-'], { input: text })]
    t.same([whole.status, table.status, whole.stderr, table.stderr], [0, 0, '', ''], name)
    const draft = JSON.parse(whole.stdout) as VacancyDraft
    t.same(draft, JSON.parse(JSON.stringify(drafter.draftVacancy(text))), name)
    t.ok(draft.fields.every(({ from }) => from.every(({ start, end, surface }) => text.slice(start, end) === surface)), name)
    t.equal(draft.record.licences?.length ?? 0, licences, name)
    t.notMatch(table.stdout, /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u, name)
    t.ok(table.stdout.length < 20_000, name)
  }
})

t.test('what cannot be read is told, with its code', async t => {
  for (const [status, args, message, input] of [
    [2, [], 'needs a file'], [2, ['--json'], 'needs a file'], [2, ['-', '--as', 'person'], 'vacancy or seeker'], [2, ['-', '--json', '--record', 'x'], 'not both'], [2, ['-', '--as-of', 'today'], 'YYYY-MM-DD'],
    [1, ['/nowhere/advert.txt'], 'there is no such file'], [3, ['-'], 'not UTF-8', Buffer.from([0xff, 0xfe, 0x00])], [3, ['-', '--record', ' '], 'id'],
  ] as Array<[number, string[], string, Buffer?]>) {
    const done = padan(['draft', ...args], { input: input ?? ONE_LINE })
    t.equal(done.status, status, args.join(' '))
    t.match(done.stderr, message)
  }
  t.match(padan(['draft', '--help']).stdout, 'padan draft FILE|- [options]')
  t.match(padan(['draft', '-'], { input: '' }).stdout, /^education +unknown$/m, 'an empty text says nothing')
})
