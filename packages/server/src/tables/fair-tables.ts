import type { BoothDay, InvitedSeeker } from '../schemas/fair-result.ts'
import type { ResultTable } from './result-table.ts'

/** One row an interview, in the order of the person's day; whoever has none has a row that says why. */
export const INVITED: ResultTable = {
  header: ['seekerId', 'wave', 'come', 'slot', 'booth', 'vacancyId', 'why'],
  rows: item => {
    const { id, wave, slot, interviews, why } = item as InvitedSeeker
    const owner = [id, wave ?? '', slot ?? '']
    return interviews.length === 0 ? [[...owner, '', '', '', why ?? '']] : interviews.map(interview => [...owner, interview.slot, interview.booth, interview.vacancyId, ''])
  },
}

/** One row an interview, in the order of the booth's day. */
export const BOOTH_DAYS: ResultTable = {
  header: ['booth', 'slot', 'seekerId', 'vacancyId'],
  rows: item => {
    const { id, interviews } = item as BoothDay
    return interviews.length === 0 ? [[id, '', '', '']] : interviews.map(({ slot, seekerId, vacancyId }) => [id, slot, seekerId, vacancyId])
  },
}
