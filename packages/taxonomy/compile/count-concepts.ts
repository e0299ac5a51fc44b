import { existsSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { normaliseName } from '../dist/normalise.js'
import { namesOfRow, readConcepts } from './concepts.ts'
import { tableReader } from './read-table.ts'
import type { TableReader } from './read-table.ts'

/** Names of more words than this do not occur. */
const LONGEST_NAME = 8

const COUNTS = fileURLToPath(new URL('../sources/concept-counts.csv', import.meta.url))

const NEEDS = `count-concepts counts in how many texts each concept is named, and writes sources/concept-counts.csv. It needs the folder of the source tables and a CSV file of
adverts (columns title and description), which is not part of this repository. Usage: count-concepts SOURCES ADVERTS
`

const [sources = '', adverts = ''] = process.argv.slice(2)
if (!existsSync(sources) || !existsSync(adverts)) {
  process.stderr.write(NEEDS)
  process.exitCode = 2
} else {
  count(tableReader(sources), tableReader(dirname(adverts))(basename(adverts)).map(row => `${row.title}\n${row.description}`))
}

function count (read: TableReader, advertTexts: readonly string[]): void {
  const concepts = readConcepts()
  const placesOf = new Map<string, number[]>()
  concepts.forEach((row, place) => {
    for (const name of new Set(namesOfRow(row).map(normaliseName))) placesOf.set(name, [...placesOf.get(name) ?? [], place])
  })
  const columns = [advertTexts, titleTexts(read), criterionTexts(read), occupationTexts(read), referenceTexts(read)].map(texts => countNamed(texts, placesOf, concepts.length))
  const lines = concepts.map(({ code }, place) => [code, ...columns.map(column => column[place]!)].join(','))
  writeFileSync(COUNTS, `code,adverts,titles,criteria,occupations,references\n${lines.join('\n')}\n`)

  const nowhere = concepts.filter((_, place) => columns.every(column => column[place] === 0)).length
  process.stdout.write(`${concepts.length} concepts: ${columns.map(column => column.filter(named => named > 0).length).join(', ')} named in adverts, titles, criteria, occupations, references; ${nowhere} in none\n`)
}

function titleTexts (read: TableReader): string[] {
  return [
    ...['skkni_units.csv', 'skkni_units_more.csv'].flatMap(file => read(file).map(row => `${row.judul_unit}\n${row.judul_lain}`)),
    ...['skema.csv', 'skema_more.csv', 'skema_judul_more.csv', 'skema_konstruksi_lsp.csv'].flatMap(file => read(file).map(row => row.judul!)),
    ...read('jabatan_kerja_konstruksi.csv').map(row => row.nama!),
  ]
}

function criterionTexts (read: TableReader): string[] {
  return [
    ...read('elemen_kuk_more.csv').map(row => `${row.elemen}\n${row.kriteria_unjuk_kerja}`),
    ...read('skkni_elemen.csv').map(row => row.judul_elemen!),
    ...read('skkni_kuk.csv').map(row => row.kriteria_unjuk_kerja!),
  ]
}

function occupationTexts (read: TableReader): string[] {
  return read('kbji2014.csv').map(row => `${row.judul}\n${row.deskripsi}`)
}

function referenceTexts (read: TableReader): string[] {
  return [
    ...read('kbli2020.csv').map(row => `${row.judul}\n${row.deskripsi}`),
    ...read('isco08_groups_en.csv').map(row => `${row.label}\n${row.description}`),
    ...read('skkni_decrees.csv').map(row => row.judul_skkni!),
    ...read('skkni_decrees_more.csv').map(row => row.bidang!),
    ...read('smk_spektrum.csv').map(row => `${row.bidang_keahlian}\n${row.program_keahlian}\n${row.konsentrasi_keahlian}`),
    ...read('program_studi.csv').map(row => row.nama!),
  ]
}

/** By concept, how many texts hold one of its names as whole words. */
function countNamed (texts: readonly string[], placesOf: ReadonlyMap<string, readonly number[]>, numConcepts: number): number[] {
  const counts = new Array<number>(numConcepts).fill(0)
  for (const text of texts) {
    const words = normaliseName(text).split(' ')
    const named = new Set<number>()
    for (let first = 0; first < words.length; first++) {
      let phrase = ''
      for (let last = first; last < Math.min(words.length, first + LONGEST_NAME); last++) {
        phrase = phrase === '' ? words[last]! : `${phrase} ${words[last]}`
        for (const place of placesOf.get(phrase) ?? []) named.add(place)
      }
    }
    for (const place of named) counts[place]!++
  }
  return counts
}
