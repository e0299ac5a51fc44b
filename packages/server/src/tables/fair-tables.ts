import type { BoothDay, ChangedDay, InvitedSeeker } from '../schemas/fair-result.ts'
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

/** One row for each appointment that is another, so that people can be told: where and when it was, where and when it is. */
export const CHANGED_DAYS: ResultTable = {
  header: ['seekerId', 'change', 'booth', 'was', 'is', 'vacancyId', 'bystander'],
  rows: item => {
    const { id, bystander, moved, cancelled, added } = item as ChangedDay
    const row = (change: string, booth: string, was: string, is: string, vacancyId: string): string[] => [id, change, booth, was, is, vacancyId, bystander ? 'yes' : 'no']
    return [
      ...moved.map(({ booth, from, to }) => row('moved', booth, from, to, '')),
      ...cancelled.map(({ booth, slot, vacancyId }) => row('cancelled', booth, slot, '', vacancyId)),
      ...added.map(({ booth, slot, vacancyId }) => row('added', booth, '', slot, vacancyId)),
    ]
  },
}
