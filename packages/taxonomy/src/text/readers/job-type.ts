import type { JobTypeCode, Reading } from '../mention.ts'
import { PhraseTrie } from '../phrase-trie.ts'
import type { Token } from '../tokens.ts'

/**
 * How kinds of employment are written, with how sure each writing is. Gathered by hand from job sites' own lists and adverts; PKWT and PKWTT are the terms of
 * PP 35/2021. Bare `kontrak` and `magang` are mostly something else (`negosiasi kontrak`, `pengalaman magang`), so they count where nothing stands around them.
 */
const WRITINGS: ReadonlyArray<readonly [code: JobTypeCode, confidence: number, writings: readonly string[]]> = [
  ['full-time', 850, ['full time', 'fulltime', 'full timer', 'fulltimer', 'penuh waktu', 'waktu penuh', 'full waktu', 'purna waktu']],
  ['part-time', 850, ['part time', 'parttime', 'part timer', 'parttimer', 'paruh waktu']],
  ['freelance', 850, ['freelance', 'freelancer', 'free lance', 'pekerja lepas', 'tenaga lepas', 'kerja lepas']],
  ['daily', 850, ['harian lepas', 'buruh harian', 'pekerja harian', 'karyawan harian', 'tenaga kerja harian', 'daily worker', 'dw harian']],
  ['contract', 850, [
    'karyawan kontrak', 'pegawai kontrak', 'tenaga kontrak', 'pekerja kontrak', 'sistem kontrak', 'sistem kerja kontrak', 'status kontrak', 'status kerja kontrak',
    'masa kontrak',
    'durasi kontrak', 'kontrak awal', 'pkwt', 'contract based', 'contract basis', 'contract position', 'contract employee', 'contract role', 'temporary contract',
    'fixed term contract',
  ]],
  ['internship', 850, [
    'internship', 'program magang', 'pemagangan', 'posisi magang', 'lowongan magang', 'siap magang', 'tenaga magang', 'karyawan magang', 'dimagangkan',
    'magangkan', 'magang kerja',
  ]],
  ['apprenticeship', 850, ['apprenticeship', 'apprentice']],
  ['permanent', 800, ['karyawan tetap', 'pegawai tetap', 'status tetap', 'pkwtt', 'permanent employee', 'permanent position']],
]

const BARE: ReadonlyMap<string, JobTypeCode> = new Map([
  ['kontrak', 'contract'], ['contract', 'contract'], ['magang', 'internship'], ['intern', 'internship'], ['interns', 'internship'], ['permanent', 'permanent'],
])
/** A duration after it makes a term of employment of `kontrak`: `kontrak 1 tahun`, `kontrak 6 bulan`. */
const TERM = /^\d{1,2}(?:thn|th|bln)?$/
const TERM_UNITS: ReadonlySet<string> = new Set(['tahun', 'thn', 'th', 'bulan', 'bln', 'year', 'years', 'month', 'months'])

/** Words before a writing that make it a matter of somebody's past or of the trade. */
const PAST: ReadonlySet<string> = new Set(['pengalaman', 'berpengalaman', 'pernah', 'experience', 'peserta', 'anak', 'siswa', 'supervise', 'negosiasi', 'terikat', 'pt', 'cv'])
const PAST_REACH = 2
const MOST_WORDS_ALONE = 4

const phrases = new PhraseTrie()
const meanings: Array<readonly [code: JobTypeCode, confidence: number]> = []
for (const [code, confidence, writings] of WRITINGS) {
  for (const writing of writings) phrases.add(writing, meanings.push([code, confidence]) - 1)
}

/** Kinds of employment named in a passage. O(words). */
export function readJobTypes (text: string, tokens: readonly Token[], reader?: number): Reading[] {
  const found: Reading[] = []
  const add = (first: number, last: number, code: JobTypeCode, confidence: number): void => {
    for (let at = first - 1; at >= 0 && at >= first - PAST_REACH; at--) if (PAST.has(tokens[at]!.word)) return
    found.push({ start: tokens[first]!.start, end: tokens[last]!.end, confidence, meaning: { kind: 'job-type', code } })
  }
  let reached = -1
  const hits = phrases.scan(tokens, reader)
  let next = 0
  for (let place = 0; place < tokens.length; place++) {
    const hit = hits[next]
    if (hit !== undefined && hit.first === place) {
      const [code, confidence] = meanings[hit.value]!
      add(hit.first, hit.last, code, confidence)
      reached = hit.last
      next++
    }
    const code = place <= reached ? undefined : BARE.get(tokens[place]!.word)
    if (code === undefined) continue
    const term = TERM.test(tokens[place + 1]?.word ?? '') && (TERM_UNITS.has(tokens[place + 2]?.word ?? '') || /\D$/.test(tokens[place + 1]!.word))
    if (code === 'contract' && term) add(place, place, code, 800)
    else if (isAlone(text, tokens, place)) add(place, place, code, 700)
  }
  return found
}

/** True when the name of a kind of employment begins with a word. */
export function beginsJobType (word: string): boolean {
  return BARE.has(word) || phrases.begins(word)
}

/** In brackets, between slashes, or in a line of few words. */
function isAlone (text: string, tokens: readonly Token[], place: number): boolean {
  const { start, end } = tokens[place]!
  return tokens.length <= MOST_WORDS_ALONE || /[([/]\s?$/.test(text.slice(Math.max(0, start - 2), start)) || /^\s?[/\])]/.test(text.slice(end, end + 2))
}
