import type { Language } from '../errors/problem.ts'
import { choiceOption, type Options } from './options.ts'

/** `--language`, else Indonesian where the environment speaks it, else English. */
export function languageOption (options: Options): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  // One that is set to nothing says nothing.
  const environment = [LC_ALL, LC_MESSAGES, LANG].find(Boolean) ?? ''
  return choiceOption(options, 'language', ['id', 'en'], environment.startsWith('id') ? 'id' : 'en')
}
