import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import t from 'tap'
import { book, textRow } from './books.ts'
import { run } from './child.ts'
import { startedOnce } from './databases.ts'
import { UNIT } from './records.ts'

t.setTimeout(1_800_000)

const ROWS = 100_000
/** Megabytes of objects, for the reference data, the embedded database and the import together. */
const HEAP = 192

t.test('a workbook of a hundred thousand rows is read in a small heap', async t => {
  const folder = t.testdir()
  const path = join(folder, 'large.xlsx')
  const rows = Array.from({ length: ROWS }, (_, row) => textRow(`s-${row}`, `${UNIT}:certified:2027-05-31`, 'SMK', '7212:24', '36.71.01', '-6.17835', '106.63189', '25', 'tidak', '5000000', '7212', '-'))
  const file = book(textRow('id', 'units', 'education', 'experience', 'region', 'lat', 'lng', 'reachKm', 'willingToMove', 'wishWage', 'wishOccupations', 'needs') + rows.join(''))
  await pipeline([file], createWriteStream(path))
  const { code, stdout, stderr } = await run(['import', '--seekers', path, '--dry-run'], {
    PADAN_DATA: await startedOnce(join(folder, 'data')),
    NODE_OPTIONS: `--max-old-space-size=${HEAP}`,
  })
  t.equal(code, 0, stderr)
  t.match(JSON.parse(stdout), { rows: ROWS, created: ROWS, rejected: 0, notices: [] })
})
