import { checkTaxonomy, checkText } from '../check-arguments.ts'
import { normaliseName } from '../normalise.ts'
import type { Region, Taxonomy } from '../types.ts'
import { SYNONYMS } from './synonym-table.ts'

const UNKNOWN = -1

/** Longer input is no place; the bound keeps hostile text from costing anything. */
const LONGEST_PLACE = 500

/** Where one part of an address ends and the next begins. */
const PARTS = /[,;/|()]|\s-\s/

/** Words before a name that say what kind of place it is, with the kinds they allow. */
export const PREFIXES: ReadonlyArray<readonly [words: readonly string[], kinds: ReadonlyArray<Region['kind']>]> = [
  [['kota administrasi', 'kota adm', 'kota', 'kotamadya'], ['city']],
  [['kabupaten administrasi', 'kabupaten', 'kab'], ['regency']],
  [['kecamatan', 'kec'], ['district']],
  [['provinsi', 'prov', 'propinsi'], ['province']],
]

/** Names of a taxonomy's regions, by what they may mean. */
export interface RegionNames {
  /** Aliases and full names: `tangerang`, `kabupaten tangerang`, `kota tangerang selatan`. UNKNOWN where it cannot be told. */
  readonly whole: ReadonlyMap<string, number>
  /** Names without their kind, cities and regencies, districts and provinces apart. */
  readonly short: Readonly<Record<Region['kind'], ReadonlyMap<string, readonly number[]>>>
}

const namesOf = new WeakMap<Taxonomy, RegionNames>()

/**
 * The region a text names, as adverts and addresses write it; -1 when none or when it cannot be told. The rules, in order: the whole
 * text as an alias or a full name; a city, else a regency of that name (`Bogor` is the city); a province; a kecamatan whose name is
 * unique in the country. Of an address in parts the narrowest place that lies within the others counts. Built once a taxonomy, then O(length).
 */
export function resolveRegion (text: string, taxonomy: Taxonomy): number {
  checkText(text, 'resolveRegion')
  checkTaxonomy(taxonomy, 'resolveRegion')
  if (text.length > LONGEST_PLACE) return UNKNOWN
  const names = regionNamesOf(taxonomy)
  const whole = resolveName(normaliseName(text), names)
  if (whole !== undefined) return whole
  return resolveParts(text.split(PARTS).map(normaliseName).filter(part => part !== ''), names, taxonomy)
}

/** The names of a taxonomy's regions, made once. */
export function regionNamesOf (taxonomy: Taxonomy): RegionNames {
  const known = namesOf.get(taxonomy)
  if (known !== undefined) return known
  const made = regionNames(taxonomy)
  namesOf.set(taxonomy, made)
  return made
}

/** Widest part last, as addresses are written; a part that is a district of the place found so far narrows it. */
function resolveParts (parts: readonly string[], names: RegionNames, taxonomy: Taxonomy): number {
  let found = UNKNOWN
  for (const part of [...parts].reverse()) {
    const inside = found === UNKNOWN ? UNKNOWN : childNamed(part, found, names, taxonomy)
    if (inside !== UNKNOWN) found = inside
    else if (found === UNKNOWN) found = resolveName(part, names) ?? UNKNOWN
  }
  return found
}

function childNamed (name: string, parent: number, names: RegionNames, taxonomy: Taxonomy): number {
  const { kinds, bare } = withoutPrefix(name)
  const within = kinds
    .flatMap(kind => names.short[kind].get(bare) ?? [])
    .filter(index => index !== parent && taxonomy.regions.codeAt(index).startsWith(`${taxonomy.regions.codeAt(parent)}.`))
  return within[0] ?? UNKNOWN
}

/** Undefined when the name says nothing; UNKNOWN when it is known to be no one region. */
export function resolveName (name: string, names: RegionNames): number | undefined {
  const whole = names.whole.get(name)
  if (whole !== undefined) return whole
  const { kinds, bare } = withoutPrefix(name)
  for (const kind of kinds) {
    const candidates = names.short[kind].get(bare)
    if (candidates?.length === 1) return candidates[0]
  }
  return undefined
}

/** The kinds a name may be, likeliest first, and the name without its kind. */
function withoutPrefix (name: string): { kinds: ReadonlyArray<Region['kind']>, bare: string } {
  for (const [prefixes, kinds] of PREFIXES) {
    for (const prefix of prefixes) {
      if (name.startsWith(`${prefix} `)) return { kinds, bare: name.slice(prefix.length + 1) }
    }
  }
  return { kinds: ['city', 'regency', 'province', 'district'], bare: name }
}

function regionNames (taxonomy: Taxonomy): RegionNames {
  const whole = new Map<string, number>()
  const short = { province: new Map<string, number[]>(), city: new Map<string, number[]>(), regency: new Map<string, number[]>(), district: new Map<string, number[]>() }
  for (let index = 0; index < taxonomy.regions.size; index++) {
    const { name, kind } = taxonomy.regions.at(index)
    const full = normaliseName(name)
    const bare = kind === 'city' || kind === 'regency' ? withoutPrefix(full).bare : full
    if (bare !== full) whole.set(full, index)
    const known = short[kind].get(bare)
    if (known === undefined) short[kind].set(bare, [index])
    else known.push(index)
  }
  for (const [name, code] of SYNONYMS.places) whole.set(name, code === '' ? UNKNOWN : taxonomy.regions.indexOf(code))
  return { whole, short }
}
