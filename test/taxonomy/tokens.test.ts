import fc from 'fast-check'
import t from 'tap'
import { createExtractor, MENTION_KINDS } from '@padan/taxonomy/text'
import { loadTaxonomy } from '@padan/taxonomy'
import { comparable, createSpeller, createWordBook, tokensOf } from './inner.ts'

const CHARACTERS = [...'aAzZ09 .,;:&+-/\'`’\n\r!?•|()_éßаОα١あ́­​️', '😀', '𝐀', '\uD83D', 'kata', 'SD', '…', '²']

t.test('words and the gaps before them are those that one expression over the whole text finds', async () => {
  const text = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 40 }).map(parts => parts.join(''))
  fc.assert(fc.property(text, text => {
    const tokens = tokensOf(text).map(({ word, start, end, opens, pauses }) => ({ word, start, end, opens, pauses }))
    return JSON.stringify(tokens) === JSON.stringify(slowTokens(text))
  }), { numRuns: 3_000, seed: 20261128 })
})

t.test('what a book knows of a writing does not depend on what it met before', async t => {
  const speller = createSpeller(['pengalaman'], [])
  const looks: string[] = []
  const book = createWordBook(speller, [word => word === 'dan', (_word, surface) => { looks.push(surface); return surface.startsWith('P') }])
  const facts = (surface: string): unknown => { const { word, mended, wakes } = book(surface); return { word, mended, wakes } }
  t.same(facts('Pengalamn'), { word: 'pengalaman', mended: false, wakes: 2 }, 'a listed short form')
  t.same(facts('pengalxman'), { word: 'pengalaman', mended: true, wakes: 0 })
  t.same(facts('DAN'), { word: 'dan', mended: false, wakes: 1 })
  for (let round = 0; round < 60_000; round++) book(`kata${round}`)
  t.same(facts('pengalxman'), { word: 'pengalaman', mended: true, wakes: 0 }, 'after the book was full once')
  const before = looks.length
  facts('pengalxman')
  t.equal(looks.length, before, 'and is looked at once')
})

t.test('each kind alone is read as among all kinds, but for jobs that stand in the name of a field or a licence', async t => {
  const taxonomy = await loadTaxonomy()
  const all = createExtractor(taxonomy)
  const lines = [
    'Dibutuhkan operator forklift min SMA/SMK, pengalaman 2 thn, SIM B1 umum, gaji 5jt', 'Penempatan: Cikupa, Tangerang. Full time, WFH, bahasa Inggris',
    'C.24LAS01.001.1 dan TLIP4040', 'tidak wajib berhijab, usia maks 25 tahun', 'Semua jurusan, S 1 atau D-3 Akuntansi', 'kontrak 6 bulan; setahun pengalaman di bidang las',
  ]
  const text = lines.join('\n')
  for (const kind of MENTION_KINDS.filter(kind => kind !== 'occupation')) {
    const own = createExtractor(taxonomy, { kinds: [kind] }).extract(text)
    t.same(own.map(spot), all.extract(text).filter(mention => mention.kind === kind).map(spot), kind)
  }
})

function spot ({ kind, start, end }: { kind: string, start: number, end: number }): string {
  return `${kind} ${start} ${end}`
}

/** The contract, without a thought for speed. */
function slowTokens (text: string): Array<{ word: string, start: number, end: number, opens: boolean, pauses: boolean }> {
  const tokens: Array<{ word: string, start: number, end: number, opens: boolean, pauses: boolean }> = []
  let last = 0
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['`‘’ʼ´\u00AD\u200B-\u200D\u2060\uFEFF]+[\p{L}\p{N}\p{M}]+)*/gu)) {
    const start = match.index
    const gap = text.slice(last, start)
    const before = tokens.at(-1)
    const stopped = gap.includes('.') && before !== undefined && before.end - before.start > 3
    last = start + match[0].length
    tokens.push({ word: comparable(match[0]), start, end: last, opens: before === undefined || stopped || /[\n\r;:!?•●▪·|]/.test(gap), pauses: /[,&+]/.test(gap) })
  }
  return tokens
}
