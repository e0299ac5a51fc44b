import { fileURLToPath } from 'node:url'
import { compileSynonyms } from './synonyms.ts'
import { writeData } from './write-data.ts'

const DATA_FOLDER = fileURLToPath(new URL('../data/', import.meta.url))

const [folder = DATA_FOLDER] = process.argv.slice(2)
const { synonyms } = writeData(folder, { synonyms: compileSynonyms() })
process.stdout.write(`synonyms ${synonyms}\n`)
