import { wrong } from '../errors/problem.ts'
import type { FieldError } from '../schemas/problem.ts'
import type { Posting, Scheme } from './posting-schema.ts'

/** Longest each may last, in months (Permenaker 6/2020; Permenaker 8/2025); no limit is known where none is given. */
const LONGEST_MONTHS: Readonly<Partial<Record<Scheme, number>>> = { pemagangan: 12, maganghub: 6 }
/** Participants of an apprenticeship, per hundred workers of the firm. */
const APPRENTICES_PERCENT = 20

/** What each scheme asks for beside what every posting tells. A job asks for nothing more. */
export function checkScheme ({ scheme, months, allowance, allowancePayer, endorsement, seats, adultsOnly }: Posting, workers: number | undefined): FieldError[] {
  if (scheme === 'job') return []
  const errors: FieldError[] = []
  if (months === undefined) errors.push(wrong('/months', 'missing', 'how many months it lasts', 'lamanya dalam bulan'))
  const longest = LONGEST_MONTHS[scheme]
  if (longest !== undefined && (months ?? 0) > longest) errors.push(wrong('/months', 'bad-value', `at most ${longest} months for ${scheme}`, `paling lama ${longest} bulan untuk ${scheme}`, String(months)))
  // School practice is part of the lessons: no pay is owed, and the participants are mostly minors.
  if (scheme === 'pkl') {
    if (adultsOnly === true) errors.push(wrong('/adultsOnly', 'bad-value', 'false: field practice is for pupils', 'false: praktik kerja lapangan untuk siswa'))
    return errors
  }
  if (allowance === undefined) errors.push(wrong('/allowance', 'missing', 'the allowance a month', 'uang saku sebulan'))
  if (allowancePayer === undefined) errors.push(wrong('/allowancePayer', 'missing', 'who pays the allowance', 'siapa yang membayar uang saku'))
  if (scheme === 'maganghub' && allowancePayer !== undefined && allowancePayer !== 'state') errors.push(wrong('/allowancePayer', 'bad-value', 'state', 'state (negara)', allowancePayer))
  if (scheme !== 'pemagangan') return errors
  if (endorsement === undefined) errors.push(wrong('/endorsement', 'missing', 'the number of the office\'s endorsement of the agreement (Permenaker 6/2020 art. 12)', 'nomor pengesahan perjanjian oleh dinas (Permenaker 6/2020 pasal 12)'))
  if (workers === undefined) errors.push(wrong('/seats', 'workers-unknown', 'an employer that has told how many workers it has', 'pemberi kerja yang telah mengisi jumlah pekerja'))
  else if (seats * 100 > workers * APPRENTICES_PERCENT) {
    errors.push(wrong('/seats', 'too-many-apprentices', `at most ${Math.floor(workers * APPRENTICES_PERCENT / 100)}: ${APPRENTICES_PERCENT} % of ${workers} workers`, `paling banyak ${Math.floor(workers * APPRENTICES_PERCENT / 100)}: ${APPRENTICES_PERCENT} % dari ${workers} pekerja`, String(seats)))
  }
  return errors
}
