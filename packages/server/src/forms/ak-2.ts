import { dayInDigits } from '../people/days.ts'
import type { FormPerson } from './form-person.ts'
import { rupiah } from './names.ts'
import type { FormOffice } from './office.ts'
import { sheetPdf } from './sheet-form.ts'

/** What the interview adds to what is on the card. */
export interface RegistrationForm {
  office: FormOffice
  number?: string
  day: string
  person: FormPerson & {
    heightCm?: number
    weightKg?: number
    languages?: readonly string[]
    experience?: ReadonlyArray<{ employer: string, position: string, from?: string, to?: string, wage?: number, leftBecause?: string }>
    trainings?: ReadonlyArray<{ name: string, year?: number }>
    wished?: { jobs?: readonly string[], place?: string, wage?: number }
    disability?: string
    needs?: readonly string[]
    notes?: string
  }
}

/** The sheet AK/II, filled in at the interview. */
export async function registrationPdf ({ office, number, day, person }: RegistrationForm): Promise<Buffer> {
  const years = (from?: string, to?: string): string => from === undefined && to === undefined ? '' : ` (${from ?? '…'} s.d. ${to ?? 'sekarang'})`
  return await sheetPdf({
    office,
    code: 'Formulir AK/II',
    title: 'DATA PENCARI KERJA',
    number,
    day,
    signs: { role: 'Pencari kerja', name: person.name },
    blocks: [
      {
        title: 'A. Data diri',
        lines: [
          ['Nama lengkap', person.name], ['NIK', person.nik ?? ''], ['Tempat / tanggal lahir', `${person.birthPlace}, ${dayInDigits(person.birthDate)}`],
          ['Jenis kelamin', person.sex === 'male' ? 'Laki-laki' : 'Perempuan'], ['Alamat domisili', person.address], ['No. HP', person.phone ?? ''],
          ['Tinggi / berat badan', [person.heightCm === undefined ? '' : `${person.heightCm} cm`, person.weightKg === undefined ? '' : `${person.weightKg} kg`].filter(Boolean).join(' / ')],
        ],
      },
      {
        title: 'B. Pendidikan, pelatihan, keterampilan, bahasa',
        lines: [
          ...person.education.map(({ level, school, major, year }) => [level, [school, major, year].filter(part => part !== undefined).join(' / ')] as const),
          ['Pelatihan', (person.trainings ?? []).map(({ name, year }) => `${name}${year === undefined ? '' : ` (${year})`}`).join('; ')],
          ['Keterampilan', person.skills.map(({ name, year }) => `${name}${year === undefined ? '' : ` (${year})`}`).join('; ')],
          ['Bahasa', (person.languages ?? []).join(', ')],
        ],
      },
      {
        title: 'C. Pengalaman kerja',
        lines: (person.experience ?? []).length === 0
          ? [['Pengalaman', person.experience === undefined ? '' : 'belum ada']]
          : (person.experience ?? []).map(({ employer, position, from, to, wage, leftBecause }) => [employer, `${position}${years(from, to)}${wage === undefined ? '' : `; upah ${rupiah(wage)}`}${leftBecause === undefined ? '' : `; berhenti karena ${leftBecause}`}`]),
      },
      {
        title: 'D. Pekerjaan yang diinginkan',
        lines: [['Jabatan', (person.wished?.jobs ?? []).join('; ')], ['Tempat', person.wished?.place ?? ''], ['Upah yang diharapkan', person.wished?.wage === undefined ? '' : rupiah(person.wished.wage)]],
      },
      {
        title: 'E. Disabilitas dan akomodasi yang layak (bila disampaikan)',
        lines: [['Ragam disabilitas', person.disability ?? ''], ['Akomodasi yang diperlukan', (person.needs ?? []).join('; ')]],
      },
      { title: 'F. Catatan pewawancara', lines: [['Catatan', person.notes ?? '']] },
    ],
  })
}
