import { likeness, readFirmName, readNib, readPhone } from './firm-names.ts'

/** What is compared of a firm. */
export interface FirmFacts {
  name: string
  nib?: string
  phone?: string
  region?: string
}

export type DuplicateReasonCode = 'same-nib' | 'other-nib' | 'same-name' | 'like-name' | 'same-phone' | 'same-place' | 'other-form'

export interface DuplicateReason {
  code: DuplicateReasonCode
  points: number
}

export interface Likelihood {
  /** 0 to 1000; the sum of the reasons' points, kept within. */
  score: number
  reasons: DuplicateReason[]
}

const POINTS: Readonly<Record<Exclude<DuplicateReasonCode, 'like-name'>, number>> = {
  'same-nib': 1000, 'other-nib': -400, 'same-name': 700, 'same-phone': 250, 'same-place': 50, 'other-form': -150,
}
/** Names less alike than this say nothing. */
const LEAST_LIKE = 700
const LIKE_POINTS = 650
/** From here on an officer is shown the pair. */
export const WORTH_SHOWING = 500

/**
 * How likely two entries are one firm, with every reason. A NIB decides alone; branches and franchises share names and phones, so nothing is ever
 * merged: an officer looks. Symmetric.
 */
export function likelihoodOfSame (one: FirmFacts, other: FirmFacts): Likelihood {
  const reasons: DuplicateReason[] = []
  const add = (code: Exclude<DuplicateReasonCode, 'like-name'>): void => { reasons.push({ code, points: POINTS[code] }) }
  const [nib, otherNib] = [readNib(one.nib ?? ''), readNib(other.nib ?? '')]
  if (nib !== undefined && otherNib !== undefined) add(nib === otherNib ? 'same-nib' : 'other-nib')
  const [name, otherName] = [readFirmName(one.name), readFirmName(other.name)]
  const alike = name.key === '' || otherName.key === '' ? 0 : likeness(name.key, otherName.key)
  if (alike === 1000) add('same-name')
  else if (alike >= LEAST_LIKE) reasons.push({ code: 'like-name', points: Math.floor(LIKE_POINTS * alike / 1000) })
  if (alike >= LEAST_LIKE && name.form !== undefined && otherName.form !== undefined && name.form !== otherName.form) add('other-form')
  const [phone, otherPhone] = [readPhone(one.phone ?? ''), readPhone(other.phone ?? '')]
  if (phone !== undefined && phone === otherPhone) add('same-phone')
  if (one.region !== undefined && one.region === other.region) add('same-place')
  const sum = reasons.reduce((total, reason) => total + reason.points, 0)
  return { score: Math.min(1000, Math.max(0, sum)), reasons }
}
