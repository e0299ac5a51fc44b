import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadTaxonomy } from '../dist/index.js'
import { advertsReport } from './evaluation/adverts.ts'
import { escoSentencesTable } from './evaluation/esco-sentences.ts'
import { informalReport } from './evaluation/informal-pairs.ts'
import { RETRIEVAL_SEED, retrievalTable } from './evaluation/retrieval.ts'
import { rootsReport } from './evaluation/roots.ts'
import type { Part } from './evaluation/split.ts'
import { titlesTable } from './evaluation/title-pairs.ts'
import { escoTasks, ownTasks, sourceTasks } from './evaluation/tasks.ts'
import { wageReport } from './evaluation/wage-sentences.ts'

const PAGE = fileURLToPath(new URL('../../../docs/evaluation.md', import.meta.url))
const INTRODUCTION = `# Evaluation

What \`npx -y pnpm evaluate\` printed last. Half of every set, chosen by a hash of the item's id, may be looked at while rules are written and weights are chosen;
the other half is what stands here. No step depends on time and what is drawn is drawn from fixed seeds, so there is no spread between runs; leads over the baselines have an interval.
What each table needs beyond this repository is a file that is not shipped; without it the table is left out, and the page is not written.

| given as | what it is |
| --- | --- |
| \`PATH\` or \`PADAN_ADVERTS\` | adverts with their own columns ([what is compared](extraction.md#evaluation)) |
| \`PADAN_ESCO\` | ESCO skills, groups of skills and occupations as CSV, parted by commas |
| \`PADAN_SOURCES\` | the folder of collected source tables (KBJI descriptions, performance criteria) |
| \`PADAN_HUNSPELL\` | the folder of \`id_ID.aff\` and \`id_ID.dic\` (Debian's \`hunspell-id\`, GPL, so read here and never shipped: \`apt-get download hunspell-id && dpkg-deb -x hunspell-id_*.deb FOLDER\`) |
| \`PADAN_STEMMERS\` | a folder in which \`npm install natural sastrawijs\` was run; without it those stemmers' rows are left out |

\`--tune\` shows the other half, \`--misses\` what went wrong in it among the adverts.
`

const SEARCH_NOTE = `Part '${process.argv.includes('--tune') ? 'tune' : 'report'}' of seed ${RETRIEVAL_SEED}. MRR is the mean of 1 / rank among the first 50, 0 beyond. Character n-grams are TF-IDF cosines of 3 to 5 letters within
words, the best name counting; BM25 is over the plain words of a thing. In damaged words six of ten words of four letters or more have a letter wrong.`

const TITLES_NOTE = `Two titles of one job against titles of two jobs, every second of these from the same group. AUC: the share of (same, other) pairs in which the same job is likelier; 0.5 is
chance. In damaged words one title of the two has letters wrong, as above. Padan uses no list of titles: its work words (\`src/text/words/work-senses.ts\`) were written with the tune part open. Titles written in two ways (\`compile/evaluation/title-variants.csv\`: short forms,
ranks, word order, forms for men and women, Indonesian and English), each with a near title of another job, were written by us; work words were added when the misses of the tune half had been read, by the same hand, so the other half is less unseen than a stranger's.`

const ESCO_NOTE = `Skills of ESCO in English sentences of adverts (\`compile/evaluation/esco-sentences.ts\`), each named by a name that was taken out of the catalogue; the sentences around them were written by hand. Right is a
(sentence, skill) that belongs together; the same extractor as everywhere, on \`{ things }\`. A skill that another one's name names as well counts as wrong.
Sentences with other words (\`compile/evaluation/skill-sentences.csv\`) were written by us, each for one skill, before any search was asked; a second skill that such a sentence names as well counts as wrong.`

const INFORMAL_NOTE = `Sentences of people who look for work, as they type them, with the same in formal words; written by hand for this (\`compile/evaluation/informal-pairs.csv\`) after the lists they are read with. Words right: twice
the words that both have in the same order, over the words of both. Found: the formal sentence among those of all pairs.
The short forms and rules were added to later with the other half open; six lines of the file were seen without regard to halves.`

const WAGES_NOTE = `Adverts of the file below name no monthly wage in words, so this was written by us, who wrote the rules too: 153 sentences as people write wages in adverts, Indonesian and English, and money that is no wage
(\`compile/evaluation/wage-sentences.csv\`). Labels were fixed before the first comparison; half was tuned on. This is the other half, of which only totals were looked at while rules were changed. A wage is right when both ends are.`

const options = process.argv.slice(2).filter(argument => argument.startsWith('--'))
const [adverts = process.env.PADAN_ADVERTS ?? ''] = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const part: Part = options.includes('--tune') ? 'tune' : 'report'
const { PADAN_SOURCES: sources = '', PADAN_ESCO: esco = '', PADAN_HUNSPELL: hunspell = '' } = process.env
const escoFiles = esco.split(',').filter(path => path !== '')
const hunspellFiles = hunspell === '' ? [] : [join(hunspell, 'id_ID.aff'), join(hunspell, 'id_ID.dic')]
const missing = [adverts, sources, ...escoFiles, ...hunspellFiles].filter(path => path !== '' && !existsSync(path))
if (missing.length > 0) {
  process.stderr.write(`There is no ${missing.join(', ')}. Give adverts as npx -y pnpm evaluate PATH, the rest by PADAN_ESCO, PADAN_SOURCES and PADAN_HUNSPELL.\n`)
  process.exitCode = 1
} else {
  const taxonomy = await loadTaxonomy()
  const sections: string[] = []
  const tell = (section: string): void => {
    sections.push(section)
    process.stdout.write(`${section}\n`)
  }
  const tasks = [...ownTasks(taxonomy, part), ...(sources === '' ? [] : sourceTasks(sources, taxonomy, part)), ...escoFiles.flatMap(path => escoTasks(path, part))]
  tell(`## Search\n\n${SEARCH_NOTE}\n\n${retrievalTable(tasks)}`)
  tell(`## Titles\n\n${TITLES_NOTE}\n\n${titlesTable(escoFiles, part)}`)
  for (const path of escoFiles.filter(file => file.includes('skills'))) tell(`## Skills in sentences\n\n${ESCO_NOTE}\n\n${escoSentencesTable(path, part)}`)
  tell(`## Informal sentences\n\n${INFORMAL_NOTE}\n\n${informalReport(part)}`)
  tell(`## Wages\n\n${WAGES_NOTE}\n\n${wageReport(taxonomy, part, options.includes('--misses'))}`)
  if (hunspell !== '') tell(`## Roots\n\n${await rootsReport(hunspell, sources, part)}`)
  if (adverts !== '') tell(`## Adverts\n\n${advertsReport(adverts, taxonomy, part, options.includes('--misses'))}`)
  const whole = adverts !== '' && sources !== '' && escoFiles.length > 0 && hunspell !== ''
  if (whole && part === 'report') writeFileSync(PAGE, `${INTRODUCTION}\n${sections.join('\n')}`)
  else process.stdout.write('Not written to docs/: that takes every file, and the report part.\n')
}
