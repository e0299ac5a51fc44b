import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Mention } from '@padan/taxonomy/text'

/** What a person marks in an advert: the kinds of mentions, with units and concepts as one. */
export type MarkKind = Exclude<Mention['kind'], 'unit' | 'concept'> | 'skill'

export interface Mark {
  kind: MarkKind
  start: number
  end: number
}

/** A shortened advert, and what a person reads in it. */
export interface MarkedAdvert {
  id: string
  text: string
  marks: Mark[]
}

/** A mark with what became of it; `besides` was read and is not marked. */
export interface JudgedMark extends Mark {
  how: 'found' | 'missed' | 'besides'
}

const FILE = fileURLToPath(new URL('../../docs/ten-adverts.json', import.meta.url))
const MARK = /\[([a-z-]+):([^\]]+)\]/g

export const { seed, adverts } = JSON.parse(readFileSync(FILE, 'utf8')) as { seed: string, adverts: Array<{ id: string, lines: string[] }> }

/** An advert without its markup. */
export function markedAdvert ({ id, lines }: { id: string, lines: readonly string[] }): MarkedAdvert {
  const marks: Mark[] = []
  let text = ''
  let read = 0
  const source = lines.join('\n')
  for (const match of source.matchAll(MARK)) {
    text += source.slice(read, match.index)
    marks.push({ kind: match[1] as MarkKind, start: text.length, end: text.length + match[2].length })
    text += match[2]
    read = match.index + match[0].length
  }
  return { id, text: text + source.slice(read), marks }
}

/** A mark is found when something of its kind was read in any of its words; what was read of a kind where nothing of it is marked stands besides. In the order of the text. */
export function judgeMarks ({ marks }: MarkedAdvert, mentions: readonly Mention[]): JudgedMark[] {
  const read = mentions.map(({ kind, start, end }): Mark => ({ kind: kind === 'unit' || kind === 'concept' ? 'skill' : kind, start, end }))
  const judged = marks.map((mark): JudgedMark => ({ ...mark, how: read.some(other => meets(mark, other)) ? 'found' : 'missed' }))
  for (const mark of read) {
    if (marks.some(other => meets(mark, other)) || judged.some(other => other.how === 'besides' && meets(mark, other))) continue
    judged.push({ ...mark, how: 'besides' })
  }
  return judged.sort((a, b) => a.start - b.start || a.end - b.end)
}

function meets (one: Mark, other: Mark): boolean {
  return one.kind === other.kind && one.start < other.end && other.start < one.end
}
