import t from 'tap'
import { checkSeekers, checkVacancies, createMatcher, type Seeker, type Vacancy } from '@padan/matcher'
import { confirmDraft, createDrafter, describeNote, type SeekerDraft, type VacancyDraft } from '@padan/matcher/drafts'
import { loadTaxonomy } from '@padan/taxonomy'
import { ADVERT, CV, ONE_LINE } from './draft-texts.ts'
import { BUSINESSES, GOODS } from './inner.ts'

const taxonomy = await loadTaxonomy()
const { draftVacancy, draftSeeker } = createDrafter(taxonomy)
const AS_OF = '2026-11-28'

const statesOf = ({ fields }: VacancyDraft | SeekerDraft): Record<string, string> => Object.fromEntries(fields.filter(({ state }) => state !== 'unknown').map(({ field, state }) => [field, state]))
const fieldOf = (draft: VacancyDraft | SeekerDraft, name: string): VacancyDraft['fields'][number] | SeekerDraft['fields'][number] => draft.fields.find(({ field }) => field === name)!
const wordsOf = (draft: VacancyDraft | SeekerDraft, name: string): string[] => fieldOf(draft, name).from.map(({ surface }) => surface)

t.test('the line of the issue becomes a draft with every field marked', async t => {
  const draft = draftVacancy(ONE_LINE)
  t.same(draft.record, { title: 'operator forklift', education: { min: 'SMA' }, experience: { months: 12 }, occupation: '8344.00', region: '36.03.18', licences: ['sim-b1'] })
  t.same(statesOf(draft), { title: 'guessed', education: 'found', experience: 'found', occupation: 'found', region: 'guessed', licences: 'found' })
  t.same(draft.fields.map(({ field }) => field), [
    'title', 'seats', 'opens', 'closes', 'units', 'education', 'fields', 'experience', 'occupation', 'sector', 'region', 'point', 'remote', 'wage', 'jobType', 'hours', 'licences', 'provides', 'adultsOnly',
  ])
  t.same(wordsOf(draft, 'experience'), ['1 thn'])
  t.same(fieldOf(draft, 'education').alternatives.map(({ value }) => value), [{ min: 'SMK' }])
  t.same(fieldOf(draft, 'region').notes, ['applicants-live-there'])
})

t.test('a whole advert: what is found, what is guessed, and why', async t => {
  const draft = draftVacancy(ADVERT)
  t.match(draft.record, {
    title: 'Staff Accounting',
    seats: 3,
    closes: '2026-11-30',
    education: { min: 'D3' },
    fields: ['pt:562'],
    experience: { months: 24 },
    occupation: '4311.01',
    wage: { min: 5_000_000, max: 6_000_000 },
    jobType: 'full-time',
  })
  t.match(statesOf(draft), { title: 'found', seats: 'found', closes: 'found', units: 'found', education: 'found', wage: 'found', jobType: 'guessed' })
  t.same(fieldOf(draft, 'jobType').notes, ['permanent'])
  t.ok(draft.beside.concepts.some(({ from }) => from[0].surface === 'input faktur pajak'))
  t.same(draft.beside.languages.map(({ code }) => code), ['en'])
})

t.test('the first day and adults alone are read where an advert says so', async t => {
  const read = (text: string): { opens?: string, adultsOnly?: boolean } => {
    const { opens, adultsOnly } = draftVacancy(`Kasir\n${text}`).record
    return { ...opens === undefined ? {} : { opens }, ...adultsOnly === undefined ? {} : { adultsOnly } }
  }
  t.same(read('Pendaftaran dibuka 1 Desember 2026, ditutup 31 Desember 2026'), { opens: '2026-12-01' })
  t.same(read('dibuka mulai 31/02/2026'), {}, 'no such day')
  t.same(read('buka jam 8'), {})
  for (const text of ['usia minimal 18 tahun', 'Umur min. 18 th', '18+', 'minimal usia 18', '18 tahun ke atas']) t.same(read(text), { adultsOnly: true }, text)
  for (const text of ['usia 18-25 tahun', 'usia minimal 18 - 25 tahun', 'mengajar anak usia minimal 18 bulan', 'usia maksimal 18 tahun', 'pengalaman 18 tahun']) t.same(read(text), {}, text)
})

t.test('experience without a number stays unknown, and is told', async t => {
  const draft = draftVacancy('Kasir\nBerpengalaman di bidangnya')
  t.notOk('experience' in draft.record)
  t.match(fieldOf(draft, 'experience'), { state: 'unknown', notes: ['months-not-named'] })
  t.same(fieldOf(draftVacancy('Kasir\nPengalaman 1 tahun'), 'experience').notes, [])
  t.same(fieldOf(draftVacancy('Kasir\nTidak perlu pengalaman'), 'experience').notes, [])
})

t.test('the firm\'s line of business is read where an advert names it', async t => {
  for (const [text, state, code, words, notes] of [
    ['Kami perusahaan garment di Bogor', 'found', '14', 'garment', []],
    ['PT Contoh bergerak di bidang jasa konstruksi', 'found', 'F', 'konstruksi', []],
    ['Pabrik makanan ringan mencari operator', 'found', '10', 'makanan ringan', []],
    ['PT Contoh bergerak di bidang industri plastik', 'found', '222', 'plastik', []],
    ['PT Contoh bergerak di bidang F&B', 'found', '56', 'F&B', []],
    ['Perusahaan distribusi alat tulis', 'found', '46', 'distribusi', []],
    ['Kami perusahaan makanan', 'guessed', '10', 'makanan', ['makes-or-sells']],
  ] as const) t.match(fieldOf(draftVacancy(`Staf\n${text}`), 'sector'), { state, from: [{ surface: words, says: code }], notes }, text)
  t.match(fieldOf(draftVacancy('Staf\nPerusahaan garment\nPerusahaan konstruksi'), 'sector'), { state: 'guessed', notes: ['several-named'], alternatives: [{ value: 'F' }] })
  const former = draftVacancy('Staf\nPengalaman di perusahaan garment')
  t.notOk('sector' in former.record)
  t.match(fieldOf(former, 'sector'), { state: 'unknown', notes: ['of-a-former-job'], alternatives: [{ value: '14' }] })
  for (const text of ['Mengantar setoran perusahaan ke bank', 'Menjaga nama baik perusahaan', 'Kebersihan pabrik dan mesin', 'Menguasai mesin jahit']) t.equal(fieldOf(draftVacancy(`Staf\n${text}`), 'sector').state, 'unknown', text)
})

t.test('every word for a line of business has a sector that is there', async t => {
  for (const [code, words] of [...GOODS, ...BUSINESSES]) t.ok(taxonomy.sectors.get(code), `${code}: ${words[0]}`)
  const names = [...GOODS, ...BUSINESSES].flatMap(([, words]) => words)
  t.equal(new Set(names).size, names.length, 'each once')
})

t.test('how far a person would work from home', async t => {
  for (const [text, state, km] of [
    ['bersedia ditempatkan dalam radius 10 km', 'found', 10], ['maks 15 km dari rumah', 'found', 15], ['Bersedia kerja maksimal 20 km', 'found', 20], ['willing to commute up to 12 km', 'found', 12],
    ['radius 10-15 km', 'guessed', 15], ['10 km dari rumah', 'guessed', 10],
    ['juara lari 10 km', 'unknown', undefined], ['radius 1.000 km', 'unknown', undefined], ['radius 10 kmh', 'unknown', undefined], ['rumah 2,5 km dari kantor', 'unknown', undefined],
  ] as const) {
    const draft = draftSeeker(text)
    t.equal(fieldOf(draft, 'reachKm').state, state, text)
    t.equal(draft.record.reachKm, km, text)
  }
})

t.test('a licence that is one of several is no hard rule of the record', async t => {
  const draft = draftVacancy(ADVERT)
  t.notOk('licences' in draft.record)
  t.match(fieldOf(draft, 'licences'), { state: 'unknown', notes: ['one-of'], alternatives: [{ value: ['sim-a'] }, { value: ['sim-c'] }] })
  t.same(draftVacancy('Sopir, wajib SIM B1').record.licences, ['sim-b1'])
})

t.test('what an advert happens to provide is not taken for all that is provided', async t => {
  const draft = draftVacancy(ADVERT)
  t.notOk('provides' in draft.record)
  t.match(fieldOf(draft, 'provides'), { state: 'unknown', notes: ['whole-list'], alternatives: [{ value: ['flexible-hours'] }] })
})

t.test('protected demands are told as refused and are nowhere in the record', async t => {
  const draft = draftVacancy(ADVERT)
  t.same(draft.refused.map(({ kind, surface }) => [kind, surface]), [['sex', '(Wanita)'], ['sex', 'Wanita'], ['age', 'usia maksimal 28 tahun'], ['marital', 'belum menikah']])
  for (const [title, kept] of [
    ['Kasir Wanita', 'Kasir'], ['Admin (pria/wanita)', 'Admin'], ['SPG wanita max 25 th berpenampilan menarik', 'SPG'], ['Guru khusus muslimah', 'Guru'], ['Penjahit busana wanita', 'Penjahit busana wanita'],
  ] as const) {
    const { record } = draftVacancy(`${title}\nLulusan SMA`)
    t.equal(record.title, kept)
    t.notMatch(JSON.stringify({ ...record, title: undefined }), /wanita|pria|muslim|menarik|25/i)
  }
  t.same(draftVacancy('Admin (pria/wanita)\nLulusan SMA').refused, [], 'both sexes is no demand')
})

t.test('contacts are left out, and only that they were is told', async t => {
  const draft = draftVacancy('Lowongan admin hubungi 0812-3456-7890\nkirim CV ke hrd@contoh.co.id atau https://contoh.co.id/lamar')
  t.same(draft.leftOut.map(({ kind }) => kind), ['phone', 'email', 'link'])
  t.notMatch(JSON.stringify(draft), /0812|3456|hrd@|contoh\.co/)
})

t.test('a CV becomes a seeker', async t => {
  const draft = draftSeeker(CV, { asOf: AS_OF })
  t.match(draft.record, {
    education: [{ level: 'SMK', field: 'smk:2.3.1' }],
    experience: [{ occupation: '8344.00', months: 36 }, { occupation: '7212.01', months: 12 }, { occupation: '4321.04', months: 36 }],
    region: '36.03.18',
    wish: { wage: 5_500_000, occupations: ['8344.00'] },
    willingToMove: true,
    licences: [{ licence: 'sim-a' }, { licence: 'sim-b1' }],
  })
  t.ok(draft.record.units!.length > 0 && draft.record.units!.every(({ evidence }) => evidence === 'claimed'), 'nothing is certified by saying so')
  t.same(fieldOf(draft, 'education').alternatives.map(({ value }) => value), [[{ level: 'S1', field: 'pt:571' }]], 'what is not completed is only offered')
  t.same(fieldOf(draft, 'needs').notes, ['never-read'])
  t.same(fieldOf(draft, 'adultFrom').notes, ['never-read'])
  t.same(wordsOf(draft, 'region'), ['Cikupa'], 'neither the place of birth nor the street')
  t.same(draft.beside.languages.map(({ code }) => code), ['en'])
})

t.test('without a day, work that goes on is told and not counted', async t => {
  const { record, fields } = draftSeeker(CV)
  t.equal(record.experience!.length, 2)
  t.ok(fields.find(({ field }) => field === 'experience')!.notes.includes('day-needed'))
})

t.test('personal data of a CV is left out, told by kind and place, never by value', async t => {
  const draft = draftSeeker(CV, { asOf: AS_OF })
  t.same(draft.leftOut.map(({ kind }) => kind), ['name', 'birth', 'identity-number', 'sex', 'religion', 'marital', 'height', 'nationality', 'address', 'phone'])
  t.notMatch(JSON.stringify(draft), /Budi|Santoso|Bandung|1999|3671|0114|Laki|Islam|menikah|170|WNI|Merdeka|0812|budi@/)
  t.match(CV.slice(draft.leftOut[0].start, draft.leftOut[0].end), 'Budi Santoso')
  t.equal(draftSeeker('Juru las, SMK, 2 tahun').leftOut.length, 0, 'a first line that tells of work is no name')
})

t.test('periods of work', async t => {
  const monthsOf = (line: string): number | undefined => draftSeeker(`Pengalaman kerja\n${line}`, { asOf: AS_OF }).record.experience?.[0].months
  for (const [line, months] of [
    ['Kasir, Jan 2020 - Des 2022', 36], ['Kasir (01/2020 - 03/2020)', 3], ['Kasir 2019-2021', 24], ['Kasir, Maret 2026 s/d sekarang', 9], ['Kasir, 2020 sampai dengan 2021', 12], ['Kasir, Mei 2021 until present', 67],
    ['Kasir, 2022 - 2019', undefined], ['Kasir sejak lulus', undefined], ['Pengalaman 2 tahun sebagai kasir', 24], ['Kasir 1850 - 2000', undefined],
  ] as const) t.equal(monthsOf(line), months, line)
  t.notOk('experience' in draftSeeker('Pendidikan\nSMK Akuntansi 2015 - 2018').record, 'school is no work')
})

t.test('a confirmed draft is a record that the matcher takes and ranks', async t => {
  const vacancy: Vacancy = confirmDraft(draftVacancy(ONE_LINE), 'v-1', { region: null, seats: 2 })
  const seeker: Seeker = confirmDraft(draftSeeker(CV, { asOf: AS_OF }), 's-1')
  t.same([vacancy.id, vacancy.seats, 'region' in vacancy], ['v-1', 2, false])
  t.same([...checkVacancies([vacancy], taxonomy), ...checkSeekers([seeker], taxonomy)], [])
  const matcher = createMatcher({ taxonomy })
  matcher.vacancies.put([vacancy])
  matcher.seekers.put([seeker])
  t.equal(matcher.rankSeekers('v-1', { asOf: AS_OF }).results[0].id, 's-1')
})

t.test('every note is said in both languages', async t => {
  const notes = [draftVacancy(ADVERT), draftSeeker(CV)].flatMap(({ fields }) => fields.flatMap(({ notes }) => notes))
  t.ok(notes.length > 3)
  for (const note of notes) t.match(describeNote(note), { id: /\p{L}/u, en: /\p{L}/u })
})

t.test('what is no text is refused', async t => {
  t.throws(() => draftVacancy(null as unknown as string), { name: 'TypeError', message: /got null/ })
  t.throws(() => draftSeeker(5 as unknown as string), { name: 'TypeError' })
  for (const asOf of ['2026-13-01', 'today', '']) t.throws(() => draftSeeker('', { asOf }), RangeError)
})
