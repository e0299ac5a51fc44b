import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { advertRows } from '@padan/server'
import { loadTaxonomy } from '@padan/taxonomy'
import { createExtractor } from '@padan/taxonomy/text'
import { adverts, judgeMarks, markedAdvert, seed } from './ten-adverts.ts'
import { tenAdvertsPages } from './ten-adverts-page.ts'

const DOCS = fileURLToPath(new URL('../../../docs/', import.meta.url))
const SOURCES = process.env.PADAN_SOURCES_DEV ?? fileURLToPath(new URL('../../../../shared/data-dev/', import.meta.url))
const FILE = join(SOURCES, 'adverts_2025.csv')
/** A quotation is short. */
const MOST_CHARACTERS = 400

const pages = await tenAdvertsPages()

t.test('the page and its pictures are made alike each time, and those in docs are of the same adverts', async t => {
  t.same(await tenAdvertsPages(), pages)
  t.equal(Object.keys(pages).length, 11)
  const headings = (page: string): string[] => [...page.matchAll(/^## .*$/gm)].map(([heading]) => heading)
  for (const [name, content] of Object.entries(pages)) {
    const there = readFileSync(join(DOCS, name), 'utf8')
    if (name.endsWith('.md')) t.equal(headings(there).length, headings(content).length)
    else t.same(wordsOf(there), wordsOf(content), name)
  }
})

t.test('the pictures are plain: nothing runs, nothing is fetched, nothing stands outside', async t => {
  for (const [name, picture] of Object.entries(pages).filter(([name]) => name.endsWith('.svg'))) {
    t.notMatch(picture.replace('xmlns="http://www.w3.org/2000/svg"', ''), /<script|<style|<image|href|https?:|\son\w+=/i, name)
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(picture)!.map(Number)
    for (const [, x, y, w, h] of picture.matchAll(/<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/g)) t.ok(Number(x) + Number(w) <= width && Number(y) + Number(h) <= height, name)
    t.equal([...picture.matchAll(/<text /g)].length, [...picture.matchAll(/<\/text>/g)].length)
  }
})

t.test('marks are judged by kind and place', async t => {
  const advert = markedAdvert({ id: 'x', lines: ['[occupation:Juru las], [licence:SIM A]', 'las [skill:SMAW] di [place:sini]'] })
  t.equal(advert.text, 'Juru las, SIM A\nlas SMAW di sini')
  t.same(advert.marks.map(({ start, end }) => advert.text.slice(start, end)), ['Juru las', 'SIM A', 'SMAW', 'sini'])
  const mentions = createExtractor(await loadTaxonomy()).extract(advert.text)
  t.same(judgeMarks(advert, mentions).filter(({ how }) => how !== 'besides').map(({ kind, how }) => [kind, how]), [['occupation', 'found'], ['licence', 'found'], ['skill', 'found'], ['place', 'missed']])
  t.ok(judgeMarks(markedAdvert({ id: 'y', lines: ['SIM A'] }), createExtractor(await loadTaxonomy()).extract('SIM A')).every(({ how }) => how === 'besides'))
})

t.test('what is quoted is short', async t => {
  for (const advert of adverts) t.ok(markedAdvert(advert).text.length <= MOST_CHARACTERS, `${advert.id}: ${markedAdvert(advert).text.length} characters`)
})

const skip = existsSync(FILE) ? false : `not shipped: no real adverts at ${FILE}: set PADAN_SOURCES_DEV to their folder`

t.test('the adverts are the first of their trades by the hash, and the words are theirs', { skip }, async t => {
  const rows: Array<{ id: string, category: string, words: string }> = []
  for await (const { job_id: id, category, title, description, location } of advertRows(() => createReadStream(FILE))) {
    rows.push({ id: String(id), category: String(category), words: `${String(title)}\n${String(description)}\n${String(location)}` })
  }
  const order = rows.map(row => ({ ...row, hash: hashOf(`${seed}:${row.id}`) })).sort((a, b) => a.hash - b.hash || (a.id < b.id ? -1 : 1))
  const trades = new Set<string>()
  const chosen = order.filter(({ category }) => !trades.has(category) && trades.add(category)).slice(0, adverts.length)
  t.same(adverts.map(({ id }) => id), chosen.map(({ id }) => id))
  for (const [place, advert] of adverts.entries()) {
    for (const words of markedAdvert(advert).text.split(/[…\n]/).map(part => part.trim().replace(/\.$/, '')).filter(part => part !== '')) {
      t.ok(chosen[place].words.replace(/\s+/g, ' ').includes(words.replace(/\s+/g, ' ')), `${advert.id}: ${words}`)
    }
  }
})

/** The words of a picture, without the names of its marks. */
function wordsOf (picture: string): string[] {
  return [...picture.matchAll(/font-size="13"[^>]*>([^<]*)</g)].map(([, words]) => words)
}

/** FNV-1a, 32 bits. */
function hashOf (text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash
}
