import type { Desk } from '../../people/desk.ts'
import { markHired, reactivatePerson, REMOVAL_REASONS, removePerson, type RemovalReason } from '../../people/leave-register.ts'
import { eventsOf, type PersonEvent } from '../../people/person-events.ts'
import type { StoredPerson } from '../../people/people-rows.ts'
import { column, type Kind, type Stored } from './kind.ts'
import { whose, WHOSE_COLUMNS } from './whose.ts'

type Outcome = 'hired' | 'left' | 'removed'

const OUTCOME_WORDS: Readonly<Record<string, Outcome>> = {
  diterima: 'hired', 'diterima bekerja': 'hired', bekerja: 'hired', ditempatkan: 'hired', hired: 'hired', placed: 'hired', 'berhenti bekerja': 'left', berhenti: 'left', 'kontrak habis': 'left', left: 'left', dihapus: 'removed', removed: 'removed',
}
const CHANNEL_WORDS = { akl: 'AKL', akad: 'AKAD', akan: 'AKAN' } as const
const REMOVAL_WORDS = Object.fromEntries(REMOVAL_REASONS.map(reason => [reason, reason])) as Record<string, RemovalReason>
const LEFT_WORDS = { 'contract-ended': 'contract-ended', 'kontrak habis': 'contract-ended', dismissed: 'dismissed', phk: 'dismissed', 'available-again': 'available-again', 'mencari kerja lagi': 'available-again' } as const
const LONGEST = 128

/** What became of people: hired (off the rankings, the card deactivated), left (back on the register while the card runs) or removed. */
export const outcomes: Kind = {
  columns: [
    ...WHOSE_COLUMNS,
    column({ name: 'outcome', id: 'Hasil', en: 'Outcome', aliases: ['status', 'keterangan', 'result'], required: true, example: 'diterima', help: 'diterima (hired), berhenti bekerja (left) or dihapus (removed)', helpId: 'diterima, berhenti bekerja, atau dihapus' }),
    column({ name: 'on', id: 'Tanggal', en: 'Date', aliases: ['mulaibekerja', 'tanggalmulai', 'tanggalmulaibekerja', 'tglmulai', 'on', 'since'], example: '2026-11-02', help: 'When work begins; needed for somebody who was hired', helpId: 'Hari mulai bekerja; wajib bila diterima' }),
    column({ name: 'channel', id: 'Jenis penempatan', en: 'Channel', aliases: ['antarkerja', 'penempatan'], example: 'AKL', help: 'AKL (local), AKAD (between provinces) or AKAN (abroad)', helpId: 'AKL, AKAD, atau AKAN' }),
    column({ name: 'employer', id: 'ID pemberi kerja', en: 'Employer id', aliases: ['perusahaan', 'idperusahaan'], example: '', help: 'Id of the employer, where it is registered', helpId: 'Id pemberi kerja, bila terdaftar' }),
    column({ name: 'reason', id: 'Alasan', en: 'Reason', aliases: ['sebab'], example: '', help: `Left: contract-ended, dismissed or available-again. Removed: ${REMOVAL_REASONS.join(', ')}`, helpId: `Berhenti: kontrak habis, phk, atau mencari kerja lagi. Dihapus: ${REMOVAL_REASONS.join(', ')}` }),
  ],
  action: 'outcome-imported',
  async store (desk, row) {
    const outcome = row.needed('outcome') === '' ? undefined : row.choice('outcome', OUTCOME_WORDS)
    const on = row.day('on')
    if (outcome === 'hired' && row.text('on') === undefined) row.refuse('on', 'missing', 'the day on which work begins', 'diisi dengan hari mulai bekerja')
    if (on !== undefined && on > desk.today) row.refuse('on', 'bad-day', 'a day that has come', 'tanggal yang sudah lewat')
    const channel = row.choice('channel', CHANNEL_WORDS)
    const employer = row.text('employer')
    if (employer !== undefined && employer.length > LONGEST) row.refuse('employer', 'too-long', 'an id', 'id')
    if (outcome === 'removed' && row.text('reason') === undefined) row.refuse('reason', 'missing', 'a reason', 'diisi dengan alasan')
    const removal = outcome === 'removed' ? row.choice('reason', REMOVAL_WORDS) : undefined
    const left = outcome === 'left' ? row.choice('reason', LEFT_WORDS) ?? 'available-again' : undefined
    const person = await whose(desk, row)
    if (await happened(desk, person, outcome as Outcome, on)) return { did: 'unchanged', subject: person.id }
    if (outcome === 'hired') return changed(person, await markHired(desk, person.id, { on: on as string, ...(channel === undefined ? {} : { channel }), ...(employer === undefined ? {} : { employer }) }))
    if (outcome === 'left') return changed(person, await reactivatePerson(desk, person.id, left as string))
    return changed(person, await removePerson(desk, person.id, removal as RemovalReason))
  },
}

const STATES = { hired: 'placed', left: 'active', removed: 'removed' } as const
const KINDS = { hired: 'placed', left: 'reactivated', removed: 'removed' } as const

/** True when the registration is as it is because the same was told before: a file that is sent again changes nothing. */
async function happened ({ transaction }: Desk, person: StoredPerson, outcome: Outcome, on: string | undefined): Promise<boolean> {
  if (person.state !== STATES[outcome]) return false
  const last: PersonEvent | undefined = (await eventsOf(transaction, person.id)).findLast(({ kind }) => kind === 'placed' || kind === 'reactivated' || kind === 'removed' || kind === 'registered')
  return last?.kind === KINDS[outcome] && (outcome !== 'hired' || last.detail.on === on)
}

function changed (person: StoredPerson, apply: Stored['apply']): Stored {
  return { did: 'changed', subject: person.id, apply }
}
