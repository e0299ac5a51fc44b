import type { Seeker, Vacancy } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'

/**
 * The matching model once more, written from its document alone: slow, plain, and sharing no line with the engine. It takes
 * records that the door has accepted.
 */
export interface PlainRow {
  criterion: string
  side: 'employer' | 'seeker'
  weight: number
  credit: number | null
  points: number
  status: 'met' | 'partly' | 'not' | 'unknown'
}

export interface PlainRule {
  rule: string
  result: 'pass' | 'fail' | 'unknown'
  code: string | null
  subject: string | null
}

export interface PlainQuestion {
  criterion: string
  unit: string | null
  of: Silent
  points: number
}

type Silent = 'vacancy' | 'seeker' | 'both'

export interface PlainLedger {
  score: number
  potential: number
  fit: number
  appeal: number
  eligible: boolean
  rows: PlainRow[]
  rules: PlainRule[]
  askNext: PlainQuestion[]
}

export type Shares = Record<'unit' | 'education' | 'field' | 'experience' | 'distance' | 'wage' | 'wish' | 'job-type', number>

export const SHARES: Record<string, Shares> = {
  'job-fair': { unit: 4500, education: 1000, field: 1000, experience: 1000, distance: 1000, wage: 750, wish: 500, 'job-type': 250 },
  ojt: { unit: 4000, education: 1000, field: 2000, experience: 0, distance: 1500, wage: 250, wish: 1000, 'job-type': 250 },
  bkk: { unit: 4000, education: 500, field: 2000, experience: 250, distance: 1250, wage: 750, wish: 1000, 'job-type': 250 },
  'antar-kerja': { unit: 4500, education: 1000, field: 750, experience: 1500, distance: 250, wage: 1000, wish: 750, 'job-type': 250 },
}

const RANKS: Record<string, number> = { TS: 0, SD: 1, SMP: 2, SMA: 3, SMK: 3, D1: 4, D2: 5, D3: 6, D4: 7, S1: 7, PROFESI: 8, S2: 9, S3: 10 }
const LEVELS_WITHOUT_FIELDS = ['TS', 'SD', 'SMP', 'SMA']
const EVIDENCE = { certified: 1000, trained: 850, experienced: 750, claimed: 600 }
const EARTH_RADIUS = 6_371_008.8
const RADIANS = Math.PI / 180

/** The ledger of one pair. */
export function plainLedger (taxonomy: Taxonomy, seeker: Seeker, vacancy: Vacancy, shares: Shares, asOf?: string): PlainLedger {
  const unitCredits = Array.isArray(vacancy.units) ? vacancy.units.map(({ unit }) => unitCredit(taxonomy, unit, seeker, asOf)) : [vacancy.units === 'any' ? 1000 : null]
  const importances = Array.isArray(vacancy.units) ? vacancy.units.map(({ importance }) => importance ?? 1) : [1]
  const rows: PlainRow[] = []
  const add = (criterion: string, side: PlainRow['side'], weight: number, credit: number | null): void => {
    const status = credit === null ? 'unknown' : credit === 1000 ? 'met' : credit === 0 ? 'not' : 'partly'
    rows.push({ criterion, side, weight, credit, points: weight * (credit ?? 0), status })
  }
  if (shares.unit > 0) plainWeights(shares.unit, importances).forEach((weight, place) => add('unit', 'employer', weight, unitCredits[place]!))
  if (shares.education > 0) add('education', 'employer', shares.education, educationCredit(taxonomy, seeker, vacancy))
  if (shares.field > 0) add('field', 'employer', shares.field, fieldCredit(taxonomy, seeker, vacancy))
  if (shares.experience > 0) add('experience', 'employer', shares.experience, experienceCredit(taxonomy, seeker, vacancy))
  if (shares.distance > 0) add('distance', 'seeker', shares.distance, distanceCredit(taxonomy, seeker, vacancy))
  if (shares.wage > 0) add('wage', 'seeker', shares.wage, wageCredit(seeker, vacancy))
  if (shares.wish > 0) add('wish', 'seeker', shares.wish, wishCredit(taxonomy, seeker, vacancy))
  if (shares['job-type'] > 0) add('job-type', 'seeker', shares['job-type'], jobTypeCredit(seeker, vacancy))

  const rules = plainRules(taxonomy, seeker, vacancy, unitCredits, asOf)
  const sum = (some: PlainRow[]): number => some.reduce((total, { points }) => total + points, 0)
  const score = sum(rows)
  return {
    score,
    potential: score + rows.filter(({ credit }) => credit === null).reduce((total, { weight }) => total + weight * 1000, 0),
    fit: sum(rows.filter(({ side }) => side === 'employer')),
    appeal: sum(rows.filter(({ side }) => side === 'seeker')),
    eligible: rules.every(({ result }) => result !== 'fail'),
    rows,
    rules,
    askNext: rows
      .map(({ criterion, credit, weight }, row) => ({ criterion, credit, row, points: weight * 1000 }))
      .filter(({ credit, points }) => credit === null && points > 0)
      .sort((a, b) => b.points - a.points || a.row - b.row)
      .map(({ criterion, points, row }) => ({
        criterion,
        // Unit rows stand first, in the vacancy's order.
        unit: criterion === 'unit' && Array.isArray(vacancy.units) ? unitCode(taxonomy, vacancy.units[row]!.unit) : null,
        of: whoIsSilent(taxonomy, criterion, seeker, vacancy),
        points,
      })),
  }
}

function unitCode ({ units }: Taxonomy, code: string): string {
  return units.codeAt(units.indexOf(code))
}

function whoIsSilent (taxonomy: Taxonomy, criterion: string, seeker: Seeker, vacancy: Vacancy): Silent {
  const { wish = {} } = seeker
  const silences: Record<string, [vacancy: boolean, seeker: boolean]> = {
    unit: [vacancy.units === undefined, seeker.units === undefined],
    education: [vacancy.education === undefined, seeker.education === undefined],
    field: [vacancy.fields === undefined, heldFields(taxonomy, seeker) === null],
    experience: [vacancy.experience === undefined || vacancy.occupation === undefined, seeker.experience === undefined],
    distance: [vacancy.region === undefined && vacancy.point === undefined, seeker.region === undefined && seeker.point === undefined],
    wage: [vacancy.wage?.min === undefined, wish.wage === undefined],
    // When both have spoken, of different things, both can add what is missing.
    wish: [wish.occupations !== undefined || wish.sectors !== undefined, vacancy.occupation !== undefined || vacancy.sector !== undefined],
    'job-type': [wish.jobTypes !== undefined || wish.maxHours !== undefined, wish.jobTypes === undefined && wish.maxHours === undefined],
  }
  const [byVacancy, bySeeker] = silences[criterion]!
  return byVacancy === bySeeker ? 'both' : byVacancy ? 'vacancy' : 'seeker'
}

/** Better first: score, potential, then the id by UTF-16 code units. */
export function plainOrder (a: { id: string, score: number, potential: number }, b: { id: string, score: number, potential: number }): number {
  return b.score - a.score || b.potential - a.potential || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Largest remainder, ties to the earlier part. */
export function plainWeights (share: number, importances: readonly number[]): number[] {
  const total = BigInt(importances.reduce((sum, one) => sum + one, 0))
  const parts = importances.map((importance, place) => {
    const product = BigInt(share) * BigInt(importance)
    return { place, weight: Number(product / total), remainder: product % total }
  })
  const left = share - parts.reduce((sum, { weight }) => sum + weight, 0)
  const byRemainder = [...parts].sort((a, b) => a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : a.place - b.place)
  for (const part of byRemainder.slice(0, left)) part.weight++
  return parts.map(({ weight }) => weight)
}

function unitCredit (taxonomy: Taxonomy, wantedCode: string, seeker: Seeker, asOf?: string): number | null {
  if (seeker.units === undefined) return null
  const wanted = taxonomy.units.indexOf(wantedCode)
  const relatives = taxonomy.units.relatives(wanted)
  return Math.max(0, ...seeker.units.map(held => {
    const unit = taxonomy.units.indexOf(held.unit)
    const relatedness = unit === wanted ? 1000 : relatives.find(relative => relative.held === unit)?.perMille ?? 0
    const evidence = held.evidence === 'certified' && !isShownValid(held.expires, asOf) ? 850 : EVIDENCE[held.evidence]
    return Math.floor(relatedness * evidence / 1000)
  }))
}

function isShownValid (expires: string | undefined, asOf: string | undefined): boolean {
  return expires === undefined || (asOf !== undefined && asOf <= expires)
}

function educationCredit (taxonomy: Taxonomy, seeker: Seeker, vacancy: Vacancy): number | null {
  if (vacancy.education === 'any') return 1000
  if (vacancy.education === undefined || seeker.education === undefined) return null
  const below = rankOf(taxonomy, vacancy.education.min) - heldRank(taxonomy, seeker.education)
  return below <= 0 ? 1000 : below === 1 ? 500 : 0
}

function rankOf ({ levels }: Taxonomy, level: string): number {
  return RANKS[levels.get(level)!.code]!
}

function heldRank (taxonomy: Taxonomy, education: NonNullable<Seeker['education']>): number {
  return Math.max(...education.map(({ level }) => rankOf(taxonomy, level)))
}

function fieldCredit (taxonomy: Taxonomy, seeker: Seeker, vacancy: Vacancy): number | null {
  if (vacancy.fields === 'any') return 1000
  const { fields } = taxonomy
  const held = heldFields(taxonomy, seeker)
  if (vacancy.fields === undefined || held === null) return null
  return Math.max(0, ...vacancy.fields.flatMap(wanted => held.map(one => fields.relatedness(fields.indexOf(wanted), fields.indexOf(one)))))
}

/** Fields of study; null when the seeker is silent about them. */
function heldFields ({ levels }: Taxonomy, { education }: Seeker): string[] | null {
  if (education === undefined) return null
  const held = education.flatMap(({ field }) => field === undefined ? [] : [field])
  const isSilent = held.length === 0 && education.some(({ level }) => !LEVELS_WITHOUT_FIELDS.includes(levels.get(level)!.code))
  return isSilent ? null : held
}

function experienceCredit ({ occupations }: Taxonomy, seeker: Seeker, vacancy: Vacancy): number | null {
  if (vacancy.experience === 'any') return 1000
  if (vacancy.experience === undefined) return null
  if (vacancy.experience.months === 0) return 1000
  const { occupation: wanted } = vacancy
  if (seeker.experience === undefined || wanted === undefined) return null
  const milliMonths = seeker.experience.reduce((sum, { occupation, months }) => {
    return sum + months * occupations.relatedness(occupations.indexOf(wanted), occupations.indexOf(occupation))
  }, 0)
  return Math.min(1000, Math.floor(milliMonths / vacancy.experience.months))
}

interface Place {
  lat: number
  lng: number
}

function placeOf ({ regions }: Taxonomy, { point, region }: Seeker | Vacancy): Place | undefined {
  const place = point ?? (region === undefined ? undefined : regions.get(region))
  return place === undefined ? undefined : { lat: Math.round(place.lat * 100_000) / 100_000, lng: Math.round(place.lng * 100_000) / 100_000 }
}

/** Metres along the great circle. */
export function plainDistance (a: Place, b: Place): number {
  const lat1 = a.lat * RADIANS
  const lat2 = b.lat * RADIANS
  const haversine = (1 - Math.cos(lat2 - lat1)) / 2 + Math.cos(lat1) * Math.cos(lat2) * (1 - Math.cos((b.lng - a.lng) * RADIANS)) / 2
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(haversine)))
}

/** Whole hundreds of metres between the two, or undefined when a place is not known. */
function hectometres (taxonomy: Taxonomy, seeker: Seeker, vacancy: Vacancy): number | undefined {
  const from = placeOf(taxonomy, seeker)
  const to = placeOf(taxonomy, vacancy)
  return from === undefined || to === undefined ? undefined : Math.floor(plainDistance(from, to) / 100)
}

function distanceCredit (taxonomy: Taxonomy, seeker: Seeker, vacancy: Vacancy): number | null {
  if (vacancy.remote === true) return 1000
  const hm = hectometres(taxonomy, seeker, vacancy)
  return hm === undefined ? null : plainDistanceCredit(hm)
}

/** The greatest c with c <= 1000 * 2^(-hm / 100), which is c^100 * 2^hm <= 1000^100 in whole numbers. */
export function plainDistanceCredit (hm: number): number {
  if (hm > 1000) return 0
  const isLowEnough = (credit: number): boolean => BigInt(credit) ** 100n * 2n ** BigInt(hm) <= 1000n ** 100n
  let low = 0
  let high = 1001
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (isLowEnough(middle)) low = middle
    else high = middle
  }
  return low
}

function wageCredit (seeker: Seeker, vacancy: Vacancy): number | null {
  const wish = seeker.wish?.wage
  const offer = vacancy.wage?.min
  if (wish === 'any') return 1000
  if (wish === undefined || offer === undefined) return null
  if (offer >= wish) return 1000
  return 10 * offer > 7 * wish ? Math.floor(1000 * (10 * offer - 7 * wish) / (3 * wish)) : 0
}

function wishCredit ({ occupations, sectors }: Taxonomy, seeker: Seeker, vacancy: Vacancy): number | null {
  const wish = seeker.wish ?? {}
  if (wish.occupations === 'any' || wish.sectors === 'any') return 1000
  const found: number[] = []
  if (vacancy.occupation !== undefined) for (const wanted of wish.occupations ?? []) found.push(occupations.relatedness(occupations.indexOf(wanted), occupations.indexOf(vacancy.occupation)))
  if (vacancy.sector !== undefined) for (const wanted of wish.sectors ?? []) found.push(sectors.relatedness(sectors.indexOf(wanted), sectors.indexOf(vacancy.sector)))
  return found.length === 0 ? null : Math.max(...found)
}

function jobTypeCredit ({ wish = {} }: Seeker, vacancy: Vacancy): number | null {
  const { jobTypes, maxHours } = wish
  if (jobTypes === undefined && maxHours === undefined) return null
  const answers = [
    jobTypes === undefined || jobTypes === 'any' ? 'yes' : vacancy.jobType === undefined ? 'open' : jobTypes.includes(vacancy.jobType) ? 'yes' : 'no',
    maxHours === undefined || maxHours === 'any' ? 'yes' : vacancy.hours === undefined ? 'open' : vacancy.hours <= maxHours ? 'yes' : 'no',
  ]
  return answers.includes('no') ? 0 : answers.includes('open') ? null : 1000
}

function plainRules (taxonomy: Taxonomy, seeker: Seeker, vacancy: Vacancy, unitCredits: Array<number | null>, asOf?: string): PlainRule[] {
  const rules: PlainRule[] = []
  const add = (rule: string, subject: string | null, answer: 'pass' | readonly ['fail' | 'unknown', string]): void => {
    rules.push({ rule, subject, result: answer === 'pass' ? 'pass' : answer[0], code: answer === 'pass' ? null : answer[1] })
  }
  add('open', null, openRule(vacancy, asOf))
  for (const [place, asked] of Array.isArray(vacancy.units) ? vacancy.units.entries() : []) {
    const code = unitCode(taxonomy, asked.unit)
    const credit = unitCredits[place]!
    if (asked.must === true) add('must-unit', code, credit === null ? ['unknown', 'units-unstated'] : credit < 500 ? ['fail', 'unit-below-500'] : 'pass')
    if (asked.certificate === true) add('certificate', code, certificateRule(taxonomy, code, seeker, asOf))
  }
  for (const licence of vacancy.licences ?? []) add('licence', taxonomy.licences.get(licence)!.code, licenceRule(taxonomy, licence, seeker, asOf))
  if (typeof vacancy.education === 'object' && vacancy.education.must === true) {
    const min = taxonomy.levels.get(vacancy.education.min)!.code
    add('education', min, seeker.education === undefined ? ['unknown', 'education-unstated'] : heldRank(taxonomy, seeker.education) < RANKS[min]! ? ['fail', 'education-below'] : 'pass')
  }
  add('reach', null, reachRule(taxonomy, seeker, vacancy))
  const { accommodations } = taxonomy
  const needs = (seeker.needs ?? []).map(need => accommodations.indexOf(need)).sort((a, b) => a - b)
  const provided = vacancy.provides?.map(code => accommodations.indexOf(code))
  for (const need of needs) {
    add('accommodation', accommodations.codeAt(need), provided === undefined ? ['unknown', 'accommodations-unstated'] : provided.includes(need) ? 'pass' : ['fail', 'accommodation-missing'])
  }
  if (vacancy.adultsOnly === true) {
    add('adult', null, seeker.adultFrom === undefined || asOf === undefined ? ['unknown', 'age-unstated'] : asOf < seeker.adultFrom ? ['fail', 'under-age'] : 'pass')
  }
  return rules
}

type Answer = 'pass' | readonly ['fail' | 'unknown', string]

function openRule ({ seats, opens, closes }: Vacancy, asOf?: string): Answer {
  if (seats === 0) return ['fail', 'no-seats']
  if (asOf !== undefined && opens !== undefined && asOf < opens) return ['fail', 'not-yet-open']
  if (asOf !== undefined && closes !== undefined && asOf > closes) return ['fail', 'closed']
  if (seats === undefined) return ['unknown', 'seats-unstated']
  if (asOf === undefined && (opens !== undefined || closes !== undefined)) return ['unknown', 'day-unstated']
  return 'pass'
}

function certificateRule ({ units }: Taxonomy, code: string, seeker: Seeker, asOf?: string): Answer {
  if (seeker.units === undefined) return ['unknown', 'units-unstated']
  const held = seeker.units.filter(one => units.indexOf(one.unit) === units.indexOf(code) && one.evidence === 'certified')
  if (held.some(one => isShownValid(one.expires, asOf))) return 'pass'
  return held.length > 0 && asOf === undefined ? ['unknown', 'day-unstated'] : ['fail', 'certificate-missing']
}

function licenceRule ({ licences }: Taxonomy, code: string, seeker: Seeker, asOf?: string): Answer {
  if (seeker.licences === undefined) return ['unknown', 'licences-unstated']
  const asked = licences.indexOf(code)
  const fitting = seeker.licences.filter(({ licence }) => licences.indexOf(licence) === asked || licences.get(licence)!.covers.includes(asked))
  if (fitting.length === 0) return ['fail', 'licence-missing']
  if (fitting.some(({ expires }) => isShownValid(expires, asOf))) return 'pass'
  return asOf === undefined ? ['unknown', 'day-unstated'] : ['fail', 'licence-expired']
}

function reachRule (taxonomy: Taxonomy, seeker: Seeker, vacancy: Vacancy): Answer {
  if (vacancy.remote === true || seeker.willingToMove === true) return 'pass'
  if (seeker.reachKm === undefined) return ['unknown', 'reach-unstated']
  const hm = hectometres(taxonomy, seeker, vacancy)
  if (hm === undefined) return ['unknown', 'place-unstated']
  return hm > 10 * seeker.reachKm ? ['fail', 'out-of-reach'] : 'pass'
}
