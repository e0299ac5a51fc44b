import fc from 'fast-check'
import t from 'tap'
import { loadTaxonomy } from '@padan/taxonomy'
import { createExtractor, findProtectedDemands, type Mention } from '@padan/taxonomy/text'

const taxonomy = await loadTaxonomy()
const extractor = createExtractor(taxonomy)

/** Pieces that the readers wait for, and characters that break careless ones. */
const PIECES = [
  'pengalaman', 'minimal', '2', 'tahun', '-', '/', ',', '\n', ' ', '.', 'SIM', 'A', 'B1', 'atau', 'SMA', 'S1', 'jurusan', 'akuntansi', 'domisili', 'Tangerang', 'Cikupa', 'kec', 'Rp', '5jt',
  '4.500.000', 'gaji', 'diutamakan', 'tidak perlu', 'bahasa', 'Inggris', 'kontrak', '(', ')', 'wanita', 'usia', 'Kualifikasi:', '\u200b', '\u202e', '😀', '\ud83d', '\ude00', '<b>', '</b>', '\0', 'е',
  '\ufeff', 'İ', 'ﬁ', '½', '٣', 'ǅ', '\r',
]
const adverts = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map(pieces => pieces.join(''))
const spaced = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map(pieces => pieces.join(' '))
const texts = fc.oneof(adverts, spaced, fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }))
const RUNS = { numRuns: 400, seed: 20261121 }

function isSound (text: string, mentions: readonly Mention[]): boolean {
  return mentions.every(({ start, end, surface, confidence }, place) => start >= 0 && start < end && end <= text.length && text.slice(start, end) === surface &&
    Number.isInteger(confidence) && confidence >= 0 && confidence <= 1000 && (place === 0 || mentions[place - 1].start <= start))
}

t.test('every mention holds its surface form, in any text', async () => {
  fc.assert(fc.property(texts, text => isSound(text, extractor.extract(text))), RUNS)
})

t.test('the same text gives the same mentions, also from a second extractor', async t => {
  const other = createExtractor(taxonomy)
  fc.assert(fc.property(texts, text => {
    t.same(other.extract(text), extractor.extract(text))
  }), { ...RUNS, numRuns: 100 })
})

t.test('numbers read are whole and in order', async () => {
  fc.assert(fc.property(texts, text => extractor.extract(text).every(mention => {
    if (mention.kind === 'experience') return mention.min === null ? mention.max === null : Number.isInteger(mention.min) && mention.min >= 0 && (mention.max === null || mention.max >= mention.min)
    if (mention.kind === 'wage') return (mention.min ?? mention.max) !== null && (mention.min === null || mention.max === null || mention.min <= mention.max)
    return true
  })), RUNS)
})

t.test('a line is read the same wherever it stands', async t => {
  const meaningsOf = (text: string, from: number): unknown[] => extractor.extract(text)
    .filter(({ start }) => start >= from)
    .map(({ start, end, alternative: _group, section: _section, confidence: _sure, ...rest }) => ({ ...rest, start: start - from, end: end - from }))
  const line = spaced.map(text => text.replaceAll('\n', ' '))
  fc.assert(fc.property(line, line, (before, text) => {
    t.same(meaningsOf(`${before}\n${text}`, before.length + 1), meaningsOf(text, 0))
  }), { ...RUNS, numRuns: 100 })
})

t.test('each line\'s protected demands are those of findProtectedDemands', async t => {
  fc.assert(fc.property(spaced.map(text => text.replaceAll('\n', ' ')), text => {
    const mentions = extractor.extract(text).filter(({ kind }) => kind === 'protected').map(({ start, surface }) => [start, surface])
    t.same(mentions, findProtectedDemands(text).map(({ start, surface }) => [start, surface]))
  }), { ...RUNS, numRuns: 100 })
})

t.test('a long line is cut without splitting a character or losing what stands after it', async t => {
  const text = `${'😀'.repeat(5_000)} domisili Cikupa`
  const mentions = extractor.extract(text)
  t.same(mentions.map(({ surface }) => surface), ['Cikupa'])
  t.ok(isSound(text, mentions))
})

/** Each is repeated: words the readers wait for, and characters that hide, turn or split them. */
const HOSTILE = [
  'pengalaman ', 'a', 'SMA/SMK diutamakan ', 'kec curug, curug ', '1-', '4.500.', 'SIM A/', 'bahasa Inggris, ', 'pria usia ', '\u200b', '😀', '<b>', '((((', "a'", '\u202eabc ', '5jt ', 'tidak perlu ', 'x\n', '\0\u0001',
]

t.test('mentions grow no faster than the text, and their number is bounded', async t => {
  for (const piece of HOSTILE) {
    const short = piece.repeat(Math.ceil(20_000 / piece.length))
    const once = extractor.extract(short)
    const four = extractor.extract(short.repeat(4))
    t.ok(isSound(short, once), `'${piece}'`)
    t.ok(four.length <= 4 * once.length + 40, `'${piece}': ${once.length} mentions, four times the text ${four.length}`)
  }
  t.equal(createExtractor(taxonomy, { maxMentions: 100 }).extract('SIM A\n'.repeat(10_000)).length, 100)
})

t.test('ten megabytes of one word are read', async t => {
  t.same(extractor.extract('pengalaman '.repeat(1_000_000)), [])
})

/** What is found in spite of what hides it; the spans are those of the text as given. */
const HIDDEN: ReadonlyArray<readonly [name: string, text: string, found: readonly string[]]> = [
  ['nothing', '', []],
  ['blanks', ' \n\t\r\n\u2028', []],
  ['every code unit', String.fromCharCode(...Array.from({ length: 65_536 }, (_, code) => code)), []],
  ['right to left', '\u0645\u0637\u0644\u0648\u0628 SIM B1 \u202e1B MIS\u202c', ['SIM B1']],
  ['emoji', '\u{1F468}\u200d\u{1F469}\u200d\u{1F467} SIM C \u{1F9BA}\u{1F3FD}', ['SIM C']],
  ['zero width', 'S\u200bI\u00adM A', ['S\u200bI\u00adM A']],
  ['look-alikes', 'S\u0406M A', ['S\u0406M A']],
  ['HTML', '<p class="x">SIM&nbsp;A</p><li>SMK</li><script>alert("SIM C")</script>', ['SIM C']],
]

t.test('texts that hide their words give sound mentions', async t => {
  const licences = createExtractor(taxonomy, { kinds: ['licence'] })
  for (const [name, text, found] of HIDDEN) {
    t.ok(isSound(text, extractor.extract(text)), name)
    t.same(licences.extract(text).map(({ surface }) => surface), found, name)
  }
})

t.test('a catalogue of elsewhere is read for in the same texts', async t => {
  const abroad = createExtractor({ things: [{ code: 'm', label: 'manage budgets', synonyms: ['oversee the budget'] }, { code: 'l', label: 'drive lorries' }] })
  for (const [name, text] of HIDDEN) t.ok(isSound(text, abroad.extract(text)), name)
  for (const text of ['budget '.repeat(20_000), 'manage'.repeat(20_000), `${'manage, '.repeat(10_000)}budgets`]) t.ok(isSound(text, abroad.extract(text)), text.slice(0, 12))
  t.same(abroad.extract('<b>m\u200banage budgets</b>').map(({ surface }) => surface), ['m\u200banage budgets'])
})

/** Each makes a careless regular expression try again and again. */
const BOMBS = ['a'.repeat(1_000_000), `${'a '.repeat(300_000)}!`, `${'1.'.repeat(300_000)}x`, `${'usia '.repeat(200_000)}x`, `${'('.repeat(500_000)}`, `pria${' '.repeat(1_000_000)}usia`, `${'tinggi badan '.repeat(80_000)}1`]

t.test('regular-expression bombs are read', async t => {
  for (const bomb of BOMBS) t.ok(isSound(bomb, extractor.extract(bomb)), `${bomb.slice(0, 12)}…`)
})

/** The words that the catalogue of elsewhere waits for, in each shape that breaks careless readers. */
const ABROAD: ReadonlyArray<readonly [name: string, piece: string, least: number]> = [
  ['one word', 'budget ', 0], ['one name', 'drive lorries. ', 1], ['one list', 'drive lorries, ', 1], ['look-alikes', 'driv\u0435 lorri\u0435s\n', 1], ['zero width', 'dri\u200bve lor\u00adries\n', 1], ['HTML', '<li>drive lorries</li>\n', 1],
  ['right to left', '\u202eseirrol evird\u202c \u0633\u0627\u0626\u0642\n', 0], ['emoji', '\u{1F69A}drive lorries\u{1F468}\u200d\u{1F469}\n', 1], ['halves of characters', '\ud83ddrive lorries\ude00\n', 1], ['binary', '\0drive\u0001lorries\u0007\n', 0],
]

t.test('a catalogue of elsewhere: mentions grow no faster than the text, and their number is bounded', async t => {
  const things = [{ code: 'm', label: 'manage budgets', synonyms: ['oversee the budget'] }, { code: 'l', label: 'drive lorries' }]
  const abroad = createExtractor({ things })
  for (const [name, piece, least] of ABROAD) {
    const short = piece.repeat(Math.ceil(5_000 / piece.length))
    const [once, four] = [abroad.extract(short), abroad.extract(short.repeat(4))]
    t.ok(isSound(short, once) && once.length >= least, `${name}: ${once.length} mentions`)
    t.ok(four.length <= 4 * once.length + 40, `${name}: ${once.length} mentions, four times the text ${four.length}`)
  }
  t.equal(createExtractor({ things }, { maxMentions: 100 }).extract('drive lorries\n'.repeat(10_000)).length, 100)
})

t.test('a catalogue of elsewhere: ten megabytes, one word a million times and bombs are read', async t => {
  const abroad = createExtractor({ things: [{ code: 'm', label: 'manage budgets' }, { code: 'l', label: 'drive lorries' }] })
  const long = `${'unloading pallets for us\n'.repeat(440_000)}drive lorries`
  t.ok(long.length > 10_485_760)
  t.same(abroad.extract(long).map(({ surface }) => surface), ['drive lorries'])
  t.same(abroad.extract('lorries '.repeat(1_000_000)).filter(({ confidence }) => confidence >= 850), [])
  for (const bomb of BOMBS) t.ok(isSound(bomb, abroad.extract(bomb)), `${bomb.slice(0, 12)}…`)
})

t.test('things whose names are hostile themselves are read for', async t => {
  for (const label of ['', ' ', '\0', '\u200b', '\u{1F69A}', '(a+)+$', '.*', '<b>', '\u202elorry', 'a'.repeat(10_000), 'a '.repeat(2_000)]) {
    const abroad = createExtractor({ things: [{ code: 'x', label }, { code: 'l', label: 'drive lorries' }] })
    const text = `${label} drive lorries`
    t.ok(isSound(text, abroad.extract(text)), JSON.stringify(label.slice(0, 12)))
    t.ok(abroad.extract('drive lorries').some(({ surface }) => surface === 'drive lorries'))
  }
})
