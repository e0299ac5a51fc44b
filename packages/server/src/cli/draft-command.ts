import { confirmDraft, createDrafter } from '@padan/matcher/drafts'
import { decreeText } from '../decrees/decree-file.ts'
import { PdfError } from '../decrees/pdf-text.ts'
import type { Language } from '../errors/problem.ts'
import { checkRecords } from '../store/check-records.ts'
import { FileError } from '../tables/file-error.ts'
import { dayInJakarta, isDay } from '../time.ts'
import { CATALOGUE_HELP, CATALOGUE_OPTION, knownTaxonomy } from './catalogue-file.ts'
import { draftText } from './draft-words.ts'
import { CommandError, EXIT, usageError } from './exit.ts'
import { languageOption } from './language.ts'
import { choiceOption, readOptions, textOption } from './options.ts'

export const DRAFT_HELP = `padan draft FILE|- [options]

Reads the words of an advert or a CV, text or PDF, into a record for a person to confirm. Nothing is stored and no server is needed. A - reads standard input.

  --as WHAT           vacancy (default) or seeker
  --json              the whole draft as JSON: states, words, choices, what was refused and left out
  --record ID         the record alone, with this id, as a line of NDJSON: correct it, then store it with padan import
  --as-of DAY         seeker: the day that "until now" means (default: today)
${CATALOGUE_HELP}
  --language id|en    language of the table
`

/** Most bytes on standard input; a file may be as long as a decree. */
const MOST_INPUT = 20_000_000

/** Prints a draft. Throws CommandError. */
export async function draftCommand ([path, ...args]: readonly string[]): Promise<void> {
  if (path === '--help' || path === '-h' || args.includes('--help') || args.includes('-h')) {
    process.stdout.write(DRAFT_HELP)
    return
  }
  if (path === undefined || (path !== '-' && path.startsWith('-'))) throw usageError('padan draft needs a file, or - for standard input, before its options; see padan draft --help.')
  const options = readOptions(args, { as: { type: 'string' }, json: { type: 'boolean' }, record: { type: 'string' }, 'as-of': { type: 'string' }, ...CATALOGUE_OPTION, language: { type: 'string' } })
  const language = languageOption(options)
  const side = choiceOption(options, 'as', ['vacancy', 'seeker'], 'vacancy')
  const id = textOption(options, 'record')
  if (id !== undefined && options.json === true) throw usageError('padan draft takes either --json or --record, and not both.')
  const asOf = textOption(options, 'as-of') ?? dayInJakarta(new Date())
  if (!isDay(asOf)) throw usageError(`--as-of takes a day as YYYY-MM-DD, got '${asOf}'.`)

  const { taxonomy } = await knownTaxonomy(options)
  const text = path === '-' ? await inputText() : await textOf(path, language)
  const drafter = createDrafter(taxonomy)
  if (id !== undefined) {
    const record = side === 'vacancy' ? confirmDraft(drafter.draftVacancy(text), id) : confirmDraft(drafter.draftSeeker(text, { asOf }), id)
    const [problem] = checkRecords(side === 'vacancy' ? 'vacancies' : 'seekers', [record], taxonomy)
    if (problem !== undefined) throw new CommandError(EXIT.data, language === 'id' ? problem.messageId : problem.message)
    process.stdout.write(`${JSON.stringify(record)}\n`)
    return
  }
  const draft = side === 'vacancy' ? drafter.draftVacancy(text) : drafter.draftSeeker(text, { asOf })
  process.stdout.write(options.json === true ? `${JSON.stringify(draft, null, 2)}\n` : `${draftText(draft, taxonomy, language)}\n`)
}

async function textOf (path: string, language: Language): Promise<string> {
  return await decreeText(path).catch((error: unknown) => {
    if (error instanceof PdfError) throw new CommandError(EXIT.data, language === 'id' ? `${path} ${error.messageId}.` : `${path} ${error.message}.`)
    if (error instanceof FileError) throw new CommandError(EXIT.data, `${path}: ${language === 'id' ? error.error.messageId : error.message}`)
    const { code, message } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new CommandError(EXIT.failed, `${path} cannot be read: ${code === 'ENOENT' ? 'there is no such file' : message}.`)
  })
}

async function inputText (): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parts: string[] = []
  let numBytes = 0
  try {
    for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
      numBytes += chunk.length
      if (numBytes > MOST_INPUT) throw new CommandError(EXIT.data, `standard input has more than ${MOST_INPUT} bytes.`)
      parts.push(decoder.decode(chunk, { stream: true }))
    }
    parts.push(decoder.decode())
  } catch (error) {
    if (error instanceof TypeError) throw new CommandError(EXIT.data, 'standard input is not UTF-8.')
    throw error
  }
  return parts.join('')
}
