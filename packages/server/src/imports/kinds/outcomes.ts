import type { Apply, Desk } from '../../people/desk.ts'
import { hired, movePeople, REMOVAL_REASONS, removed, returned, runningCards, type Move, type RemovalReason } from '../../people/leave-register.ts'
import type { KnownPeople } from '../../people/look-up-people.ts'
import { lastMoves, type LastMove } from '../../people/person-events.ts'
import type { StoredPerson } from '../../people/people-rows.ts'
import { column, type Kind, type RowSet, type Stored } from './kind.ts'
import { lookUpWhose, namesOfWhose, personOfRow, readWhose, WHOSE_COLUMNS, type Whose } from './whose.ts'

/** What a row tells. */
type Outcome =
  | { outcome: 'hired', on: string, channel?: Channel, employer?: string }
  | { outcome: 'left', reason: string }
  | { outcome: 'removed', reason: RemovalReason }
type Channel = 'AKL' | 'AKAD' | 'AKAN'
type OutcomeRow = Whose & { told: Outcome }

const OUTCOME_WORDS: Readonly<Record<string, Outcome['outcome']>> = {
  diterima: 'hired', 'diterima bekerja': 'hired', bekerja: 'hired', ditempatkan: 'hired', hired: 'hired', placed: 'hired', 'berhenti bekerja': 'left', berhenti: 'left', 'kontrak habis': 'left', left: 'left', dihapus: 'removed', removed: 'removed',
}
const CHANNEL_WORDS: Readonly<Record<string, Channel>> = { akl: 'AKL', akad: 'AKAD', akan: 'AKAN' }
const REMOVAL_WORDS = Object.fromEntries(REMOVAL_REASONS.map(reason => [reason, reason])) as Record<string, RemovalReason>
const LEFT_WORDS = { 'contract-ended': 'contract-ended', 'kontrak habis': 'contract-ended', dismissed: 'dismissed', phk: 'dismissed', 'available-again': 'available-again', 'mencari kerja lagi': 'available-again' } as const
const LONGEST = 128

/** What became of people: hired (off the rankings, the card deactivated), left (back on the register while the card runs) or removed. */
export const outcomes: Kind<OutcomeRow> = {
  columns: [
    ...WHOSE_COLUMNS,
    column({ name: 'outcome', id: 'Hasil', en: 'Outcome', aliases: ['status', 'keterangan', 'result'], required: true, example: 'diterima', help: 'diterima (hired), berhenti bekerja (left) or dihapus (removed)', helpId: 'diterima, berhenti bekerja, atau dihapus' }),
    column({ name: 'on', id: 'Tanggal', en: 'Date', aliases: ['mulaibekerja', 'tanggalmulai', 'tanggalmulaibekerja', 'tglmulai', 'on', 'since'], example: '2026-11-02', help: 'When work begins; needed for somebody who was hired', helpId: 'Hari mulai bekerja; wajib bila diterima' }),
    column({ name: 'channel', id: 'Jenis penempatan', en: 'Channel', aliases: ['antarkerja', 'penempatan'], example: 'AKL', help: 'AKL (local), AKAD (between provinces) or AKAN (abroad)', helpId: 'AKL, AKAD, atau AKAN' }),
    column({ name: 'employer', id: 'ID pemberi kerja', en: 'Employer id', aliases: ['perusahaan', 'idperusahaan'], example: '', help: 'Id of the employer, where it is registered', helpId: 'Id pemberi kerja, bila terdaftar' }),
    column({ name: 'reason', id: 'Alasan', en: 'Reason', aliases: ['sebab'], example: '', help: `Left: contract-ended, dismissed or available-again. Removed: ${REMOVAL_REASONS.join(', ')}`, helpId: `Berhenti: kontrak habis, phk, atau mencari kerja lagi. Dihapus: ${REMOVAL_REASONS.join(', ')}` }),
  ],
  action: 'outcome-imported',
  read (row, { today }) {
    const outcome = row.needed('outcome') === '' ? undefined : row.choice('outcome', OUTCOME_WORDS)
    const on = row.day('on')
    if (outcome === 'hired' && row.text('on') === undefined) row.refuse('on', 'missing', 'the day on which work begins', 'diisi dengan hari mulai bekerja')
    if (on !== undefined && on > today) row.refuse('on', 'bad-day', 'a day that has come', 'tanggal yang sudah lewat')
    const channel = row.choice('channel', CHANNEL_WORDS)
    const employer = row.text('employer')
    if (employer !== undefined && employer.length > LONGEST) row.refuse('employer', 'too-long', 'an id', 'id')
    if (outcome === 'removed' && row.text('reason') === undefined) row.refuse('reason', 'missing', 'a reason', 'diisi dengan alasan')
    const removal = outcome === 'removed' ? row.choice('reason', REMOVAL_WORDS) : undefined
    const left = outcome === 'left' ? row.choice('reason', LEFT_WORDS) ?? 'available-again' : undefined
    const whose = readWhose(row)
    if (outcome === 'left') return { ...whose, told: { outcome, reason: left as string } }
    if (outcome === 'removed') return { ...whose, told: { outcome, reason: removal as RemovalReason } }
    return { ...whose, told: { outcome: 'hired', on: on as string, ...(channel === undefined ? {} : { channel }), ...(employer === undefined ? {} : { employer }) } }
  },
  async lookUp (desk, rows) {
    const known = await lookUpWhose(desk, rows)
    const ids = [...known.byId.keys()]
    return new OutcomeRows(desk, known, await lastMoves(desk.transaction, ids), await runningCards(desk, ids))
  },
}

const STATES = { hired: 'placed', left: 'active', removed: 'removed' } as const
const KINDS = { hired: 'placed', left: 'reactivated', removed: 'removed' } as const

class OutcomeRows implements RowSet<OutcomeRow> {
  readonly #desk: Desk
  readonly #known: KnownPeople
  readonly #last: ReadonlyMap<string, LastMove>
  readonly #cards: ReadonlyMap<string, string>
  readonly #moves: Move[] = []

  constructor (desk: Desk, known: KnownPeople, last: ReadonlyMap<string, LastMove>, cards: ReadonlyMap<string, string>) {
    this.#desk = desk
    this.#known = known
    this.#last = last
    this.#cards = cards
  }

  namesOf (row: OutcomeRow): readonly string[] {
    return namesOfWhose(this.#known, row)
  }

  decide (row: OutcomeRow): Stored {
    const person = personOfRow(this.#known, row)
    if (this.#happened(person, row.told)) return { did: 'unchanged', subject: person.id }
    this.#moves.push(this.#moveOf(person, row.told))
    return { did: 'changed', subject: person.id }
  }

  async write (): Promise<Apply> {
    return await movePeople(this.#desk, this.#moves)
  }

  /** True when the registration is as it is because the same was told before: a file that is sent again changes nothing. */
  #happened (person: StoredPerson, told: Outcome): boolean {
    const last = this.#last.get(person.id)
    return person.state === STATES[told.outcome] && last?.kind === KINDS[told.outcome] && (told.outcome !== 'hired' || last.detail.on === told.on)
  }

  #moveOf (person: StoredPerson, told: Outcome): Move {
    if (told.outcome === 'left') return returned(person, this.#cards, told.reason)
    if (told.outcome === 'removed') return removed(person, told.reason)
    const { outcome: _outcome, ...hire } = told
    return hired(person, hire)
  }
}
