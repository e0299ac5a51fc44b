import type { Api, Method } from './api.ts'

/** A schema as the OpenAPI document writes it. */
export interface JsonSchema {
  $ref?: string
  type?: string
  pattern?: string
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  additionalProperties?: boolean | JsonSchema
}

type Content = Record<string, { schema: JsonSchema }>

export interface Operation {
  method: Method
  path: string
  operationId: string
  parameters?: Array<{ name: string, in: string }>
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}

/** Every operation of the OpenAPI document, and the named schemas. */
export async function readOperations (api: Api): Promise<{ operations: Operation[], schemas: Record<string, JsonSchema> }> {
  const { body } = await api.call('GET', '/openapi.json')
  const operations = Object.entries<Record<string, Omit<Operation, 'method' | 'path'>>>(body.paths)
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase() as Method, path })))
  return { operations, schemas: body.components.schemas }
}

/** A field of a kind of object: the name of its schema, else the operation, and for what is within without a name of its own the way to it. */
export interface Field {
  kind: string
  name: string
  schema: JsonSchema
  /** Of what it is the value; undefined when schemas are walked alone. */
  value: unknown
  pointer: string
  /** Whether the object may have fields of other names. */
  isOpen: boolean
}

/** The fields of a schema, those within fields among them. With a value only those that it has. */
export function * fieldsOf (schemas: Record<string, JsonSchema>, root: JsonSchema, rootKind: string, ...values: unknown[]): Generator<Field> {
  yield * walk(root, rootKind, values[0], '', [])

  function * walk (schema: JsonSchema, kind: string, value: unknown, pointer: string, above: readonly string[]): Generator<Field> {
    if (schema.$ref !== undefined) {
      const name = schema.$ref.split('/').at(-1) as string
      if (values.length > 0 || !above.includes(name)) yield * walk(schemas[name], name, value, pointer, [...above, name])
      return
    }
    for (const form of [...schema.anyOf ?? [], ...schema.oneOf ?? [], ...schema.allOf ?? []]) yield * walk(form, kind, value, pointer, above)
    if (schema.items !== undefined) for (const item of values.length === 0 ? [undefined] : Array.isArray(value) ? value : []) yield * walk(schema.items, kind, item, `${pointer}/0`, above)
    for (const [name, inner] of Object.entries(schema.properties ?? {})) {
      if (values.length > 0 && !hasOwn(value, name)) continue
      const within = values.length === 0 ? undefined : (value as Record<string, unknown>)[name]
      yield { kind, name, schema: inner, value: within, pointer: `${pointer}/${name}`, isOpen: schema.additionalProperties !== false }
      yield * walk(inner, `${kind}.${name}`, within, `${pointer}/${name}`, above)
    }
    if (typeof schema.additionalProperties === 'object') {
      const entries = values.length === 0 ? [['*', undefined]] : hasOwn(value) ? Object.entries(value as object).filter(([name]) => schema.properties?.[name] === undefined) : []
      for (const [name, inner] of entries) yield * walk(schema.additionalProperties, `${kind}.*`, inner, `${pointer}/${name}`, above)
    }
  }
}

function hasOwn (value: unknown, name?: string): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (name === undefined || Object.hasOwn(value, name))
}
