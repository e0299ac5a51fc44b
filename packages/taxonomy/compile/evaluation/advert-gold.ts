import type { Row } from '../read-table.ts'

/** What an advert's own columns say, in the terms the extractor answers in. */
export interface Gold {
  /** Lowest step of schooling the employer ticked. */
  education: EducationStep | null
  /** Bracket of experience in months, and whether fresh graduates are welcome. */
  experience: { min: number, max: number, fresh: boolean } | null
  salary: { min: number, max: number | null } | null
  place: string | null
  employment: string | null
}

export type EducationStep = 'school' | 'diploma' | 'bachelor' | 'master' | 'doctor'

/** The site's boxes for schooling, lowest first, by what their label holds. */
const STEPS: ReadonlyArray<readonly [label: string, step: EducationStep]> = [
  ['SMA', 'school'], ['Diploma', 'diploma'], ['Sarjana', 'bachelor'], ['Master', 'master'], ['Doctor', 'doctor'],
]

/** Our levels by the site's boxes. */
const LEVELS_OF: ReadonlyArray<readonly [step: EducationStep, levels: readonly string[]]> = [
  ['school', ['TS', 'SD', 'SMP', 'SMA', 'SMK']],
  ['diploma', ['D1', 'D2', 'D3']],
  ['bachelor', ['D4', 'S1', 'PROFESI']],
  ['master', ['S2']],
  ['doctor', ['S3']],
]

const NO_UPPER_END = Infinity

export function stepOf (level: string): EducationStep | null {
  return LEVELS_OF.find(([, levels]) => levels.includes(level))?.[0] ?? null
}

export function goldOf (row: Row): Gold {
  return {
    education: STEPS.find(([label]) => row.education.includes(label))?.[1] ?? null,
    experience: row.min_experience === ''
      ? null
      : {
          min: 12 * Number(row.min_experience),
          max: row.max_experience === '' ? NO_UPPER_END : 12 * Number(row.max_experience),
          fresh: row.fresh_graduate === '1' || row.min_experience === '0',
        },
    salary: Number(row.min_salary) > 0 ? { min: Number(row.min_salary), max: Number(row.max_salary) || null } : null,
    place: row.location === '' || row.location === 'Remote' ? null : row.location,
    employment: row.type === '' ? null : row.type.toLowerCase().replaceAll(' ', '-'),
  }
}

/**
 * Months agree with a bracket when they lie in it; 0 agrees where fresh graduates are welcome. The site's lowest bracket but none begins at one year, so
 * less than a year belongs there.
 */
export function experienceAgrees (gold: { min: number, max: number, fresh: boolean }, months: number): boolean {
  if (months === 0) return gold.fresh
  const bracket = gold.min === 12 ? 1 : gold.min
  return months >= bracket && months <= gold.max
}

/** Salaries agree when the ranges meet; the column holds a bracket of the site. */
export function salaryAgrees (gold: { min: number, max: number | null }, said: { min: number | null, max: number | null }): boolean {
  const low = said.min ?? said.max ?? 0
  const high = said.max ?? said.min ?? 0
  return low <= (gold.max ?? NO_UPPER_END) && high >= gold.min
}
