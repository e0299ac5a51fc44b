import { checkTaxonomy, checkText } from '../check-arguments.ts'
import { normaliseName } from '../normalise.ts'
import type { Taxonomy } from '../types.ts'
import { liesLoosely, meaningsOf, regionNamesOf, resolveName, UNKNOWN, withoutPrefix, type RegionNames } from './place-names.ts'
import { createSpeller, type Speller } from './typos.ts'

/** Longer input is no place; the bound keeps hostile text from costing anything. */
const LONGEST_PLACE = 500

/** Where one part of an address ends and the next begins. */
const PARTS = /[,;/|()]|\s-\s/
/** What stands behind a place in an address. */
const POSTCODE = / ?\d{5}$/
/** Parts of an address below a kecamatan: their names are those of other places as well. */
const BELOW = /^(?:kelurahan|kel|desa|ds|jalan|jl|rt|rw|no) /

const SHARED_WORDS = ['kabupaten', 'kecamatan', 'kotamadya', 'provinsi', 'administrasi', 'kepulauan', 'selatan', 'tenggara', 'tengah']

interface Mending {
  wide: Speller
  /** Words that many names share. */
  words: Speller
  /** The names of what lies directly within a region. */
  inside: Map<number, Speller>
}

const mendingOf = new WeakMap<Taxonomy, Mending>()

/**
 * The region a text names, as adverts and addresses write it; -1 when none or when it cannot be told. The rules, in order: the whole
 * text as an alias or a full name; a city, else a regency of that name (`Bogor` is the city); a province; a kecamatan whose name is
 * unique in the country. Of an address in parts the narrowest place that lies within the others counts, and a wider place decides between namesakes (`Kuningan, Jakarta`,
 * `Cikupa, Tangerang`). A name one letter away from exactly one wide place, or from one within the wider place beside it, is taken for it. Built once a taxonomy, then O(length).
 */
export function resolveRegion (text: string, taxonomy: Taxonomy): number {
  checkText(text, 'resolveRegion')
  checkTaxonomy(taxonomy, 'resolveRegion')
  if (text.length > LONGEST_PLACE) return UNKNOWN
  const names = regionNamesOf(taxonomy)
  const whole = resolveName(normaliseName(text), names)
  if (whole !== undefined) return whole
  const parts = text.split(PARTS).map(part => normaliseName(part).replace(POSTCODE, '')).filter(part => part !== '' && !BELOW.test(part))
  // Addresses go from narrow to wide; the other way round only where that explains more.
  const upwards = resolveParts([...parts].reverse(), names, taxonomy)
  const downwards = resolveParts(parts, names, taxonomy)
  return downwards.fitting > upwards.fitting ? downwards.region : upwards.region
}

/** Widest part first; a part that lies within the place found so far narrows it. */
function resolveParts (parts: readonly string[], names: RegionNames, taxonomy: Taxonomy): { region: number, fitting: number } {
  let region = UNKNOWN
  let around = ''
  let fitting = 0
  for (const part of parts) {
    if (region === UNKNOWN) {
      around = part
      region = resolveName(part, names) ?? mended(part, names, taxonomy)
      continue
    }
    const inside = narrower(part, region, around, names, taxonomy)
    if (inside === UNKNOWN) continue
    if (inside !== region) around = part
    region = inside
    fitting++
  }
  return { region, fitting }
}

/** What a name means within a place; where the place was named without its kind, within any city, regency or province that people call so. */
function narrower (name: string, region: number, around: string, names: RegionNames, taxonomy: Taxonomy): number {
  const { regions } = taxonomy
  const meant = meaningsOf(name, names)
  const inside = (code: string): number | undefined => meant.find(index => regions.codeAt(index).startsWith(`${code}.`))
  const named = [region, ...meaningsOf(around, names)].map(index => inside(regions.codeAt(index))).find(index => index !== undefined)
  if (named === undefined && meant.includes(region)) return region
  const found = named ?? meant.find(index => liesLoosely(index, around, taxonomy))
  if (found === undefined) return mendedInside(name, region, names, taxonomy)
  // `Cibinong, Bogor`: the kecamatan says more than the regency whose centre it is; `Kuningan, Jawa Barat` is the regency, where both have the name.
  return names.whole.has(name) && !names.short.regency.has(name) ? inside(regions.codeAt(found)) ?? found : found
}

function mended (name: string, names: RegionNames, taxonomy: Taxonomy): number {
  const { wide, words } = mendingFor(taxonomy)
  const meant = wide.mend(name) ?? mendedWords(name, words)
  return meant === undefined ? UNKNOWN : resolveName(meant, names) ?? UNKNOWN
}

function mendedInside (name: string, region: number, names: RegionNames, taxonomy: Taxonomy): number {
  const { inside, words } = mendingFor(taxonomy)
  let speller = inside.get(region)
  if (speller === undefined) inside.set(region, speller = createSpeller(namesInside(region, taxonomy), []))
  const bare = withoutPrefix(name).bare
  const meant = speller.mend(name) ?? (bare === name ? undefined : speller.mend(bare)) ?? mendedWords(name, words)
  const code = `${taxonomy.regions.codeAt(region)}.`
  return meant === undefined ? UNKNOWN : meaningsOf(meant, names).find(index => taxonomy.regions.codeAt(index).startsWith(code)) ?? UNKNOWN
}

/** Words that many names share, mended: `Kabupten Bogor`. */
function mendedWords (name: string, words: Speller): string | undefined {
  const mended = name.split(' ').map(word => words.mend(word) ?? word).join(' ')
  return mended === name ? undefined : mended
}

function mendingFor (taxonomy: Taxonomy): Mending {
  const known = mendingOf.get(taxonomy)
  if (known !== undefined) return known
  const { whole, short } = regionNamesOf(taxonomy)
  const made = {
    wide: createSpeller([...whole.keys(), ...short.city.keys(), ...short.regency.keys(), ...short.province.keys()], short.district.keys()),
    words: createSpeller(SHARED_WORDS, []),
    inside: new Map<number, Speller>(),
  }
  mendingOf.set(taxonomy, made)
  return made
}

/** Names of the regions directly within one, with and without their kind. */
function namesInside (region: number, taxonomy: Taxonomy): string[] {
  const found: string[] = []
  for (let index = 0; index < taxonomy.regions.size; index++) {
    const { name, parent } = taxonomy.regions.at(index)
    if (parent !== region) continue
    const full = normaliseName(name)
    found.push(full, withoutPrefix(full).bare)
  }
  return found
}
