import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tenAdvertsPages } from './ten-adverts-page.ts'

const DOCS = fileURLToPath(new URL('../../../docs/', import.meta.url))

mkdirSync(join(DOCS, 'ten-adverts'), { recursive: true })
for (const [name, content] of Object.entries(await tenAdvertsPages())) {
  writeFileSync(join(DOCS, name), content)
  console.log(`docs/${name}`)
}
