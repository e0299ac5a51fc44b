import type { TSchema } from 'typebox'
import { SHARED_SCHEMAS } from '../schemas/shared.ts'
import { rowsOf, type FieldTable } from './field-table.ts'
import type { Viewer } from './viewers.ts'

/** What of a kind of object somebody lacks. Objects that have nothing of the kind in them have no part. */
export interface Part {
  /** Who has each field of the kind. */
  readonly rows: ReadonlyMap<string, readonly Viewer[]>
  /** Fields that are null for whoever lacks them: the kind always has them. */
  readonly nullable: ReadonlySet<string>
  /** The value that stands for nothing being said. */
  readonly defaults: ReadonlyMap<string, unknown>
  /** What is within a field. */
  readonly within: ReadonlyMap<string, Part>
}

interface JsonSchema {
  $ref?: string
  $id?: string
  type?: string | string[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: readonly string[]
  additionalProperties?: boolean | JsonSchema
  default?: unknown
}

const BY_ID = new Map(SHARED_SCHEMAS.map(schema => [(schema as JsonSchema).$id, schema as JsonSchema]))

/**
 * What some of the `viewers` lack of a kind of object, by its schema; undefined where everybody has everything. Throws for a field that has no row
 * in the table: better no start than a field that slips through.
 */
export function partOf (schema: TSchema | undefined, kind: string, table: FieldTable, viewers: readonly Viewer[]): Part | undefined {
  return read(schema as JsonSchema | undefined, kind, new Set())

  function read (schema: JsonSchema | undefined, kind: string, above: ReadonlySet<string>): Part | undefined {
    if (schema === undefined) return undefined
    if (schema.$ref !== undefined) {
      const name = schema.$ref.replace(/#$/, '')
      // A kind within itself has been read.
      return above.has(name) ? undefined : read(BY_ID.get(name), name, new Set([...above, name]))
    }
    const forms = [...schema.anyOf ?? [], ...schema.oneOf ?? [], ...schema.allOf ?? [], ...(schema.items === undefined ? [] : [schema.items])]
    return merged([...forms.map(form => read(form, kind, above)), readObject(schema, kind, above)])
  }

  function readObject ({ properties = {}, required = [], additionalProperties }: JsonSchema, kind: string, above: ReadonlySet<string>): Part | undefined {
    const names = Object.keys(properties)
    const told = names.length === 0 ? {} : rowsOf(table, kind)
    const missing = names.filter(name => told === undefined || !Object.hasOwn(told, name))
    if (told === undefined || missing.length > 0) throw new Error(`The fields ${missing.join(', ')} of '${kind}' have no row: say in access/field-rules.ts who has them.`)
    const rows = new Map(names.map(name => [name, told[name]]))
    const within = new Map<string, Part>()
    for (const [name, inner] of [...Object.entries(properties), ...(typeof additionalProperties === 'object' ? [['*', additionalProperties] as const] : [])]) {
      const part = read(inner, `${kind}.${name}`, above)
      if (part !== undefined) within.set(name, part)
    }
    const lacked = names.filter(name => viewers.some(viewer => !told[name].includes(viewer)))
    if (lacked.length === 0 && within.size === 0) return undefined
    const nullable = lacked.filter(name => required.includes(name) && properties[name].default === undefined)
    const stuck = nullable.filter(name => !mayBeNull(properties[name]))
    if (stuck.length > 0) throw new Error(`Some callers lack ${stuck.join(', ')} of '${kind}', which its schema requires: let it be left out, or null.`)
    const defaults = new Map(Object.entries(properties).map(([name, inner]) => [name, inner.default]))
    return { rows, nullable: new Set(nullable), defaults, within }
  }
}

/** What a viewer sees of an answer. Cost: a copy of the objects that some caller lacks something of, and of what they are within. */
export function seenBy (viewer: Viewer, value: unknown, part: Part | undefined): unknown {
  if (part === undefined || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(item => seenBy(viewer, item, part))
  const { rows, nullable, within } = part
  const seen: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(value)) {
    const deeper = within.get(name) ?? within.get('*')
    // A field that the kind does not have is shown to nobody, unless it is the name of an entry.
    if (rows.get(name)?.includes(viewer) ?? deeper !== undefined) seen[name] = seenBy(viewer, inner, deeper)
    else if (nullable.has(name)) seen[name] = null
  }
  return seen
}

/** The place of the first field that a viewer sets and may not, as a JSON pointer; undefined where all is well. What has another shape is for the validation to refuse. */
export function refusedBy (viewer: Viewer, value: unknown, part: Part | undefined, pointer: string = ''): string | undefined {
  if (part === undefined || typeof value !== 'object' || value === null) return undefined
  for (const [name, inner] of Object.entries(value)) {
    const place = `${pointer}/${name}`
    const isList = Array.isArray(value)
    const viewers = isList ? undefined : part.rows.get(name)
    if (viewers !== undefined && !viewers.includes(viewer) && inner !== part.defaults.get(name)) return place
    const refused = refusedBy(viewer, inner, isList ? part : part.within.get(name) ?? part.within.get('*'), place)
    if (refused !== undefined) return refused
  }
  return undefined
}

/** Forms of one kind, such as the items of a list or one of several answers. */
function merged (parts: ReadonlyArray<Part | undefined>): Part | undefined {
  const some = parts.filter(part => part !== undefined)
  if (some.length < 2) return some[0]
  return {
    rows: new Map(some.flatMap(({ rows }) => [...rows])),
    nullable: new Set(some.flatMap(({ nullable }) => [...nullable])),
    defaults: new Map(some.flatMap(({ defaults }) => [...defaults])),
    within: new Map(some.flatMap(({ within }) => [...within])),
  }
}

function mayBeNull ({ type, anyOf = [] }: JsonSchema): boolean {
  return type === 'null' || anyOf.some(form => mayBeNull(form))
}
