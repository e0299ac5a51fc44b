import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PACKAGE = join(ROOT, 'packages/taxonomy')
const SOURCES = process.env.PADAN_SOURCES ?? join(ROOT, '../shared/data')

const skip = existsSync(join(SOURCES, 'skkni_units.csv')) ? false : `not shipped: no source tables at ${SOURCES}: set PADAN_SOURCES to their folder`

t.test('the committed data is what the compiler makes of the sources, byte for byte', { skip }, async t => {
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b', join(PACKAGE, 'compile')])
  const folder = t.testdir({})
  execFileSync(process.execPath, [join(PACKAGE, 'compile-dist/compile.js'), SOURCES, folder])

  const committed = readdirSync(join(PACKAGE, 'data')).sort()
  t.same(readdirSync(folder).sort(), committed)
  for (const name of committed) t.ok(readFileSync(join(folder, name)).equals(readFileSync(join(PACKAGE, 'data', name))), name)
})

t.test('all data files together stay under a megabyte and a half', async t => {
  const names = readdirSync(join(PACKAGE, 'data')).filter(name => name.endsWith('.js'))
  const bytes = names.reduce((sum, name) => sum + readFileSync(join(PACKAGE, 'data', name)).length, 0)
  t.ok(bytes < 1_500_000, `${bytes} bytes`)
})
