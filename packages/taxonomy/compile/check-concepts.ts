import { loadTaxonomy } from '../dist/index.js'
import { normaliseName } from '../dist/normalise.js'
import { readTitle } from '../dist/relations/title-words.js'
import { namesOfRow, readConcepts } from './concepts.ts'
import type { ConceptRow } from './concepts.ts'

/** What a check found: a fault cannot be right, a doubt is for a person to look at. */
interface Finding {
  kind: string
  fault: boolean
  text: string
}

const rows = readConcepts()
const { units, occupations } = await loadTaxonomy()
const findings = [...unknownCodes(), ...sharedNames(), ...unitsOfOtherWords()]
for (const { kind, fault, text } of findings) process.stdout.write(`${fault ? 'fault' : 'doubt'}  ${kind.padEnd(12)} ${text}\n`)
const faults = findings.filter(({ fault }) => fault).length
process.stdout.write(`${rows.length} concepts: ${faults} faults, ${findings.length - faults} doubts\n`)
process.exitCode = faults > 0 ? 1 : 0

function unknownCodes (): Finding[] {
  return rows.flatMap(row => [
    ...row.units.filter(code => units.indexOf(code) < 0),
    ...row.occupations.filter(code => occupations.indexOf(code) < 0),
  ].map(code => ({ kind: 'code', fault: true, text: `${row.code} points at ${code}, which is not there` })))
}

/** A spelled-out name is one concept's. A short form may be several ones', which is told. */
function sharedNames (): Finding[] {
  const shortForms = new Set(rows.flatMap(({ abbreviations }) => abbreviations.map(normaliseName)))
  return [...ownersBy(row => namesOfRow(row).map(normaliseName))].filter(([, owners]) => owners.length > 1).map(([name, owners]) => {
    const short = shortForms.has(name)
    return { kind: short ? 'short-form' : 'name', fault: !short, text: `${name}: ${codesOf(owners)}` }
  })
}

function unitsOfOtherWords (): Finding[] {
  return rows.flatMap(row => {
    const roots = new Set(namesOfRow(row).flatMap(name => readTitle(name).roots))
    return row.units.flatMap(code => {
      const unit = units.get(code)
      if (unit === undefined || [unit.title, ...unit.otherTitles].some(title => readTitle(title).roots.some(root => roots.has(root)))) return []
      return { kind: 'unit-words', fault: false, text: `${row.code} asks for ${code} ${unit.title}` }
    })
  })
}

function ownersBy (keysOf: (row: ConceptRow) => string[]): Map<string, ConceptRow[]> {
  const owners = new Map<string, ConceptRow[]>()
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) owners.set(key, [...owners.get(key) ?? [], row])
  }
  return owners
}

function codesOf (owners: readonly ConceptRow[]): string {
  return owners.map(({ code }) => code).join(', ')
}
