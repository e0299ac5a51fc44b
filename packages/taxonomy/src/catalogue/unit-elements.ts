import type { CatalogueElement } from './catalogue.ts'
import { RecordReader } from './record-reader.ts'
import type { CatalogueProblem } from './catalogue.ts'

/** Bounds on the prose of a unit: the longest description and criterion of a decree stay far below. */
export const MAX_PROSE_LENGTH = 4000
const MAX_ELEMENTS = 200

/** The elements of a unit, each a title and a list of criteria; undefined where they are left out. Only JSON can hold them. */
export function readElements (reader: RecordReader): CatalogueElement[] | undefined {
  const value = reader.raw('elements')
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value) || value.length > MAX_ELEMENTS) {
    reader.problem(`elements is ${Array.isArray(value) ? `a list of ${value.length}` : `a ${typeof value}`}: expected a list of at most ${MAX_ELEMENTS} elements, each with title and criteria.`)
    return undefined
  }
  return value.map((element: unknown, place) => readElement(element, `elements ${place + 1}`, reader))
}

function readElement (element: unknown, name: string, reader: RecordReader): CatalogueElement {
  const { title, criteria } = (typeof element === 'object' && element !== null ? element : {}) as { title?: unknown, criteria?: unknown }
  if (typeof title !== 'string' || !Array.isArray(criteria) || criteria.length > MAX_ELEMENTS) {
    reader.problem(`${name} is not an element: expected { "title": "...", "criteria": ["...", "..."] }.`)
    return { title: '', criteria: [] }
  }
  return {
    title: prose(title, `${name} title`, reader) ?? '',
    criteria: criteria.map((criterion: unknown, place) => prose(criterion, `${name} criterion ${place + 1}`, reader) ?? ''),
  }
}

/** Reads one text by the rules of every other field. */
function prose (text: unknown, name: string, reader: RecordReader): string | null {
  const problems: CatalogueProblem[] = []
  const read = new RecordReader('', new Map([[name, text]]), problems).optional(name, MAX_PROSE_LENGTH)
  for (const { message } of problems) reader.problem(message)
  return read
}
