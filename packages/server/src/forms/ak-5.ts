import { dayInDigits } from '../people/days.ts'
import { line, paragraph, ruled } from './draw.ts'
import { head, letterHead, signature } from './head.ts'
import type { FormOffice } from './office.ts'
import { BOLD, makePdf, MARGIN, SHORT } from './pdf.ts'

export interface IntroductionForm {
  office: FormOffice
  letterNumber: string
  day: string
  employer: { name: string, address?: string }
  vacancy: { title: string, number?: string }
  person: { name: string, cardNumber?: string, birthPlace?: string, birthDate?: string, education?: string, address?: string }
  /** Until when the reply is asked for. */
  replyBy: string
}

const WIDTH = SHORT - 2 * MARGIN
/** Where the reply slip is torn off. */
const TEAR = 500

/** The introduction letter AK/V; below the dashed line is the employer's reply. */
export async function introductionPdf (form: IntroductionForm): Promise<Buffer> {
  return await makePdf({ title: `Surat pengantar ${form.letterNumber}`, day: form.day }, pdf => {
    const { office, person, employer, vacancy } = form
    let y = head(pdf, office, 'Formulir AK/V', MARGIN, MARGIN, WIDTH) + 8
    const to = [`Pimpinan ${employer.name}`, ...(employer.address === undefined ? [] : [employer.address])]
    y = letterHead(pdf, { number: form.letterNumber, subject: 'Surat pengantar pencari kerja', to, day: form.day, place: office.place }, MARGIN, y, WIDTH)
    y = paragraph(pdf, `Sesuai dengan lowongan yang Saudara laporkan untuk jabatan ${vacancy.title}${vacancy.number === undefined ? '' : ` (${vacancy.number})`}, bersama ini kami hadapkan pencari kerja:`, MARGIN, y, WIDTH, { size: 10 }) + 8
    const born = [person.birthPlace, person.birthDate === undefined ? undefined : dayInDigits(person.birthDate)].filter(part => part !== undefined).join(', ')
    for (const [label, value] of [['Nama', person.name], ['No. pendaftaran', person.cardNumber], ['Tempat / tgl. lahir', born], ['Pendidikan terakhir', person.education], ['Alamat', person.address]] as const) {
      if (value === undefined || value === '') continue
      ruled(pdf, label, value, MARGIN + 20, y, WIDTH - 20, { size: 10 })
      y += 17
    }
    paragraph(pdf, `Mohon jawaban pada lembar di bawah dikembalikan kepada kami paling lambat ${dayInDigits(form.replyBy)}. Pelayanan ini tidak dipungut biaya.`, MARGIN, y + 6, WIDTH, { size: 10, height: 30 })
    signature(pdf, office, undefined, SHORT - MARGIN - 220, TEAR - 92, 220, 40)

    pdf.save().lineWidth(0.6).dash(5, { space: 4 }).moveTo(MARGIN, TEAR).lineTo(SHORT - MARGIN, TEAR).stroke().restore()
    line(pdf, 'potong di sini', MARGIN, TEAR + 3, WIDTH, { size: 6.5, align: 'center' })
    y = TEAR + 18
    line(pdf, `JAWABAN PEMBERI KERJA ATAS SURAT PENGANTAR NO. ${form.letterNumber}`, MARGIN, y, WIDTH, { size: 10, font: BOLD, align: 'center' })
    y += 22
    for (const [label, value] of [['Nama pencari kerja', person.name], ['No. pendaftaran', person.cardNumber ?? ''], ['Jabatan', vacancy.title], ['Pemberi kerja', employer.name]]) {
      ruled(pdf, label, value, MARGIN, y, WIDTH, { size: 10 })
      y += 17
    }
    y += 4
    for (const text of ['DITERIMA, mulai bekerja tanggal ..................................................  upah Rp ........................................', 'TIDAK DITERIMA, alasan ........................................................................................................']) {
      pdf.rect(MARGIN, y - 1, 11, 11).stroke()
      line(pdf, text, MARGIN + 18, y, WIDTH - 18, { size: 10 })
      y += 22
    }
    line(pdf, `Dikembalikan kepada ${office.name}, ${[office.address, office.phone, office.email].filter(part => part !== undefined).join(' · ')}`, MARGIN, y + 2, WIDTH - 230, { size: 7.5 })
    line(pdf, '......................................................, tanggal ..............................', SHORT - MARGIN - 220, y + 4, 220, { align: 'center' })
    line(pdf, 'Pemberi kerja (nama, tanda tangan, cap)', SHORT - MARGIN - 220, y + 18, 220, { align: 'center' })
    line(pdf, '( ................................................................ )', SHORT - MARGIN - 220, y + 78, 220, { align: 'center' })
  })
}
