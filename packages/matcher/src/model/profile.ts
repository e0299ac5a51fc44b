import type { Criterion } from './ledger-types.ts'

/** Basis points of each criterion; `unit` is shared by all required units. They total exactly 10,000. */
export type Shares = Readonly<Record<Criterion, number>>

/** How much each criterion counts. Every profile is one frozen object. */
export interface Profile {
  readonly name: string
  readonly shares: Shares
}

/** The order of rows in every ledger. */
export const CRITERIA: readonly Criterion[] = ['unit', 'education', 'field', 'experience', 'distance', 'wage', 'wish', 'job-type']

export const TOTAL_SHARES = 10_000

const define = (name: string, shares: Shares): Profile => Object.freeze({ name, shares: Object.freeze(shares) })

/** The built-in profiles by name. `job-fair` is the default. */
export const PROFILES: Readonly<Record<string, Profile>> = Object.freeze({
  'job-fair': define('job-fair', { unit: 4500, education: 1000, field: 1000, experience: 1000, distance: 1000, wage: 750, wish: 500, 'job-type': 250 }),
  // A trainee is there to learn: experience is not asked, the school's field and the daily way count more.
  ojt: define('ojt', { unit: 4000, education: 1000, field: 2000, experience: 0, distance: 1500, wage: 250, wish: 1000, 'job-type': 250 }),
  // Graduates of one school: levels hardly differ, the field of study does.
  bkk: define('bkk', { unit: 4000, education: 500, field: 2000, experience: 250, distance: 1250, wage: 750, wish: 1000, 'job-type': 250 }),
  // Placement that may cross regions: people move, so distance counts little, experience and wage more.
  'antar-kerja': define('antar-kerja', { unit: 4500, education: 1000, field: 750, experience: 1500, distance: 250, wage: 1000, wish: 750, 'job-type': 250 }),
})

/** Checks a caller's own profile and freezes a copy. Throws RangeError with what is wrong. */
export function defineProfile (profile: { name: string, shares: Record<string, number> }): Profile {
  if (profile === null || typeof profile !== 'object') throw new RangeError(`A profile must be an object with name and shares, got ${profile === null ? 'null' : typeof profile}.`)
  const { name, shares } = profile
  if (typeof name !== 'string' || name === '') throw new RangeError(`A profile needs a name, a text that is not empty; got ${name === undefined ? 'none' : typeof name === 'string' ? "''" : `a ${typeof name}`}.`)
  if (shares === null || typeof shares !== 'object') throw new RangeError(`Profile '${name}' needs an object of shares in basis points.`)
  const unknown = Object.keys(shares).filter(key => !CRITERIA.includes(key as Criterion))
  if (unknown.length > 0) throw new RangeError(`Profile '${name}' has no criterion '${unknown[0]}'; the criteria are ${CRITERIA.join(', ')}.`)
  const complete = {} as Record<Criterion, number>
  let total = 0
  for (const criterion of CRITERIA) {
    const share = Object.hasOwn(shares, criterion) ? shares[criterion] : 0
    if (!Number.isInteger(share) || share < 0) throw new RangeError(`Share '${criterion}' of profile '${name}' must be a whole number of basis points, got ${String(share)}.`)
    complete[criterion] = share
    total += share
  }
  if (total !== TOTAL_SHARES) throw new RangeError(`The shares of profile '${name}' must total ${TOTAL_SHARES} basis points, got ${total}.`)
  return define(name, complete)
}
