import fc from 'fast-check'
import t from 'tap'
import { LONGEST_PASSAGE, passagesOf } from './inner.ts'

t.test('passages lie in the text in order, none is too long, and together they hold all but blank lines', async () => {
  const lines = fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(30_000).map(length => 'kata '.repeat(length / 5)), fc.nat(9_000).map(length => '😀'.repeat(length))), { maxLength: 6 })
  fc.assert(fc.property(lines.map(parts => parts.join('\n')), text => {
    let reached = 0
    for (const { text: passage, start } of passagesOf(text)) {
      if (start < reached || passage.length > LONGEST_PASSAGE || text.slice(start, start + passage.length) !== passage) return false
      if (text.slice(reached, start).trim() !== '') return false
      reached = start + passage.length
    }
    return text.slice(reached).trim() === ''
  }), { numRuns: 60, seed: 20261121 })
})

t.test('ten megabytes in one line or in many are cut into passages whose number and total length are bounded by the text', async t => {
  for (const text of ['a'.repeat(10_000_000), 'kata '.repeat(2_000_000), '😀'.repeat(5_000_000), `${'baris dua\n'.repeat(1_000_000)}`]) {
    let passages = 0
    let characters = 0
    for (const passage of passagesOf(text)) {
      passages++
      characters += passage.text.length
    }
    t.ok(characters <= text.length)
    t.ok(passages <= 1_000_000)
  }
})
