import { fileURLToPath } from 'node:url'
import { compileRoots, compileWordCounts } from './roots.ts'
import { compileSynonyms } from './synonyms.ts'
import { writeData } from './write-data.ts'

const DATA_FOLDER = fileURLToPath(new URL('../data/', import.meta.url))

const [folder = DATA_FOLDER] = process.argv.slice(2)
const sizes = writeData(folder, { synonyms: compileSynonyms(), roots: compileRoots(), words: compileWordCounts() })
for (const [name, bytes] of Object.entries(sizes)) process.stdout.write(`${name} ${bytes}\n`)
