import { checkNames } from '../engine/options.ts'
import type { FixedPlace, Refusal, StableOptions, StableTerms } from './stable-options.ts'
import type { TieRule } from './ties.ts'

const OPTIONS = ['ties', 'refusals', 'withdrawn', 'fixed', 'onProgress', 'signal']
const TIE_RULES = ['id', 'single-lottery', 'multiple-lottery']
const SIDES = ['seeker', 'vacancy']

/** Options as terms: whole, copied, frozen. Throws RangeError or TypeError for what cannot be read; ids are looked up later. */
export function readStableTerms (options: StableOptions): StableTerms {
  checkNames(options, OPTIONS)
  const { ties, refusals, withdrawn, fixed } = options
  return Object.freeze({
    ties: readTies(ties),
    refusals: readList('refusals', refusals, readRefusal),
    withdrawn: readWithdrawn(withdrawn),
    fixed: readList('fixed', fixed, readFixed),
  })
}

function readTies (ties: StableOptions['ties']): TieRule {
  if (ties === undefined) return Object.freeze({ rule: 'id', seed: null })
  checkNames(ties, ['rule', 'seed'])
  const { rule, seed = null } = ties
  if (!TIE_RULES.includes(rule)) throw new RangeError(`ties.rule must be one of ${TIE_RULES.join(', ')}, got '${String(rule)}'.`)
  if (rule === 'id') {
    if (seed !== null) throw new RangeError('ties.seed is for a lottery; the rule \'id\' takes none.')
  } else if (seed === null || !Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new RangeError(`A lottery needs ties.seed, a whole number from 0 to 4294967295, got ${String(seed)}.`)
  }
  return Object.freeze({ rule, seed })
}

function readRefusal (refusal: Refusal, name: string): Refusal {
  checkNames(refusal, ['seekerId', 'vacancyId', 'by'])
  const { by } = refusal
  if (!SIDES.includes(by)) throw new RangeError(`${name}.by must be 'seeker' or 'vacancy', got '${String(by)}'.`)
  return { seekerId: readText(refusal.seekerId, `${name}.seekerId`), vacancyId: readText(refusal.vacancyId, `${name}.vacancyId`), by }
}

function readFixed (place: FixedPlace, name: string): FixedPlace {
  checkNames(place, ['seekerId', 'vacancyId'])
  return { seekerId: readText(place.seekerId, `${name}.seekerId`), vacancyId: readText(place.vacancyId, `${name}.vacancyId`) }
}

function readWithdrawn (withdrawn: StableOptions['withdrawn'] = {}): StableTerms['withdrawn'] {
  checkNames(withdrawn, ['seekers', 'vacancies'])
  return Object.freeze({
    seekers: readList('withdrawn.seekers', withdrawn.seekers, readText),
    vacancies: readList('withdrawn.vacancies', withdrawn.vacancies, readText),
  })
}

function readList<Given, Kept> (name: string, list: readonly Given[] | undefined, read: (one: Given, name: string) => Kept): readonly Kept[] {
  if (list === undefined) return Object.freeze([])
  if (!Array.isArray(list)) throw new TypeError(`${name} must be an array, got ${list === null ? 'null' : typeof list}.`)
  return Object.freeze(list.map((one, at) => Object.freeze(read(one, `${name}[${at}]`))))
}

function readText (text: string, name: string): string {
  if (typeof text !== 'string') throw new TypeError(`${name} must be an id, got ${text === null ? 'null' : typeof text}.`)
  return text
}
