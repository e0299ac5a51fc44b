import { addMonths, dayInDigits, dayInWords } from '../people/days.ts'
import { boxes, choice, line, paragraph, ruled, table } from './draw.ts'
import type { FormPerson } from './form-person.ts'
import { head, signature } from './head.ts'
import type { FormOffice } from './office.ts'
import { BOLD, ITALIC, LONG, makePdf, MARGIN, SHORT, type Pdf } from './pdf.ts'
import { drawPicture, type Picture } from './picture.ts'
import { drawQr } from './qr.ts'

/** Months after the issue at which the holder reports. */
export const REPORT_MONTHS = [6, 12, 18] as const

export interface CardForm {
  office: FormOffice
  person: FormPerson
  number: string
  /** How the boxes of the number are grouped. */
  groups: readonly number[]
  issuedOn: string
  expiresOn: string
  /** What the QR code holds. */
  code: string
  photo?: Picture
  logo?: Picture
  /** Days on which the holder has reported, by report. */
  reported?: ReadonlyArray<string | undefined>
  placement?: { employer: string, on: string }
  /** Marital status and religion are on older cards; they are printed only when asked for. */
  showStatus?: boolean
}

const TERMS = [
  'Berlaku secara nasional.',
  'Bila ada perubahan data atau pencari kerja telah mendapat pekerjaan, wajib melapor dalam satu minggu sejak tanggal penempatan.',
  'Apabila telah diterima bekerja, pemberi kerja mengembalikan kartu AK/I ini ke dinas yang menerbitkan.',
  'Kartu ini berlaku dua tahun dan wajib dilaporkan setiap enam bulan sekali selama belum mendapat pekerjaan.',
]
const ORDINALS = ['Kesatu', 'Kedua', 'Ketiga']
const RELIGIONS = ['Islam', 'Katholik', 'Protestan', 'Hindu', 'Budha', 'Konghucu', 'Lain-lain']
const RELIGION_CODES = ['islam', 'catholic', 'protestant', 'hindu', 'buddhist', 'confucian', 'other']
/** Fixed rows, each with the levels that belong in it. */
const SCHOOLS: ReadonlyArray<readonly [string, readonly string[]]> = [
  ['SD', ['SD']], ['SLTP', ['SMP']], ['SLTA / SMK', ['SMA', 'SMK']], ['D-1', ['D1']], ['D-2', ['D2']], ['D-3', ['D3']], ['D-4', ['D4']],
  ['Akta 1-4', ['AKTA']], ['S1 / Profesi', ['S1', 'PROFESI']], ['S2', ['S2']], ['S3', ['S3']],
]
const LEAST_SKILL_ROWS = 4
const MOST_SKILL_ROWS = 6
const PANEL = (LONG - 3 * MARGIN) / 2
const PHOTO = { width: 85, height: 113.4 }

/** The card AK/I: an A4 sheet to be folded in the middle. */
export async function cardPdf (form: CardForm): Promise<Buffer> {
  return await makePdf({ title: `Kartu AK/I ${form.number}`, day: form.issuedOn, landscape: true }, pdf => {
    pdf.save().lineWidth(0.3).dash(2, { space: 3 }).moveTo(LONG / 2, 10).lineTo(LONG / 2, SHORT - 10).stroke().restore()
    front(pdf, form, MARGIN)
    inside(pdf, form, 2 * MARGIN + PANEL)
  })
}

function front (pdf: Pdf, form: CardForm, x: number): void {
  const { office, person } = form
  let y = head(pdf, office, 'Kartu AK/I', x, MARGIN, PANEL, form.logo)
  line(pdf, 'KARTU TANDA BUKTI PENDAFTARAN PENCARI KERJA', x, y, PANEL, { size: 11, font: BOLD, align: 'center' })
  y += 20
  line(pdf, 'No. Pendaftaran Pencari Kerja', x, y, PANEL, { size: 7 })
  const side = Math.min(15, PANEL / (form.number.length + form.groups.length * 0.5))
  boxes(pdf, form.number, form.groups, x, y + 9, side)
  y += 33
  line(pdf, 'No. Induk Kependudukan', x, y, PANEL, { size: 7 })
  boxes(pdf, person.nik ?? ''.padEnd(16), [16], x, y + 9, 15)
  y += 38
  photo(pdf, form, x, y)
  const right = x + PHOTO.width + 14
  const width = PANEL - PHOTO.width - 14
  line(pdf, 'Nama', right, y, width, { size: 7 })
  line(pdf, person.name, right, y + 9, width, { size: 12, font: BOLD })
  signature(pdf, office, form.issuedOn, right, y + 34, width)
  y += PHOTO.height + 8
  line(pdf, 'Tanda tangan pencari kerja', x, y, PHOTO.width + 14, { size: 7 })
  pdf.rect(x, y + 9, PANEL, 30).stroke()
  y += 48
  line(pdf, 'KETENTUAN', x, y, PANEL, { font: BOLD })
  y += 12
  TERMS.forEach((term, index) => {
    line(pdf, `${index + 1}.`, x, y, 12)
    y = paragraph(pdf, term, x + 13, y, PANEL - 13) + 2
  })
  const codeSide = 112
  const codeTop = SHORT - MARGIN - codeSide
  drawQr(pdf, form.code, x + PANEL - codeSide, codeTop, codeSide)
  const foot = PANEL - codeSide - 10
  line(pdf, 'Dikeluarkan pada tanggal', x, codeTop + 6, foot, { size: 7 })
  line(pdf, dayInWords(form.issuedOn), x, codeTop + 16, foot, { size: 10, font: BOLD })
  line(pdf, 'Berlaku s.d.', x, codeTop + 34, foot, { size: 7 })
  line(pdf, dayInWords(form.expiresOn), x, codeTop + 44, foot, { size: 10, font: BOLD })
  paragraph(pdf, 'Kode QR membuktikan bahwa nomor dan masa berlaku kartu ini diterbitkan oleh dinas. Kode ini bukan tanda tangan elektronik tersertifikasi dan tidak memuat NIK. Gratis, tidak dipungut biaya.', x, codeTop + 66, foot, { size: 6.5, font: ITALIC })
}

function photo (pdf: Pdf, { photo }: CardForm, x: number, y: number): void {
  if (photo !== undefined) drawPicture(pdf, photo, x, y, PHOTO.width, PHOTO.height)
  else line(pdf, 'Pas foto 3 x 4', x, y + PHOTO.height / 2 - 4, PHOTO.width, { align: 'center' })
  pdf.rect(x, y, PHOTO.width, PHOTO.height).stroke()
}

function inside (pdf: Pdf, form: CardForm, x: number): void {
  const { person } = form
  let y = MARGIN
  const next = (height = 14): number => { y += height; return y - height }
  ruled(pdf, 'Nama lengkap', person.name, x, next(), PANEL)
  ruled(pdf, 'Tempat / tgl. lahir', `${person.birthPlace}, ${dayInDigits(person.birthDate)}`, x, next(), PANEL)
  choice(pdf, 'Jenis kelamin', person.sex === 'male' ? 1 : 2, ['Pria', 'Wanita'], x, next(), PANEL)
  if (form.showStatus === true) {
    choice(pdf, 'Status', person.maritalStatus === undefined ? undefined : person.maritalStatus === 'married' ? 1 : 2, ['Kawin', 'Belum kawin'], x, next(), PANEL)
    const religion = RELIGION_CODES.indexOf(person.religion ?? '')
    choice(pdf, 'Agama', religion < 0 ? undefined : religion + 1, RELIGIONS, x, next(), PANEL)
  }
  ruled(pdf, 'Alamat domisili', person.address, x, next(), PANEL)
  ruled(pdf, 'No. HP', person.phone ?? '', x, next(18), PANEL)

  line(pdf, 'PENDIDIKAN FORMAL', x, next(11), PANEL, { font: BOLD })
  const schools = SCHOOLS.map(([title, levels]) => {
    const held = person.education.filter(({ level }) => levels.includes(level))
    const text = held.map(({ school, major }) => [school, major].filter(part => part !== undefined).join(' / ')).join('; ')
    return [title, text, held.map(({ year }) => year ?? '').join('; ')]
  })
  y = table(pdf, [{ title: 'Tingkat', width: 64 }, { title: 'Sekolah / jurusan', width: PANEL - 124 }, { title: 'Tahun lulus', width: 60, align: 'center' }], schools, x, y) + 8

  line(pdf, 'KETERAMPILAN', x, next(11), PANEL, { font: BOLD })
  const skills = person.skills.slice(0, MOST_SKILL_ROWS).map(({ name, year }) => [name, String(year ?? '')])
  if (person.skills.length > MOST_SKILL_ROWS) skills[MOST_SKILL_ROWS - 1] = [`dan ${person.skills.length - MOST_SKILL_ROWS + 1} keterampilan lain, lihat AK/II`, '']
  while (skills.length < LEAST_SKILL_ROWS) skills.push(['', ''])
  y = table(pdf, [{ title: 'Jenis keterampilan', width: PANEL - 60 }, { title: 'Tahun', width: 60, align: 'center' }], skills, x, y) + 8

  line(pdf, 'LAPORAN BERKALA', x, next(11), PANEL, { font: BOLD })
  const reports = REPORT_MONTHS.map((months, index) => {
    const told = form.reported?.[index]
    return [ORDINALS[index], dayInDigits(addMonths(form.issuedOn, months)), told === undefined ? '' : `dilaporkan ${dayInDigits(told)}`]
  })
  y = table(pdf, [
    { title: 'Laporan', width: 64, align: 'center' }, { title: 'Tanggal - bulan - tahun', width: 110, align: 'center' },
    { title: 'Tanda tangan Pengantar Kerja / Petugas Pendaftar (nama, NIP)', width: PANEL - 174, align: 'center' },
  ], reports, x, y, { rowHeight: 26 }) + 10
  ruled(pdf, 'Diterima penempatan', form.placement?.employer ?? '', x, next(16), PANEL)
  ruled(pdf, 'Tanggal penempatan', form.placement === undefined ? '' : dayInDigits(form.placement.on), x, next(16), PANEL)
}
