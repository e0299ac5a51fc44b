import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import { createMatcher } from '@padan/matcher'
import { isDictionaries, marketFromCosts, preferencesFromDictionaries, readAssignment, readResidents, type Market, type OneSidedPair } from '@padan/matcher/placement'
import type { Language } from '../errors/problem.ts'
import type { MarketStart } from '../jobs/job-start.ts'
import { CostsSchema, PreferencesSchema } from '../schemas/market-source.ts'
import { FileError } from '../tables/file-error.ts'
import { readMatrix } from '../tables/read-matrix.ts'
import { advertsFile } from './adverts-file.ts'
import { CATALOGUE_OPTION, knownTaxonomy } from './catalogue-file.ts'
import { CommandError, EXIT, usageError } from './exit.ts'
import { jsonFile, jsonOf, parsedFile, textFile } from './json-file.ts'
import { dayOption, profileOption } from './judge-options.ts'
import { textOption, wholeOption, type Options, type OptionTypes } from './options.ts'
import { readInto } from './read-into.ts'
import { tableFile } from './table-file.ts'

/** The options that say what a market is made of. */
export const MARKET_OPTIONS: OptionTypes = {
  seekers: { type: 'string' },
  vacancies: { type: 'string' },
  adverts: { type: 'string' },
  preferences: { type: 'string' },
  costs: { type: 'string' },
  scores: { type: 'string' },
  seats: { type: 'string' },
  'per-seeker': { type: 'string' },
  profile: { type: 'string' },
  'as-of': { type: 'string' },
  ...CATALOGUE_OPTION,
}

export const MARKET_HELP = `One of these says what the market is made of:

  --seekers FILE --vacancies FILE   people and openings (CSV or NDJSON), ranked as padan rank does
      --adverts FILE                openings as a job site exports its adverts, in place of --vacancies
      --per-seeker N                the best so many openings of each person, 1 to 1000 (default 50)
      --profile NAME                job-fair (default), ojt, bkk or antar-kerja
      --as-of DAY                   the day that is judged, YYYY-MM-DD (default: today in Jakarta)
      --catalogue FILE              units and schemes of your own on top of the shipped ones, as padan taxonomy writes them
  --preferences FILE                preference lists: JSON (.json) as in the API or as dictionaries of residents,
                                    hospitals and capacities, else residents and hospitals as plain text
  --costs FILE | --scores FILE      a matrix, lower or higher being better: CSV (.csv) with or without ids, JSON (.json) as in the
                                    API, else an assignment problem as plain text (OR-Library, DIMACS)
      --seats N                     seats of every column (default 1)
`

/** A market as the options name it. Throws CommandError. */
export async function marketOptions (options: Options, language: Language): Promise<MarketStart> {
  const [seekers, vacancies, adverts, preferences, costs, scores] = ['seekers', 'vacancies', 'adverts', 'preferences', 'costs', 'scores'].map(name => textOption(options, name))
  const ways = [seekers ?? vacancies ?? adverts, preferences, costs, scores].filter(way => way !== undefined)
  if (ways.length !== 1) throw usageError('say what the market is made of, in one way: --seekers and --vacancies, --preferences, --costs or --scores; see --help.')
  if (options.seats !== undefined && costs === undefined && scores === undefined) throw usageError('--seats goes with --costs or --scores.')
  if (preferences !== undefined) return await fromPreferences(preferences, language)
  if (costs !== undefined) return await fromMatrix(costs, 'costs', options, language)
  if (scores !== undefined) return await fromMatrix(scores, 'scores', options, language)
  if (seekers === undefined || (vacancies === undefined) === (adverts === undefined)) throw usageError('people and openings are both needed: --seekers, and either --vacancies or --adverts.')
  return await fromRecords(options, seekers, vacancies, String(adverts), language)
}

async function fromRecords (options: Options, seekers: string, vacancies: string | undefined, adverts: string, language: Language): Promise<MarketStart> {
  const { taxonomy, catalogues } = await knownTaxonomy(options)
  const matcher = createMatcher({ taxonomy })
  const ledgers = { profile: profileOption(options, matcher), asOf: dayOption(options), perSeeker: wholeOption(options, 'per-seeker', 1, 1000) ?? 50 }
  const openings = vacancies === undefined ? await advertsFile(adverts, taxonomy, language) : await tableFile(vacancies)
  await readInto(matcher, 'vacancies', openings, taxonomy, language)
  await readInto(matcher, 'seekers', await tableFile(seekers), taxonomy, language)
  return { request: { from: 'ledgers', ledgers }, records: { snapshot: matcher.save(), profiles: matcher.profiles, catalogues } }
}

async function fromPreferences (path: string, language: Language): Promise<MarketStart> {
  if (isJson(path)) {
    const value = await parsedFile(path)
    const lists = isDictionaries(value) ? named(path, language, () => preferencesFromDictionaries(value)) : value
    return { request: { from: 'preferences', preferences: jsonOf(path, lists, PreferencesSchema, language) } }
  }
  const text = await textFile(path)
  return { request: { from: 'preferences' }, market: named(path, language, () => readResidents(text)) }
}

async function fromMatrix (path: string, numbers: 'costs' | 'scores', options: Options, language: Language): Promise<MarketStart> {
  const seats = wholeOption(options, 'seats', 0, 4_294_967_295)
  const given = seats === undefined ? {} : { seats }
  if (isJson(path)) return { request: { from: 'costs', costs: { ...await jsonFile(path, CostsSchema, language), numbers, ...given } } }
  const one = (market: Market): { market: Market, oneSided: OneSidedPair[] } => ({ market, oneSided: [] })
  if (extname(path).toLowerCase() === '.csv') {
    await textFile(path)
    const { matrix, ...ids } = await readMatrix(() => createReadStream(path)).catch(error => { throw told(path, error, language) })
    return { request: { from: 'costs' }, market: one(named(path, language, () => marketFromCosts(matrix, { ...ids, numbers, ...given }))) }
  }
  const text = await textFile(path)
  return { request: { from: 'costs' }, market: one(named(path, language, () => withSeats(readAssignment(text), numbers, seats))) }
}

/** The plain text of an assignment problem knows no seats, and its numbers are costs. */
function withSeats (market: Market, numbers: 'costs' | 'scores', seats: number | undefined): Market {
  const score = numbers === 'costs' || market.score === null ? market.score : market.score.map(cost => -cost)
  return { ...market, score, seats: seats === undefined ? market.seats : market.seats.map(() => seats) }
}

function isJson (path: string): boolean {
  return extname(path).toLowerCase() === '.json'
}

function named<T> (path: string, language: Language, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw told(path, error, language)
  }
}

/** What a reader found wrong, with the file it was in. */
function told (path: string, error: unknown, language: Language): unknown {
  if (error instanceof FileError) return new CommandError(EXIT.data, `${path}: ${language === 'id' ? error.error.messageId : error.message}`)
  return error instanceof RangeError ? new CommandError(EXIT.data, `${path}: ${error.message}`) : error
}
