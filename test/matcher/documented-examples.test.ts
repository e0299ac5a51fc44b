import { readFileSync } from 'node:fs'
import t from 'tap'
import { createMatcher, PROFILES } from '@padan/matcher'
import type { Ledger, PairOptions, Seeker, Vacancy } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'

const PAGE = readFileSync(new URL('../../../docs/matching-model.md', import.meta.url), 'utf8')
/** The page would have to lose an example to have fewer. */
const FEWEST_EXAMPLES = 3
const SUMS = ['score', 'potential', 'fit', 'appeal'] as const

const matcher = createMatcher({ taxonomy: await loadTaxonomy() })

interface Example {
  title: string
  input: { seeker: Seeker, vacancy: Vacancy, options: PairOptions }
  rows: string[][]
  rules: string
}

const examples = readExamples(PAGE)

t.test('the page has its examples', async t => {
  t.ok(examples.length >= FEWEST_EXAMPLES, `${examples.length} examples`)
  t.same(examples.filter(({ title, rows, rules }) => title === '' || rows.length < 12 || rules === ''), [], 'each with a title, a table and its rules')
})

for (const { title, input, rows, rules } of examples) {
  t.test(`the example '${title}' is what the code gives`, async t => {
    const ledger = matcher.explain(input.seeker, input.vacancy, input.options)
    t.same(rows, tableOf(ledger))
    t.equal(rules, ledger.rules.map(({ rule, code }) => `${rule} ${code ?? 'pass'}`).join(', '))
  })
}

t.test('the page names the shares of every built-in profile, and no other', async t => {
  const [head, ...table] = tableAfter(PAGE, '| profile |')
  const shares = table.map(([name, ...cells]) => [name!.match(/^`(.+?)`/)![1], Object.fromEntries(cells.map((cell, at) => [head![at + 1], Number(cell)]))])
  t.same(Object.fromEntries(shares), Object.fromEntries(Object.values(PROFILES).map(({ name, shares }) => [name, shares])))
})

function readExamples (page: string): Example[] {
  const [, chapter = ''] = page.split('\n## Worked examples\n')
  return chapter.split('\n### ').slice(1).map(text => {
    const json = /```json\n(.*?)\n```/s.exec(text)?.[1]
    if (json === undefined) throw new Error(`The example '${text.slice(0, 60)}' has no block of JSON.`)
    return {
      title: text.slice(0, text.indexOf('\n')),
      input: JSON.parse(json) as Example['input'],
      rows: tableAfter(text, '| criterion |').slice(1),
      rules: /^Rules: (.+)\.$/m.exec(text)?.[1] ?? '',
    }
  })
}

/** The cells of the table that begins with `head`, its first row included and the line of dashes left out. */
function tableAfter (text: string, head: string): string[][] {
  const lines = text.slice(text.indexOf(head)).split('\n')
  const end = lines.findIndex(line => !line.startsWith('|'))
  return lines.slice(0, end < 0 ? lines.length : end).filter((_, at) => at !== 1).map(line => line.split('|').slice(1, -1).map(cell => cell.trim()))
}

function tableOf (ledger: Ledger): string[][] {
  return [
    ...ledger.rows.map(({ criterion, weight, credit, points }) => [criterion, String(weight), String(credit), String(points)]),
    ...SUMS.map(sum => [`**${sum}**`, '', '', String(ledger[sum])]),
  ]
}
