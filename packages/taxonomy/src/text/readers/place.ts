import type { Reading } from '../mention.ts'
import { PhraseTrie, type PhraseHit } from '../phrase-trie.ts'
import { liesLoosely, PREFIXES, regionNamesOf, resolveName, spellingsOf, UNKNOWN, type RegionNames } from '../place-names.ts'
import { isRoot } from '../stem/indonesian-stemmer.ts'
import { gapBefore, type Token } from '../tokens.ts'
import type { Taxonomy } from '../../types.ts'

/** Names of cities, regencies and quarters that are everyday words, names or brands; they count beside a word for a place, or with `Kota` or `Kab.` before them. Gathered by hand. */
export const EVERYDAY_NAMES: ReadonlySet<string> = new Set([
  'batu', 'palu', 'metro', 'buru', 'bone', 'pati', 'bima', 'banjar', 'landak', 'paser', 'agam', 'ende', 'solok', 'siak', 'alor', 'lingga', 'sigi', 'karo', 'tegal',
  'nagan raya',
  'lebak', 'langkat', 'demak', 'kediri', 'serang', 'malang', 'asahan', 'kampar', 'barru', 'selayar', 'natuna', 'belu', 'tana toraja', 'bengkulu', 'jayapura',
  'sula', 'sabu raijua',
  'bangka', 'seruyan', 'penajam', 'ngada', 'gowa', 'sinjai', 'berau', 'bulungan', 'dairi', 'toba', 'samosir', 'barito', 'melawi', 'sampang', 'nias', 'diy',
  'mimika', 'puncak', 'maybrat', 'pik', 'nagoya', 'mandalika', 'kuningan', 'babel', 'sudirman', 'casablanca', 'halim', 'pasteur', 'joglo', 'kapuk', 'thamrin',
  'gatot subroto', 'hayam wuruk', 'gajah mada', 'kota tua', 'kota wisata', 'pasar baru', 'mangga dua', 'soetta', 'sier', 'weda bay', 'bdg', 'sby', 'smg', 'dps', 'bks',
  'roxy', 'kranggan', 'batu bara',
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
/** Between two places of a list, neither of which lies in the other. */
const LISTED = /[/&;]|\b(?:dan|atau|and|or|serta|hingga|sampai)\b/i
/** Between a wider place and a narrower one behind it. */
const WITHIN = /[(:-]/
/** So many words may part a place from the one that tells which of its namesakes is meant. */
const NAMESAKE_REACH = 20
/** What may be several regions: the likeliest of them just counts, the others are left to a person. */
const ONE_OF_SEVERAL = 610
const OTHERS_OF_SEVERAL = 590

/** For each word how many words ago the last word for a place stood, and how sure that makes a place. */
interface Cues {
  distances: readonly number[]
  sureness: readonly number[]
}

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
 * districts only close after such a word, and only where the name is the only one of the country or of a wider place in the same line. Of namesakes the one
 * within a place near by is meant; a name that may be several regions is told as each of them, the first as likely, the others below what counts. O(words).
 */
export function readPlaces (text: string, tokens: readonly Token[], taxonomy: Taxonomy, reader?: number): Reading[] {
  const tries = triesFor(taxonomy)
  const wideHits = tries.wide.scan(tokens, reader)
  if (wideHits.length === 0 && !tokens.some(({ word }) => PLACE_CUES.has(word))) return []
  const cues = cuesOf(tokens)
  const mayBeDistricts = cues.distances.some(distance => distance <= DISTRICT_REACH)
  if (wideHits.length === 0 && !mayBeDistricts) return []
  const taken = new Uint8Array(tokens.length)
  const wide = widePlaces(tokens, wideHits, cues, tries)
  for (const { begin, last } of wide) taken.fill(1, begin, last + 1)
  settleNamesakes(text, tokens, wide, taxonomy)
  const districts = mayBeDistricts ? readDistricts(text, tokens, tries, wide, cues, taken, taxonomy, reader) : []
  return [...wide.flatMap(place => tellPlace(tokens, place, taxonomy)), ...districts]
}

/** A place below a province or a province itself, as it stands in a passage. */
interface WidePlace {
  begin: number
  first: number
  last: number
  name: string
  /** Named without its kind, so that what people call so may be meant: `Tangerang` for Tangerang Selatan. */
  bare: boolean
  region: number
  others: readonly number[]
  confidence: number
}

function widePlaces (tokens: readonly Token[], hits: readonly PhraseHit[], { distances, sureness }: Cues, { names, wideNames }: PlaceTries): WidePlace[] {
  return hits.flatMap(({ value, first, last }) => {
    const name = wideNames[value]!
    const kind = first > 0 && !tokens[first]!.opens ? KIND_WORDS.get(tokens[first - 1]!.word) : undefined
    if ((EVERYDAY_NAMES.has(name) && kind === undefined && distances[first]! > CUE_REACH) || (kind !== undefined && DISTRICT_KINDS.has(kind)) || isOutside(tokens, first)) return []
    const named = kind === undefined ? undefined : resolveName(`${kind} ${name}`, names)
    const region = named ?? resolveName(name, names) ?? UNKNOWN
    const others = named === undefined ? names.others.get(name) ?? [] : []
    if (region === UNKNOWN && others.length === 0) return []
    const confidence = distances[first]! <= CUE_REACH ? sureness[first]! : UNCUED
    return [{ begin: kind === undefined ? first : first - 1, first, last, name, bare: named === undefined, region, others, confidence }]
  })
}

/** Settles what may be several regions by the places beside it, and what is called by a wider name by what lies in it. */
function settleNamesakes (text: string, tokens: readonly Token[], places: readonly WidePlace[], taxonomy: Taxonomy): void {
  places.forEach((place, at) => {
    const own = place.region === UNKNOWN ? [] : [place.region]
    for (const beside of [places[at + 1], places[at - 1]]) {
      if (beside === undefined || !areNear(place, beside) || !isAddress(text, tokens, place, beside)) continue
      const meant = [...own, ...place.others].find(region => holds(beside, region, taxonomy))
      if (meant === undefined) continue
      place.region = meant
      place.others = []
      widen(beside, meant, taxonomy)
      return
    }
  })
}

/** True where a region lies in a place, or in what people call by its name. */
function holds (place: WidePlace, region: number, taxonomy: Taxonomy): boolean {
  if (place.region === UNKNOWN || place.region === region) return false
  const code = taxonomy.regions.codeAt(region)
  return code.startsWith(`${taxonomy.regions.codeAt(place.region)}.`) || (place.bare && liesLoosely(region, place.name, taxonomy))
}

/** A wider place that was named loosely is the city or regency of what lies in it: `Cikupa, Tangerang` is in the regency. */
function widen (place: WidePlace, inside: number, taxonomy: Taxonomy): void {
  const code = taxonomy.regions.codeAt(inside)
  if (place.bare && code.includes('.') && liesLoosely(inside, place.name, taxonomy)) place.region = taxonomy.regions.indexOf(code.slice(0, '31.74'.length))
}

function areNear (left: { first: number, last: number }, right: { first: number, last: number }): boolean {
  return Math.max(left.first - right.last, right.first - left.last) <= NAMESAKE_REACH
}

/** True where the wider place stands behind the narrower one, as in addresses, or the narrower one in brackets or after a dash; two of a list are two places. */
function isAddress (text: string, tokens: readonly Token[], narrow: { first: number, last: number }, wide: { begin: number, first: number, last: number }): boolean {
  const before = narrow.last < wide.first
  const [from, to] = before ? [narrow.last, wide.begin] : [wide.last, narrow.first]
  const gap = text.slice(tokens[from]!.end, tokens[to]!.start)
  return before ? !LISTED.test(gap) : WITHIN.test(gap)
}

function tellPlace (tokens: readonly Token[], { begin, last, region, others, confidence }: WidePlace, taxonomy: Taxonomy): Reading[] {
  const told = region === UNKNOWN ? others.map((other, place) => [other, place === 0 ? ONE_OF_SEVERAL : OTHERS_OF_SEVERAL] as const) : [[region, confidence] as const]
  return told.map(([code, sure]) => ({
    start: tokens[begin]!.start, end: tokens[last]!.end, confidence: sure, meaning: { kind: 'place', code: taxonomy.regions.codeAt(code) },
  }))
}

function readDistricts (
  text: string, tokens: readonly Token[], { names, districts, districtNames }: PlaceTries, wide: readonly WidePlace[], { distances }: Cues, taken: Uint8Array, taxonomy: Taxonomy,
  reader: number | undefined
): Reading[] {
  const found: Reading[] = []
  for (const { value, first, last } of districts.scan(tokens, reader)) {
    const name = districtNames[value]!
    const after = first > 0 && taken[first - 1] === 1 && LIST_GAP.test(gapBefore(text, tokens, first))
    if ((distances[first]! > DISTRICT_REACH && !after) || (first === last && NO_DISTRICTS.has(name))) continue
    if (taken.subarray(first, last + 1).includes(1)) continue
    const { region, within } = districtOf(name, wide, names, taxonomy)
    if (region < 0) continue
    const next = follows(tokens, first, distances[first]!) || (first > 0 && DISTRICT_KINDS.has(tokens[first - 1]!.word))
    // In small letters `selesai` is finished: a word of the language is a district with a capital, or within a wider place.
    if (within === undefined && first === last && !next && isRoot(name)) continue
    if (within === undefined && first === last && isRoot(name) && text[tokens[first]!.start] === name[0]) continue
    const confidence = within !== undefined ? DISTRICT_WITHIN : next ? DISTRICT_NEXT : DISTRICT_ALONE
    if (within !== undefined && isAddress(text, tokens, { first, last }, within)) widen(within, region, taxonomy)
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
function cuesOf (tokens: readonly Token[]): Cues {
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

/** The district of a name that lies in a wider place of the line, and that place; else the only one of the name; -1 when it cannot be told. */
function districtOf (name: string, wide: readonly WidePlace[], names: RegionNames, taxonomy: Taxonomy): { region: number, within: WidePlace | undefined } {
  const candidates = names.short.district.get(name) ?? []
  const inside = candidates.filter(district => wide.some(place => holds(place, district, taxonomy)))
  if (inside.length === 1) return { region: inside[0]!, within: wide.find(place => holds(place, inside[0]!, taxonomy)) }
  return { region: candidates.length === 1 ? candidates[0]! : UNKNOWN, within: undefined }
}

function triesFor (taxonomy: Taxonomy): PlaceTries {
  const known = triesOf.get(taxonomy)
  if (known !== undefined) return known
  const names = regionNamesOf(taxonomy)
  const wide = new PhraseTrie()
  const districts = new PhraseTrie()
  const wideNames: string[] = []
  const districtNames: string[] = []
  const wideList = [...names.whole.keys(), ...names.short.city.keys(), ...names.short.regency.keys(), ...names.short.province.keys()]
  const districtList = [...names.short.district.keys()].filter(name => name.length > 2)
  // Names first: another way to write one never takes the place of a name.
  for (const name of wideList) wide.add(name, wideNames.push(name) - 1)
  for (const [spelling, name] of spellingsOf(wideList, true)) wide.add(spelling, wideNames.push(name) - 1)
  for (const name of districtList) districts.add(name, districtNames.push(name) - 1)
  for (const [spelling, name] of spellingsOf(districtList, false)) districts.add(spelling, districtNames.push(name) - 1)
  const made = { names, wide, districts, wideNames, districtNames }
  triesOf.set(taxonomy, made)
  return made
}

/** Names of one word of cities and regencies, for the mending of typing errors. */
export function placeWords (taxonomy: Taxonomy): string[] {
  const { names } = triesFor(taxonomy)
  return [...names.short.city.keys(), ...names.short.regency.keys()].filter(name => !name.includes(' ') && !EVERYDAY_NAMES.has(name))
}
