import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createMatcher, type Matcher, type RankedPair } from '@padan/matcher'
import { loadTaxonomy, type Taxonomy } from '@padan/taxonomy'
import type { SideTable } from '../database/tables.ts'
import type { Language } from '../errors/problem.ts'
import type { Notice } from '../schemas/import.ts'
import type { FieldError } from '../schemas/problem.ts'
import type { MatchRecord } from '../store/record-rows.ts'
import { FileError } from '../tables/file-error.ts'
import { RANKING_HEADER, rankingCells } from '../tables/ranking-table.ts'
import { readRecords } from '../tables/read-records.ts'
import { csvText } from '../tables/write-table.ts'
import { dayInJakarta, isDay } from '../time.ts'
import { advertsFile } from './adverts-file.ts'
import { CommandError, EXIT, usageError } from './exit.ts'
import { languageOption } from './language.ts'
import { choiceOption, readOptions, textOption, wholeOption, type Options } from './options.ts'
import { count, Progress } from './progress.ts'
import { tableFile, tellErrors, tellNotices, type TableFile } from './table-file.ts'

export const RANK_HELP = `padan rank --seekers FILE --vacancies FILE | --adverts FILE [options]

Ranks the people of one file for the openings of another. Needs no server and no database.
Files are CSV (.csv, .tsv, .txt) or NDJSON (.ndjson, .jsonl). The ranking is CSV on standard output.

  --seekers FILE      people looking for work
  --vacancies FILE    openings
  --adverts FILE      openings as a job site exports its adverts (CSV), in place of --vacancies
  --by SIDE           vacancy: the best people for each opening (default); seeker: the best openings for each person
  --limit N           at most so many results each, 0 to 1000 (default 50)
  --profile NAME      job-fair (default), ojt, bkk or antar-kerja
  --as-of DAY         the day that is judged, YYYY-MM-DD (default: today in Jakarta)
  --out FILE          write the ranking there instead
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
  const taxonomy = await loadTaxonomy()
  const matcher = createMatcher({ taxonomy })
  const profile = profileOption(options, matcher)
  const openings = adverts === undefined ? await tableFile(String(vacancies)) : await advertsFile(adverts, taxonomy, language)
  await readInto(matcher, 'vacancies', openings, taxonomy, language)
  await readInto(matcher, 'seekers', await tableFile(seekers), taxonomy, language)
  await writeRankings(matcher, taxonomy, language, textOption(options, 'out'), by, { limit, profile, asOf })
}

function dayOption (options: Options): string {
  const day = textOption(options, 'as-of')
  if (day !== undefined && !isDay(day)) throw usageError(`--as-of takes a day as YYYY-MM-DD, got '${day}'.`)
  return day ?? dayInJakarta(new Date())
}

function profileOption (options: Options, { profiles }: Matcher): string {
  return choiceOption(options, 'profile', profiles.map(profile => profile.name), 'job-fair')
}

/** Every row is good, or nothing is ranked: a person left out in silence would be wronged. */
async function readInto (matcher: Matcher, side: SideTable, { path, source, format }: TableFile, taxonomy: Taxonomy, language: Language): Promise<void> {
  const notices: Notice[] = []
  const errors: FieldError[] = []
  const progress = new Progress(`reading ${path}`, 0)
  let rows = 0
  try {
    for await (const batch of readRecords(source, { side, format, taxonomy, notices })) {
      rows += batch.rows
      errors.push(...batch.errors)
      if (errors.length === 0) matcher[side].put(batch.records as MatchRecord[] & never[])
      progress.at(rows)
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    errors.push(error.error)
  }
  progress.end(rows)
  tellNotices(path, notices, language)
  if (errors.length === 0) return
  tellErrors(path, errors, language)
  throw new CommandError(EXIT.data, `${path} has ${count(errors.length)} ${errors.length === 1 ? 'error' : 'errors'}; nothing was ranked.`)
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
