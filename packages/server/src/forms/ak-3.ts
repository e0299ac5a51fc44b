import { dayInDigits } from '../people/days.ts'
import { rupiah } from './names.ts'
import type { FormOffice } from './office.ts'
import { sheetPdf } from './sheet-form.ts'

export interface VacancyForm {
  office: FormOffice
  number?: string
  day: string
  employer: { name: string, businessNumber?: string, address?: string, sector?: string, contact?: string, contactPhone?: string }
  vacancy: {
    title: string
    occupation?: string
    /** Local, between provinces, abroad. */
    channel?: string
    description?: string
    /** Headcounts: for the statistics alone. */
    seats: { male: number, female: number, either: number }
    education?: string
    skills?: readonly string[]
    experienceMonths?: number
    place: string
    wageMin?: number
    wageMax?: number
    /** Of the place of work, with the year it holds for. */
    minimumWage?: string
    hours?: string
    conditions?: string
    accommodations?: readonly string[]
    from: string
    until?: string
    /** Demands of age or sex that an officer approved, with the reason. */
    approvedDemands?: ReadonlyArray<{ demand: string, reason: string }>
  }
}

/** The sheet AK/III: an employer's vacancy. */
export async function vacancyPdf ({ office, number, day, employer, vacancy }: VacancyForm): Promise<Buffer> {
  const { male, female, either } = vacancy.seats
  const wage = [vacancy.wageMin, vacancy.wageMax].filter(amount => amount !== undefined).map(rupiah).join(' s.d. ')
  return await sheetPdf({
    office,
    code: 'Formulir AK/III',
    title: 'DATA LOWONGAN KERJA (PERMINTAAN TENAGA KERJA)',
    number,
    day,
    signs: { role: 'Pemberi kerja', name: employer.contact ?? '' },
    blocks: [
      {
        title: 'A. Pemberi kerja',
        lines: [['Nama', employer.name], ['NIB', employer.businessNumber ?? ''], ['Alamat', employer.address ?? ''], ['Lapangan usaha', employer.sector ?? ''],
          ['Penghubung', [employer.contact, employer.contactPhone].filter(part => part !== undefined).join(', ')]],
      },
      {
        title: 'B. Lowongan',
        lines: [
          ['Jabatan', vacancy.title], ['Kode jabatan (KBJI)', vacancy.occupation ?? ''], ['Jenis penempatan', vacancy.channel ?? ''], ['Jumlah dibutuhkan', `${male + female + either} orang (laki-laki ${male}, perempuan ${female}, laki-laki/perempuan ${either})`],
          ['Uraian pekerjaan', vacancy.description ?? ''], ['Tempat kerja', vacancy.place], ['Upah', wage], ['Upah minimum setempat', vacancy.minimumWage ?? ''],
          ['Jam kerja', vacancy.hours ?? ''], ['Kondisi kerja', vacancy.conditions ?? ''],
          ['Berlaku', `${dayInDigits(vacancy.from)}${vacancy.until === undefined ? '' : ` s.d. ${dayInDigits(vacancy.until)}`}`],
        ],
      },
      {
        title: 'C. Persyaratan dan akomodasi',
        lines: [
          ['Pendidikan minimal', vacancy.education ?? ''], ['Keterampilan', (vacancy.skills ?? []).join('; ')],
          ['Pengalaman', vacancy.experienceMonths === undefined ? '' : `${vacancy.experienceMonths} bulan`], ['Akomodasi yang disediakan', vacancy.accommodations?.length === 0 ? 'tidak ada' : (vacancy.accommodations ?? []).join('; ')],
          ...(vacancy.approvedDemands ?? []).map(({ demand, reason }) => [`Syarat disetujui: ${demand}`, `alasan: ${reason}`] as const),
        ],
      },
    ],
  })
}
