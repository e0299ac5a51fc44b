import { dayInWords } from '../people/days.ts'
import { paragraph, ruled } from './draw.ts'
import { head, letterHead, signature } from './head.ts'
import type { FormOffice } from './office.ts'
import { makePdf, MARGIN, SHORT } from './pdf.ts'

export interface CallForm {
  office: FormOffice
  letterNumber: string
  day: string
  person: { name: string, cardNumber?: string, address?: string }
  /** When and where to come, and for what. */
  on: string
  time: string
  place: string
  purpose: string
  bring?: readonly string[]
}

const WIDTH = SHORT - 2 * MARGIN

/** The call letter AK/IV. */
export async function callPdf (form: CallForm): Promise<Buffer> {
  return await makePdf({ title: `Surat panggilan ${form.letterNumber}`, day: form.day }, pdf => {
    const { office, person } = form
    let y = head(pdf, office, 'Formulir AK/IV', MARGIN, MARGIN, WIDTH) + 8
    const to = [person.name, ...(person.cardNumber === undefined ? [] : [`No. pendaftaran ${person.cardNumber}`]), ...(person.address === undefined ? [] : [person.address])]
    y = letterHead(pdf, { number: form.letterNumber, subject: 'Surat panggilan pencari kerja', to, day: form.day, place: office.place }, MARGIN, y, WIDTH)
    y = paragraph(pdf, `Sehubungan dengan ${form.purpose}, Saudara diminta hadir pada:`, MARGIN, y, WIDTH, { size: 10 }) + 8
    for (const [label, value] of [['Tanggal', dayInWords(form.on)], ['Pukul', form.time], ['Tempat', form.place], ['Membawa', (form.bring ?? ['Kartu AK/I', 'KTP']).join(', ')]]) {
      ruled(pdf, label, value, MARGIN + 20, y, WIDTH - 20, { size: 10 })
      y += 18
    }
    y = paragraph(pdf, 'Panggilan dan pelayanan ini tidak dipungut biaya. Bila Saudara berhalangan atau sudah bekerja, mohon memberi tahu kami.', MARGIN, y + 8, WIDTH, { size: 10 }) + 20
    signature(pdf, office, undefined, SHORT - MARGIN - 220, y, 220)
  })
}
