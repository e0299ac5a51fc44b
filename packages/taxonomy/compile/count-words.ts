import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { tableReader } from './read-table.ts'

const FILE = fileURLToPath(new URL('../sources/word-counts.csv', import.meta.url))

/** Texts that were proof-read: classifications and standards, Indonesian and English. A word's count in them is no more than a fact about it. */
const TEXTS: ReadonlyArray<readonly [table: string, columns: readonly string[]]> = [
  ['kbji2014.csv', ['judul', 'deskripsi']], ['kbli2020.csv', ['judul', 'deskripsi']], ['skkni_units.csv', ['judul_unit']], ['skkni_units_more.csv', ['judul_unit']],
  ['skkni_kuk.csv', ['kriteria_unjuk_kerja']], ['isco08_groups_en.csv', ['label', 'description']],
]
/** A word seen less often may be a misprint. */
const FEWEST = 3
const WORD = /[a-z]{3,}/g

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('count-words needs the folder of the source tables: pnpm --filter @padan/taxonomy count-words FOLDER\n')
  process.exitCode = 1
} else {
  const counts = new Map<string, number>()
  const read = tableReader(folder)
  for (const [table, columns] of TEXTS) {
    for (const row of read(table)) {
      for (const column of columns) for (const [word] of row[column]!.toLowerCase().matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  const kept = [...counts].filter(([, count]) => count >= FEWEST).sort(([a], [b]) => a < b ? -1 : 1)
  writeFileSync(FILE, `word,count\n${kept.map(row => row.join(',')).join('\n')}\n`)
  process.stdout.write(`${kept.length} words\n`)
}
