/** Headings after which an advert tells what the work is and what it asks for, and those after which it tells what it offers. */
const ASKS = /^(?:tanggung jawab(?: pekerjaan)?|deskripsi pekerjaan|job description|keahlian|kualifikasi|persyaratan|syarat|requirements?|qualifications?|responsibilities)\s*:/i
const OFFERS = /^(?:waktu bekerja|jam kerja|tunjangan|insentif|benefits?|fasilitas|cara melamar)\s*:/i
const CLOSES_FIRM = /^(?:keahlian|kualifikasi|persyaratan|syarat|requirements?|qualifications?)\s*:/i

/**
 * The part of an advert that speaks of the work and of the applicant. The firm's words about itself and what it offers are left out: a
 * printing house that "offers digital marketing" asks for nothing. An advert without headings is taken whole.
 */
export function requirementsOf (description: string): string {
  return linesUnder(description, ASKS)
}

/** The part that speaks of the applicant alone: skills and qualifications. */
export function qualificationsOf (description: string): string {
  return linesUnder(description, CLOSES_FIRM)
}

function linesUnder (description: string, heading: RegExp): string {
  const lines = description.split(/\r?\n/)
  if (!lines.some(line => heading.test(line.trim()))) return description
  let inside = false
  const kept: string[] = []
  for (const line of lines) {
    const text = line.trim()
    if (heading.test(text)) inside = true
    else if (ASKS.test(text) || OFFERS.test(text)) inside = false
    else if (inside) kept.push(text)
  }
  return kept.join('\n')
}
