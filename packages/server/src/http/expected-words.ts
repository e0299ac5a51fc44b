import type { ErrorObject } from 'ajv'

/** What would have been accepted, in both languages. */
export interface Expected {
  readonly expected: string
  readonly expectedId: string
}

const words = (expected: string, expectedId: string = expected): Expected => ({ expected, expectedId })

const TYPES: Readonly<Record<string, Expected>> = {
  string: words('text', 'teks'),
  integer: words('a whole number', 'bilangan bulat'),
  number: words('a number', 'bilangan'),
  boolean: words('true or false', 'true atau false'),
  array: words('a list', 'daftar'),
  object: words('an object', 'objek'),
  null: words('null'),
}

const CLEAN = words('text without control characters', 'teks tanpa karakter kendali')

/** Every pattern that a request is held to, in words; a test looks that none is missing. */
const PATTERNS: Readonly<Record<string, Expected>> = {
  '^\\d{4}-\\d{2}-\\d{2}$': words('a day, YYYY-MM-DD', 'tanggal, TTTT-BB-HH'),
  '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$': words('a local time, YYYY-MM-DDThh:mm', 'waktu setempat, TTTT-BB-HHTjj:mm'),
  '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$': words('a time with its offset, such as 2026-11-20T08:00:00+07:00', 'waktu beserta selisihnya, seperti 2026-11-20T08:00:00+07:00'),
  '^(19|20|21)\\d{2}-(0[1-9]|1[0-2])$': words('a month, YYYY-MM', 'bulan, TTTT-BB'),
  '^[+0-9][0-9 .()-]{5,24}$': words('a telephone number such as 0812 3456 7890', 'nomor telepon seperti 0812 3456 7890'),
  '^[^\\s@]+@[^\\s@]+$': words('an e-mail address', 'alamat surel'),
  '^https?://': words('an address that begins with https:// or http://', 'alamat yang diawali https:// atau http://'),
  '^[\\d .-]{13,24}$': words('a NIB of 13 digits', 'NIB 13 angka'),
  '^\\d{16}$': words('a NIK of 16 digits', 'NIK 16 angka'),
  '^\\d{6,9}/\\d{4}$': words('the number of a letter such as 000123/2026', 'nomor surat seperti 000123/2026'),
  '^\\d{1,18}$': words('the `next` of the answer before, digits only', '`next` dari jawaban sebelumnya, hanya angka'),
  '^[0-9a-f-]{36}$': words('an id as it was given out', 'id seperti yang diberikan'),
  '^[A-Za-z0-9_-]{43}$': words('the `kid` of a key, 43 characters', '`kid` sebuah kunci, 43 karakter'),
  '^(?!\\d{16}$)[^\\p{Cc}\\p{Cs}]+$': words('an id without control characters, and never a NIK', 'id tanpa karakter kendali, dan bukan NIK'),
  '^(?=.*\\S)[^\\u0000-\\u001f\\u007f]+$': words('text that is not blank, in one line', 'teks yang tidak kosong, dalam satu baris'),
  '^[^\\p{Cc}\\p{Cs}]+$': CLEAN,
  '^[^\\u0000\\ud800-\\udfff]*$': words('text without NUL characters and without broken characters', 'teks tanpa karakter NUL dan tanpa karakter rusak'),
}

/** The words for a pattern; undefined for one that no request is held to. */
export function patternInWords (pattern: string): Expected | undefined {
  return Object.hasOwn(PATTERNS, pattern) ? PATTERNS[pattern] : undefined
}

/** What one fault of the validator asks for. A choice that was missed altogether has in `params.kinds` a fault of each of its kinds. */
export function expectedBy (error: ErrorObject): Expected {
  const { keyword, params } = error
  switch (keyword) {
    case 'additionalProperties': return noSuch(error.parentSchema)
    case 'required': return words('a value', 'diisi')
    case 'enum':
    case 'const': return oneOf(valuesOf(error) ?? [])
    case 'anyOf': return eitherOf(params.kinds as ErrorObject[])
    case 'type': return either([params.type].flat().map(type => TYPES[String(type)]))
    case 'minLength': return params.limit === 1 ? words('at least 1 character', 'paling sedikit 1 karakter') : least(`${params.limit} characters`, `${params.limit} karakter`)
    case 'maxLength': return most(`${params.limit} characters`, `${params.limit} karakter`)
    case 'minItems': return least(`${params.limit} in the list`, `${params.limit} dalam daftar`)
    case 'maxItems': return most(`${params.limit} in the list`, `${params.limit} dalam daftar`)
    case 'minimum': return least(String(params.limit))
    case 'maximum': return most(String(params.limit))
    case 'uniqueItems': return words('nothing twice in the list', 'tidak ada yang berulang dalam daftar')
    case 'pattern': return patternInWords(String(params.pattern)) ?? words(`text that matches ${params.pattern}`, `teks yang sesuai ${params.pattern}`)
  }
  return words('another value', 'nilai lain')
}

const least = (bound: string, boundId: string = bound): Expected => words(`at least ${bound}`, `paling sedikit ${boundId}`)
const most = (bound: string, boundId: string = bound): Expected => words(`at most ${bound}`, `paling banyak ${boundId}`)

function oneOf (values: readonly unknown[]): Expected {
  const list = values.join(', ')
  return values.length === 1 ? words(list) : words(`one of ${list}`, `salah satu dari ${list}`)
}

function either (kinds: readonly Expected[]): Expected {
  const [all, allId] = [kinds.map(({ expected }) => expected), kinds.map(({ expectedId }) => expectedId)].map(texts => [...new Set(texts)])
  return words(all.join(' or '), allId.join(' atau '))
}

function eitherOf (kinds: readonly ErrorObject[]): Expected {
  const values = kinds.map(valuesOf)
  return values.includes(undefined) ? either(kinds.map(expectedBy)) : oneOf(values.flatMap(some => some ?? []))
}

/** What a fault would have let through by name; undefined when it asks for no names. */
export function valuesOf ({ keyword, params }: ErrorObject): readonly unknown[] | undefined {
  return keyword === 'enum' ? params.allowedValues : keyword === 'const' ? [params.allowedValue] : undefined
}

/** A misspelt name is mended by who sees the right ones. */
function noSuch (parent: Readonly<Record<string, unknown>> | undefined): Expected {
  const names = Object.keys(parent?.properties ?? {})
  return names.length === 0
    ? words('no such property', 'tidak ada isian ini')
    : words(`no such property; there are ${names.join(', ')}`, `tidak ada isian ini; yang ada ${names.join(', ')}`)
}
