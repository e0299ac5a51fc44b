import fc from 'fast-check'
import t from 'tap'
import { loadTaxonomy, parseCatalogue } from '@padan/taxonomy'
import {
  classifyOccupation, createUnitFinder, findProtectedDemands, normaliseText, parseEducation, parseExperienceMonths, resolveRegion,
} from '@padan/taxonomy/text'

const taxonomy = await loadTaxonomy()
const finder = createUnitFinder(taxonomy)

const codesIn = (text: string): string[] => finder.find(text).map(({ unit, by }) => `${by} ${taxonomy.units.codeAt(unit)}`)

t.test('text is compared in lower case, without accents, apostrophes and signs', async t => {
  t.equal(normaliseText("  Syari'ah — Café/Résumé, K3! "), 'syariah cafe resume k3')
})

const UNIT_CASES: Array<[text: string, found: string[]]> = [
  ['Menguasai Microsoft Excel', ['synonym J.63OPR00.005.2']],
  ['menguasai MS.  EXCEL.', ['synonym J.63OPR00.005.2']],
  ['Microsoft Office', ['synonym J.63OPR00.004.2', 'synonym J.63OPR00.005.2']],
  ['Melakukan stock opname tiap bulan', ['title C.23FCP05.002.1']],
  ['Unit C.24LAS01.029.1, c.24las01.030.1', ['code C.24LAS01.029.1', 'code C.24LAS01.030.1']],
  ['mengawasi operasional gudang (TLIP4040)', ['title TLIP4040', 'code TLIP4040']],
  ['M.702090.001.01', []],
  ['membuat laporan', []],
  ['promosi, produk', []],
  ['konsep\ndesain', []],
  ['bekerja di konsep. Desain sendiri', []],
  ['alat ukur tanah', []],
  ['alat ukur', ['synonym C.28LOG12.008.2']],
  ['Mengikuti Prosedur Kesehatan, Keselamatan, dan Keamanan di Tempat Kerja', ['title PAR.HT01.003.01']],
  ['', []],
]

t.test('units are found by code, title and synonym', async t => {
  for (const [text, found] of UNIT_CASES) t.same(codesIn(text), found, text)
})

t.test('a mention says where it stands', async t => {
  const text = 'Bisa pakai Adobe\u00a0Photoshop dan mengelas'
  for (const { start, end, surface } of finder.find(text)) t.equal(text.slice(start, end), surface)
  t.same(finder.find(text).map(({ surface }) => surface), ['Adobe\u00a0Photoshop', 'mengelas'])
})

t.test('units of a user\'s catalogue are found by code and title', async t => {
  const catalogue = parseCatalogue('code,title\nX.99ABC01.001.1,Merawat Tanaman Hias Kantor\n', 'csv')
  const own = await loadTaxonomy({ catalogues: [catalogue] })
  const [byTitle, byCode] = createUnitFinder(own).find('Bisa merawat tanaman hias kantor (X.99ABC01.001.1)')
  t.equal(own.units.codeAt(byTitle.unit), 'X.99ABC01.001.1')
  t.equal(byCode.by, 'code')
})

const EDUCATION_CASES: Array<[text: string, level: string | null, fields: string[] | 'any']> = [
  ['SMA/SMK/STM|Diploma/D1/D2/D3|Sarjana/S1', 'SMA', []],
  ['Diploma/D1/D2/D3', 'D1', []],
  ['Sarjana/S1|Master/S2', 'S1', []],
  ['Doctor/S3', 'S3', []],
  ['Pendidikan minimal D3/S1 Akuntansi', 'D3', ['pt:562']],
  ['Minimal SMK jurusan Akuntansi', 'SMK', ['smk:8.3.1']],
  ['Min. S-1 Teknik Sipil / Teknik Arsitektur', 'S1', ['pt:421', 'pt:426']],
  ['Lulusan SMA/K sederajat, semua jurusan', 'SMA', 'any'],
  ['Lulusan SD', 'SD', []],
  ['Senin sd Jumat, 08.00 s/d 17.00', null, []],
  ['Firma kami mengajar siswa SD dan SMP\nKualifikasi: pendidikan S1', 'S1', []],
  ['', null, []],
]

t.test('the lowest level that is enough is read, and fields where they are named', async t => {
  for (const [text, level, fields] of EDUCATION_CASES) {
    const found = parseEducation(text, taxonomy)
    t.equal(found.level < 0 ? null : taxonomy.levels.codeAt(found.level), level, text)
    t.same(found.fields === 'any' ? 'any' : found.fields.map(field => taxonomy.fields.codeAt(field)), fields, `fields of '${text}'`)
  }
})

const REGION_CASES: Array<[text: string, code: string | null]> = [
  ['Tangerang', '36.71'],
  ['Kabupaten Tangerang', '36.03'],
  ['Kab. Tangerang', '36.03'],
  ['Kota Tangerang Selatan', '36.74'],
  ['TANGERANG SELATAN', '36.74'],
  ['Bandung Kota', '32.73'],
  ['Bandung', '32.73'],
  ['Bogor', '32.71'],
  ['Surakarta / Solo', '33.72'],
  ['Jakarta Barat', '31.73'],
  ['Cipondoh, Kota Tangerang', '36.71.05'],
  ['Kec. Jatiuwung, Tangerang, Banten', '36.71.02'],
  ['Slawi', '33.28.10'],
  ['Banten', '36'],
  ['Remote', null],
  ['Lombok', null],
  ['Jabodetabek', null],
  ['Jabar', '32'],
  ['NTT', '53'],
  ['Yogya', '34.71'],
  ['Cikupa, Tangerang', '36.03.18'],
  ['Serpong, Tangerang', '36.74.01'],
  ['Cibinong, Bogor', '32.01.01'],
  ['BSD, Tangerang', '36.74'],
  ['Kuningan', '32.08'],
  ['Kuningan, Jakarta Selatan', '31.74'],
  ['Jakarta Selatan - Kuningan', '31.74'],
  ['Kuningan, Jawa Barat', '32.08'],
  ['Cibubur, Bekasi', '32.75'],
  ['Kabupaten Kerinci, Jambi', '15.01'],
  ['Kota Agung, Kabupaten Lahat', '16.04.07'],
  ['Jl. Raya Serang Km 12, Kel. Bojong, Kec. Cikupa, Kab. Tangerang, Banten 15710', '36.03.18'],
  ['Jkt Sel', '31.74'],
  ['Kab. Kep. Mentawai', '13.09'],
  ['Bukit Tinggi', '13.75'],
  ['Tanjungpinang, Kepri', '21.72'],
  ['Kabupten Bogor', '32.01'],
  ['Surabya', '35.78'],
  ['Cikupe, Kab. Tangerang', '36.03.18'],
  ['Sukamaju Entah Di Mana', null],
  ['', null],
]

t.test('places are resolved as adverts write them', async t => {
  for (const [text, code] of REGION_CASES) {
    const region = resolveRegion(text, taxonomy)
    t.equal(region < 0 ? null : taxonomy.regions.codeAt(region), code, text)
  }
})

t.test('every city, regency and district is found beside the place that holds it, as forms and as people write it', async t => {
  const { regions } = taxonomy
  const missed: string[] = []
  const check = (address: string, index: number): void => { if (resolveRegion(address, taxonomy) !== index) missed.push(address) }
  const short = (full: string): string => full.replace(/^Kabupaten (Administrasi )?/, 'Kab. ').replace('Kepulauan ', 'Kep. ')
  for (let index = 0; index < regions.size; index++) {
    const { name, kind, parent } = regions.at(index)
    // A slash or a bracket parts addresses, so the four names that hold one cannot be told.
    if (parent === null || /[/(]/.test(name)) continue
    const wider = regions.at(parent).name
    check(`${name}, ${wider}`, index)
    check(`${kind === 'district' ? 'Kec. ' : ''}${short(name)}, ${short(wider)}`, index)
    if (kind === 'district') check(`${name}, ${wider.replace(/^(Kabupaten|Kota)( Administrasi)? /, '')}`, index)
  }
  // The whole of the first is another kecamatan's name, the second says no more than `Kota Kediri`, the third is a district of the city as well as of the regency.
  t.same(missed, ['Batang, Batang', 'Kota, Kediri', 'Sorong, Sorong'])
})

const OCCUPATION_CASES: Array<[title: string, code: string | null]> = [
  ['Operator Mesin Jahit', '8153'],
  ['Staff Accounting (Tangerang)', '4311.01'],
  ['Senior Graphic Designer', '2166.03'],
  ['Supervisor Accounting', null],
  ['Sales Trainer', null],
  ['Manager Marketing', '1221'],
  ['Dokter Spesialis Radiologi', '2212'],
  ['Komisaris', null],
  ['', null],
]

t.test('job titles name an occupation or nothing', async t => {
  for (const [title, code] of OCCUPATION_CASES) {
    const [occupation] = classifyOccupation(title, taxonomy)
    t.equal(occupation === undefined ? null : taxonomy.occupations.codeAt(occupation), code, title)
  }
})

const EXPERIENCE_CASES: Array<[text: string, months: number | null]> = [
  ['Pengalaman minimal 2 tahun di bidangnya', 24],
  ['Berpengalaman min. 3 thn', 36],
  ['pengalaman kerja 1-2 tahun', 12],
  ['Pengalaman kerja minimum 3 (tiga) tahun', 36],
  ['Minimal dua tahun pengalaman', 24],
  ['At least 2 years of experience', 24],
  ['Pengalaman 6 bulan', 6],
  ['Pengalaman 3 tahun atau pengalaman 1 tahun sebagai kepala', 12],
  ['Fresh graduate dipersilakan melamar, pengalaman 1 tahun diutamakan', 0],
  ['Bukan untuk fresh graduate; pengalaman 1 tahun', 12],
  ['Tanpa pengalaman', 0],
  ['Usia maksimal 30 tahun, berpengalaman', null],
  ['Berpengalaman, usia maksimal 35 tahun', null],
  ['Perusahaan yang berpengalaman lebih dari 40 tahun', null],
  ['Pengalaman di bidang serupa', null],
  ['', null],
]

t.test('experience is read in months', async t => {
  for (const [text, months] of EXPERIENCE_CASES) t.equal(parseExperienceMonths(text), months, text)
})

const PROTECTED_CASES: Array<[text: string, kinds: string[]]> = [
  ['- Wanita, usia maksimal 28 tahun, belum menikah', ['sex', 'age', 'marital']],
  ['Pria/Wanita', []],
  ['Laki-laki dan perempuan', []],
  ['Menjual busana wanita', []],
  ['Diutamakan perempuan', ['sex']],
  ['Usia 20 - 35 tahun', ['age']],
  ['Tidak ada batas usia', []],
  ['Anak usia dini 3-6 tahun', []],
  ['Berpenampilan rapi dan menarik', ['appearance']],
  ['Berpenampilan rapi', []],
  ['Good looking', ['appearance']],
  ['Khusus muslimah', ['religion']],
  ['Guru Agama Islam', []],
  ['Diutamakan chinese', ['ethnicity']],
  ['Suku cadang motor', []],
  ['Menyiapkan Chinese food', []],
  ['Tinggi badan min. 165 cm', ['height']],
  ['Sertakan foto terbaru', ['photo']],
  ['Menyertakan fotokopi SIM', []],
  ['Mengedit foto produk', []],
]

t.test('demands that no employer may make are found, and nothing else', async t => {
  for (const [text, kinds] of PROTECTED_CASES) t.same(findProtectedDemands(text).map(({ kind }) => kind), kinds, text)
})

t.test('any text is read without failing, and mentions lie inside it', async () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
    const spans = [...finder.find(text), ...findProtectedDemands(text)]
    const months = parseExperienceMonths(text)
    parseEducation(text, taxonomy)
    resolveRegion(text, taxonomy)
    classifyOccupation(text, taxonomy)
    return spans.every(({ start, end, surface }) => text.slice(start, end) === surface) && (months === null || months >= 0)
  }), { seed: 20_261_128 })
})

// A reader that looks back over what it has read would take hours here, which the limit on a file's time tells.
t.test('a million characters of one piece are read to their end', async t => {
  const pieces = ['pria usia ', 'microsoft ', 'a.', 'pengalaman ', 'S1 D3 ', 'menyusun laporan ', 'C.24LAS01.', '1 ', 'tinggi badan ', "a'"]
  for (const piece of pieces) {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
    const spans = [...finder.find(text), ...findProtectedDemands(text)]
    parseExperienceMonths(text)
    parseEducation(text, taxonomy)
    resolveRegion(text, taxonomy)
    classifyOccupation(text, taxonomy)
    t.ok(spans.every(({ start, end, surface }) => text.slice(start, end) === surface), piece)
  }
})
