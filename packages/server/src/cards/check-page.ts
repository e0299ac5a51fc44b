import { dayInWords } from '../people/days.ts'
import type { CardCheck } from './check-card.ts'
import type { Office } from './office.ts'

type Language = 'id' | 'en'

const TITLES = { id: 'Pemeriksaan kartu AK/I', en: 'Check of a job-seeker card AK/I' } as const
const STATES = {
  id: {
    valid: 'Kartu ini diterbitkan dinas dan berlaku.',
    expired: 'Kartu ini diterbitkan dinas, tetapi masa berlakunya habis.',
    revoked: 'Kartu ini dicabut.',
    replaced: 'Kartu ini sudah diganti dengan yang baru.',
    deactivated: 'Kartu ini tidak aktif: pemegangnya tidak lagi terdaftar sebagai pencari kerja.',
    unknown: 'Kode ini asli, tetapi kartunya tidak ada dalam catatan.',
  },
  en: {
    valid: 'This card was issued by the office and is valid.',
    expired: 'This card was issued by the office, but has run out.',
    revoked: 'This card was revoked.',
    replaced: 'This card was replaced by a newer one.',
    deactivated: 'This card is not active: its holder is no longer registered as looking for work.',
    unknown: 'The code is genuine, but there is no such card on record.',
  },
} as const
const FALSE = { id: 'Kode ini tidak diterbitkan dinas ini, atau sudah diubah.', en: 'This code was not issued by this office, or was changed.' } as const
const WORDS = {
  id: { number: 'Nomor', office: 'Dinas', issued: 'Diterbitkan', expires: 'Berlaku sampai', holder: 'Inisial pemegang', note: 'Pemeriksaan ini membuktikan asal kartu; bukan tanda tangan elektronik tersertifikasi. Cocokkan inisial dengan nama pada kartu.' },
  en: { number: 'Number', office: 'Office', issued: 'Issued', expires: 'Valid until', holder: 'Initials of the holder', note: 'This check proves where the card comes from; it is no certified electronic signature. Compare the initials with the name on the card.' },
} as const

/** The answer to a scanned code, for people. The office is told by its name where it is the one that serves the page. */
export function checkPage (check: CardCheck, language: Language, office?: Pick<Office, 'region' | 'name' | 'government'>): string {
  const words = WORDS[language]
  const isGood = check.genuine && check.state === 'valid'
  const day = (text: string): string => language === 'id' ? dayInWords(text) : text
  const officeOf = (region: string): string => office?.region === region ? `${office.name}, ${office.government} (${region})` : region
  const rows = check.genuine
    ? [[words.number, check.number], [words.office, officeOf(check.office)], [words.issued, day(check.issuedOn)], [words.expires, day(check.expiresOn)], ...(check.holder === undefined ? [] : [[words.holder, check.holder]])]
    : []
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${TITLES[language]}</title>
<style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 2rem auto; padding: 0 1rem } .state { border-left: .5rem solid ${isGood ? '#1a7f37' : '#b42318'}; padding: .5rem 1rem; font-size: 1.25rem } dt { color: #555 } dd { margin: 0 0 .5rem; font-size: 1.1rem }</style>
<h1>${TITLES[language]}</h1>
<p class="state" role="status">${isGood ? '✓' : '✗'} ${check.genuine ? STATES[language][check.state] : FALSE[language]}</p>
<dl>
${rows.map(([label, value]) => `<dt>${label}</dt><dd>${escape(value)}</dd>`).join('\n')}
</dl>
<p>${words.note}</p>
</html>
`
}

function escape (text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
