import { loadTaxonomy } from '../dist/index.js'
import type { Relative } from '../dist/index.js'
import { companyOf } from './evaluation/company.ts'
import { partOf, type Part } from './evaluation/split.ts'
import { readEvaluationTable } from './read-table.ts'

const SEED = 'padan-nearness-1'

/** Company this alike counts as related when the decomposition stands alone: the best of 0.5 to 0.9 on the tuning part. */
const ALIKE_COMPANY = 0.5

interface Pair {
  a: number
  b: number
  related: boolean
}

const part: Part = process.argv.includes('--tune') ? 'tune' : 'report'
const { units, clusters } = await loadTaxonomy()
// How the pairs were drawn and labelled, docs/taxonomy.md says.
const rows = readEvaluationTable('unit-pairs.csv')
const pairs = rows.filter(({ left, right, related }) => related !== 'unclear' && partOf(`${left} ${right}`, SEED) === part)
  .map(({ left, right, related }): Pair => ({ a: units.indexOf(left!), b: units.indexOf(right!), related: related === 'yes' }))
const relationOf = ({ a, b }: Pair): Relative | undefined => units.relatives(a).find(({ held }) => held === b)
const schemes = Array.from({ length: clusters.size }, (_, index) => clusters.at(index).units)
const company = companyOf(units.size, schemes)

process.stdout.write(`${pairs.length} pairs, ${pairs.filter(({ related }) => related).length} of them related: part '${part}' of seed ${SEED}; ${rows.filter(({ related }) => related === 'unclear').length} of ${rows.length} unclear ones are left out.\n\n`)
process.stdout.write('| related by | pairs | precision | recall |\n| --- | --- | --- | --- |\n')
line('all shipped reasons', pair => relationOf(pair) !== undefined)
for (const reason of ['version', 'twin', 'same-title', 'wording', 'cluster'] as const) line(`\`${reason}\``, pair => relationOf(pair)?.reason === reason)
line('not shipped: any shared scheme (the rule before)', ({ a, b }) => schemes.some(of => of.includes(a) && of.includes(b)))
line(`not shipped: company of at least ${ALIKE_COMPANY} (PPMI and SVD)`, ({ a, b }) => company(a, b) >= ALIKE_COMPANY)

function line (name: string, isRelated: (pair: Pair) => boolean): void {
  const said = pairs.filter(isRelated)
  const right = said.filter(({ related }) => related).length
  const figure = (value: number): string => Number.isNaN(value) ? '' : value.toFixed(3)
  process.stdout.write(`| ${name} | ${said.length} | ${figure(right / said.length)} | ${figure(right / pairs.filter(({ related }) => related).length)} |\n`)
}
