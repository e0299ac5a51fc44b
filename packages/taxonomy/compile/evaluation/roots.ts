import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stemIndonesian } from '../../dist/text/index.js'
import { tableReader } from '../read-table.ts'
import { derivedForms } from './hunspell.ts'
import { partOf, type Part } from './split.ts'

const SEED = 'padan-roots-1'
/** Where words are counted: what the dictionary could derive but nobody writes is no fair question. */
const TEXTS: ReadonlyArray<readonly [table: string, column: string]> = [
  ['kbji2014.csv', 'deskripsi'], ['kbli2020.csv', 'deskripsi'], ['skkni_kuk.csv', 'kriteria_unjuk_kerja'], ['elemen_kuk_more.csv', 'kriteria_unjuk_kerja'],
]

type Stem = (word: string) => string

/**
 * Derived words of a dictionary with one root each, split by root; and words that are entries and no derived form, which must stay. Beside `natural` and
 * `sastrawijs` where they are installed; neither is a dependency, since both carry Kateglo's list of roots (CC BY-NC-SA).
 */
export async function rootsReport (hunspell: string, sources: string, part: Part): Promise<string> {
  const { forms, entries } = derivedForms(hunspell)
  const counts = sources === '' ? undefined : countWords(sources)
  const derived = [...forms].filter(([form, roots]) => roots.size === 1 && !entries.has(form) && (counts === undefined || counts.has(form)))
    .map(([form, roots]) => ({ form, root: [...roots][0]! })).filter(({ root }) => partOf(root, SEED) === part)
  const plain = [...entries].filter(word => !forms.has(word) && (counts === undefined || counts.has(word)) && partOf(word, SEED) === part)
  const lines = (await stemmers(process.env.PADAN_STEMMERS)).map(([name, stem]) => {
    let right = 0
    let weight = 0
    let rightWeight = 0
    for (const { form, root } of derived) {
      const count = counts?.get(form) ?? 1
      weight += count
      if (stem(form) !== root) continue
      right++
      rightWeight += count
    }
    const kept = plain.filter(word => stem(word) === word).length
    return `| ${[name, ...[right / derived.length, rightWeight / weight, kept / plain.length].map(share => share.toFixed(3))].join(' | ')} |\n`
  })
  return `Part '${part}' of seed ${SEED}: ${derived.length} derived words of Debian's hunspell-id${counts === undefined ? '' : ' that stand in the source tables'}, each with one root, and ${plain.length} entries that are
derived from nothing and must stay. The misses of this part were not read while the lexicon was written, but its totals were printed between changes, roots were also mined from texts that
hold these words, and the entries were looked at in both parts, in search of words cut too far: not a strictly unseen set.\n
| stemmer | derived words right | weighted by how often they are written | entries left alone |\n| --- | --- | --- | --- |\n${lines.join('')}`
}

async function stemmers (peers: string | undefined): Promise<ReadonlyArray<readonly [name: string, stem: Stem]>> {
  const found: Array<readonly [string, Stem]> = [['Padan', stemIndonesian]]
  // Names in variables: the compiler need not know packages that may not be there.
  const [natural, sastrawi] = ['natural/lib/natural/stemmers/indonesian/stemmer_id.js', 'sastrawijs'] as const
  const locate = (name: string): string => peers === undefined ? name : pathToFileURL(createRequire(join(peers, 'package.json')).resolve(name)).href
  try {
    const { default: { stem } } = await import(locate(natural)) as { default: { stem: Stem } }
    found.push(['natural', word => stem(word)])
  } catch { /* not installed */ }
  try {
    const { Stemmer } = await import(locate(sastrawi)) as { Stemmer: new () => { stem: Stem } }
    const stemmer = new Stemmer()
    found.push(['sastrawijs', word => stemmer.stem(word)])
  } catch { /* not installed */ }
  return found
}

function countWords (sources: string): Map<string, number> {
  const counts = new Map<string, number>()
  const read = tableReader(sources)
  for (const [table, column] of TEXTS) for (const row of read(table)) for (const [word] of row[column]!.toLowerCase().matchAll(/[a-z]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
