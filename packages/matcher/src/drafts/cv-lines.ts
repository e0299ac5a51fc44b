/** The part of a CV a line stands in, told by the last heading before it. */
export type CvSection = 'head' | 'person' | 'education' | 'work' | 'other'

/** A line of a CV with its place in the text. */
export interface CvLine {
  text: string
  start: number
  end: number
  section: CvSection
}

const HEADINGS: ReadonlyArray<readonly [section: CvSection, words: string]> = [
  ['work', 'pengalaman(?: kerja| bekerja| profesional| magang)?|riwayat (?:pekerjaan|kerja)|work(?:ing)? experiences?|(?:professional )?experiences?|employment(?: history)?|work history|career history'],
  ['education', '(?:riwayat )?pendidikan(?: formal| terakhir)?|education(?:al)?(?: background| history)?|academic background'],
  ['other', 'organisasi|pengalaman organisasi|riwayat organisasi|organi[sz]ations?(?: experience)?|referensi|references?|hobi|hobby|hobbies|prestasi|penghargaan|awards?|volunteer(?:ing)?'],
  ['other', 'keahlian|kemampuan|keterampilan|skills?|(?:hard|soft) skills?|bahasa|languages?|pelatihan|kursus|trainings?|courses?|sertifikat|sertifikasi|certifications?|certificates?|lisensi|licen[cs]es?|pendidikan non ?formal|tentang saya|about(?: me)?|summary|profil(?:e)?'],
  ['person', 'data (?:pribadi|diri)|biodata|identitas(?: diri)?|personal (?:data|information|details)|kontak|contacts?|alamat|domisili'],
]
const HEADING = new RegExp(`^[^\\p{L}\\n]{0,8}(?:${HEADINGS.map(([, words], place) => `(?<k${place}>${words})`).join('|')})[^\\p{L}\\p{N}]{0,8}$`, 'iu')
const LONGEST_HEADING = 60

/** The lines of a CV in order, each with its section. O(length). */
export function cvLines (text: string): CvLine[] {
  const lines: CvLine[] = []
  let section: CvSection = 'head'
  let start = 0
  for (const line of text.split('\n')) {
    const heading = line.length > LONGEST_HEADING ? null : HEADING.exec(line)
    if (heading !== null) section = HEADINGS[HEADINGS.findIndex((_, place) => heading.groups?.[`k${place}`] !== undefined)][0]
    if (line.trim() !== '') lines.push({ text: line, start, end: start + line.length, section })
    start += line.length + 1
  }
  return lines
}

/** Walks lines and mentions together: the mentions of each line, in one pass. */
export function mentionsByLine<Found extends { start: number }> (lines: readonly CvLine[], mentions: readonly Found[]): Found[][] {
  let next = 0
  return lines.map(({ end }) => {
    const here: Found[] = []
    while (next < mentions.length && mentions[next].start < end) here.push(mentions[next++])
    return here
  })
}
