import { METHOD_OPTIONS, strayOption } from '../jobs/method-options.ts'
import { PlacementOptionsSchema, type PlacementRequest } from '../schemas/placement.ts'
import { usageError } from './exit.ts'
import { jsonFile } from './json-file.ts'
import { languageOption } from './language.ts'
import { MARKET_HELP, MARKET_OPTIONS, marketOptions } from './market-options.ts'
import { choiceOption, readOptions, textOption, wholeOption, type Options } from './options.ts'
import { outputFormat, runJob, writeResult } from './run-job.ts'
import { tellReport } from './tell-report.ts'

export const PLACE_HELP = `padan place --method stable|best|recommend [options]

Places people under capacity, or recommends with an eye on the crowd, and checks the result with an independent verifier.
Needs no server and no database. The placement is CSV on standard output.

  --method METHOD     stable: nobody and no opening would rather have each other (default); best: the greatest total score;
                      recommend: lists for everybody that spread over the seats

${MARKET_HELP}
  --options FILE      JSON with the options of the API: refusals, fixed, withdrawn, caps, groups, typeCaps, reserves and so on
  --ties RULE         stable: id (default), single-lottery or multiple-lottery
  --seed N            the lottery's seed, 0 to 4294967295
  --objective WHAT    best: score (default) or people-first
  --limit N           recommend: the longest list, 1 to 1000 (default 10)
  --list LIST         the list that is written as CSV: seekers (default) or vacancies
  --out FILE          write there instead: .csv, or .json for the whole result with its certificate
  --report            tell on standard error what the placement did to the market
  --language id|en    language of the messages

Ctrl-C stops the work; nothing is written then, and the exit code is 130.
`

const METHODS = ['stable', 'best', 'recommend'] as const

/** Places the people of files. Throws CommandError. */
export async function placeCommand (args: readonly string[]): Promise<void> {
  const options = readOptions(args, {
    ...MARKET_OPTIONS,
    method: { type: 'string' },
    options: { type: 'string' },
    ties: { type: 'string' },
    seed: { type: 'string' },
    objective: { type: 'string' },
    limit: { type: 'string' },
    list: { type: 'string' },
    out: { type: 'string' },
    report: { type: 'boolean' },
    language: { type: 'string' },
  })
  if (options.help === true) {
    process.stdout.write(PLACE_HELP)
    return
  }
  const language = languageOption(options)
  const method = choiceOption(options, 'method', METHODS, 'stable')
  const list = choiceOption(options, 'list', ['seekers', 'vacancies'], 'seekers')
  const out = textOption(options, 'out')
  outputFormat(out)
  const quick = quickOptions(options, method)
  const path = textOption(options, 'options')
  const asked = path === undefined ? {} : await jsonFile(path, PlacementOptionsSchema, language)
  const market = await marketOptions(options, language)
  const request = { ...market.request, method, options: { ...asked, ...quick } } as PlacementRequest
  checkMethod(request)
  const output = await runJob({ ...market, kind: 'placement', request }, 'placing', language)
  await writeResult(output, out, list)
  if (options.report === true) tellReport(JSON.parse(output.result).report, language)
}

/** The options that a file would be too much for. Throws CommandError for those of another method. */
function quickOptions (options: Options, method: PlacementRequest['method']): PlacementRequest['options'] {
  const of = (name: string, owner: PlacementRequest['method']): void => {
    if (options[name] !== undefined && method !== owner) throw usageError(`--${name} goes with --method ${owner}.`)
  }
  of('ties', 'stable')
  of('seed', 'stable')
  of('objective', 'best')
  of('limit', 'recommend')
  const rule = choiceOption(options, 'ties', ['id', 'single-lottery', 'multiple-lottery'], 'id')
  const seed = wholeOption(options, 'seed', 0, 4_294_967_295)
  if ((rule === 'id') !== (seed === undefined)) throw usageError('--ties single-lottery or multiple-lottery needs --seed, and --seed one of them.')
  const limit = wholeOption(options, 'limit', 1, 1000)
  return {
    ...options.ties === undefined ? {} : { ties: seed === undefined ? { rule } : { rule, seed } },
    ...options.objective === undefined ? {} : { objective: choiceOption<'score' | 'people-first'>(options, 'objective', ['score', 'people-first'], 'score') },
    ...limit === undefined ? {} : { limit },
  }
}

function checkMethod ({ method, from, options = {} }: PlacementRequest): void {
  const stray = strayOption(method, options)
  if (stray !== undefined) throw usageError(`the option '${stray}' is not of --method ${method}; it takes ${METHOD_OPTIONS[method].join(', ')}.`)
  if (from === 'preferences' && method !== 'stable') throw usageError(`--method ${method} needs scores, and preferences have none: use --method stable.`)
}
