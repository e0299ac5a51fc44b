import t from 'tap'
import { loadTaxonomy } from '@padan/taxonomy'

const { units } = await loadTaxonomy()
const editions = (code: string): string[] => units.editionsOf(units.indexOf(code)).map(unit => units.codeAt(unit))
const successor = (code: string): string | undefined => {
  const unit = units.successorOf(units.indexOf(code))
  return unit < 0 ? undefined : units.codeAt(unit)
}

t.test('editions of one code stand side by side, each under its own code and decree', async t => {
  t.same(editions('J.611000.015.01'), ['J.611000.015.01', 'J.611000.015.02'])
  t.same(editions('J.611000.015.02'), ['J.611000.015.01', 'J.611000.015.02'])
  t.same(editions('N.78SPS01.001.1'), ['N.78SPS01.001.1', 'N.78SPS01.001.2'])
})

t.test('a later version takes the place of an earlier one, and the modern code that of the old format', async t => {
  t.equal(successor('J.611000.015.01'), 'J.611000.015.02')
  t.equal(successor('J.611000.015.02'), undefined)
  t.equal(successor('PAR.HT02.023.01'), 'I.55HDR00.007.2')
  t.equal(successor('I.55HDR00.007.2'), undefined)
})

t.test('a number that another decree gave to another unit is no edition', async t => {
  t.same(editions('M.741000.001.01'), ['M.741000.001.01'])
  t.equal(successor('M.741000.001.01'), undefined)
  t.same(editions('M.702090.001.01@349/2014'), ['M.702090.001.01@349/2014'])
})

t.test('the editions of a unit are mutual, and no unit succeeds itself', async t => {
  let several = 0
  for (let unit = 0; unit < units.size; unit++) {
    const all = units.editionsOf(unit)
    if (!all.includes(unit)) t.fail(units.codeAt(unit))
    if (all.length > 1) several++
    for (const other of all) {
      if (!units.editionsOf(other).includes(unit)) t.fail(`${units.codeAt(unit)} and ${units.codeAt(other)}`)
    }
    for (let at = units.successorOf(unit), steps = 0; at >= 0; at = units.successorOf(at)) {
      if (at === unit || ++steps > 10) t.fail(`${units.codeAt(unit)} comes after itself`)
    }
  }
  t.ok(several > 100)
})

t.test('an index outside the units is refused', async t => {
  t.throws(() => units.editionsOf(-1), RangeError)
  t.throws(() => units.successorOf(units.size), RangeError)
})
