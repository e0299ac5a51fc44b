import { defineProfile, type PairOptions, type Profile, type Seeker, type Vacancy } from '@padan/matcher'
import { fieldErrors, Problem } from '../errors/problem.ts'
import { checkRecords } from '../store/check-records.ts'
import type { MatchRecord } from '../store/record-rows.ts'
import { isDay } from '../time.ts'
import type { RouteContext } from './context.ts'

interface Judged {
  profile?: string | { name: string, shares: Partial<Record<string, number>> }
  asOf?: string
}

/** The profile and the day of a judging request, checked; the day is today when none is given. Throws Problem. */
export function pairOptions ({ registry, today }: RouteContext, { profile, asOf }: Judged): Required<PairOptions> {
  if (asOf !== undefined && !isDay(asOf)) throw badField('/asOf', asOf, 'a day as YYYY-MM-DD, from 1900 to 2199', 'hari sebagai TTTT-BB-HH, dari 1900 sampai 2199')
  return { profile: profileOf(registry.matcher.profiles, profile), asOf: asOf ?? today() }
}

/**
 * The seeker of a request: an id, which must be stored, or a record, which is checked. Exactly one of the two.
 * Throws Problem `bad-request-field`, `record-not-found` or `bad-record`.
 */
export function seekerOf (context: RouteContext, request: { seekerId?: string, seeker?: unknown }): string | Seeker {
  return recordOf(context, 'seekers', 'seeker', request.seekerId, request.seeker) as string | Seeker
}

/** The vacancy of a request, likewise. */
export function vacancyOf (context: RouteContext, request: { vacancyId?: string, vacancy?: unknown }): string | Vacancy {
  return recordOf(context, 'vacancies', 'vacancy', request.vacancyId, request.vacancy) as string | Vacancy
}

function recordOf ({ registry }: RouteContext, side: 'seekers' | 'vacancies', name: string, id: string | undefined, record: unknown): string | MatchRecord {
  if ((id === undefined) === (record === undefined)) {
    throw badField(`/${name}Id`, undefined, `either ${name}Id or ${name}, and not both`, `salah satu dari ${name}Id atau ${name}, tidak keduanya`)
  }
  if (id !== undefined) {
    if (!registry.has(side, id)) throw recordNotFound(name, id)
    if (!registry.matcher[side].has(id)) throw outdated(name)
    return id
  }
  const problems = checkRecords(side, [record], registry.taxonomy)
  if (problems.length > 0) throw new Problem('bad-record', { errors: fieldErrors(problems, `/${name}`) })
  return record as MatchRecord
}

export function recordNotFound (name: string, id: string): Problem {
  const nameId = name === 'seeker' ? 'pencari kerja' : 'lowongan'
  const shown = id.length > 128 ? `${id.slice(0, 128)}…` : id
  return new Problem('record-not-found', { detail: `There is no ${name} '${shown}'.`, detailId: `Tidak ada ${nameId} '${shown}'.` })
}

function outdated (name: string): Problem {
  return new Problem('bad-record', {
    detail: `The stored ${name} uses codes that the reference data no longer knows. Read it, correct it and put it again.`,
    detailId: 'Data yang tersimpan memakai kode yang tidak lagi dikenal data acuan. Baca, perbaiki, lalu simpan lagi.',
  })
}

function profileOf (profiles: readonly Profile[], given: Judged['profile']): string | Profile {
  if (given === undefined) return 'job-fair'
  if (typeof given === 'string') {
    if (profiles.some(profile => profile.name === given)) return given
    const names = profiles.map(profile => profile.name).join(', ')
    throw badField('/profile', given, `one of ${names}, or a profile of your own`, `salah satu dari ${names}, atau profil Anda sendiri`)
  }
  try {
    return defineProfile(given as { name: string, shares: Record<string, number> })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw badField('/profile/shares', undefined, error.message, 'bobot bilangan bulat dalam basis poin yang berjumlah tepat 10.000')
  }
}

/** One field that cannot be used. */
export function badField (pointer: string, received: string | undefined, expected: string, expectedId: string): Problem {
  const shown = received === undefined ? undefined : received.slice(0, 80)
  const came = shown === undefined ? '' : ` got '${shown}';`
  const cameId = shown === undefined ? '' : ` diterima '${shown}';`
  return new Problem('bad-request-field', {
    errors: [{
      pointer,
      code: 'bad-value',
      ...(shown === undefined ? {} : { received: shown }),
      expected,
      message: `At ${pointer}:${came} expected ${expected}.`,
      messageId: `Pada ${pointer}:${cameId} seharusnya ${expectedId}.`,
    }],
  })
}
