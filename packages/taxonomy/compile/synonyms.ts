import { normaliseName } from '../dist/normalise.js'
import type { SynonymTable } from '../dist/text/synonym-table.js'
import { cellList, readOwnTable } from './read-table.ts'

/** The hand-made lists of what people call jobs and places, with terms as the finder compares them. Needs no collected source. */
export function compileSynonyms (): SynonymTable {
  return {
    noUnits: readOwnTable('not-units.csv').map(({ term }) => normaliseName(term!)),
    jobs: readOwnTable('job-titles.csv').map(({ title, occupation }): [string, string] => [normaliseName(title!), occupation!]),
    places: readOwnTable('place-aliases.csv').map(({ name, region, others }): [string, string, string[]] => [normaliseName(name!), region!, cellList(others!)]),
  }
}
