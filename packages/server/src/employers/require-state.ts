import { Problem } from '../errors/problem.ts'
import type { PostingState } from '../postings/tables.ts'
import type { ReferralState } from '../referrals/tables.ts'
import type { EmployerState } from './tables.ts'

type State = EmployerState | PostingState | ReferralState

const INDONESIAN: Readonly<Record<State, string>> = {
  registered: 'terdaftar',
  verified: 'terverifikasi',
  returned: 'dikembalikan',
  draft: 'draf',
  submitted: 'diajukan',
  published: 'tayang',
  closed: 'ditutup',
  expired: 'lewat masa berlaku',
  called: 'dipanggil ke dinas',
  referred: 'dirujuk',
  accepted: 'diterima',
  hired: 'bekerja',
  'not-accepted': 'tidak diterima',
  'no-show': 'tidak hadir',
  withdrawn: 'mengundurkan diri',
}

/** A state in Indonesian, with the word that stands in answers beside it. */
export function stateInIndonesian (state: State): string {
  return `${INDONESIAN[state]} (${state})`
}

/** Throws Problem `wrong-posting-state` unless the state is one of those from which a step leads on. */
export function requireState<Some extends State> (state: Some, ...wanted: readonly Some[]): void {
  if (wanted.includes(state)) return
  throw new Problem('wrong-posting-state', {
    detail: `The state is ${state}; this needs ${wanted.join(' or ')}.`,
    detailId: `Statusnya ${stateInIndonesian(state)}; diperlukan ${wanted.map(stateInIndonesian).join(' atau ')}.`,
  })
}

/** Throws Problem `revision-mismatch` unless `If-Match` is absent or names the stored revision. */
export function requireRevision (wanted: string | undefined, revision: string): void {
  if (wanted === undefined) return
  const tags = wanted.split(',').map(tag => tag.trim())
  if (!tags.includes('*') && !tags.includes(`"${revision}"`)) throw new Problem('revision-mismatch')
}
