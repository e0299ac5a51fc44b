import fc from 'fast-check'
import t from 'tap'
import { loadTaxonomy } from '@padan/taxonomy'
import type { RelatedRegister } from '@padan/taxonomy'

const { fields, occupations, sectors } = await loadTaxonomy()

type Node = { code: string, title: string, parent: number | null }

function chain (register: RelatedRegister<Node>, index: number): number[] {
  const parent = register.at(index).parent
  return parent === null ? [index] : [...chain(register, parent), index]
}

function between<Item> (register: RelatedRegister<Item>): (wanted: string, held: string) => number {
  return (wanted, held) => register.relatedness(register.indexOf(wanted), register.indexOf(held))
}

t.test('occupations: credit follows the digits in common', async t => {
  const related = between(occupations)
  t.equal(related('7212', '7212'), 1000)
  t.equal(related('72', '7212'), 1000)
  t.equal(related('7212.01', '7212'), 800)
  t.equal(related('7212.01', '7212.02'), 800)
  t.equal(related('7212', '721'), 600)
  t.equal(related('7212', '7213'), 600)
  t.equal(related('7212', '7222'), 300)
  t.equal(related('7212', '72'), 300)
  t.equal(related('7212', '7111'), 0)
  t.equal(related('7212', '7'), 0)
  t.equal(related('7212', '8111'), 0)
})

t.test('sectors: credit follows the digits in common, then the section', async t => {
  const related = between(sectors)
  t.equal(related('C', '25111'), 1000)
  t.equal(related('25111', '25111'), 1000)
  t.equal(related('25111', '2511'), 800)
  t.equal(related('25111', '25119'), 800)
  t.equal(related('25111', '25120'), 600)
  t.equal(related('25111', '25920'), 400)
  t.equal(related('25111', '24101'), 200)
  t.equal(related('25111', 'C'), 200)
  t.equal(related('25111', '01111'), 0)
})

t.test('fields: credit follows the tree, twins join the trees', async t => {
  const related = between(fields)
  t.equal(related('smk:2.1', 'smk:2.1.1'), 1000)
  t.equal(related('smk:2.1.1', 'smk:2.1'), 700)
  t.equal(related('smk:2.1.1', 'smk:2'), 400)
  t.equal(related('smk:2.1.1', 'smk:2.1.2'), 600)
  t.equal(related('smk:2.1.1', 'smk:2.3.1'), 250)
  t.equal(related('pt:458', 'ps:informatika'), 1000)
  t.equal(related('ps:informatika', 'ps:teknik-informatika'), 800)
  t.equal(related('pt:562', 'smk:8.3.1'), 900)
  t.equal(related('ps:akuntansi', 'smk:8.3.1'), 900)
  t.equal(related('smk:2.1.1', 'ps:teknik-mesin'), 630)
  t.equal(related('pt:431', 'smk:2.1.1'), 900)
  t.equal(related('smk:4.1', 'ps:informatika'), 900)
  t.equal(related('pt:562', 'pt:571'), 250)
  t.equal(related('smk:1.1', 'pt:562'), 0)
})

t.test('the science tree is rebuilt from order and level', async t => {
  const parentOf = (code: string): string | null => {
    const { parent } = fields.get(code)!
    return parent === null ? null : fields.codeAt(parent)
  }
  t.same(['pt:560', 'pt:281', 'pt:601', 'pt:700', 'pt:140'].map(parentOf), ['pt:550', 'pt:270', 'pt:590', 'pt:660', null])
  t.same(['ps:teknik-mesin', 'ps:perhotelan', 'ps:matematika'].map(parentOf), ['pt:431', 'pt:573', 'pt:121'])
})

for (const [name, register] of [['occupations', occupations], ['sectors', sectors]] as const) {
  t.test(`${name}: the parent of a code is the code cut short`, async t => {
    for (let index = 0; index < register.size; index++) {
      const { code, parent } = register.at(index)
      const expected = code.length === 1 ? null : code.length > 5 ? code.slice(0, 4) : code.slice(0, -1)
      const parentCode = parent === null ? null : register.codeAt(parent)
      if (expected?.length === 1 && name === 'sectors' ? !/^[A-U]$/.test(parentCode!) : parentCode !== expected) t.fail(code)
    }
  })
}

for (const [name, register, twins] of [['fields', fields, true], ['occupations', occupations, false], ['sectors', sectors, false]] as const) {
  t.test(`${name}: relatedness has the shape it promises`, async t => {
    const index = fc.nat(register.size - 1)
    fc.assert(fc.property(index, index, (wanted, held) => {
      const value = register.relatedness(wanted, held)
      const isUnder = chain(register, held).includes(wanted)
      const isApart = chain(register, wanted)[0] !== chain(register, held)[0]
      return Number.isInteger(value) && value >= 0 && value <= 1000 &&
        (value === 1000) === isUnder &&
        (!isApart || (twins ? value <= 900 : value === 0))
    }), { numRuns: 5000, seed: 20_261_128 })
    t.throws(() => register.relatedness(-1, 0), RangeError)
    t.throws(() => register.relatedness(0, register.size), RangeError)
  })

  t.test(`${name}: everything answers what stands above it in full`, async t => {
    for (let held = 0; held < register.size; held++) {
      for (const wanted of chain(register, held)) {
        if (register.relatedness(wanted, held) !== 1000) t.fail(register.codeAt(held))
      }
    }
  })
}

t.test('fields: going through a twin is worth nine tenths of standing there', async t => {
  const names = new Map<string, number[]>()
  for (let index = 0; index < fields.size; index++) {
    const name = fields.at(index).title.toLowerCase()
    names.set(name, [...names.get(name) ?? [], index])
  }
  let pairs = 0
  for (const [a, b] of [...names.values()].filter(group => group.length === 2) as Array<[number, number]>) {
    if (chain(fields, a).includes(b) || chain(fields, b).includes(a)) continue
    pairs++
    for (const wanted of chain(fields, b)) {
      if (fields.relatedness(wanted, a) < 900) t.fail(`${fields.codeAt(wanted)} ${fields.codeAt(a)}`)
    }
  }
  t.ok(pairs > 20, `${pairs} pairs`)
})
