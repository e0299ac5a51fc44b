import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { placementPictures } from './placement-pictures.ts'

const DOCS = fileURLToPath(new URL('../../../docs/', import.meta.url))

mkdirSync(join(DOCS, 'placement'), { recursive: true })
for (const [name, content] of Object.entries(await placementPictures())) {
  writeFileSync(join(DOCS, name), content)
  console.log(`docs/${name}`)
}
