import { readFile } from 'node:fs/promises'
import type { Static, TSchema } from 'typebox'
import { Problem, type Language } from '../errors/problem.ts'
import { validatorCompiler } from '../http/validation.ts'
import { SHARED_SCHEMAS } from '../schemas/shared.ts'
import { CommandError, EXIT } from './exit.ts'
import { tellErrors } from './table-file.ts'

/** A text file. Throws CommandError. */
export async function textFile (path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new CommandError(EXIT.data, `${path} is not UTF-8; save it as UTF-8.`)
    throw new CommandError(EXIT.failed, `${path} cannot be read: ${code === 'ENOENT' ? 'there is no such file' : message}.`)
  }
}

/** The JSON of a file, which must be as the API's schema says. Throws CommandError with the place of what is wrong. */
export async function jsonFile<Schema extends TSchema> (path: string, schema: Schema, language: Language): Promise<Static<Schema>> {
  return jsonOf(path, await parsedFile(path), schema, language)
}

/** The JSON of a file, whatever it is. Throws CommandError. */
export async function parsedFile (path: string): Promise<unknown> {
  const text = await textFile(path)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CommandError(EXIT.data, `${path} is not JSON: ${(error as Error).message}.`)
  }
}

/** What was read from a file, once it is as the schema says. Throws CommandError with the place of what is wrong. */
export function jsonOf<Schema extends TSchema> (path: string, value: unknown, schema: Schema, language: Language): Static<Schema> {
  const validate = validatorCompiler(SHARED_SCHEMAS)({ schema, method: 'POST', url: '/', httpPart: 'body' }) as (value: unknown) => { value?: unknown, error?: unknown }
  const { error } = validate(value)
  if (error instanceof Problem) {
    tellErrors(path, error.options.errors ?? [], language)
    throw new CommandError(EXIT.data, `${path} is not as it should be; nothing was done.`)
  }
  return value as Static<Schema>
}
