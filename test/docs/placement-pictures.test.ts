import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { placementPictures } from './placement-pictures.ts'

const DOCS = fileURLToPath(new URL('../../../docs/', import.meta.url))

t.test('the pictures in docs are those that the command draws, and the page shows each', async t => {
  const page = readFileSync(join(DOCS, 'placement.md'), 'utf8')
  const pictures = Object.entries(await placementPictures())
  t.equal(pictures.length, 4)
  for (const [name, picture] of pictures) {
    t.equal(readFileSync(join(DOCS, name), 'utf8'), picture, `${name}: draw it again with npx -y pnpm placement-pictures`)
    t.ok(page.includes(`](${name})`), `${name} is in the page`)
    t.notMatch(picture.replace('xmlns="http://www.w3.org/2000/svg"', ''), /<script|<style|<image|href|https?:|\son\w+=|NaN|undefined/i, name)
  }
})
