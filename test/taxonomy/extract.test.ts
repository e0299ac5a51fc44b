import t from 'tap'
import { loadTaxonomy, parseCatalogue } from '@padan/taxonomy'
import { createExtractor, demandsOf, findProtectedDemands, parseExperienceMonths, type ExtractorOptions, type Mention, type MentionKind } from '@padan/taxonomy/text'

const taxonomy = await loadTaxonomy()
const extractor = createExtractor(taxonomy)

/** One mention in a few words: surface, what it means, and its marks. */
function told (mention: Mention): string {
  const marks = [mention.negated ? 'not' : '', mention.preferred ? 'preferred' : '', mention.alternative === null ? '' : `or${mention.alternative}`].filter(mark => mark !== '')
  return [`${mention.surface} = ${meaningOf(mention)}`, ...marks].join(' ')
}

function meaningOf (mention: Mention): string {
  switch (mention.kind) {
    case 'experience': return `${mention.min}-${mention.max ?? ''}`
    case 'wage': return `${mention.min ?? ''}-${mention.max ?? ''}${mention.period === null ? '' : ` ${mention.period}`}`
    case 'protected': return mention.demand
    default: return String(mention.code)
  }
}

const found = (text: string, kinds: readonly MentionKind[]): string[] => extractor.extract(text).filter(({ kind }) => kinds.includes(kind)).map(told)

type Cases = ReadonlyArray<readonly [text: string, mentions: readonly string[]]>

function table (title: string, kinds: readonly MentionKind[], cases: Cases): void {
  t.test(title, async t => {
    for (const [text, mentions] of cases) t.same(found(text, kinds), mentions, text)
  })
}

table('units are found by code, title and synonym', ['unit'], [
  ['Menguasai MS Excel', ['MS Excel = J.63OPR00.005.2']],
  ['Unit C.24LAS01.029.1', ['C.24LAS01.029.1 = C.24LAS01.029.1']],
  ['tidak perlu Microsoft Excel', ['Microsoft Excel = J.63OPR00.005.2 not']],
  ['Microsoft Office (Excel,Word, dll)', ['Microsoft Office = J.63OPR00.004.2', 'Microsoft Office = J.63OPR00.005.2', 'Excel = J.63OPR00.005.2', 'Word = J.63OPR00.004.2']],
  ['menguasai word dan power point', ['word = J.63OPR00.004.2', 'power point = J.63OPR00.006.2']],
  ['Ms. Excel & Word', ['Ms. Excel = J.63OPR00.005.2', 'Word = J.63OPR00.004.2']],
  ['Ms. Word, Excel', ['Ms. Word = J.63OPR00.004.2', 'Excel = J.63OPR00.005.2']],
  ['Excel, word of mouth', ['Excel = J.63OPR00.005.2']],
  ['Excel: word count', ['Excel = J.63OPR00.005.2']],
  ['Word', []],
])

table('occupations are found in running text, but not in a field of study or beside a rank', ['occupation'], [
  ['dibutuhkan operator forklift', ['operator forklift = 8344.00']],
  ['jurusan akuntansi', []],
  ['Supervisor Accounting', []],
  ['STR Perawat', []],
])

table('levels are found where a line speaks of schooling', ['level'], [
  ['min. SMA/SMK sederajat', ['SMA = SMA or0', 'SMK = SMK or0']],
  ['D3/S1 semua jurusan', ['D3 = D3 or0', 'S1 = S1 or0']],
  ['Diploma (D3)', ['Diploma (D3 = D3']],
  ['Diploma (D4)', ['D4 = D4']],
  ['Diploma III', ['Diploma III = D3']],
  ['Lulusan Diploma', ['Diploma = D1']],
  ['Lulusan S1, bekerja di Jakarta', ['S1 = S1']],
  ['SMA, lebih disukai D3', ['SMA = SMA', 'D3 = D3 preferred']],
  ['minimal SMA, S1 diutamakan', ['SMA = SMA', 'S1 = S1 preferred']],
  ['tidak wajib S1', ['S1 = S1 not']],
  ['mengajar siswa SMA dan SMK', []],
  ['Senin sd Jumat', []],
  ['high school diploma or equivalent', ['high school diploma = SMA']],
  ['Junior high school graduates welcome', ['Junior high school = SMP']],
  ['graduate of a vocational high school', ['vocational high school = SMK']],
  ["Bachelor's degree or Diploma", ["Bachelor's = S1", 'Diploma = D1']],
])

table('fields are found beside a level or a word for them', ['field'], [
  ['SMK jurusan Akuntansi', ['Akuntansi = smk:8.3.1']],
  ['D3/S1 Akuntansi', ['Akuntansi = pt:562']],
  ['SMA semua jurusan', ['semua jurusan = null']],
  ['D3 jurusan akutansi', ['akutansi = pt:562']],
  ['mengerti akuntansi', []],
])

table('experience is read in months, with its upper end', ['experience'], [
  ['Berpengalaman sebagai barista selama minimal 1 tahun', ['1 tahun = 12-']],
  ['Pernah menjadi stylist min 2 tahun', ['2 tahun = 24-']],
  ['Mempunyai dibidang sales minimal 1 tahun', ['1 tahun = 12-']],
  ['magang setidaknya selama 3 bulan', []],
  ['Freshdraduate dipersilahkan melamar', ['Freshdraduate = 0-']],
  ['pengalaman 1 thn', ['1 thn = 12-']],
  ['pglmn 1th', ['1th = 12-']],
  ['Berpengalaman min. 2 tahun', ['2 tahun = 24-']],
  ['pengalaman kerja 1-2 tahun', ['1-2 tahun = 12-24']],
  ['pengalaman 1 s/d 3 tahun', ['1 s/d 3 tahun = 12-36']],
  ['pengalaman 6 bulan - 1 tahun', ['6 bulan - 1 tahun = 6-12']],
  ['Pengalaman minimum 3 (tiga) tahun', ['3 (tiga) tahun = 36-']],
  ['pengalaman setahun', ['setahun = 12-']],
  ['pengalaman 1,5 tahun', ['1,5 tahun = 18-']],
  ['minimal dua tahun pengalaman', ['dua tahun = 24-']],
  ['At least 2+ years of relevant work experience', ['2+ years = 24-']],
  ['minimal 1 tahun di bidangnya', ['1 tahun = 12-']],
  ['pengalamam 2 tahun', ['2 tahun = 24-']],
  ['tidak perlu pengalaman', ['tidak perlu pengalaman = 0-0 not']],
  ['tanpa pengalaman', ['tanpa pengalaman = 0-0 not']],
  ['no experience', ['no experience = 0-0 not']],
  ['Pengalaman tidak wajib', ['Pengalaman tidak wajib = 0-0 not']],
  ['fresh graduate', ['fresh graduate = 0-']],
  ['bukan fresh graduate', []],
  ['tidak menerima fresh graduate', []],
  ['pengalaman 2 tahun diutamakan', ['2 tahun = 24- preferred']],
  ['usia maks 30 tahun', []],
  ['berpengalaman, usia 25 tahun', []],
  ['berpengalaman lebih dari 40 tahun', []],
  ['kontrak 1 tahun', []],
  ['melayani 3 tahun', []],
])

table('experience that is asked without a number has no months', ['experience'], [
  ['Berpengalaman di bidangnya', ['Berpengalaman = null-']],
  ['Memiliki pengalaman sebagai kasir', ['pengalaman = null-']],
  ['pengalaman diutamakan', ['pengalaman = null- preferred']],
  ['Experience in retail', ['Experience = null-']],
  ['berpengalaman sebagai kasir, pengalaman 2 tahun', ['2 tahun = 24-']],
  ['tidak perlu pengalaman di bidangnya', ['tidak perlu pengalaman = 0-0 not']],
  ['PENGALAMAN KERJA', []],
  ['improve customer experience in our store', []],
  ['dibimbing trainer yang berpengalaman di bidangnya', []],
  ['pengalaman', []],
])

t.test('experience without a number is no number', async t => {
  t.equal(demandsOf(extractor.extract('Berpengalaman di bidangnya'), taxonomy).experience, null)
  t.equal(parseExperienceMonths('Berpengalaman di bidangnya'), null)
  t.equal(demandsOf(extractor.extract('Berpengalaman di bidangnya\nPengalaman 2 tahun'), taxonomy).experience, 24)
})

table('wages are read as ranges in whole rupiah', ['wage'], [
  ['gaji 5jt', ['5jt = 5000000-5000000']],
  ['Rp 4.500.000 - 5.000.000', ['Rp 4.500.000 - 5.000.000 = 4500000-5000000']],
  ['Gaji: Rp4.500.000,00 s/d Rp5.000.000,00 / bulan', ['Rp4.500.000,00 s/d Rp5.000.000,00 / bulan = 4500000-5000000 month']],
  ['gaji 4,5 juta', ['4,5 juta = 4500000-4500000']],
  ['gaji 4 - 6 juta per bulan', ['4 - 6 juta per bulan = 4000000-6000000 month']],
  ['upah 150rb per hari', ['150rb per hari = 150000-150000 day']],
  ['salary up to IDR 10 million', ['IDR 10 million = -10000000']],
  ['gaji mulai 4 juta', ['4 juta = 4000000-']],
  ['gaji 6 juta - 4 juta', []],
  ['komisi 5 juta', []],
  ['menjual paket 2 - 16 juta', []],
  ['gaji sesuai UMR', []],
  ['gaji bulanan 5 juta', ['5 juta = 5000000-5000000 month']],
  ['gaji per hari: 130rb', ['130rb = 130000-130000 day']],
  ['gajih 2jt sebulan', ['2jt sebulan = 2000000-2000000 month']],
  ['dibayar 200rb/hari', ['200rb/hari = 200000-200000 day']],
  ['upah Rp 180.000 per shift', ['Rp 180.000 per shift = 180000-180000 day']],
  ['gaji dua juta lima ratus ribu rupiah', ['dua juta lima ratus ribu = 2500000-2500000']],
  ['gaji 2 juta 500 ribu per bulan', ['2 juta 500 ribu per bulan = 2500000-2500000 month']],
  ['gaji 5 juta, 3 ribu karyawan', ['5 juta = 5000000-5000000']],
  ['monthly salary of Rp 6,500,000', ['Rp 6,500,000 = 6500000-6500000 month']],
  ['biaya training 500rb', []],
  ['uang saku 50rb/hari', ['50rb/hari = 50000-50000 day']],
  ['telp 0812345678901', []],
])

table('places are found down to the district', ['place'], [
  ['domisili Cikupa', ['Cikupa = 36.03.18']],
  ['ditempatkan di Cipondoh', ['Cipondoh = 36.71.05']],
  ['Penempatan di area Sunter', ['Sunter = 31.72']],
  ['ditempatkan di luar Jakarta (Cikarang)', ['Cikarang = 32.16']],
  ['berlokasi di Kec. Banjar, Buleleng', ['Banjar = 51.08.04', 'Buleleng = 51.08']],
  ['penempatan saat sesi selesai', []],
  ['Menguasai area Gajah Mada', ['Gajah Mada = 31.73']],
  ['Penempatan: Cikupa', ['Cikupa = 36.03.18']],
  ['penempatan Tangerang', ['Tangerang = 36.71']],
  ['domisili Tanggerang', ['Tanggerang = 36.71']],
  ['Kab. Tangerang', ['Kab. Tangerang = 36.03']],
  ['Kec. Curug, Kabupaten Tangerang', ['Curug = 36.03.17', 'Kabupaten Tangerang = 36.03']],
  ['Jakarta Barat, Jawa Tengah', ['Jakarta Barat = 31.73', 'Jawa Tengah = 33']],
  ['lokasi: Batu', ['Batu = 35.79']],
  ['batu bata', []],
  ['sekarang di semarak', []],
  ['domisili Cikupa, Tangerang', ['Cikupa = 36.03.18', 'Tangerang = 36.03']],
  ['penempatan di Kuningan, Jakarta Selatan', ['Kuningan = 31.74', 'Jakarta Selatan = 31.74']],
  ['penempatan di Kuningan, Cirebon, dan Majalengka', ['Kuningan = 32.08', 'Cirebon = 32.74', 'Majalengka = 32.10']],
  ['Alam Sutera, Tangerang', ['Alam Sutera = 36.74', 'Tangerang = 36.74']],
  ['penempatan BSD dan Tangerang', ['BSD = 36.74', 'Tangerang = 36.71']],
  ['domisili Cibubur', ['Cibubur = 31.75', 'Cibubur = 32.75', 'Cibubur = 32.01', 'Cibubur = 32.76']],
  ['penempatan Jabar, Kab. Kep. Mentawai', ['Jabar = 32', 'Kab. Kep. Mentawai = 13.09']],
  ['domisili Jkt Sel', ['Jkt Sel = 31.74']],
  ['mesin bubut kuningan', []],
  ['suka Cikupa', []],
  ['domisili bebas dan kami semua juga suka Cikupa', []],
  ['seluruh Indonesia', []],
])

table('driving licences are read as lists, others by their names', ['licence'], [
  ['SIM B1', ['SIM B1 = sim-b1']],
  ['SIM B I', ['SIM B I = sim-b1']],
  ['SIM B2 Umum', ['SIM B2 Umum = sim-b2-umum']],
  ['SIM A/C', ['SIM A = sim-a or0', 'C = sim-c or0']],
  ['SIM A dan C', ['SIM A = sim-a', 'C = sim-c']],
  ['SIM A atau SIM B1', ['SIM A = sim-a or0', 'SIM B1 = sim-b1 or0']],
  ['tidak wajib SIM A', ['SIM A = sim-a not']],
  ['SIM C (nilai plus)', ['SIM C = sim-c preferred']],
  ['SIM B', ['SIM B = null']],
  ['STR aktif', ['STR = null']],
  ['STR Perawat', ['STR Perawat = str-perawat']],
  ['ahli K3 umum', ['ahli K3 umum = ak3-umum']],
  ['brevet A dan B', ['brevet A dan B = brevet-b']],
  ['sim card', []],
])

table('languages are found by a word for language and in lists', ['language'], [
  ['Bahasa Inggris', ['Inggris = en']],
  ['bahasa Inggris atau Mandarin', ['Inggris = en or0', 'Mandarin = zh or0']],
  ['Bahasa Inggris, Jepang dan Korea', ['Inggris = en', 'Jepang = ja', 'Korea = ko']],
  ['Fluent in English; Japanese language', ['English = en', 'Japanese = ja']],
  ['tidak harus bahasa Inggris', ['Inggris = en not']],
  ['masakan Jepang', []],
  ['bahasa Ingris', ['Ingris = en']],
])

table('kinds of employment are found where they are not the subject of the work', ['job-type'], [
  ['full time / kontrak', ['full time = full-time or0', 'kontrak = contract or0']],
  ['Kerja paruh waktu', ['paruh waktu = part-time']],
  ['kontrak 6 bulan', ['kontrak = contract']],
  ['(magang)', ['magang = internship']],
  ['tenaga harian lepas', ['harian lepas = daily']],
  ['karyawan tetap', ['karyawan tetap = permanent']],
  ['menyusun dan negosiasi kontrak dengan vendor', []],
  ['pengalaman magang', []],
])

table('adjustments at work are found', ['accommodation'], [
  ['tersedia juru bahasa isyarat', ['juru bahasa isyarat = sign-language']],
  ['WFH atau jam kerja fleksibel', ['WFH = remote-work or0', 'jam kerja fleksibel = flexible-hours or0']],
  ['wheelchair access', ['wheelchair access = ramp']],
])

table('protected demands are reported as refused', ['protected'], [
  ['wanita, max 25 th, belum menikah, berpenampilan menarik', ['wanita = sex', 'max 25 th = age', 'belum menikah = marital', 'berpenampilan menarik = appearance']],
  ['pria/wanita', []],
])

t.test('protected demands stand where findProtectedDemands finds them, whatever stands on other lines', async t => {
  const text = 'Kualifikasi:\n- Wanita, usia 20-25 tahun\n- SMA\n- belum menikah\n'
  const mentions = extractor.extract(text).filter(({ kind }) => kind === 'protected')
  t.same(mentions.map(({ start, end }) => [start, end]), findProtectedDemands(text).map(({ start, end }) => [start, end]))
  t.ok(mentions.every(mention => mention.kind === 'protected' && mention.refused))
})

t.test('characters that hide a word do not, and the surface stays as given', async t => {
  const [hidden] = extractor.extract('peng\u200balaman 3 tahun')
  t.same([hidden.kind, hidden.surface], ['experience', '3 tahun'])
  const [cyrillic] = extractor.extract('p\u0435ngalaman 2 tahun')
  t.equal(cyrillic.surface, '2 tahun')
  const [wide] = extractor.extract('\uff27\uff21\uff2a\uff29 \uff15jt')
  t.same([wide.kind, wide.surface], ['wage', '\uff15jt'])
  const [place] = extractor.extract('domisili Tange\u200brang')
  t.equal(place.surface, 'Tange\u200brang')
})

t.test('a mended word costs confidence, and everyday words are not mended', async t => {
  const [right] = extractor.extract('domisili Tangerang')
  const [wrong] = extractor.extract('domisili Tanggerang')
  t.ok(wrong.confidence < right.confidence)
  t.same(extractor.extract('sekarang'), [])
  t.same(extractor.extract('diutarakan SMA').map(({ preferred }) => preferred), [false])
})

t.test('mentions know the part of the advert they stand in', async t => {
  const sections = extractor.extract('Operator forklift\nTugas:\nSIM A\nKualifikasi :\nSIM B1\nFasilitas\nSIM C').filter(({ kind }) => kind === 'licence').map(({ section }) => section)
  t.same(sections, ['duties', 'requirements', 'offers'])
  t.equal(extractor.extract('SIM A')[0].section, 'open')
})

t.test('what a heading holds is no mention, and what stands behind it is', async t => {
  const codes = (text: string): string[] => extractor.extract(text).flatMap(mention => mention.kind === 'concept' ? [mention.surface] : [])
  t.same(codes('Tanggung jawab :\n- memasak'), codes('memasak'))
  t.ok(codes('Keahlian: Microsoft Excel').some(surface => surface.includes('Excel')))
})

t.test('alternatives of other lines have other numbers', async t => {
  const groups = extractor.extract('SMA/SMK\nSIM A/C').map(({ alternative }) => alternative)
  t.same(groups, [0, 0, 1, 1])
})

t.test('a user\'s catalogue is read like ours', async t => {
  const own = await loadTaxonomy({ catalogues: [parseCatalogue('code,title\nX.99ABC01.001.1,Merawat Tanaman Hias Kantor\n', 'csv')], base: false })
  const [unit] = createExtractor(own, { kinds: ['unit'] }).extract('Bisa merawat tanaman hias kantor')
  t.match(unit, { kind: 'unit', code: 'X.99ABC01.001.1', by: 'title' })
})

t.test('options choose kinds, the least confidence and the most mentions', async t => {
  const text = 'SMA, SIM A, domisili Cikupa'
  t.same(createExtractor(taxonomy, { kinds: ['licence'] }).extract(text).map(({ kind }) => kind), ['licence'])
  t.same(createExtractor(taxonomy, { kinds: ['licence', 'place'], minConfidence: 900 }).extract(text).map(({ kind }) => kind), ['licence'])
  t.equal(createExtractor(taxonomy, { maxMentions: 2 }).extract(text).length, 2)
})

t.test('options out of range and texts that are none are refused', async t => {
  const wrong: Array<[options: unknown, message: RegExp]> = [
    [{ kind: 'unit' }, /no option 'kind'/],
    [{ kinds: ['skill'] }, /no kind 'skill'/],
    [{ kinds: 'unit' }, /kinds must be a list/],
    [{ minConfidence: 1001 }, /from 0 to 1000, got 1001/],
    [{ minConfidence: -1 }, /from 0 to 1000, got -1/],
    [{ maxMentions: 0 }, /1 or more, got 0/],
    [null, /got null/],
  ]
  for (const [options, message] of wrong) t.throws(() => createExtractor(taxonomy, options as ExtractorOptions), { name: 'RangeError', message })
  t.throws(() => extractor.extract(null as unknown as string), { name: 'TypeError', message: /got null/ })
})

const DEMANDS: ReadonlyArray<readonly [text: string, demands: ReturnType<typeof demandsOf>]> = [
  ['penempatan kerja di Karawang, kantor pusat di Solo', { level: null, experience: null, wage: null, places: ['32.15', '33.72'], jobType: null }],
  ['pengalaman minimal 3 tahun di bidangnya, dengan minimal 1 tahun sebagai supervisor', { level: null, experience: 36, wage: null, places: [], jobType: null }],
  ['Kualifikasi:\npengalaman sales 2 tahun\npengalaman sebagai supervisor 4 tahun', { level: null, experience: 48, wage: null, places: [], jobType: null }],
  ['pengalaman 2 tahun atau fresh graduate', { level: null, experience: 0, wage: null, places: [], jobType: null }],
  ['Lulusan Sekolah Menengah Atas', { level: 'SMA', experience: null, wage: null, places: [], jobType: null }],
  ['Operator forklift\nmin SMA/SMK, pengalaman 1 thn, domisili Cikupa, gaji 5jt, full time',
    { level: 'SMA', experience: 12, wage: { min: 5_000_000, max: 5_000_000 }, places: ['36.03.18'], jobType: 'full-time' }],
  ['Sekolah kami mendidik lulusan SMA\nKualifikasi:\nminimal D3, S1 diutamakan', { level: 'D3', experience: null, wage: null, places: [], jobType: null }],
  ['S1 diutamakan', { level: 'S1', experience: null, wage: null, places: [], jobType: null }],
  ['tanpa pengalaman\npengalaman 2 tahun', { level: null, experience: 0, wage: null, places: [], jobType: null }],
  ['upah 150rb per hari', { level: null, experience: null, wage: null, places: [], jobType: null }],
  ['karyawan tetap, full time', { level: null, experience: null, wage: null, places: [], jobType: 'full-time' }],
  ['penempatan Jakarta, area Jakarta Barat', { level: null, experience: null, wage: null, places: ['31.73', '31'], jobType: null }],
  ['penempatan Jabodetabek', { level: null, experience: null, wage: null, places: ['31'], jobType: null }],
  ['', { level: null, experience: null, wage: null, places: [], jobType: null }],
]

t.test('mentions fold into one answer a field', async t => {
  for (const [text, demands] of DEMANDS) t.same(demandsOf(extractor.extract(text), taxonomy), demands, text)
})
