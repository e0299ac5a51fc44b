import type { Seeker, Vacancy } from '@padan/matcher'
import { demoCity } from '@padan/matcher/demo'
import { taxonomy } from './api.ts'

/** People and openings of the demo city. */
export function demoRecords (seekers: number, vacancies: number): { seekers: Seeker[], vacancies: Vacancy[] } {
  const city = demoCity(taxonomy, { seekers, vacancies })
  return { seekers: [...city.seekers], vacancies: [...city.vacancies] }
}

export const [UNIT, OTHER_UNIT] = [taxonomy.units.codeAt(100), taxonomy.units.codeAt(200)]

export const SEEKER = {
  id: 's-1',
  units: [{ unit: UNIT, evidence: 'certified', expires: '2027-05-31' }, { unit: OTHER_UNIT, evidence: 'claimed' }],
  education: [{ level: 'SMK' }],
  experience: [{ occupation: '7212', months: 24 }],
  region: '36.71.01',
  point: { lat: -6.17835, lng: 106.63189 },
  wish: { wage: 5_000_000, occupations: ['7212'], jobTypes: ['full-time'], maxHours: 'any' },
  reachKm: 25,
  willingToMove: false,
} satisfies Seeker

export const VACANCY = {
  id: 'v-1',
  title: 'Juru las "SMAW" — shift',
  seats: 3,
  units: [{ unit: UNIT, importance: 3, must: true }],
  education: { min: 'SMK', must: true },
  experience: { months: 12 },
  occupation: '7212',
  region: '36.71.02',
  wage: { min: 5_100_000, max: 6_000_000 },
  jobType: 'full-time',
} satisfies Vacancy

/** Ids that are awkward in an address. */
export const ODD_IDS = ['with space', 'a/b/c', '😀🏭', 'per%cent', 'q?x=1#y', "o'brien;--", '...', 'import', '__proto__', 'constructor', 'ÄÖ\u0301', 'x'.repeat(128)]

export function at (side: 'seekers' | 'vacancies', id: string): string {
  return `/v1/${side}/${encodeURIComponent(id)}`
}

export function ndjson (records: readonly unknown[]): string {
  return records.map(record => `${JSON.stringify(record)}\n`).join('')
}
