import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import t from 'tap'
import { linesToReport, readDecree } from '@padan/taxonomy/decree'
import { decreeText, type Layout, type PrintedUnit } from './decree-layouts.ts'
import { EXCERPT } from './decree-excerpt.ts'

const SOURCES = process.env.PADAN_SOURCES ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const skip = existsSync(join(SOURCES, 'elemen_kuk_more.csv')) ? false : `not shipped: no source tables at ${SOURCES}: set PADAN_SOURCES to their folder`

const LAYOUTS: readonly Layout[] = [
  { columns: true, leftWidth: 26, rightWidth: 40, pageLines: 37, pageMark: page => `        - ${page} -`, runningHead: '', space: ' ', eol: '\n' },
  { columns: true, leftWidth: 34, rightWidth: 52, pageLines: 23, pageMark: page => String(page), runningHead: 'STANDAR KOMPETENSI KERJA NASIONAL', space: '\u00A0', eol: '\r\n' },
  { columns: false, leftWidth: 0, rightWidth: 70, pageLines: 31, pageMark: page => `Halaman ${page} dari 900`, runningHead: '', space: ' ', eol: '\n' },
]

const word = fc.stringMatching(/^[a-z]{2,9}$/)
const sentence = fc.tuple(fc.stringMatching(/^[A-Z][a-z]{2,8}$/), fc.array(word, { maxLength: 14 })).map(([first, rest]) => [first, ...rest].join(' '))
const element = fc.record({ title: sentence, criteria: fc.array(sentence, { minLength: 1, maxLength: 11 }) })
const units = fc.array(fc.record({ title: sentence, description: sentence, elements: fc.array(element, { minLength: 1, maxLength: 11 }) }), { minLength: 1, maxLength: 5 })
  .map(list => list.map(({ title, description, elements }, place): PrintedUnit => ({
    code: `C.24LAS01.${String(place + 1).padStart(3, '0')}.1`,
    title,
    description,
    elements: elements.map(({ title, criteria }, e) => ({ number: e + 1, title, criteria: criteria.map((text, c) => ({ number: `${e + 1}.${c + 1}`, text })) })),
  })))
const layout: fc.Arbitrary<Layout> = fc.record({
  columns: fc.boolean(),
  leftWidth: fc.integer({ min: 16, max: 44 }),
  rightWidth: fc.integer({ min: 24, max: 70 }),
  pageLines: fc.integer({ min: 8, max: 60 }),
  pageMark: fc.constantFrom((page: number) => `- ${page} -`, (page: number) => String(page), (page: number) => `   Halaman ${page}`),
  runningHead: fc.constantFrom('', 'jdih.kemnaker.go.id'),
  space: fc.constantFrom(' ', '\u00A0', '\u2009'),
  eol: fc.constantFrom('\n', '\r\n', '\r'),
})

t.test('what is printed in any layout is read back, word for word', async t => {
  let numRuns = 0
  fc.assert(fc.property(units, layout, (units, layout) => {
    const reading = readDecree(decreeText('98/2018', units, layout))
    assert.deepEqual(printed(reading.units), units)
    assert.deepEqual(reading.listed.map(({ code, title }) => ({ code, title })), units.map(({ code, title }) => ({ code, title })))
    assert.equal(reading.decree, '98/2018')
    assert.deepEqual(reading.findings, [])
    assert.deepEqual([...linesToReport(reading)], [])
    numRuns++
  }), { seed: 6, numRuns: 150 })
  t.equal(numRuns, 150)
})

t.test('an excerpt of real decrees is read back in every layout', async t => {
  for (const layout of LAYOUTS) {
    const reading = readDecree(decreeText('196/2014', EXCERPT, layout))
    t.same(printed(reading.units), EXCERPT)
    t.same([...linesToReport(reading)], [])
  }
})

t.test('the collected elements and criteria are read back in every layout', { skip }, async t => {
  const { units, left } = collected()
  t.ok(units.length > 250, `${units.length} units`)
  t.ok(left < 90, `${left} rows whose own text holds two criteria, a broken hyphen or no number`)
  for (const layout of LAYOUTS) {
    const reading = readDecree(decreeText('1/2026', units, layout))
    t.equal(reading.units.length, units.length)
    const wrong = reading.units.filter((unit, place) => JSON.stringify(printed([unit])[0]) !== JSON.stringify(units[place]))
    t.same(wrong.filter(({ code }) => isOrderly(units.find(unit => unit.code === code)!)).map(({ code }) => code), [])
    // The decree's own slips, such as two criteria 3.2, are told.
    const told = [...linesToReport(reading)].map(({ line }) => line)
    for (const { code, line } of wrong) t.ok(told.some(other => other > line && other < line + 100), code)
  }
})

function printed (units: ReadonlyArray<PrintedUnit & { line: number }>): PrintedUnit[] {
  return units.map(({ line, ...unit }) => unit)
}

/** Whether the numbers of a unit go up. */
function isOrderly ({ elements }: PrintedUnit): boolean {
  return elements.every(({ number, criteria }, e) => number > (elements[e - 1]?.number ?? 0) &&
    criteria.every((criterion, c) => criterion.number.startsWith(`${number}.`) && Number(criterion.number.split('.')[1]) > Number(criteria[c - 1]?.number.split('.')[1] ?? 0)))
}

/** The units of the collected table whose rows can be told from each other. */
function collected (): { units: PrintedUnit[], left: number } {
  const units = new Map<string, PrintedUnit>()
  let left = 0
  for (const [code, number, title, criterion, text] of rows(join(SOURCES, 'elemen_kuk_more.csv')).slice(1)) {
    if (!/^\d+\.\d+$/.test(criterion!) || /\d+\.\d|[-/]( |$)/.test(`${text} | ${title}`)) {
      left++
      continue
    }
    const unit = units.get(code!) ?? { code: code!, title: 'Mengerjakan unit', description: 'Unit ini nyata.', elements: [] }
    units.set(code!, unit)
    let element = unit.elements.find(element => element.number === Number(number))
    if (element === undefined) unit.elements.push(element = { number: Number(number), title: plain(title!), criteria: [] })
    element.criteria.push({ number: criterion!, text: plain(text!) })
  }
  return { units: [...units.values()], left }
}

function plain (text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

/** CSV without line ends in its cells. */
function rows (path: string): string[][] {
  return readFileSync(path, 'utf8').trim().split('\n').map(line => Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), match => match[1]?.replaceAll('""', '"') ?? match[2]!))
}
