import type { Reading } from '../mention.ts'
import { PhraseTrie } from '../phrase-trie.ts'
import { PREFIXES, regionNamesOf, resolveName, type RegionNames } from '../region.ts'
import { isRoot } from '../stem/indonesian-stemmer.ts'
import { gapBefore, type Token } from '../tokens.ts'
import type { Taxonomy } from '../../types.ts'

/** Names of cities and regencies that are everyday words, names or brands; they count beside a word for a place, or with `Kota` or `Kab.` before them. Gathered by hand. */
export const EVERYDAY_NAMES: ReadonlySet<string> = new Set([
  'batu', 'palu', 'metro', 'buru', 'bone', 'pati', 'bima', 'banjar', 'landak', 'paser', 'agam', 'ende', 'solok', 'siak', 'alor', 'lingga', 'sigi', 'karo', 'tegal',
  'nagan raya',
  'lebak', 'langkat', 'demak', 'kediri', 'serang', 'malang', 'asahan', 'kampar', 'barru', 'selayar', 'natuna', 'belu', 'tana toraja', 'bengkulu', 'jayapura',
  'sula', 'sabu raijua',
  'bangka', 'seruyan', 'penajam', 'ngada', 'gowa', 'sinjai', 'berau', 'bulungan', 'dairi', 'toba', 'samosir', 'barito', 'melawi', 'sampang', 'nias', 'diy',
  'mimika', 'puncak', 'maybrat', 'pik', 'nagoya', 'mandalika',
])

/** Words before a place, and how sure they make it: where the work is, where people are to live, and words that stand before any place. */
const PLACE_CUES: ReadonlyMap<string, number> = new Map([
  ...['penempatan', 'ditempatkan', 'tempatkan', 'placement', 'placed'].map(word => [word, 950] as const),
  ...['lokasi', 'berlokasi', 'bertempat', 'alamat', 'beralamat', 'beralamatkan', 'located', 'based', 'location'].map(word => [word, 900] as const),
  ...['domisili', 'berdomisili', 'domisi', 'berdomisi', 'tinggal', 'residing', 'live', 'kecamatan', 'kec', 'kabupaten', 'kab', 'kota', 'kelurahan'].map(word => [word, 850] as const),
  ...[
    'area', 'daerah', 'wilayah', 'sekitar', 'cabang', 'kantor', 'outlet', 'gudang', 'site', 'pabrik', 'kawasan', 'seputaran', 'region', 'diarea', 'didaerah', 'diwilayah',
    'disekitar', 'disekitaran', 'sekitaran',
  ].map(word => [word, 750] as const),
])
const UNCUED = 650
/** Beside these `pusat` is a head office, which is seldom where the work is, and never where only its people are spoken of; elsewhere it is a part of a city. */
const OF_HEAD_OFFICE: ReadonlyMap<string, number> = new Map([['kantor', 610], ['tim', 590], ['team', 590]])
/** A place after one of these is where the work is not: `ditempatkan di luar Jakarta`. */
const OUTSIDE: ReadonlySet<string> = new Set(['luar', 'diluar', 'outside'])
/** Words between a cue and a place that part them by nothing. */
const BETWEEN: ReadonlySet<string> = new Set(['di', 'pada', 'ke', 'dekat', 'untuk', 'kerja', 'in', 'at', 'the', 'for', 'near', 'around'])
/** After `Kec.` a district is named for certain; without a wider place beside it a district may be any word. */
const DISTRICT_KINDS: ReadonlySet<string> = new Set(['kecamatan', 'kec'])
const DISTRICT_WITHIN = 800
const DISTRICT_NEXT = 750
const DISTRICT_ALONE = 550
/** May stand between the cue and the place. */
const CUE_REACH = 8
/** A district counts only so close to the cue, else the word is likelier another. */
const DISTRICT_REACH = 5
/** Words that are districts as well and stand after such cues. */
const NO_DISTRICTS: ReadonlySet<string> = new Set([
  'kota', 'baru', 'utara', 'selatan', 'barat', 'timur', 'pusat', 'tengah', 'sekitar', 'pasar', 'muara', 'maju', 'jaya', 'mandiri', 'makmur', 'sentosa', 'indah',
  'pelabuhan', 'pantai', 'pulau',
  'seberang', 'gunung', 'danau', 'lima', 'tiga', 'dua', 'depan', 'panti', 'satui', 'panca', 'sukses', 'setia', 'mulia', 'sejahtera', 'bandara', 'bunga', 'kandang',
  'tambang', 'talang', 'kerja',
  'kebun', 'gedung', 'tanah', 'puncak', 'lembah', 'hulu', 'hilir', 'kampung', 'marina', 'kuala', 'sungai', 'air', 'mega', 'central', 'bali', 'industri', 'sales', 'store',
])
/** Kinds of places before a name; the mention begins with them. */
const KIND_WORDS: ReadonlyMap<string, string> = new Map(PREFIXES.flatMap(([words]) => words.filter(word => !word.includes(' ')).map(word => [word, word] as const)))

/** A list of places goes on behind one of these. */
const LIST_GAP = /[,/&]/

interface PlaceTries {
  names: RegionNames
  /** Cities, regencies, provinces and other names, by the name itself. */
  wide: PhraseTrie
  districts: PhraseTrie
  wideNames: readonly string[]
  districtNames: readonly string[]
}

const triesOf = new WeakMap<Taxonomy, PlaceTries>()

/**
 * Places of a passage. Cities, regencies and provinces count wherever they stand, everyday words among them only beside a word for a place;
 * districts only close after such a word, and only where the name is the only one of the country or of a wider place in the same line. O(words).
 */
export function readPlaces (text: string, tokens: readonly Token[], taxonomy: Taxonomy, reader?: number): Reading[] {
  const { names, wide, districts, wideNames, districtNames } = triesFor(taxonomy)
  const wideHits = wide.scan(tokens, reader)
  if (wideHits.length === 0 && !tokens.some(({ word }) => PLACE_CUES.has(word))) return []
  const { distances: cues, sureness } = cuesOf(tokens)
  const found: Reading[] = []
  const regions: number[] = []
  const taken = new Uint8Array(tokens.length)
  for (const { value, first, last } of wideHits) {
    const name = wideNames[value]!
    const kind = first > 0 && !tokens[first]!.opens ? KIND_WORDS.get(tokens[first - 1]!.word) : undefined
    if ((EVERYDAY_NAMES.has(name) && kind === undefined && cues[first]! > CUE_REACH) || (kind !== undefined && DISTRICT_KINDS.has(kind)) || isOutside(tokens, first)) continue
    const region = (kind === undefined ? undefined : resolveName(`${kind} ${name}`, names)) ?? resolveName(name, names) ?? -1
    if (region < 0) continue
    regions.push(region)
    const begin = kind === undefined ? first : first - 1
    const confidence = cues[first]! <= CUE_REACH ? sureness[first]! : UNCUED
    taken.fill(1, begin, last + 1)
    found.push({ start: tokens[begin]!.start, end: tokens[last]!.end, confidence, meaning: { kind: 'place', code: taxonomy.regions.codeAt(region) } })
  }
  if (!cues.some(distance => distance <= DISTRICT_REACH)) return found
  for (const { value, first, last } of districts.scan(tokens, reader)) {
    const name = districtNames[value]!
    const after = first > 0 && taken[first - 1] === 1 && LIST_GAP.test(gapBefore(text, tokens, first))
    if ((cues[first]! > DISTRICT_REACH && !after) || (first === last && NO_DISTRICTS.has(name))) continue
    if (taken.subarray(first, last + 1).includes(1)) continue
    const { region, within } = districtOf(name, regions, names, taxonomy)
    if (region < 0) continue
    const next = follows(tokens, first, cues[first]!) || (first > 0 && DISTRICT_KINDS.has(tokens[first - 1]!.word))
    // In small letters `selesai` is finished: a word of the language is a district with a capital, or within a wider place.
    if (!within && first === last && !next && isRoot(name)) continue
    if (!within && first === last && isRoot(name) && text[tokens[first]!.start] === name[0]) continue
    const confidence = within ? DISTRICT_WITHIN : next ? DISTRICT_NEXT : DISTRICT_ALONE
    taken.fill(1, first, last + 1)
    found.push({ start: tokens[first]!.start, end: tokens[last]!.end, confidence, meaning: { kind: 'place', code: taxonomy.regions.codeAt(region) } })
  }
  return found
}

/** True where nothing but small words stands between a place and its cue. */
function follows (tokens: readonly Token[], place: number, distance: number): boolean {
  for (let at = place - 1; at > place - distance; at--) if (!BETWEEN.has(tokens[at]!.word)) return false
  return distance < Infinity
}

function isOutside (tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1]?.word ?? ''
  return OUTSIDE.has(before) || (KIND_WORDS.has(before) && OUTSIDE.has(tokens[first - 2]?.word ?? ''))
}

/** True when the name of a place begins with a word. */
export function beginsPlace (word: string, taxonomy: Taxonomy): boolean {
  const { wide, districts } = triesFor(taxonomy)
  return wide.begins(word) || districts.begins(word)
}

/** How many words ago the last word for a place stood in the same thought (Infinity when none did), and how sure it makes what follows. */
function cuesOf (tokens: readonly Token[]): { distances: number[], sureness: number[] } {
  let distance = Infinity
  let sure = UNCUED
  const sureness: number[] = []
  const distances = tokens.map(({ word, opens }, place) => {
    // A colon after the cue opens a thought, and the place stands behind it: `Penempatan: Cikupa`.
    if (opens && distance > 0) distance = Infinity
    distance++
    const here = distance
    sureness.push(sure)
    const cue = PLACE_CUES.get(word)
    const headOffice = word === 'pusat' ? OF_HEAD_OFFICE.get(tokens[place - 1]?.word ?? '') : undefined
    if (headOffice !== undefined) {
      sure = headOffice
      distance = 0
    } else if (cue !== undefined) {
      // `lokasi kantor di`, `penempatan kota`: the surer of two neighbours holds.
      sure = here <= 2 ? Math.max(sure, cue) : cue
      distance = 0
    }
    return here
  })
  return { distances, sureness }
}

/** The district of a name that lies in a wider place of the line, else the only one of the name; -1 when it cannot be told. */
function districtOf (name: string, regions: readonly number[], names: RegionNames, taxonomy: Taxonomy): { region: number, within: boolean } {
  const candidates = names.short.district.get(name) ?? []
  const inside = candidates.filter(district => regions.some(region => taxonomy.regions.codeAt(district).startsWith(`${taxonomy.regions.codeAt(region)}.`)))
  if (inside.length === 1) return { region: inside[0]!, within: true }
  return { region: candidates.length === 1 ? candidates[0]! : -1, within: false }
}

function triesFor (taxonomy: Taxonomy): PlaceTries {
  const known = triesOf.get(taxonomy)
  if (known !== undefined) return known
  const names = regionNamesOf(taxonomy)
  const wide = new PhraseTrie()
  const districts = new PhraseTrie()
  const wideNames: string[] = []
  const districtNames: string[] = []
  for (const name of [...names.whole.keys(), ...names.short.city.keys(), ...names.short.regency.keys(), ...names.short.province.keys()]) wide.add(name, wideNames.push(name) - 1)
  for (const name of names.short.district.keys()) {
    if (name.length > 2) districts.add(name, districtNames.push(name) - 1)
  }
  const made = { names, wide, districts, wideNames, districtNames }
  triesOf.set(taxonomy, made)
  return made
}

/** Names of one word of cities and regencies, for the mending of typing errors. */
export function placeWords (taxonomy: Taxonomy): string[] {
  const { names } = triesFor(taxonomy)
  return [...names.short.city.keys(), ...names.short.regency.keys()].filter(name => !name.includes(' ') && !EVERYDAY_NAMES.has(name))
}
