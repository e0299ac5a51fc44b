import type { Gold } from './advert-gold.ts'

/** What a developer writes in an afternoon: one list of keywords or one expression a field, on the lower-cased text. */
export interface BaselineAnswers {
  education: Gold['education']
  experience: number | null
  salary: { min: number, max: number } | null
  place: string | null
  employment: string | null
}

const LOWEST_FIRST: ReadonlyArray<readonly [NonNullable<Gold['education']>, RegExp]> = [
  ['school', /\b(?:sma|smk|slta|stm|sederajat)\b/], ['diploma', /\b(?:d1|d2|d3|diploma)\b/], ['bachelor', /\b(?:s1|sarjana|bachelor)\b/], ['master', /\b(?:s2|magister|master)\b/],
]

const TYPES: ReadonlyArray<readonly [type: string, keyword: string]> = [
  ['full-time', 'full time'], ['part-time', 'part time'], ['freelance', 'freelance'], ['internship', 'magang'], ['contract', 'kontrak'],
]

/** `places` are the names to look for, lower case, longest first. */
export function baselineOf (text: string, places: readonly string[]): BaselineAnswers {
  const lower = text.toLowerCase()
  const years = /(\d+)\s*(?:tahun|thn|years?)/.exec(lower)
  const pay = /(\d+(?:[.,]\d+)*)\s*(juta|jt)?\s*(?:-|sampai|hingga)\s*(?:rp\.?\s*)?(\d+(?:[.,]\d+)*)\s*(juta|jt)?/.exec(/(?:gaji|salary|rp)[^\n]*/.exec(lower)?.[0] ?? '')
  return {
    education: LOWEST_FIRST.find(([, pattern]) => pattern.test(lower))?.[0] ?? null,
    experience: /fresh ?graduate|tanpa pengalaman/.test(lower) ? 0 : years === null ? null : 12 * Number(years[1]),
    salary: pay === null ? null : { min: rupiah(pay[1]!, pay[2] ?? pay[4]), max: rupiah(pay[3]!, pay[4]) },
    place: places.find(name => lower.includes(name)) ?? null,
    employment: TYPES.find(([, keyword]) => lower.includes(keyword))?.[0] ?? null,
  }
}

function rupiah (digits: string, unit: string | undefined): number {
  return unit === undefined ? Number(digits.replace(/[.,]/g, '')) : 1e6 * Number(digits.replace(',', '.'))
}
