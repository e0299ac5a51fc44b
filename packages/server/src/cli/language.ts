import type { Language } from '../errors/problem.ts'
import { choiceOption, type Options } from './options.ts'

/** `--language`, else Indonesian where the environment speaks it, else English. */
export function languageOption (options: Options): Language {
  const environment = process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? ''
  return choiceOption(options, 'language', ['id', 'en'], environment.startsWith('id') ? 'id' : 'en')
}
