import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import t from 'tap'
import { checkSeekers, checkVacancies } from '@padan/matcher'
import { confirmDraft, createDrafter, type SeekerDraft, type VacancyDraft } from '@padan/matcher/drafts'
import { advertRows } from '@padan/server'
import { loadTaxonomy } from '@padan/taxonomy'
import { ADVERT, CV } from './draft-texts.ts'

const taxonomy = await loadTaxonomy()
const { draftVacancy, draftSeeker } = createDrafter(taxonomy)
const AS_OF = '2026-11-28'
const SOURCES = process.env.PADAN_SOURCES_DEV ?? fileURLToPath(new URL('../../../../shared/data-dev/', import.meta.url))
const FILE = join(SOURCES, 'adverts_2025.csv')

const PIECES = [
  ...`${ADVERT}\n${CV}`.split(/(?<=[\s,:])/), 'SIM A/C', '2019 - ', '2022', '01/2020-', 'sekarang', 'Rp', '5jt', '4.500.000', 'per hari', '0812', '3456 7890', '3671011410190000', 'a@b.co', '@nama', 'Jl. ', 'lahir ',
  'Nama:', 'WFH', 'kuota 99999', 'perusahaan ', 'bergerak di bidang ', 'garment', 'industri ', 'radius ', '10 km', ' dari rumah', 'berpengalaman di ', 'Excel,', 'Word', '400 jam/minggu', 'deadline 31 Februari 2027', '\n', ' ', '(', ')', '|', '\u200b', '\u202e', '😀', '\ud83d', '\ude00', '<b>', '\0', 'е', '\ufeff', 'İ', 'ﬁ', '٣', '\r', 'M.702090.001.01',
]
const built = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map(pieces => pieces.join(''))
const texts = fc.oneof(built, built.map(text => text.replaceAll(',', '\n')), fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }))
const RUNS = { numRuns: 500, seed: 20261128 }

/** Every span holds its words, no word comes from where something was left out, and states agree with the record. */
function assertSound (text: string, draft: VacancyDraft | SeekerDraft): void {
  const sources = [
    ...draft.fields.flatMap(({ from, alternatives }) => [...from, ...alternatives.flatMap(choice => choice.from)]),
    ...[...draft.beside.concepts, ...draft.beside.languages].flatMap(({ from }) => from),
  ]
  for (const { start, end, surface, confidence } of [...sources, ...('refused' in draft ? draft.refused.map(one => ({ ...one, confidence: 0 })) : [])]) {
    if (start < 0 || end <= start || end > text.length || text.slice(start, end) !== surface) throw new Error(`[${start}, ${end}) is not '${surface}'`)
    if (!Number.isInteger(confidence) || confidence < 0 || confidence > 1000) throw new Error(`confidence ${confidence}`)
  }
  for (const { start, end } of sources) {
    const touched = draft.leftOut.find(one => one.start < end && start < one.end)
    if (touched !== undefined) throw new Error(`[${start}, ${end}) was left out as ${touched.kind}`)
  }
  for (const { field, state, confidence, from } of draft.fields) {
    if ((state === 'unknown') !== !Object.hasOwn(draft.record, field)) throw new Error(`${field} is ${state}`)
    if ((state === 'unknown') !== (confidence === null) || (state !== 'unknown' && from.length === 0)) throw new Error(`${field}: ${state} from ${from.length} words`)
  }
}

t.test('every span holds its words and the record is valid, in any text', async t => {
  fc.assert(fc.property(texts, text => {
    const vacancy = draftVacancy(text)
    const seeker = draftSeeker(text, { asOf: AS_OF })
    assertSound(text, vacancy)
    assertSound(text, seeker)
    t.same(checkVacancies([confirmDraft(vacancy, 'v')], taxonomy), [])
    t.same(checkSeekers([confirmDraft(seeker, 's')], taxonomy), [])
  }), RUNS)
})

t.test('the same text gives the same draft, also from a second drafter', async t => {
  const other = createDrafter(taxonomy)
  fc.assert(fc.property(texts, text => {
    t.same(other.draftVacancy(text), draftVacancy(text))
    t.same(other.draftSeeker(text, { asOf: AS_OF }), draftSeeker(text, { asOf: AS_OF }))
  }), { ...RUNS, numRuns: 100 })
})

/** What breaks careless readers, each taken a long way. */
const HOSTILE: ReadonlyArray<readonly [name: string, text: string]> = [
  ['nothing', ''], ['blanks', ' \n\t\r\n '], ['binary', String.fromCharCode(...Array.from({ length: 65_536 }, (_, code) => code))],
  ['right to left', 'مطلوب مشغل رافعة شوكية\nSIM B1 \u202e1B MIS\u202c'], ['emoji', '👨‍👩‍👧‍👦'.repeat(20_000)], ['zero width', 'S\u200bI\u200bM\u200b A '.repeat(10_000)], ['look-alikes', 'ореrаtоr fоrklіft '.repeat(10_000)],
  ['HTML', '<script>alert(1)</script><p onclick="x">SIM A</p>'.repeat(5_000)], ['one word', 'pengalaman '.repeat(100_000)], ['one licence', 'SIM A\n'.repeat(50_000)], ['one letter', 'a'.repeat(1_000_000)],
  ['digits', '1'.repeat(1_000_000)], ['grouped digits', '0-1 '.repeat(200_000)], ['ats', 'a@'.repeat(300_000)], ['dots', 'a.'.repeat(300_000)], ['periods', '2019 - '.repeat(100_000)], ['streets', 'jl. '.repeat(200_000)],
  ['births', 'lahir '.repeat(150_000)], ['labels', 'nama:\n'.repeat(100_000)], ['lead-ins', 'lowongan '.repeat(100_000)], ['brackets', '('.repeat(500_000)], ['spaces', `x${' '.repeat(1_000_000)}x`], ['covers', '|'.repeat(500_000)],
  ['seats', 'dibutuhkan '.repeat(90_000)], ['sexes', 'pria / wanita '.repeat(70_000)], ['firms', 'perusahaan bergerak di bidang industri '.repeat(20_000)], ['firms that make', 'pengalaman di pabrik garment '.repeat(30_000)], ['reaches', 'radius maksimal 10 '.repeat(50_000)], ['ways home', 'bersedia maks '.repeat(70_000)],
  ['closing', 'deadline x x x '.repeat(60_000)], ['headings', 'pengalaman kerja\n'.repeat(60_000)],
]

t.test('hostile texts give sound drafts of bounded size', async t => {
  for (const [name, text] of HOSTILE) {
    const drafts = [draftVacancy(text), draftSeeker(text, { asOf: AS_OF })] as const
    for (const draft of drafts) t.doesNotThrow(() => assertSound(text, draft), name)
    t.same(checkVacancies([confirmDraft(drafts[0], 'v')], taxonomy), [], name)
    t.same(checkSeekers([confirmDraft(drafts[1], 's')], taxonomy), [], name)
    for (const { fields } of drafts) t.ok(fields.every(({ from, alternatives }) => from.length <= 100 && alternatives.length <= 10), name)
  }
})

t.test('ten megabytes are read', async t => {
  const text = `${ADVERT}\n`.repeat(Math.ceil(10_485_760 / (ADVERT.length + 1)))
  const draft = draftVacancy(text)
  t.equal(draft.complete, false)
  t.equal(draft.record.title, 'Staff Accounting')
  t.doesNotThrow(() => assertSound(text, draft))
})

const skip = existsSync(FILE) ? false : `not shipped: no real adverts at ${FILE}: set PADAN_SOURCES_DEV to their folder`

t.test('real adverts give drafts whose records are valid', { skip }, async t => {
  const counts = new Map<string, number>()
  let adverts = 0
  for await (const { job_id: id, title, location, description } of advertRows(() => createReadStream(FILE))) {
    const text = `${String(title)}\n${String(location)}\n${String(description)}`
    const draft = draftVacancy(text)
    assertSound(text, draft)
    assertSound(text, draftSeeker(text))
    const problems = checkVacancies([confirmDraft(draft, String(id))], taxonomy)
    if (problems.length > 0) t.same(problems, [], String(id))
    const copied = draft.refused.find(({ surface }) => draft.record.title?.toLowerCase().includes(surface.toLowerCase()))
    if (copied !== undefined) t.fail(`${String(id)}: a refused demand is in the title`)
    for (const { field, state } of draft.fields) counts.set(`${field} ${state}`, (counts.get(`${field} ${state}`) ?? 0) + 1)
    adverts++
  }
  t.equal(adverts, 1480)
  t.comment([...counts].filter(([name]) => !name.endsWith('unknown')).sort().map(([name, count]) => `${name} ${count}`).join(', '))
  for (const name of ['title', 'education', 'occupation', 'region']) t.ok((counts.get(`${name} found`) ?? 0) + (counts.get(`${name} guessed`) ?? 0) > adverts / 2, name)
})
