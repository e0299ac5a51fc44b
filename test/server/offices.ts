import type { Answer, Api } from './api.ts'
import { UNIT } from './records.ts'

export const EMPLOYER = {
  name: 'PT Maju Jaya Tbk', nib: '9120001234567', kind: 'private', sector: 'C', region: '36.71', address: 'Jl. Daan Mogot 1', phone: '021-5512345', workers: 50,
}

export const POSTING = {
  title: 'Juru las',
  seats: 1,
  closes: '2026-12-31',
  channel: 'AKL',
  scheme: 'job',
  occupation: '7212',
  region: '36.71.01',
  hours: 40,
  wage: { min: 6_000_000 },
  conditions: 'Di dalam ruangan, disediakan APD',
  description: 'Mengelas rangka baja',
  units: [{ unit: UNIT, importance: 3 }],
  provides: [],
  headcounts: { male: 0, female: 0, either: 1 },
}

export type Session = { authorization: string, id: string }

/** Headers of a session. */
export const by = ({ authorization }: Session): Record<string, string> => ({ authorization })

/** A firm that an officer vouched for. */
export async function verifiedEmployer (api: Api, officer: Session, employer: object = EMPLOYER): Promise<string> {
  const { id } = (await api.call('POST', '/v1/employers', { json: employer, headers: by(officer) })).body
  await api.call('POST', `/v1/employers/${id}/verification`, { headers: by(officer) })
  return id
}

/** A posting that is in the rankings. */
export async function publishedPosting (api: Api, officer: Session, employerId: string, posting: object = {}): Promise<string> {
  const { id } = (await api.call('POST', '/v1/postings', { json: { employerId, posting: { ...POSTING, ...posting } }, headers: by(officer) })).body
  await api.call('POST', `/v1/postings/${id}/submission`, { headers: by(officer) })
  const published: Answer = await api.call('POST', `/v1/postings/${id}/publication`, { json: { decisions: [] }, headers: by(officer) })
  if (published.status !== 200) throw new Error(`Not published: ${published.text}`)
  return id
}
