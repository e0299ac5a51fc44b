import { checkNames } from '../engine/options.ts'
import type { Market } from './market.ts'
import { partsOf } from './label-parts.ts'
import type { CapMember, CapSet, CapShare, FixedPlace, Groups, LabelCap, LabelCapMember, Refusal, Reserve, StableOptions, StableTerms, TypeCap } from './stable-options.ts'
import type { TieRule } from './ties.ts'

const OPTIONS = ['ties', 'refusals', 'withdrawn', 'fixed', 'caps', 'groups', 'typeCaps', 'labelCaps', 'reserves', 'onProgress', 'signal']
const TIE_RULES = ['id', 'single-lottery', 'multiple-lottery']
/** In thousandths. */
const WHOLE = 1000
const SIDES = ['seeker', 'vacancy']

/** Options as terms: whole, copied, frozen, label caps parted. Throws RangeError or TypeError for what cannot be read; other ids are looked up later. */
export function readStableTerms (options: StableOptions, market: Market): StableTerms {
  checkNames(options, OPTIONS)
  const { ties, refusals, withdrawn, fixed, caps, groups, typeCaps, labelCaps, reserves } = options
  return Object.freeze({
    ties: readTies(ties),
    refusals: readList('refusals', refusals, readRefusal),
    withdrawn: readWithdrawn(withdrawn),
    fixed: readList('fixed', fixed, readFixed),
    caps: readList('caps', caps, readCapSet),
    groups: readGroups(groups),
    typeCaps: readList('typeCaps', typeCaps, readTypeCap),
    labelCaps: partsOf(market, readList('labelCaps', labelCaps, readLabelCap)),
    reserves: readList('reserves', reserves, readReserve),
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

function readCapSet (set: CapSet, name: string): StableTerms['caps'][number] {
  checkNames(set, ['id', 'atMost', 'share', 'members'])
  return {
    id: readText(set.id, `${name}.id`),
    ...readMost(set, name),
    members: readList(`${name}.members`, set.members ?? null, readMember),
  }
}

function readMember (member: CapMember, name: string): CapMember {
  checkNames(member, ['vacancyId', 'setId', 'target'])
  const target = readCount(member.target ?? 0, `${name}.target`)
  if ('vacancyId' in member && 'setId' in member) throw new RangeError(`${name} must have a vacancyId or a setId, not both.`)
  if ('setId' in member) return { setId: readText(member.setId, `${name}.setId`), target }
  return { vacancyId: readText(member.vacancyId, `${name}.vacancyId`), target }
}

function readGroups (groups: Groups = {}): Groups {
  if (groups === null || typeof groups !== 'object' || Array.isArray(groups)) throw new TypeError('groups must be an object of arrays of labels by name.')
  return Object.freeze(Object.fromEntries(Object.entries(groups).map(([name, labels]) => [name, readList(`groups.${name}`, labels, readLabel)])))
}

function readLabel (label: string | null, name: string): string | null {
  return label === null ? null : readText(label, name)
}

function readTypeCap (cap: TypeCap, name: string): StableTerms['typeCaps'][number] {
  checkNames(cap, ['vacancyId', 'group', 'label', 'atMost', 'share'])
  return {
    vacancyId: readText(cap.vacancyId, `${name}.vacancyId`),
    group: readText(cap.group, `${name}.group`),
    label: readText(cap.label, `${name}.label`),
    ...readMost(cap, name),
  }
}

function readLabelCap (cap: LabelCap, name: string): LabelCap & { atMost: number } {
  checkNames(cap, ['id', 'group', 'label', 'atMost', 'share', 'members'])
  return {
    id: readText(cap.id, `${name}.id`),
    group: readText(cap.group, `${name}.group`),
    label: readText(cap.label, `${name}.label`),
    ...readMost(cap, name),
    members: readList(`${name}.members`, cap.members ?? null, readLabelMember),
  }
}

function readLabelMember (member: LabelCapMember, name: string): LabelCapMember {
  checkNames(member, ['vacancyId', 'atMost'])
  return { vacancyId: readText(member.vacancyId, `${name}.vacancyId`), ...member.atMost === undefined ? {} : { atMost: readCount(member.atMost, `${name}.atMost`) } }
}

/** What binds: the number, the share rounded down, or the lower of the two. Products are exact: both factors are far below 2^53 / 1,000. */
function readMost ({ atMost, share }: { readonly atMost?: number, readonly share?: CapShare }, name: string): { atMost: number, share?: CapShare } {
  if (share === undefined) return { atMost: readCount(atMost as number, `${name}.atMost`) }
  checkNames(share, ['perMille', 'of'])
  const perMille = readCount(share.perMille, `${name}.share.perMille`)
  const of = readCount(share.of, `${name}.share.of`)
  if (perMille > WHOLE) throw new RangeError(`${name}.share.perMille must be a whole number from 0 to 1000, got ${perMille}.`)
  const most = Math.floor(perMille * of / WHOLE)
  return { atMost: atMost === undefined ? most : Math.min(most, readCount(atMost, `${name}.atMost`)), share: Object.freeze({ perMille, of }) }
}

function readReserve (reserve: Reserve, name: string): Reserve {
  checkNames(reserve, ['vacancyId', 'group', 'label', 'seats'])
  return {
    vacancyId: readText(reserve.vacancyId, `${name}.vacancyId`),
    group: readText(reserve.group, `${name}.group`),
    label: readText(reserve.label, `${name}.label`),
    seats: readCount(reserve.seats, `${name}.seats`),
  }
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

function readCount (count: number, name: string): number {
  if (!Number.isInteger(count) || count < 0 || count > 0xffffffff) throw new RangeError(`${name} must be a whole number from 0 to 4294967295, got ${String(count)}.`)
  return count
}

function readText (text: string, name: string): string {
  if (typeof text !== 'string') throw new TypeError(`${name} must be a text, got ${text === null ? 'null' : typeof text}.`)
  return text
}
