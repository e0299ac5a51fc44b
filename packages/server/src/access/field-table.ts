import type { Viewer } from './viewers.ts'

/** Who has each field of a kind of object. */
export type FieldRows = Readonly<Record<string, readonly Viewer[]>>
export type FieldTable = Readonly<Record<string, FieldRows>>

/** A kind of object by groups: viewers, and the names of the fields that they have. A field is in one group. */
export function rows (...groups: ReadonlyArray<readonly [viewers: readonly Viewer[], fields: string]>): FieldRows {
  const named = groups.flatMap(([viewers, fields]) => fields.split(' ').map(field => [field, viewers] as const))
  const table = Object.fromEntries(named)
  if (Object.keys(table).length !== named.length) throw new Error(`A field is in two groups: ${named.map(([field]) => field).join(' ')}.`)
  return Object.freeze(table)
}

/** Kinds with everything inside of them that has no name of its own: `*` stands for any depth below. */
export function whole (kinds: readonly string[], of: FieldRows): FieldTable {
  return Object.fromEntries(kinds.flatMap(kind => [[kind, of], [`${kind}.*`, of]]))
}

/**
 * The rows of a kind: its own, or those of the nearest kind it is a part of that says them for its parts. A kind is the `$id` of a schema, else the
 * operation (`signIn body` for what is sent), and for a part without a name of its own the way to it: `ReferralView.call`.
 */
export function rowsOf (table: FieldTable, kind: string): FieldRows | undefined {
  if (Object.hasOwn(table, kind)) return table[kind]
  for (let dot = kind.lastIndexOf('.'); dot > 0; dot = kind.lastIndexOf('.', dot - 1)) {
    const inner = `${kind.slice(0, dot)}.*`
    if (Object.hasOwn(table, inner)) return table[inner]
  }
  return undefined
}

/** What is to be stored when a viewer replaces an object: fields that it may not set stay as they are. */
export function keptFor<Kind extends object> (viewer: Viewer, table: FieldTable, kind: string, next: Kind, stored: Kind): Kind {
  const kept = Object.entries(stored).filter(([name]) => rowsOf(table, kind)?.[name]?.includes(viewer) === false)
  return { ...next, ...Object.fromEntries(kept) }
}
