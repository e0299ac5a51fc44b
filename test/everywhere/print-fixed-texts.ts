import { readFixedTexts } from './read-fixed-texts.ts'

process.stdout.write(await readFixedTexts())
