import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const HERE = dirname(fileURLToPath(import.meta.url))
const PAGES = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...readdirSync(join(ROOT, 'docs')).filter(name => name.endsWith('.md')).map(name => `docs/${name}`),
  ...['taxonomy', 'matcher', 'server'].map(name => `packages/${name}/README.md`)]

/** What a reader would copy must run: every `js` block of the documents is run as it stands. */
for (const page of PAGES) {
  const blocks = [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^```js\n(.*?)^```$/gms)].map(match => match[1]!)
  blocks.forEach((code, index) => {
    t.test(`${page}: example ${index + 1} runs and prints something`, async t => {
      const file = join(HERE, `example-${page.replaceAll(/\W/g, '-')}-${index}.mjs`)
      t.teardown(() => rmSync(file, { force: true }))
      writeFileSync(file, code)
      const printed = execFileSync(process.execPath, [file], { encoding: 'utf8' })
      t.match(printed, /\S/)
      t.notMatch(printed, /undefined|NaN/)
    })
  })
}

t.test('links between the documents lead somewhere', async t => {
  for (const page of PAGES) {
    const text = readFileSync(join(ROOT, page), 'utf8')
    for (const [, target] of text.matchAll(/\]\((?!https?:)([^)#\s]+)[^)]*\)/g)) {
      t.ok(existsSync(join(ROOT, dirname(page), target!)), `${page} -> ${target}`)
    }
  }
})

t.test('the examples that were looked for are there', async t => {
  t.match(readFileSync(join(ROOT, 'README.md'), 'utf8'), /^```js\n/m)
})
