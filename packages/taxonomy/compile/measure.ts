import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { loadTaxonomy } from '../dist/index.js'

const DATA_FOLDER = fileURLToPath(new URL('../data/', import.meta.url))

/** Calls per timing of one look-up; enough to drown the clock. */
const NUM_CALLS = 200_000

/** Keeps the optimiser from dropping what is timed. */
let sink = 0

printSizes()
// The first load in this process: nothing is warm but the file system.
const before = performance.now()
const taxonomy = await loadTaxonomy()
printLine('loadTaxonomy(), first time', performance.now() - before, 'ms')
const again = performance.now()
await loadTaxonomy()
printLine('loadTaxonomy(), again', performance.now() - again, 'ms')

printFirst('first unit look-up', () => taxonomy.units.indexOf('C.24LAS01.001.1'))
printFirst('first region look-up', () => taxonomy.regions.indexOf('36.71.01'))
printFirst('first find among occupations', () => taxonomy.occupations.find('juru las').length)
printFirst('all relatives of all units', () => {
  let relatives = 0
  for (let unit = 0; unit < taxonomy.units.size; unit++) relatives += taxonomy.units.relatives(unit).length
  return relatives
})

const { fields, occupations, units } = taxonomy
printRate('units.indexOf', i => units.indexOf(units.codeAt(i % units.size)))
printRate('fields.relatedness', i => fields.relatedness(i % fields.size, (i * 7919) % fields.size))
printRate('occupations.relatedness', i => occupations.relatedness(i % occupations.size, (i * 7919) % occupations.size))
process.stdout.write(`checksum ${sink}\n`)

function printSizes (): void {
  let raw = 0
  let zipped = 0
  for (const name of readdirSync(DATA_FOLDER).filter(file => file.endsWith('.js')).sort()) {
    const bytes = readFileSync(join(DATA_FOLDER, name))
    raw += bytes.length
    zipped += gzipSync(bytes).length
    printLine(name, bytes.length / 1024, 'KiB')
  }
  printLine('all data, raw', raw / 1024, 'KiB')
  printLine('all data, gzip', zipped / 1024, 'KiB')
}

function printFirst (label: string, call: () => number): void {
  const start = performance.now()
  sink += call()
  printLine(label, performance.now() - start, 'ms')
}

function printRate (label: string, call: (i: number) => number): void {
  const start = performance.now()
  for (let i = 0; i < NUM_CALLS; i++) sink += call(i)
  printLine(label, (performance.now() - start) * 1e6 / NUM_CALLS, 'ns a call')
}

function printLine (label: string, value: number, unit: string): void {
  process.stdout.write(`${label.padEnd(32)}${value.toFixed(1).padStart(10)} ${unit}\n`)
}
