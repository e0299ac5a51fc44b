import { basename, dirname } from 'node:path'
import { createExtractor, createTextIndex, type IndexedThing } from '../dist/text/index.js'
import { GramIndex } from '../dist/text/search/gram-index.js'
import { NeighbourIndex } from '../dist/text/search/neighbour-index.js'
import { telling, wordsOf } from '../dist/text/search/terms.js'
import { tableReader } from './read-table.ts'

/**
 * What it costs to read by likeness with a large catalogue: `node --expose-gc compile-dist/measure-likeness.js SKILLS OCCUPATIONS`, two files of ESCO as CSV. All skills and occupations are one catalogue, by their names; the
 * descriptions of the occupations are the text, a clause seldom twice. Times are of the processor, since the machine may be busy.
 */
const TEXT_LENGTH = 240_000
const MIB = 2 ** 20

const [skillsFile = '', occupationsFile = ''] = process.argv.slice(2)
const { gc } = globalThis
if (skillsFile === '' || occupationsFile === '' || gc === undefined) {
  process.stderr.write('Give two files of ESCO: node --expose-gc compile-dist/measure-likeness.js SKILLS OCCUPATIONS\n')
  process.exitCode = 1
} else {
  const collect = gc as () => void
  const rowsOf = (path: string): Array<Record<string, string>> => tableReader(dirname(path))(basename(path))
  const occupations = rowsOf(occupationsFile)
  const things = [...rowsOf(skillsFile), ...occupations].map((row, place): IndexedThing => {
    const [label = '', ...synonyms] = row.alt_labels!.split('|').map(name => name.trim()).filter(name => name !== '')
    return { code: String(place), label: label === '' ? row.preferred_label! : label, synonyms }
  })
  const names = things.map(({ label, synonyms = [] }) => [label, ...synonyms])
  tell('things', things.length, '')
  tell('names', names.flat().length, '')
  tell('likeness by letters', inMemory(() => new GramIndex(names.map(own => own.flatMap(name => wordsOf(name))), new Uint8Array(things.length)), collect), 'MiB')
  const ids = new Map<string, number>()
  const idOf = (term: string): number => ids.get(term) ?? ids.set(term, ids.size).size - 1
  const runs = names.map(own => own.map(name => telling(wordsOf(name)).map(({ term }) => idOf(term))))
  tell('words side by side', inMemory(() => new NeighbourIndex(runs), collect), 'MiB')
  tell('the whole index', inMemory(() => createTextIndex(things), collect), 'MiB')
  tell('making the index', timeOf(() => createTextIndex(things)), 'ms')
  const text = occupations.map(({ description }) => description!).join('\n').slice(0, TEXT_LENGTH)
  const extractor = createExtractor({ things }, { kinds: ['concept'] })
  extractor.extract(text.slice(0, TEXT_LENGTH / 2))
  tell('reading new text', TEXT_LENGTH / 2 / 1000 / (timeOf(() => extractor.extract(text.slice(TEXT_LENGTH / 2))) / 1000), 'kB/s')
  tell('reading it again', TEXT_LENGTH / 2 / 1000 / (timeOf(() => extractor.extract(text.slice(TEXT_LENGTH / 2))) / 1000), 'kB/s')
}

function inMemory (make: () => unknown, collect: () => void): number {
  const used = (): number => {
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const before = used()
  const made = make()
  const after = used()
  // Named afterwards, so that it is still held while memory is measured.
  return made === undefined ? 0 : (after - before) / MIB
}

function timeOf (work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function tell (label: string, value: number, unit: string): void {
  process.stdout.write(`${label.padEnd(24)}${(unit === '' ? String(value) : value.toFixed(1)).padStart(10)} ${unit}\n`)
}
