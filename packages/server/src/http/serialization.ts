import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import type { FastifySerializerCompiler } from 'fastify'
import type { TSchema } from 'typebox'

type Serialize = (data: unknown) => string

/**
 * Serializes answers, which leaves out what their schema does not name. A schema is compiled at the first answer that needs it and once for all
 * routes that share it: most statuses of most routes are never sent, and to compile all of them at the start took longer than the rest of the start.
 */
export function serializerCompiler (shared: readonly TSchema[]): FastifySerializerCompiler<TSchema> {
  const byId = Object.fromEntries(shared.map(schema => [(schema as { $id?: string }).$id, schema]))
  const made = new Map<string, Serialize>()
  return ({ schema }) => {
    const text = JSON.stringify(schema)
    let serialize: Serialize | undefined
    return (data: unknown) => {
      serialize ??= made.get(text)
      if (serialize === undefined) {
        // A factory for each: one that met a shared schema as an answer of its own forgets it.
        serialize = SerializerSelector()(byId)({ schema, method: '', url: '', httpStatus: '' })
        made.set(text, serialize)
      }
      return serialize(data)
    }
  }
}
