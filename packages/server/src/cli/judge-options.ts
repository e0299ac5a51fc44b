import type { Matcher } from '@padan/matcher'
import { dayInJakarta, isDay } from '../time.ts'
import { usageError } from './exit.ts'
import { choiceOption, textOption, type Options } from './options.ts'

/** `--as-of`, else today in Jakarta. */
export function dayOption (options: Options): string {
  const day = textOption(options, 'as-of')
  if (day !== undefined && !isDay(day)) throw usageError(`--as-of takes a day as YYYY-MM-DD, got '${day}'.`)
  return day ?? dayInJakarta(new Date())
}

/** `--profile`, else job-fair. */
export function profileOption (options: Options, { profiles }: Matcher): string {
  return choiceOption(options, 'profile', profiles.map(profile => profile.name), 'job-fair')
}
