import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createMatcher, type Matcher, type RankedPair } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'
import type { Language } from '../errors/problem.ts'
import { RANKING_HEADER, rankingCells } from '../tables/ranking-table.ts'
import { csvText } from '../tables/write-table.ts'
import { advertsFile } from './adverts-file.ts'
import { CATALOGUE_HELP, CATALOGUE_OPTION, knownTaxonomy } from './catalogue-file.ts'
import { usageError } from './exit.ts'
import { dayOption, profileOption } from './judge-options.ts'
import { languageOption } from './language.ts'
import { choiceOption, readOptions, textOption, wholeOption } from './options.ts'
import { Progress } from './progress.ts'
import { readInto } from './read-into.ts'
import { tableFile } from './table-file.ts'

export const RANK_HELP = `padan rank --seekers FILE --vacancies FILE | --adverts FILE [options]

Ranks the people of one file for the openings of another. Needs no server and no database.
Files are CSV (.csv, .tsv, .txt), workbooks (.xlsx, first sheet) or NDJSON (.ndjson, .jsonl). The ranking is CSV on standard output.

  --seekers FILE      people looking for work
  --vacancies FILE    openings
  --adverts FILE      openings as a job site exports its adverts (CSV), in place of --vacancies
  --by SIDE           vacancy: the best people for each opening (default); seeker: the best openings for each person
  --limit N           at most so many results each, 0 to 1000 (default 50)
  --profile NAME      job-fair (default), ojt, bkk or antar-kerja
  --as-of DAY         the day that is judged, YYYY-MM-DD (default: today in Jakarta)
  --out FILE          write the ranking there instead
${CATALOGUE_HELP}
  --language id|en    language of the reasons and messages
`

/** Ranks two files. Throws CommandError. */
export async function rankCommand (args: readonly string[]): Promise<void> {
  const options = readOptions(args, {
    seekers: { type: 'string' },
    vacancies: { type: 'string' },
    adverts: { type: 'string' },
    by: { type: 'string' },
    limit: { type: 'string' },
    profile: { type: 'string' },
    'as-of': { type: 'string' },
    out: { type: 'string' },
    ...CATALOGUE_OPTION,
    language: { type: 'string' },
  })
  if (options.help === true) {
    process.stdout.write(RANK_HELP)
    return
  }
  const [seekers, vacancies, adverts] = ['seekers', 'vacancies', 'adverts'].map(name => textOption(options, name))
  if (seekers === undefined || (vacancies === undefined) === (adverts === undefined)) {
    throw usageError('padan rank needs --seekers and either --vacancies or --adverts; see padan rank --help.')
  }
  const language = languageOption(options)
  const limit = wholeOption(options, 'limit', 0, 1000) ?? 50
  const by = choiceOption(options, 'by', ['vacancy', 'seeker'], 'vacancy')
  const asOf = dayOption(options)
  const { taxonomy } = await knownTaxonomy(options)
  const matcher = createMatcher({ taxonomy })
  const profile = profileOption(options, matcher)
  const openings = adverts === undefined ? await tableFile(String(vacancies)) : await advertsFile(adverts, taxonomy, language)
  await readInto(matcher, 'vacancies', openings, taxonomy, language)
  await readInto(matcher, 'seekers', await tableFile(seekers), taxonomy, language)
  await writeRankings(matcher, taxonomy, language, textOption(options, 'out'), by, { limit, profile, asOf })
}

interface RankSettings {
  limit: number
  profile: string
  asOf: string
}

async function writeRankings (
  matcher: Matcher, taxonomy: Taxonomy, language: Language, path: string | undefined, by: 'vacancy' | 'seeker', settings: RankSettings
): Promise<void> {
  const output: Writable = path === undefined ? process.stdout : createWriteStream(path)
  const ids = [...(by === 'vacancy' ? matcher.vacancies : matcher.seekers).ids()].sort()
  const progress = new Progress('ranking', ids.length)
  await write(output, csvText([RANKING_HEADER]))
  let done = 0
  for (const id of ids) {
    const options = { ...settings, explain: true }
    const { results } = by === 'vacancy' ? matcher.rankSeekers(id, options) : matcher.rankVacancies(id, options)
    if (results.length > 0) await write(output, csvText(results.map((pair, position) => rankingCells({ rank: position + 1, pair: explained(pair) }, language, taxonomy))))
    progress.at(++done)
  }
  progress.end(done)
  if (path === undefined) return
  output.end()
  await finished(output)
}

function explained (pair: RankedPair): RankedPair & { ledger: NonNullable<RankedPair['ledger']> } {
  if (pair.ledger === undefined) throw new Error('A ranking that was to be explained came without ledgers.')
  return { ...pair, ledger: pair.ledger }
}

async function write (output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain')
}
