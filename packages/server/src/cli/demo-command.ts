import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CITY_YEAR, demoCity, type DemoOptions } from '@padan/matcher/demo'
import { loadTaxonomy } from '@padan/taxonomy'
import { loadDemo } from '../imports/load-demo.ts'
import type { MatchRecord } from '../store/record-rows.ts'
import { tableText } from '../tables/write-table.ts'
import { usageError } from './exit.ts'
import { languageOption } from './language.ts'
import { withRegistry } from './local-registry.ts'
import { readOptions, textOption, wholeOption, type Options } from './options.ts'
import { count, Progress } from './progress.ts'

const MOST_RECORDS = 100_000_000
const MOST_SEED = 4_294_967_295
/** Everybody is weighed against every booth. */
const MOST_AT_FAIR = 20_000
const DEFAULT_SIZE = { seekers: 5000, vacancies: 600 }

export const DEMO_HELP = `padan demo [options]

Makes the demo city: invented people and openings of Kota Tangerang with the published proportions.
Without --out it is stored in the database that DATABASE_URL or PADAN_DATA names.

  --seed N         another city (default 3671); the same seed gives the same bytes
  --seekers N      how many people (default 5,000)
  --vacancies N    how many openings (default 600)
  --year           the whole year: 58,613 people and 27,675 openings
  --out FOLDER     write seekers.csv and vacancies.csv there instead
  --placement      store nothing; show who gets work at a fair of 500 people (--seekers) and 60 seats (--seats),
                   by ranking, by recommendAll, by placeStable and by placeBest
  --seats N        seats of that fair (default 60)
  --language id|en language of that table
`

/** Writes or stores the demo city. Throws CommandError. */
export async function demoCommand (args: readonly string[]): Promise<void> {
  const options = readOptions(args, {
    seed: { type: 'string' },
    seekers: { type: 'string' },
    vacancies: { type: 'string' },
    year: { type: 'boolean' },
    out: { type: 'string' },
    placement: { type: 'boolean' },
    seats: { type: 'string' },
    language: { type: 'string' },
  })
  if (options.help === true) {
    process.stdout.write(DEMO_HELP)
    return
  }
  if (options.placement === true) {
    await comparePlacements(options)
    return
  }
  for (const name of ['seats', 'language']) if (options[name] !== undefined) throw usageError(`--${name} goes with --placement; see padan demo --help.`)
  const demo = demoOptions(options)
  const folder = textOption(options, 'out')
  if (folder === undefined) await storeDemo(demo)
  else await writeDemo(demo, folder)
}

async function comparePlacements (options: Options): Promise<void> {
  for (const name of ['vacancies', 'year', 'out']) if (options[name] !== undefined) throw usageError(`--${name} does not go with --placement; see padan demo --help.`)
  const fair = { seed: wholeOption(options, 'seed', 0, MOST_SEED), seekers: wholeOption(options, 'seekers', 0, MOST_AT_FAIR), seats: wholeOption(options, 'seats', 0, MOST_AT_FAIR) }
  const language = languageOption(options)
  const { showPlacement } = await import('./show-placement.ts')
  process.stdout.write(`${showPlacement(await loadTaxonomy(), fair, language)}\n`)
}

function demoOptions (options: Options): Required<Omit<DemoOptions, 'seed'>> & DemoOptions {
  const size = options.year === true ? CITY_YEAR : DEFAULT_SIZE
  const seed = wholeOption(options, 'seed', 0, MOST_SEED)
  return {
    ...(seed === undefined ? {} : { seed }),
    seekers: wholeOption(options, 'seekers', 0, MOST_RECORDS) ?? size.seekers,
    vacancies: wholeOption(options, 'vacancies', 0, MOST_RECORDS) ?? size.vacancies,
  }
}

async function storeDemo (demo: Required<Omit<DemoOptions, 'seed'>> & DemoOptions): Promise<void> {
  await withRegistry({ taxonomy: await loadTaxonomy(), catalogues: [] }, async registry => {
    const progress = new Progress('storing the demo city', demo.seekers + demo.vacancies)
    const stored = await loadDemo(registry, demo, records => progress.at(records))
    progress.end(stored)
    process.stderr.write(`Stored ${count(demo.seekers)} seekers and ${count(demo.vacancies)} vacancies.\n`)
  })
}

async function writeDemo (demo: Required<Omit<DemoOptions, 'seed'>> & DemoOptions, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { seekers, vacancies } = demoCity(await loadTaxonomy(), demo)
  const write = async (path: string, text: Iterable<string>): Promise<void> => {
    await pipeline(Readable.from(text, { objectMode: false }), createWriteStream(path))
    process.stderr.write(`Wrote ${path}\n`)
  }
  const watched = function * (records: Iterable<MatchRecord>, total: number, label: string): Generator<MatchRecord, void> {
    const progress = new Progress(label, total)
    let made = 0
    for (const record of records) {
      yield record
      progress.at(++made)
    }
    progress.end(made)
  }
  await write(join(folder, 'seekers.csv'), tableText('seekers', watched(seekers, demo.seekers, 'seekers')))
  await write(join(folder, 'vacancies.csv'), tableText('vacancies', watched(vacancies, demo.vacancies, 'vacancies')))
}
