import { basename, dirname } from 'node:path'
import type { Taxonomy } from '../../dist/index.js'
import type { IndexedThing } from '../../dist/text/index.js'
import { thingsOf } from '../../dist/text/search/taxonomy-indexes.js'
import { readOwnTable, tableReader } from '../read-table.ts'
import { handSentences } from './hand-sentences.ts'
import { partOf, type Part } from './split.ts'
import { leaveOneNameOut, RETRIEVAL_SEED, type Question, type Task } from './retrieval.ts'

/** Tasks that need nothing but this repository. */
export function ownTasks (taxonomy: Taxonomy, part: Part): Task[] {
  const titles = readOwnTable('job-titles.csv').map(({ title, occupation }): Question => ({ text: title!, code: occupation! }))
  const occupations = thingsOf(taxonomy, 'occupation').map(({ code, label }): IndexedThing => ({ code, label }))
  return [
    { name: 'everyday job title, KBJI by its own titles alone', things: occupations, questions: titles.filter(({ text }) => partOf(text, RETRIEVAL_SEED) === part) },
    leaveOneNameOut('name of a concept left out', thingsOf(taxonomy, 'concept'), part),
  ]
}

/** Tasks over the collected source tables. */
export function sourceTasks (folder: string, taxonomy: Taxonomy, part: Part): Task[] {
  const read = tableReader(folder)
  const described = read('kbji2014.csv').filter(({ kode, deskripsi }) => deskripsi !== '' && partOf(kode!, RETRIEVAL_SEED) === part)
  const criteria = read('skkni_kuk.csv')
  const left = criteria.filter(({ kuk_id: id }) => partOf(id!, RETRIEVAL_SEED) === part && partOf(id!, `${RETRIEVAL_SEED}:few`) === part)
  const out = new Set(left.map(({ kuk_id: id }) => id))
  const units = new Map<string, string[]>()
  for (const { kode_unit: unit, kuk_id: id, kriteria_unjuk_kerja: text } of criteria) units.set(unit!, [...units.get(unit!) ?? [], ...(out.has(id!) ? [] : [text!])])
  const title = new Map(thingsOf(taxonomy, 'unit').map(({ code, label }) => [code, label]))
  const unitThings = [...units].map(([code, texts]): IndexedThing => ({ code, label: title.get(code) ?? code, description: texts.join('\n') }))
  return [
    {
      name: 'KBJI description without its title, KBJI by titles and job titles',
      things: thingsOf(taxonomy, 'occupation'),
      questions: described.map(({ kode, judul, deskripsi }) => ({ code: kode!, text: deskripsi!.slice(0, 600).toLowerCase().replaceAll(judul!.toLowerCase(), ' ') })),
    },
    { name: 'performance criterion left out, units by title and the other criteria', things: unitThings, questions: left.map(({ kode_unit: unit, kriteria_unjuk_kerja: text }) => ({ code: unit!, text: text! })) },
  ]
}

/** Tasks over a file of ESCO: skills (`uri`) or occupations (`esco_code`), with labels and synonyms; occupations, and groups of skills, also by the sentences that describe them. */
export function escoTasks (path: string, part: Part): Task[] {
  const rows = tableReader(dirname(path))(basename(path))
  if (path.includes('groups')) return [groupsTask(rows, part)]
  const skills = path.includes('skills')
  const things = rows.map((row): IndexedThing => {
    const synonyms = row.alt_labels!.split('|').map(label => label.trim()).filter(label => label !== '')
    // Preferred labels of the copy of the skills that we have are shifted against their rows, so the names of a skill are its other labels.
    return skills ? { code: row.uri!, label: synonyms[0] ?? row.preferred_label!, synonyms: synonyms.slice(1) } : { code: row.esco_code!, label: row.preferred_label!, synonyms, description: row.description! }
  })
  const labels = leaveOneNameOut(`ESCO ${skills ? 'skill' : 'occupation'}: a label left out`, things, part)
  return skills ? [labels, { name: 'ESCO skill from a sentence of an advert, by its labels', things, questions: handSentences(part) }] : [labels, sentencesTask(things, part), laterSentenceTask(things, part)]
}

/** Longer descriptions are cut: what somebody writes of a job is a sentence or two. */
const LONGEST_DESCRIPTION = 400
/** Shorter ones are rests of an abbreviation or say nothing. */
const SHORTEST_SENTENCE = 30

/** Groups of skills and fields by their names alone, asked by their descriptions. */
function groupsTask (rows: ReadonlyArray<Record<string, string>>, part: Part): Task {
  const groups = rows.map(({ uri, label, description }) => ({ code: uri!, label: label!, description: description! }))
  return {
    name: 'ESCO group of skills from English sentences that describe it, by its name alone',
    things: groups.map(({ code, label }) => ({ code, label })),
    questions: groups.filter(({ code, description }) => description !== '' && partOf(code, RETRIEVAL_SEED) === part).map(({ code, description }) => ({ code, text: description.slice(0, LONGEST_DESCRIPTION) })),
  }
}

/** The second sentence alone: the first one mostly begins with the job's own name. */
function laterSentenceTask (things: readonly IndexedThing[], part: Part): Task {
  const asked = things.filter(({ code }) => partOf(code, RETRIEVAL_SEED) === part).map(({ code, description = '' }) => ({ code, text: description.split(/(?<=\.)\s+/)[1] ?? '' }))
  return {
    name: 'ESCO occupation from the second sentence of its description alone, by labels',
    things: things.map(({ code, label, synonyms = [] }) => ({ code, label, synonyms })),
    questions: asked.filter(({ text }) => text.length >= SHORTEST_SENTENCE),
  }
}

function sentencesTask (things: readonly IndexedThing[], part: Part): Task {
  const described = things.filter(({ code, description = '' }) => description !== '' && partOf(code, RETRIEVAL_SEED) === part)
  return {
    name: 'ESCO occupation from English sentences that describe it, by labels alone',
    things: things.map(({ code, label, synonyms = [] }) => ({ code, label, synonyms })),
    questions: described.map(({ code, description = '' }) => ({ code, text: description.slice(0, LONGEST_DESCRIPTION) })),
  }
}
