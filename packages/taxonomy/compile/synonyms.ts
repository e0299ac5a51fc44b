import { normaliseName } from '../dist/normalise.js'
import type { SynonymTable } from '../dist/text/synonym-table.js'
import { cellList, readOwnTable } from './read-table.ts'

/** The hand-made lists of what people call units, jobs and places, with terms as the finder compares them. Needs no collected source. */
export function compileSynonyms (): SynonymTable {
  return {
    units: readOwnTable('synonyms.csv').map(({ term, units }): [string, ...string[]] => [normaliseName(term!), ...cellList(units!)]),
    jobs: readOwnTable('job-titles.csv').map(({ title, occupation }): [string, string] => [normaliseName(title!), occupation!]),
    places: readOwnTable('place-aliases.csv').map(({ name, region }): [string, string] => [normaliseName(name!), region!]),
  }
}
