import { createTextIndex } from '../dist/text/index.js'
import { hashOf, type Part } from './evaluation/split.ts'
import { leaveOneNameOut, type Task } from './evaluation/retrieval.ts'
import { escoTasks } from './evaluation/tasks.ts'

/**
 * At what likeness a clause is taken for a thing that it does not name (`LEAST_LIKENESS` of the concept reader): prints precision, recall and F1 of the likest thing at each threshold, for the tune part, where the
 * threshold is chosen, and for the other. Names of things are asked that were taken out of the catalogue; every second thing was taken out whole, so that nothing is the right answer.
 */
const SEED = 'padan-likeness-1'
const THRESHOLDS = Array.from({ length: 11 }, (_, step) => 300 + 40 * step)
const MOST_QUESTIONS = 600
const BEST = 0

const [path = process.env.PADAN_ESCO?.split(',').find(file => file.includes('skills')) ?? ''] = process.argv.slice(2)
if (path === '') {
  process.stderr.write('Give a file of ESCO skills: node compile-dist/calibrate-likeness.js PATH, or PADAN_ESCO.\n')
  process.exitCode = 1
} else {
  const parts: readonly Part[] = ['tune', 'report']
  const tables = parts.map(part => curveOf(taskOf(part)))
  process.stdout.write('| likeness of at least | tune: precision | recall | F1 | report: precision | recall | F1 |\n| --- | --- | --- | --- | --- | --- | --- |\n')
  for (const [place, threshold] of THRESHOLDS.entries()) process.stdout.write(`| ${[threshold, ...tables.flatMap(table => table[place]!.map(value => value.toFixed(3)))].join(' | ')} |\n`)
}

function taskOf (part: Part): Task {
  const [{ things }] = escoTasks(path, part) as [Task]
  return leaveOneNameOut('skills', things, part)
}

function curveOf ({ things, questions }: Task): number[][] {
  const isThere = (code: string): boolean => (hashOf(`${SEED}:${code}`) >>> 8) % 2 === 0
  const index = createTextIndex(things.filter(({ code }) => isThere(code)))
  const asked = [...questions].sort((a, b) => hashOf(a.text) - hashOf(b.text)).slice(0, MOST_QUESTIONS)
  const answers = asked.map(({ text, code }) => ({ hit: index.search(text, { limit: 1 })[BEST], code }))
  const answerable = asked.filter(({ code }) => isThere(code)).length
  return THRESHOLDS.map(threshold => {
    const told = answers.filter(({ hit }) => hit !== undefined && hit.score >= threshold)
    const right = told.filter(({ hit, code }) => hit!.code === code).length
    return [told.length === 0 ? 0 : right / told.length, right / answerable, 2 * right / (told.length + answerable)]
  })
}
