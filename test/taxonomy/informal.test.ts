import fc from 'fast-check'
import t from 'tap'
import { loadTaxonomy } from '@padan/taxonomy'
import { classifyOccupation, createExtractor, createTextIndex, formaliseText, mendWord, rankOccupations, similarTitles } from '@padan/taxonomy/text'

const taxonomy = await loadTaxonomy()

t.test('informal writing becomes formal, and every change says where it stood', async t => {
  for (const [text, formal] of [
    ['gak perlu pnglmn', 'tidak perlu pengalaman'], ['lg nyari kerjaan yg deket', 'lagi mencari pekerjaan yang dekat'], ['anak2 SMK jg bisaaaa', 'anak-anak SMK juga bisa'],
    ['g4ji oke', 'gaji oke'], ['admnistrasi keuagan', 'administrasi keuangan'], ['', ''], ['👍 yg', '👍 yang'],
  ] as const) {
    const { text: said, changes } = formaliseText(text)
    t.equal(said, formal)
    for (const { start, end, surface } of changes) t.equal(text.slice(start, end), surface)
  }
})

t.test('words as they are spoken or shortened by rule become formal ones', async t => {
  for (const [written, formal] of Object.entries({
    kirimin: 'kirimkan',
    dikirimin: 'dikirimkan',
    ngebantu: 'membantu',
    ngejual: 'menjual',
    nyapu: 'menyapu',
    masang: 'memasang',
    dalem: 'dalam',
    rame: 'ramai',
    gajiny: 'gajinya',
    rumahq: 'rumahku',
    kntrak: 'kontrak',
    prmosi: 'promosi',
    aktip: 'aktif',
    masi: 'masih',
    dikit2: 'sedikit-sedikit',
    gatau: 'tidak tahu',
    ktp: 'ktp',
    smp: 'smp',
  })) t.equal(formaliseText(written).text, formal, written)
  const english = 'the team is ready for training in marketing, sales and management with experience of no less than two years'
  t.equal(formaliseText(english).text, english)
})

t.test('right words are never mended, in either language', async t => {
  for (const word of 'perusahaan pengalaman negotiation leadership keuangan administrasi forklift marketing menjahit kendaraan pelatihan'.split(' ')) t.equal(mendWord(word), undefined, word)
  t.equal(formaliseText('dibantu Pak Sukamto').text, 'dibantu Pak Sukamto', 'a capital inside a sentence is a name')
})

t.test('any text keeps what stands between its words', async () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
    const { text: said, changes } = formaliseText(text)
    let last = 0
    let rebuilt = ''
    for (const { start, end, formal } of changes) {
      rebuilt += text.slice(last, start) + formal
      last = end
    }
    return rebuilt + text.slice(last) === said
  }), { seed: 20_261_128 })
})

t.test('readers take informal words for formal ones, with spans in the text as given', async t => {
  const text = 'gak perlu pengalaman, lulusn SMA'
  const mentions = createExtractor(taxonomy).extract(text)
  t.ok(mentions.some(({ kind, negated }) => kind === 'experience' && negated))
  for (const { start, end, surface } of mentions) t.equal(text.slice(start, end), surface)
})

t.test('the extractor reads any catalogue', async t => {
  const things = [{ code: 'b', label: 'manage budgets', synonyms: ['administer budgets'] }, { code: 't', label: 'lead a team', synonyms: ['manage teams'] }, { code: 'w', label: 'weld metal' }]
  const extractor = createExtractor({ things })
  const codes = (text: string): string[] => extractor.extract(text).filter(({ kind }) => kind === 'concept').map(mention => 'code' in mention ? String(mention.code) : '')
  t.same(codes('You manage budgets and weld metal.'), ['b', 'w'])
  t.same(codes('Managing teams is a must.'), ['t'], 'other forms of the words')
  t.same(codes('administering project budgets'), ['b'], 'by likeness')
  t.same(codes('Nothing of the kind.'), [])
  t.throws(() => createExtractor({ things: 'x' as never }), RangeError)
})

t.test('what leads in and the circumstances are no part of a thing, and a joined clause is read whole or in parts', async t => {
  const things = [
    { code: 'b', label: 'manage budgets', synonyms: ['administer budgets'] }, { code: 's', label: 'supervise staff', synonyms: ['oversee employees'] },
    { code: 'p', label: 'repair pumps', synonyms: ['mend pumps'] }, { code: 'f', label: 'plan and hold meetings', synonyms: ['planning and holding of meetings'] },
  ]
  const extractor = createExtractor({ things }, { kinds: ['concept'], minConfidence: 580 })
  const told = (text: string): string[] => extractor.extract(text).map(mention => `${'code' in mention ? String(mention.code) : ''}: ${mention.surface}`)
  t.same(told('We are looking for a colleague who is able to administering of budgets.'), ['b: administering of budgets'])
  t.same(told('You will administering budgets and overseeing employee.'), ['b: administering budgets', 's: overseeing employee'])
  t.same(told('Planning and hold meeting.'), ['f: Planning and hold meeting'])
  t.same(told('At least 3 years of experience, full-time, in our office in Jakarta.'), [])
})

t.test('a word that many names hold, and a name inside a longer one, are told and sure of nothing', async t => {
  const things = [
    ...['assembly', 'mobile', 'network', 'database', 'security', 'finance', 'payroll', 'sales', 'annual'].map(word => ({ code: word, label: `write ${word} report` })),
    { code: 'r', label: 'report' }, { code: 'x', label: 'xylophone' }, { code: 'm', label: 'make xylophone' },
  ]
  const sure = (text: string): string[] => createExtractor({ things }, { kinds: ['concept'] }).extract(text).map(mention => `${'code' in mention ? String(mention.code) : ''} ${mention.confidence}`)
  t.same(sure('Report, xylophone.'), ['r 450', 'x 850'])
  t.same(sure('making xylophones, make xylophone'), ['m 750', 'm 850'])
})

t.test('occupations are ranked for every title, and titles are alike both ways', async t => {
  t.equal(rankOccupations('tukang las', taxonomy)[0]?.name, 'tukang las')
  t.ok(rankOccupations('tukng lass', taxonomy)[0]?.code.startsWith('7212'))
  t.equal(similarTitles('Sr. Mgr', 'senior manager'), 1000)
  t.equal(similarTitles('kasir', 'sopir truk'), similarTitles('sopir truk', 'kasir'))
  t.ok(similarTitles('kasir toko', 'kasir') > similarTitles('kasir toko', 'sopir truk'))
})

t.test('two words of one sense, short forms and initials make titles alike', async t => {
  const rows: ReadonlyArray<readonly [title: string, same: string, other: string]> = [
    ['tukang kayu', 'carpenter', 'tukang cat'], ['dokter umum', 'general practitioner', 'dokter gigi'], ['GA staff', 'general affair staff', 'gate staff'],
    ['PPIC staff', 'production planning and inventory control staff', 'production staff'], ['HR mgr', 'human resources manager', 'sales manager'],
  ]
  for (const [title, same, other] of rows) t.ok(similarTitles(title, same) > similarTitles(title, other), title)
  for (const short of ['Sr. Sales Mgr', 'Adm. Gudang', 'Ka. Gudang', 'Asst. Mgr Keuangan']) {
    const long = short.replace('Sr.', 'senior').replace('Mgr', 'manager').replace('Adm.', 'administrasi').replace('Ka.', 'kepala').replace('Asst.', 'assistant')
    t.same(classifyOccupation(short, taxonomy), classifyOccupation(long, taxonomy), short)
    t.same(rankOccupations(short, taxonomy), rankOccupations(long, taxonomy), short)
  }
})

t.test('a long text is searched by its first words, whatever follows them', async t => {
  const index = createTextIndex([{ code: 'w', label: 'kepala gudang' }, { code: 's', label: 'sopir truk' }])
  const long = 'kepala gudang '.repeat(150)
  t.same(index.search(`${long}sopir truk`), index.search(long))
  t.same(index.search(`${long}\n${'sopir truk\n'.repeat(100_000)}`), index.search(long))
})
