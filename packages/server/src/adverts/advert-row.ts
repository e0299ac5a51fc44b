/** The columns of an export of an Indonesian job site, as its adverts are collected. */
export const ADVERT_COLUMNS = [
  'job_id', 'title', 'location', 'category', 'subcategory', 'function', 'type', 'level', 'min_salary', 'max_salary',
  'min_experience', 'max_experience', 'fresh_graduate', 'education', 'posted_date', 'description',
] as const

/** An advert by column. What is missing counts as empty; other properties are not looked at. */
export type AdvertRow = Readonly<Partial<Record<typeof ADVERT_COLUMNS[number], unknown>>>

/** Without these a file is no file of adverts. */
const ESSENTIAL_COLUMNS = ['job_id', 'title', 'location', 'description']

/** True for the header of a file of adverts. */
export function advertColumns (header: readonly string[]): boolean {
  return ESSENTIAL_COLUMNS.every(column => header.includes(column))
}

/** A cell as trimmed text; empty for anything but text and numbers. */
export function cellText (value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

/** A cell as a whole number of 0 or more; undefined where it is none. */
export function cellWhole (value: unknown): number | undefined {
  const text = cellText(value)
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined
}
