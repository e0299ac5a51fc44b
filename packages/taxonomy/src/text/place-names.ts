import { normaliseName } from '../normalise.ts'
import type { Region, Taxonomy } from '../types.ts'
import { SYNONYMS } from './synonym-table.ts'

/** No region, or one that cannot be told. */
export const UNKNOWN = -1

/** Words before a name that say what kind of place it is, with the kinds they allow. */
export const PREFIXES: ReadonlyArray<readonly [words: readonly string[], kinds: ReadonlyArray<Region['kind']>]> = [
  [['kota administrasi', 'kota adm', 'kota', 'kotamadya', 'kodya'], ['city']],
  [['kabupaten administrasi', 'kab administrasi', 'kabupaten', 'kab'], ['regency']],
  [['kecamatan', 'kec'], ['district']],
  [['provinsi', 'prov', 'propinsi'], ['province']],
]

/** Words of names as addresses shorten them. */
const SHORTENED: ReadonlyMap<string, string> = new Map([
  ['sel', 'selatan'], ['slt', 'selatan'], ['utr', 'utara'], ['ut', 'utara'], ['brt', 'barat'], ['bar', 'barat'], ['tmr', 'timur'], ['tim', 'timur'], ['tgh', 'tengah'],
  ['teng', 'tengah'], ['kep', 'kepulauan'], ['jkt', 'jakarta'], ['tng', 'tangerang'],
])
const SHORT_FOR: ReadonlyMap<string, readonly string[]> = new Map([...new Set(SHORTENED.values())].map(full => [full, [...SHORTENED.keys()].filter(brief => SHORTENED.get(brief) === full)]))
/** A last word that stays apart where the rest is written in one: `Lubuklinggau Barat`. */
const PARTS_OF_TOWNS: ReadonlySet<string> = new Set(['selatan', 'utara', 'barat', 'timur', 'tengah', 'pusat', 'kota', 'kabupaten'])

/** So many names must begin with a word before names in one word are read apart after it: `Pondokgede` is `Pondok Gede`. */
const FEWEST_BEGINNINGS = 8
const FEWEST_LETTERS_APART = 4
/** Names that begin so are words side by side as well: `kota baru`. */
const NEVER_APART: ReadonlySet<string> = new Set(['kota', 'kabupaten', 'suka', 'batu'])

/** Names of a taxonomy's regions, by what they may mean. */
export interface RegionNames {
  /** Aliases and full names: `tangerang`, `kabupaten tangerang`, `kota tangerang selatan`. UNKNOWN where it cannot be told. */
  readonly whole: ReadonlyMap<string, number>
  /** What an alias may mean beside a wider place: `kuningan` near `jakarta`, or one of several where it means none for certain: `cibubur`. */
  readonly others: ReadonlyMap<string, readonly number[]>
  /** Names without their kind, cities and regencies, districts and provinces apart. */
  readonly short: Readonly<Record<Region['kind'], ReadonlyMap<string, readonly number[]>>>
  /** Names of several words by these words in one. */
  readonly together: ReadonlyMap<string, string>
}

const namesOf = new WeakMap<Taxonomy, RegionNames>()

/** The names of a taxonomy's regions, made once. */
export function regionNamesOf (taxonomy: Taxonomy): RegionNames {
  const known = namesOf.get(taxonomy)
  if (known !== undefined) return known
  const made = regionNames(taxonomy)
  namesOf.set(taxonomy, made)
  return made
}

/** Undefined when the name says nothing; UNKNOWN when it is known to be no one region. The name is normalised; O(words). */
export function resolveName (name: string, names: RegionNames): number | undefined {
  const known = knownName(name, names)
  // A name that several share says nothing, and no other writing of it does.
  return known !== undefined || listedUnder(name, names).length > 0 ? known : firstDefined(respelt(name, names), other => knownName(other, names))
}

/** All that a name may mean, likeliest first: beside a wider place that holds one of them, that one is meant. */
export function meaningsOf (name: string, names: RegionNames): number[] {
  const meant = listedUnder(name, names)
  return meant.length > 0 ? meant : respelt(name, names).flatMap(other => listedUnder(other, names))
}

/** The kinds a name may be, likeliest first, and the name without its kind. */
export function withoutPrefix (name: string): { kinds: ReadonlyArray<Region['kind']>, bare: string } {
  for (const [prefixes, kinds] of PREFIXES) {
    for (const prefix of prefixes) {
      if (name.startsWith(`${prefix} `)) return { kinds, bare: name.slice(prefix.length + 1) }
    }
  }
  return { kinds: ['city', 'regency', 'province', 'district'], bare: name }
}

/** True where a place lies in a city or regency that people call by a name without its kind: Cikupa in `Tangerang`, and Serpong, which is in Tangerang Selatan. */
export function liesLoosely (region: number, name: string, taxonomy: Taxonomy): boolean {
  const code = taxonomy.regions.codeAt(region)
  if (!code.includes('.')) return false
  const around = withoutPrefix(normaliseName(taxonomy.regions.get(code.slice(0, '31.74'.length))!.name)).bare
  return around === name || around.startsWith(`${name} `)
}

/** Other ways to write the names of a list, each with the name it stands for: in one word, apart, and with words shortened where `shortened` says so. */
export function spellingsOf (list: readonly string[], shortened: boolean): Array<[spelling: string, name: string]> {
  const beginnings = beginningsOf(list)
  return list.flatMap(name => {
    const ways = [inOneWord(name), ...apart(name, beginnings), ...(shortened ? shortForms(name) : [])]
    return ways.filter(way => way !== name).map((way): [string, string] => [way, name])
  })
}

function knownName (name: string, names: RegionNames): number | undefined {
  const whole = names.whole.get(name)
  if (whole !== undefined) return whole
  const { kinds, bare } = withoutPrefix(name)
  for (const kind of kinds) {
    const candidates = names.short[kind].get(bare)
    if (candidates?.length === 1) return candidates[0]
  }
  return undefined
}

function listedUnder (name: string, names: RegionNames): number[] {
  const own = names.whole.get(name) ?? UNKNOWN
  const { kinds, bare } = withoutPrefix(name)
  // `Kota Agung` is a kecamatan, whatever its first word says.
  const districts = bare === name ? [] : names.short.district.get(name) ?? []
  const found = [own, ...(names.others.get(name) ?? []), ...kinds.flatMap(kind => names.short[kind].get(bare) ?? []), ...districts]
  return found.filter(region => region !== UNKNOWN)
}

/** The name with short words in full, and with its words apart where it was written in one, or the other way round. */
function respelt (name: string, names: RegionNames): string[] {
  const full = name.split(' ').map(word => SHORTENED.get(word) ?? word).join(' ')
  const { bare } = withoutPrefix(full)
  const kind = full.slice(0, full.length - bare.length)
  const one = bare.replaceAll(' ', '')
  const part = inOneWord(bare)
  return [full, ...[names.together.get(one), names.together.get(part), part, one].filter(other => other !== undefined).map(other => kind + other)].filter(other => other !== name)
}

function firstDefined<Value> (list: readonly string[], of: (item: string) => Value | undefined): Value | undefined {
  for (const item of list) {
    const value = of(item)
    if (value !== undefined) return value
  }
  return undefined
}

function regionNames (taxonomy: Taxonomy): RegionNames {
  const whole = new Map<string, number>()
  const others = new Map<string, readonly number[]>()
  const short = { province: new Map<string, number[]>(), city: new Map<string, number[]>(), regency: new Map<string, number[]>(), district: new Map<string, number[]>() }
  const together = new Map<string, string>()
  for (let index = 0; index < taxonomy.regions.size; index++) {
    const { name, kind } = taxonomy.regions.at(index)
    const full = normaliseName(name)
    const bare = kind === 'city' || kind === 'regency' ? withoutPrefix(full).bare : full
    if (bare !== full) whole.set(full, index)
    const known = short[kind].get(bare)
    if (known === undefined) short[kind].set(bare, [index])
    else known.push(index)
    for (const one of [bare.replaceAll(' ', ''), inOneWord(bare)]) if (one !== bare && !together.has(one)) together.set(one, bare)
  }
  for (const [name, code, beside] of SYNONYMS.places) {
    whole.set(name, code === '' ? UNKNOWN : taxonomy.regions.indexOf(code))
    if (beside.length > 0) others.set(name, beside.map(other => taxonomy.regions.indexOf(other)).filter(region => region !== UNKNOWN))
  }
  return { whole, others, short, together }
}

function inOneWord (name: string): string {
  const words = name.split(' ')
  const last = words.length > 2 && PARTS_OF_TOWNS.has(words.at(-1)!) ? ` ${words.pop()!}` : ''
  return words.length === 2 && PARTS_OF_TOWNS.has(words[1]!) ? name : words.join('') + last
}

function beginningsOf (list: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const name of list) {
    const space = name.indexOf(' ')
    if (space < FEWEST_LETTERS_APART) continue
    const first = name.slice(0, space)
    counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  return new Set([...counts].filter(([word, count]) => count >= FEWEST_BEGINNINGS && !NEVER_APART.has(word)).map(([word]) => word))
}

function apart (name: string, beginnings: ReadonlySet<string>): string[] {
  const space = name.indexOf(' ')
  const last = (space < 0 ? name.length : space) - FEWEST_LETTERS_APART
  const ways: string[] = []
  for (let end = FEWEST_LETTERS_APART; end <= last; end++) if (beginnings.has(name.slice(0, end))) ways.push(`${name.slice(0, end)} ${name.slice(end)}`)
  return ways
}

function shortForms (name: string): string[] {
  if (!name.includes(' ')) return []
  let forms = ['']
  for (const word of name.split(' ')) forms = forms.flatMap(form => [word, ...(SHORT_FOR.get(word) ?? [])].map(way => form === '' ? way : `${form} ${way}`))
  return forms
}
