import type { Reading } from '../mention.ts'
import { PhraseTrie } from '../phrase-trie.ts'
import { gapBefore, type Token } from '../tokens.ts'
import type { Taxonomy } from '../../types.ts'

/**
 * How adverts write licences, beside the titles of the register; no code: the kind is named, not the class. Gathered by hand from adverts and
 * from the other names in `sources/licences.csv`. Codes that a taxonomy lacks are passed over.
 */
const WRITINGS: ReadonlyArray<readonly [code: string | null, writings: readonly string[]]> = [
  [null, [
    'STR', 'surat tanda registrasi', 'sertifikat K3', 'sertifikasi K3', 'lisensi K3', 'ahli K3', 'surat izin mengemudi', 'driving license', 'driving licence',
    'driver license', 'SIO', 'surat izin operator', 'surat ijin operator', 'sertifikat operator',
  ]],
  ['sio-forklift', ['lisensi K3 forklift', 'SIO operator forklift', 'lisensi forklift', 'sertifikat forklift', 'SIM forklift', 'forklift license']],
  ['sio-crane', ['SIO keran angkat', 'SIO operator crane', 'lisensi crane', 'sertifikat crane', 'SIO overhead crane']],
  ['sio-alat-berat', ['SIO excavator', 'SIO ekskavator', 'SIO operator alat berat', 'lisensi alat berat']],
  ['sio-boiler', ['SIO ketel uap', 'SIO pesawat uap', 'SIO operator boiler', 'lisensi boiler']],
  ['ak3-umum', ['AK3U', 'AK3 umum', 'ahli K3 umum', 'K3 umum', 'sertifikat K3 umum']],
  ['k3-listrik', ['AK3 listrik', 'ahli K3 listrik', 'teknisi K3 listrik']],
  ['k3-kebakaran', ['AK3 kebakaran', 'petugas kebakaran']],
  ['k3-ketinggian', ['TKBT', 'TKPK']],
  ['gada-pratama', ['satpam gada pratama', 'sertifikat satpam', 'ijazah satpam', 'KTA satpam']],
  ['gada-madya', ['satpam gada madya']],
  ['gada-utama', ['satpam gada utama']],
  ['str-perawat', ['STR ners', 'STR keperawatan']],
  ['str-bidan', ['STR kebidanan']],
  ['str-apoteker', ['STRA']],
  ['str-ttk', ['STRTTK', 'STR TTK']],
  ['str-dokter', ['STR dokter umum', 'STR dokter gigi']],
  ['str-gizi', ['STR ahli gizi', 'STR gizi']],
  ['str-analis', ['STR ATLM', 'STR analis kesehatan']],
  ['brevet-b', ['brevet AB', 'brevet A B', 'brevet A dan B', 'brevet pajak AB', 'brevet pajak A B', 'brevet pajak B']],
  ['brevet-c', ['brevet ABC', 'brevet A B C', 'brevet pajak C']],
  ['brevet-a', ['brevet pajak A']],
  ['skk-konstruksi', ['SKA konstruksi', 'SKT konstruksi', 'SKA SKK', 'sertifikat keahlian konstruksi']],
  ['bst', ['basic safety training', 'BST pelaut']],
  ['buku-pelaut', ['seaman book', 'seaman s book']],
  ['ppr', ['SIB PPR']],
  ['sertifikat-pendidik', ['sertifikat guru', 'PPG']],
  ['sertifikat-laik-higiene', ['penjamah makanan', 'food handler']],
]

/** Words that begin a list of classes of driving licence. */
const DRIVING = 'sim'
/** Classes as written, without spaces, by the code's end; a class without its grade (`SIM B`) names none. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ['a', 'a'], ['b1', 'b1'], ['bi', 'b1'], ['b2', 'b2'], ['bii', 'b2'], ['c', 'c'], ['c1', 'c1'], ['ci', 'c1'], ['c2', 'c2'], ['cii', 'c2'], ['d', 'd'], ['d1', 'd1'], ['di', 'd1'],
])
/** `SIM B` says that a lorry is to be driven and not which. */
const UNGRADED = 'b'
/** Alone these are words; beside a class they are its grade. */
const GRADES: ReadonlyMap<string, string> = new Map([['1', '1'], ['2', '2'], ['i', '1'], ['ii', '2']])
const JOINS: ReadonlySet<string> = new Set(['dan', 'atau', 'and', 'or', 'sim', 'serta', 'maupun', 'minimal', 'golongan', 'gol', 'tipe', 'polos'])
const LIST_GAP = /^[\s,/&+()-]{0,4}$/
/** The longest list read after one `SIM`. */
const LONGEST_LIST = 12

const tries = new WeakMap<Taxonomy, { trie: PhraseTrie, codes: ReadonlyArray<string | null> }>()

/** Licences named in a passage; `SIM A/B1/C` names three. O(words). */
export function readLicences (text: string, tokens: readonly Token[], taxonomy: Taxonomy, reader?: number): Reading[] {
  const { trie, codes } = writingsFor(taxonomy)
  const found: Reading[] = trie.scan(tokens, reader).map(({ value, first, last }) => ({
    start: tokens[first]!.start, end: tokens[last]!.end, confidence: codes[value] === null ? 700 : 900, meaning: { kind: 'licence', code: codes[value]! } as const,
  }))
  for (let place = 0; place < tokens.length; place++) {
    if (tokens[place]!.word === DRIVING) place = readClasses(text, tokens, place, taxonomy, found)
  }
  return found
}

/** True when the name of a licence begins with a word. */
export function beginsLicence (word: string, taxonomy: Taxonomy): boolean {
  return word === DRIVING || writingsFor(taxonomy).trie.begins(word)
}

/** Reads the classes after a `SIM` at `sim` and returns the last word that belongs to them. */
function readClasses (text: string, tokens: readonly Token[], sim: number, taxonomy: Taxonomy, found: Reading[]): number {
  let last = sim
  let first = sim
  for (let place = sim + 1; place < tokens.length && place <= sim + LONGEST_LIST; place++) {
    const { word, opens } = tokens[place]!
    if (opens || !LIST_GAP.test(gapBefore(text, tokens, place))) break
    if (JOINS.has(word)) continue
    const grade = opensGrade(tokens, place) ? GRADES.get(tokens[place + 1]!.word) : undefined
    const written = CLASSES.get(grade === undefined ? word : `${word}${grade}`)
    if (written === undefined && word === UNGRADED) {
      found.push({ start: tokens[first]!.start, end: tokens[place]!.end, confidence: 700, meaning: { kind: 'licence', code: null } })
      last = place
      first = Math.min(place + 1, tokens.length - 1)
      continue
    }
    if (written === undefined) break
    let end = grade === undefined ? place : place + 1
    const general = tokens[end + 1]?.word === 'umum' && !tokens[end + 1]!.opens && taxonomy.licences.indexOf(`sim-${written}-umum`) >= 0
    if (general) end++
    const index = taxonomy.licences.indexOf(`sim-${written}${general ? '-umum' : ''}`)
    if (index < 0) break
    found.push({ start: tokens[first]!.start, end: tokens[end]!.end, confidence: 950, meaning: { kind: 'licence', code: taxonomy.licences.codeAt(index) } })
    place = end
    last = end
    first = Math.min(end + 1, tokens.length - 1)
    while (first < tokens.length - 1 && JOINS.has(tokens[first]!.word) && tokens[first]!.word !== DRIVING) first++
  }
  return last
}

function opensGrade (tokens: readonly Token[], place: number): boolean {
  const next = tokens[place + 1]
  return (tokens[place]!.word === 'b' || tokens[place]!.word === 'c' || tokens[place]!.word === 'd') && next !== undefined && !next.opens && GRADES.has(next.word)
}

function writingsFor (taxonomy: Taxonomy): { trie: PhraseTrie, codes: ReadonlyArray<string | null> } {
  const known = tries.get(taxonomy)
  if (known !== undefined) return known
  const trie = new PhraseTrie()
  const codes: Array<string | null> = []
  for (const [code, writings] of WRITINGS) {
    const index = code === null ? 0 : taxonomy.licences.indexOf(code)
    if (index >= 0) for (const writing of writings) trie.add(writing, codes.push(code) - 1)
  }
  for (let index = 0; index < taxonomy.licences.size; index++) {
    const { code, title, titleEn } = taxonomy.licences.at(index)
    // Classes of driving licence are read as lists.
    if (!title.startsWith('SIM ')) for (const name of [title, titleEn]) trie.add(name, codes.push(code) - 1)
  }
  const made = { trie, codes }
  tries.set(taxonomy, made)
  return made
}
