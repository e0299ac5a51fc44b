import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { planFair } from '@padan/matcher/fair'
import { marketOf } from './small-fairs.ts'

const PAGE = readFileSync(new URL('../../../../docs/fair.md', import.meta.url), 'utf8')

t.test('the example of the page prints what the page says', async t => {
  const [, code, printed] = /^```js\n(.*?)^```$.*?^```text\n(.*?)^```$/ms.exec(PAGE)!
  const file = fileURLToPath(new URL('documented-fair-example.mjs', import.meta.url))
  t.teardown(() => rmSync(file, { force: true }))
  writeFileSync(file, code!)
  t.equal(execFileSync(process.execPath, [file], { encoding: 'utf8' }), printed)
})

t.test('the page names every property of a fair, and no other', async t => {
  const named = [...PAGE.slice(PAGE.indexOf('## What goes in'), PAGE.indexOf('## An example')).matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`(\w+)`/g)].map(([, name]) => name!))
  const market = marketOf([], [], [])
  let known = ''
  try { planFair(market, { slots: [], booths: [], nothing: 1 } as never) } catch (error) { known = (error as Error).message }
  t.same(named.sort(), known.replace(/^.*the options are |\.$/g, '').split(', ').sort())
})
