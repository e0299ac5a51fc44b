import { dayInWords } from '../people/days.ts'
import { line, paragraph } from './draw.ts'
import type { FormOffice } from './office.ts'
import { BOLD, type Pdf } from './pdf.ts'
import { drawPicture, type Picture } from './picture.ts'

/** The head of a form: whose it is, and which form, in a box at the right. Returns where the form begins. */
export function head (pdf: Pdf, office: FormOffice, code: string, x: number, y: number, width: number, logo?: Picture): number {
  const boxWidth = 62
  const inset = Math.max(boxWidth + 6, logo === undefined ? 0 : 44)
  if (logo !== undefined) drawPicture(pdf, logo, x, y, 38, 38)
  line(pdf, office.government, x + inset, y + 2, width - 2 * inset, { size: 10, font: BOLD, align: 'center' })
  line(pdf, office.name, x + inset, y + 15, width - 2 * inset, { size: 11, font: BOLD, align: 'center' })
  line(pdf, office.address ?? '', x + inset, y + 29, width - 2 * inset, { size: 6.5, align: 'center' })
  const contacts = [office.phone, office.email, office.web].filter(text => text !== undefined).join(' · ')
  line(pdf, contacts, x + inset, y + 37, width - 2 * inset, { size: 6.5, align: 'center' })
  pdf.rect(x + width - boxWidth, y, boxWidth, 16).stroke()
  line(pdf, code, x + width - boxWidth, y + 4.5, boxWidth, { size: 8, font: BOLD, align: 'center' })
  pdf.save().lineWidth(1.4).moveTo(x, y + 48).lineTo(x + width, y + 48).stroke().restore()
  return y + 56
}

/** Place for the signature of the officer, whose name and number stand below. Signed by hand: a picture would be no signature. */
export function signature (pdf: Pdf, office: FormOffice, day: string | undefined, x: number, y: number, width: number, gap = 46): void {
  if (day !== undefined) line(pdf, `${office.place}, ${dayInWords(day)}`, x, y, width, { align: 'center' })
  line(pdf, office.signer.title ?? 'Pengantar Kerja / Petugas Antar Kerja', x, y + 11, width, { align: 'center' })
  line(pdf, office.signer.name, x, y + 11 + gap, width, { font: BOLD, align: 'center' })
  pdf.moveTo(x + width * 0.1, y + 21 + gap).lineTo(x + width * 0.9, y + 21 + gap).stroke()
  line(pdf, `NIP ${office.signer.nip ?? ''}`, x, y + 24 + gap, width, { size: 7.5, align: 'center' })
}

/** Number, subject and addressee of a letter. Returns where the letter begins. */
export function letterHead (pdf: Pdf, { number, subject, to, day, place }: { number: string, subject: string, to: readonly string[], day: string, place: string }, x: number, y: number, width: number): number {
  line(pdf, `Nomor    : ${number}`, x, y, width * 0.55, { size: 10 })
  line(pdf, `Perihal   : ${subject}`, x, y + 15, width * 0.55, { size: 10 })
  line(pdf, `${place}, ${dayInWords(day)}`, x + width * 0.55, y, width * 0.45, { size: 10, align: 'right' })
  return paragraph(pdf, ['Kepada Yth.', ...to].join('\n'), x, y + 42, width * 0.7, { size: 10, height: 80 }) + 14
}
