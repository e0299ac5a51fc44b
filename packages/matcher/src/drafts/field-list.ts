import type { Mention } from '@padan/taxonomy/text'
import type { DraftChoice, DraftField, DraftNote, DraftSource, NamedBeside } from './draft.ts'

/** From here on words are taken to say what they stand for. */
export const SURE = 800
const MOST_SOURCES_OF_ONE = 5
const MOST_SOURCES = 100
const MOST_ALTERNATIVES = 10

/** What a reader of one field found. */
export interface Reading<Value> {
  value: Value
  from: DraftSource[]
  /** Sure enough as far as its own rules go; the confidence of its words decides as well. */
  sure?: boolean
  alternatives?: Array<DraftChoice<Value>>
  notes?: DraftNote[]
}

/** The fields of a draft, one after the other, and the record they make. */
export class FieldList {
  readonly record: Record<string, unknown> = {}
  readonly fields: DraftField[] = []

  /** A field with its value, when there is one. */
  add<Value> (field: string, reading: Reading<Value> | undefined, otherwise: { alternatives?: Array<DraftChoice<Value>>, notes?: DraftNote[] } = {}): void {
    if (reading === undefined) {
      const { alternatives = [], notes = [] } = otherwise
      this.fields.push({ field, state: 'unknown', confidence: null, from: [], alternatives: alternatives.slice(0, MOST_ALTERNATIVES), notes })
      return
    }
    const { value, from, sure = true, alternatives = [], notes = [] } = reading
    const confidence = surenessOf(from)
    this.record[field] = value
    this.fields.push({
      field, state: sure && confidence >= SURE ? 'found' : 'guessed', confidence, from: from.slice(0, MOST_SOURCES), alternatives: alternatives.slice(0, MOST_ALTERNATIVES), notes,
    })
  }
}

/** The weakest of what the sources stand for, each by its surest words. */
function surenessOf (from: readonly DraftSource[]): number {
  const best = new Map<string, number>()
  for (const { says, confidence } of from) best.set(says, Math.max(best.get(says) ?? 0, confidence))
  return best.size === 0 ? 0 : Math.min(...best.values())
}

export function sourceOf ({ start, end, surface, confidence }: Mention, says: string): DraftSource {
  return { start, end, surface, confidence, says }
}

/** The words for each code, in the order of the text: at most five a code, `most` codes. */
export function byCode<Found extends Mention> (mentions: readonly Found[], codeOf: (mention: Found) => string | null, most: number): Map<string, DraftSource[]> {
  const found = new Map<string, DraftSource[]>()
  for (const mention of mentions) {
    const code = codeOf(mention)
    if (code === null) continue
    const sources = found.get(code)
    if (sources === undefined) {
      if (found.size < most) found.set(code, [sourceOf(mention, code)])
    } else if (sources.length < MOST_SOURCES_OF_ONE) sources.push(sourceOf(mention, code))
  }
  return found
}

export function besideOf (found: ReadonlyMap<string, DraftSource[]>): NamedBeside[] {
  return [...found].map(([code, from]) => ({ code, from }))
}

/** Mentions of one kind, as such. */
export function ofKind<Kind extends Mention['kind']> (mentions: readonly Mention[], kind: Kind): Array<Extract<Mention, { kind: Kind }>> {
  return mentions.filter((mention): mention is Extract<Mention, { kind: Kind }> => mention.kind === kind)
}

/** Mentions that are neither denied nor share a letter with a demand that is refused: `berpenampilan menarik` is no competence. In order as they come, by their start. */
export function usable (mentions: readonly Mention[]): Mention[] {
  const refused: Array<{ start: number, end: number }> = []
  for (const { start, end } of ofKind(mentions, 'protected')) {
    const last = refused.at(-1)
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end)
    else refused.push({ start, end })
  }
  let next = 0
  return mentions.filter(({ kind, negated, start, end }) => {
    while (next < refused.length && refused[next].end <= start) next++
    return !negated && kind !== 'protected' && !(next < refused.length && refused[next].start < end)
  })
}
