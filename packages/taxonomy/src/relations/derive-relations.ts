import { normaliseName, tokenJaccard } from '../normalise.ts'
import { packInts } from '../packed-ints.ts'
import { clusterUnits } from '../registers/cluster-register.ts'
import type { ClusterTable, RelationTable, UnitTable } from '../tables.ts'
import { UNIT_FORMATS, versionStem } from '../unit-code.ts'
import type { PlainReason } from './relative-lists.ts'
import { PLAIN_REASONS } from './relative-lists.ts'
import { forEachLikeTitle } from './wording.ts'

const VERSION_PER_MILLE = 900
const TWIN_PER_MILLE = 900
const SAME_TITLE_PER_MILLE = 700

/** Titles of which each holds what the other works on are near from here on; where only one does, they must be much alike. Set on the tuning pairs. */
const LEAST_MUTUAL_COSINE = 0.4
const LEAST_ONE_SIDED_COSINE = 0.65

/** The least alike titles get the base, the same roots in other forms up to the span on top: less than the same title. */
const WORDING_BASE_PER_MILLE = 200
const WORDING_SPAN_PER_MILLE = 400

/** Units that share schemes get the base and up to the span on top, by the share of their schemes that they share. */
const CLUSTER_BASE_PER_MILLE = 200
const CLUSTER_SPAN_PER_MILLE = 100

/** Versions of one code are the same unit only where their titles are this near: numbers were given out anew by some decrees. */
const VERSION_TITLE_LIKENESS = 0.5

const MAX_RELATIVES = 32

/** A relation that a user's catalogue states; it replaces whatever the rules say of the pair in this direction. */
export interface StatedRelation {
  wanted: number
  held: number
  perMille: number
  /** Place in `notes`. */
  note: number
}

/** By unit: the relatives found so far with their credit and its basis. */
type Found = Array<Map<number, { perMille: number, basis: number }>>

/**
 * All relatives of all units, by rule: version, twin, same title, wording, cluster. The first rule that relates a pair keeps it.
 * A scheme alone relates nothing: most units of one scheme have nothing to do with each other. Then at most 32 a unit, best first, ties by row.
 */
export function deriveRelations (
  units: UnitTable,
  clusters: ClusterTable,
  families: Array<[string, string]>,
  stated: readonly StatedRelation[] = [],
  notes: string[] = []
): RelationTable {
  const found: Found = units.codes.map(() => new Map())
  const titles = units.titles.map(normaliseName)
  relateVersions(found, units, titles)
  relateTitles(found, units.codes, titles, families)
  relateWording(found, units.titles, schemesOf(units.codes.length, clusterUnits(clusters)))
  for (const { wanted, held, perMille, note } of stated) {
    found[wanted]!.set(held, { perMille, basis: PLAIN_REASONS.length + clusters.codes.length + note })
  }
  return relationTable(found, families, notes)
}

function relateVersions (found: Found, units: UnitTable, titles: readonly string[]): void {
  const byStem = groupRows(units.codes.map((code, row) => versionStem(code, UNIT_FORMATS[units.formats[row]!]!)))
  for (const rows of byStem) {
    forEachPair(rows, (a, b) => {
      if (tokenJaccard(titles[a]!, titles[b]!) >= VERSION_TITLE_LIKENESS) relate(found, a, b, VERSION_PER_MILLE, 'version')
    })
  }
}

function relateTitles (found: Found, codes: readonly string[], titles: readonly string[], families: ReadonlyArray<readonly [string, string]>): void {
  for (const rows of groupRows(titles.map(title => title === '' ? undefined : title))) {
    forEachPair(rows, (a, b) => {
      if (areFamilies(families, codes[a]!, codes[b]!)) relate(found, a, b, TWIN_PER_MILLE, 'twin')
      else relate(found, a, b, SAME_TITLE_PER_MILLE, 'same-title')
    })
  }
}

function areFamilies (families: ReadonlyArray<readonly [string, string]>, a: string, b: string): boolean {
  return families.some(([left, right]) =>
    (a.startsWith(left) && b.startsWith(right)) || (a.startsWith(right) && b.startsWith(left)))
}

/** By unit: the schemes that hold it, in their order. */
function schemesOf (numUnits: number, members: readonly number[][]): number[][] {
  const schemes: number[][] = Array.from({ length: numUnits }, () => [])
  members.forEach((listed, cluster) => {
    for (const row of new Set(listed)) schemes[row]!.push(cluster)
  })
  return schemes
}

/** Titles that are near; and units of one scheme whose titles name what the other works on, however little else they share. */
function relateWording (found: Found, titles: readonly string[], schemes: readonly number[][]): void {
  forEachLikeTitle(titles, ({ a, b, cosine, mutual }) => {
    if (cosine >= (mutual ? LEAST_MUTUAL_COSINE : LEAST_ONE_SIDED_COSINE)) {
      const above = (cosine - LEAST_MUTUAL_COSINE) / (1 - LEAST_MUTUAL_COSINE)
      relate(found, a, b, Math.floor(WORDING_BASE_PER_MILLE + WORDING_SPAN_PER_MILLE * Math.min(1, above)), 'wording')
    } else if (mutual) relateCluster(found, a, b, schemes[a]!, schemes[b]!)
  })
}

function relateCluster (found: Found, a: number, b: number, ofA: readonly number[], ofB: readonly number[]): void {
  const shared = ofA.filter(cluster => ofB.includes(cluster))
  if (shared.length === 0) return
  const either = ofA.length + ofB.length - shared.length
  const perMille = Math.floor(CLUSTER_BASE_PER_MILLE + CLUSTER_SPAN_PER_MILLE * shared.length / either)
  relateBy(found, a, b, perMille, PLAIN_REASONS.length + shared[0]!)
}

function relate (found: Found, a: number, b: number, perMille: number, reason: PlainReason): void {
  relateBy(found, a, b, perMille, PLAIN_REASONS.indexOf(reason))
}

function relateBy (found: Found, a: number, b: number, perMille: number, basis: number): void {
  if (found[a]!.has(b)) return
  found[a]!.set(b, { perMille, basis })
  found[b]!.set(a, { perMille, basis })
}

/** Rows with the same key, in row order; groups of one are left out. */
function groupRows (keys: ReadonlyArray<string | undefined>): number[][] {
  const groups = new Map<string, number[]>()
  keys.forEach((key, row) => {
    if (key === undefined) return
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  })
  return [...groups.values()].filter(rows => rows.length > 1)
}

/** Calls with every pair of rising rows. */
function forEachPair (rows: readonly number[], visit: (a: number, b: number) => void): void {
  for (let i = 0; i < rows.length; i++) {
    for (let j = i + 1; j < rows.length; j++) visit(rows[i]!, rows[j]!)
  }
}

function relationTable (found: Found, families: Array<[string, string]>, notes: string[]): RelationTable {
  const lists = found.map(relatives => [...relatives]
    .sort(([rowA, a], [rowB, b]) => b.perMille - a.perMille || rowA - rowB)
    .slice(0, MAX_RELATIVES))
  const flat = lists.flat()
  return {
    families,
    counts: packInts(lists.map(list => list.length)),
    held: packInts(flat.map(([row]) => row)),
    perMille: packInts(flat.map(([, { perMille }]) => perMille)),
    basis: packInts(flat.map(([, { basis }]) => basis)),
    notes,
  }
}
