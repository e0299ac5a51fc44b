import { basisPoints } from './rounded.ts'

/** People's labels: by seeker id, or as rows, such as those of a table. They meet results only, never a score. */
export type GroupLabels = ReadonlyMap<string, string> | ReadonlyArray<{ readonly id: string, readonly label: string }>

export interface GroupRate {
  label: string
  people: number
  selected: number
  /** Selected of the group, in basis points. */
  rate: number
  /** Its rate as a part of the highest rate, in basis points; null when nobody at all was selected. */
  ratio: number | null
}

export interface GroupReport {
  /** By label, in UTF-16 order. */
  rates: GroupRate[]
  /** The least ratio, and whether it is four fifths or more, judged on the exact rates; null with nobody selected. */
  fourFifths: { ratio: number, passes: boolean } | null
  /** Seekers without a label: in no rate. */
  unlabelled: number
}

/**
 * Selection rates by group, and the four-fifths rule of thumb for adverse impact: the lowest rate should be at least 80 % of the highest
 * (29 CFR 1607.4 D, Uniform Guidelines on Employee Selection Procedures, 1978). It says where to look, not what is unjust; with few people it
 * says little. Throws RangeError for a label that is not text, an id that is not in the market and an id with two labels.
 */
export function groupReport (seekers: readonly string[], isSelected: (seeker: number) => boolean, labels: GroupLabels): GroupReport {
  const labelOf = readLabels(seekers, labels)
  const groups = new Map<string, { people: number, selected: number }>()
  seekers.forEach((id, seeker) => {
    const label = labelOf.get(id)
    if (label === undefined) return
    const group = groups.get(label) ?? { people: 0, selected: 0 }
    groups.set(label, { people: group.people + 1, selected: group.selected + (isSelected(seeker) ? 1 : 0) })
  })
  const counts = [...groups].sort(([one], [other]) => one < other ? -1 : 1).map(([label, count]) => ({ label, ...count }))
  const [lowest, highest] = extremes(counts)
  const rates = counts.map(({ label, people, selected }): GroupRate => ({ label, people, selected, rate: basisPoints(selected, people)!, ratio: ratioOf({ people, selected }, highest) }))
  const ratio = ratioOf(lowest, highest)
  return {
    rates,
    fourFifths: ratio === null ? null : { ratio, passes: 5 * lowest.selected * highest.people >= 4 * highest.selected * lowest.people },
    unlabelled: seekers.length - labelOf.size,
  }
}

interface Count {
  people: number
  selected: number
}

function extremes (counts: readonly Count[]): [lowest: Count, highest: Count] {
  const none = { people: 0, selected: 0 }
  const ascending = [...counts].sort((one, other) => one.selected * other.people - other.selected * one.people)
  return [ascending[0] ?? none, ascending.at(-1) ?? none]
}

function ratioOf (one: Count, highest: Count): number | null {
  return basisPoints(BigInt(one.selected) * BigInt(highest.people), BigInt(one.people) * BigInt(highest.selected))
}

function readLabels (seekers: readonly string[], labels: GroupLabels): ReadonlyMap<string, string> {
  if (!(labels instanceof Map) && !Array.isArray(labels)) throw new RangeError('groups must be a Map from seeker id to label, or a list of { id, label }.')
  const known = new Set(seekers)
  const labelOf = new Map<string, string>()
  const rows: Iterable<readonly [unknown, unknown]> = labels instanceof Map ? labels : (labels as readonly unknown[]).map(row => [(row as { id?: unknown } | null)?.id, (row as { label?: unknown } | null)?.label] as const)
  for (const [id, label] of rows) {
    if (typeof id !== 'string' || !known.has(id)) throw new RangeError(`groups has '${String(id)}', which is no seeker of the market.`)
    if (typeof label !== 'string' || label === '') throw new RangeError(`The group of seeker '${id}' must be a text that is not empty, got '${String(label)}'.`)
    if (labelOf.has(id)) throw new RangeError(`groups has seeker '${id}' twice; each may have one label.`)
    labelOf.set(id, label)
  }
  return labelOf
}
