import type { DraftSource } from './draft.ts'

/** What stands before the job in a first line, and is none of it. */
const LEAD_IN = /^(?:(?:lowongan(?: kerja)?|loker|info loker|dibutuhkan|butuh|membutuhkan|dicari|mencari|open recruitment|we are hiring|we're hiring|now hiring|hiring|urgently needed|wanted|segera|cepat|urgent|posisi|jabatan|position|for|sebagai|seorang|tenaga kerja)(?!\p{L})[\s:!,.-]{0,5})/iu
const MOST_LEAD_INS = 6
const LABELLED = /^[^\p{L}\n]{0,6}(?:posisi|jabatan|judul|position|job title|title)\s{0,10}[:=]\s{0,10}/iu
/** The job's name ends here. */
const ENDS = /[,;|:•\n\r!?]|\.(?:\s|$)|\s[-–—]\s|\s(?:min|minimal|pengalaman|lulusan|pendidikan|penempatan|domisili|untuk|di|yang|dengan|usia|with|in|at)(?!\p{L})/iu
/** Sexes beside a job, also both of them: no title holds one. Garments for women stay. */
const SEX = /(?:\(\s{0,3})?(?<!\p{L})(?:pria|wanita|perempuan|laki\s?-?\s?laki|cewek|cowok|male|female)(?:\s{0,2}[/&]\s{0,2}(?:pria|wanita|perempuan|laki\s?-?\s?laki|male|female))?(?!\p{L})(?:\s{0,3}\))?/giu
const GARMENT = /(?:busana|pakaian|baju|sepatu|fashion|salon|spa|mode)\s$/iu
const LONGEST_TITLE = 200
/** A line of so many characters at most may be a title as it stands. */
const LONGEST_TITLE_LINE = 80
const LONGEST_LINE = 500
/** Halves of surrogate pairs and control characters, which no record takes. */
const UNUSABLE = /[\p{Cc}\p{Cs}]/gu

/** A title with the words it was taken from. */
export interface ReadTitle {
  title: string
  from: DraftSource
  /** It was cut out of a longer line. */
  cut: boolean
  /** A sex that stood beside the job and was left out: offsets in the text. */
  sex?: { start: number, end: number }
}

/**
 * The job an advert is for, out of its first line that is not blank: without what leads up to it, without what follows, and without a sex. `text` is the text with contacts and
 * refused demands covered by `|`. Undefined when nothing is left. O(1) after the first line.
 */
export function readTitle (text: string): ReadTitle | undefined {
  const begin = text.search(/[\p{L}\p{N}]/u)
  if (begin < 0) return undefined
  const end = text.indexOf('\n', begin)
  const line = text.slice(begin, Math.min(end < 0 ? text.length : end, begin + LONGEST_LINE))
  let skipped = LABELLED.exec(line)?.[0].length ?? 0
  const labelled = skipped > 0
  for (let leads = 0; leads < MOST_LEAD_INS; leads++) skipped += LEAD_IN.exec(line.slice(skipped))?.[0].length ?? 0
  const rest = line.slice(skipped)
  const stop = rest.search(ENDS)
  const job = stop < 0 ? rest : rest.slice(0, stop)
  let sex: ReadTitle['sex']
  const said = job.replace(SEX, (word: string, place: number) => {
    if (GARMENT.test(job.slice(0, place))) return word
    if (!/[/&]/.test(word)) sex ??= { start: begin + skipped + place, end: begin + skipped + place + word.length }
    return ' '
  })
  const title = said.replace(UNUSABLE, '').replace(/\s{1,500}/gu, ' ').trim().slice(0, LONGEST_TITLE).trim()
  if (!/\p{L}{2}/u.test(title)) return undefined
  const start = begin + skipped
  // Where a sex ends the job's name, the words end before it.
  const sexAt = sex === undefined || job.slice(sex.end - begin - skipped).trim() !== '' ? job.length : sex.start - begin - skipped
  const surface = job.slice(0, sexAt).trimEnd()
  const cut = !labelled && (stop >= 0 || line.length > LONGEST_TITLE_LINE || end < 0)
  return { title, from: { start, end: start + surface.length, surface, confidence: cut ? 700 : 850, says: title }, cut, sex }
}
