import { parseArgs, type ParseArgsConfig } from 'node:util'
import { usageError } from './exit.ts'

export type OptionTypes = NonNullable<ParseArgsConfig['options']>
/** Text, a flag, or the texts of an option that may be given several times. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

/** Reads a command's options. Throws CommandError for one that is not known, lacks its value or is no option at all. */
export function readOptions (args: readonly string[], types: OptionTypes): Options {
  try {
    return parseArgs({ args: [...args], options: { ...types, help: { type: 'boolean', short: 'h' } }, strict: true, allowPositionals: false }).values as Options
  } catch (error) {
    throw usageError((error as Error).message)
  }
}

/** A whole number option. */
export function wholeOption (options: Options, name: string, least: number, most: number): number | undefined {
  const text = options[name]
  if (text === undefined) return undefined
  const number = Number(text)
  if (typeof text !== 'string' || !/^\d+$/.test(text) || number < least || number > most) {
    throw usageError(`--${name} takes a whole number from ${least} to ${most}, got '${String(text)}'.`)
  }
  return number
}

/** An option with a few possible values. */
export function choiceOption<Choice extends string> (options: Options, name: string, choices: readonly Choice[], otherwise: Choice): Choice {
  const text = options[name]
  if (text === undefined) return otherwise
  if (!choices.includes(text as Choice)) throw usageError(`--${name} takes ${choices.join(' or ')}, got '${String(text)}'.`)
  return text as Choice
}

export function textOption (options: Options, name: string): string | undefined {
  const text = options[name]
  return typeof text === 'string' ? text : undefined
}
