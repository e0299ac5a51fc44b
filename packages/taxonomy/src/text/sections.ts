import type { Section } from './mention.ts'
import { PhraseTrie } from './phrase-trie.ts'
import { gapBefore, type Token } from './tokens.ts'

/** Headings of adverts as job sites print them and as firms type them; by hand. */
const HEADINGS: ReadonlyArray<readonly [section: Section, writings: readonly string[]]> = [
  ['duties', [
    'tanggung jawab', 'tanggung jawab pekerjaan', 'tanggung jawab utama', 'deskripsi pekerjaan', 'deskripsi', 'tugas', 'tugas dan tanggung jawab',
    'tugas tanggung jawab', 'tugas utama',
    'job description', 'job desc', 'jobdesk', 'job desk', 'jobdesc', 'responsibilities', 'key responsibilities', 'job responsibilities', 'duties',
  ]],
  ['requirements', [
    'kualifikasi', 'persyaratan', 'persyaratan umum', 'persyaratan khusus', 'syarat', 'syarat umum', 'syarat khusus', 'syarat dan ketentuan', 'ketentuan',
    'keahlian', 'kriteria', 'kriteria pelamar',
    'requirements', 'requirement', 'job requirements', 'qualifications', 'qualification', 'job qualification', 'skills', 'kualifikasi umum', 'kualifikasi pelamar',
  ]],
  ['offers', [
    'tunjangan', 'insentif', 'benefit', 'benefits', 'fasilitas', 'waktu bekerja', 'jam kerja', 'cara melamar', 'keuntungan', 'yang kami tawarkan',
    'kami menawarkan', 'what we offer', 'gaji', 'salary',
    'gaji dan tunjangan', 'gaji dan fasilitas',
  ]],
]

const headings = new PhraseTrie()
const sections: Section[] = []
for (const [section, writings] of HEADINGS) for (const writing of writings) headings.add(writing, sections.push(section) - 1)

/** Longer lines are no headings. */
const MOST_HEADING_WORDS = 6

/** True when a heading begins with a word. */
export function beginsHeading (word: string): boolean {
  return headings.begins(word)
}

/** The section that a passage opens and the end of its heading's words, when it begins with a heading that ends in a colon or fills the line; undefined for other passages. O(1). */
export function headingOf (text: string, tokens: readonly Token[]): { section: Section, end: number } | undefined {
  const [hit] = headings.scan(tokens.slice(0, MOST_HEADING_WORDS))
  if (hit === undefined || hit.first !== 0) return undefined
  const ends = hit.last === tokens.length - 1 || gapBefore(text, tokens, hit.last + 1).includes(':')
  return ends ? { section: sections[hit.value]!, end: tokens[hit.last]!.end } : undefined
}
