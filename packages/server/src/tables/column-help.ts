import type { SideTable } from '../database/tables.ts'

/** What stands in a column, for whoever fills in a template. */
export interface ColumnHelp {
  example: string
  en: string
  id: string
}

const help = (example: string, en: string, id: string): ColumnHelp => ({ example, en, id })

const PLACE = {
  region: help('36.71.01', 'Kemendagri code of the place, as text: 36, 36.71 or 36.71.01', 'Kode wilayah Kemendagri, sebagai teks: 36, 36.71, atau 36.71.01'),
  lat: help('-6.17835', 'Latitude in degrees', 'Lintang dalam derajat'),
  lng: help('106.63189', 'Longitude in degrees', 'Bujur dalam derajat'),
}

const SEEKERS: Readonly<Record<string, ColumnHelp>> = {
  id: help('contoh-hapus-baris-ini', 'Your own number for the person; required, each once, no NIK. Delete the example row.', 'Nomor Anda untuk orang ini; wajib, masing-masing satu kali, bukan NIK. Hapus baris contoh.'),
  units: help('M.702090.019.02:certified:2027-05-31|M.702090.001.02', 'Competency units: code:evidence:expires, | between them. Evidence: certified, trained, experienced or claimed (when left out)', 'Unit kompetensi: kode:bukti:kedaluwarsa, dipisah |. Bukti: certified (sertifikat), trained (pelatihan), experienced (pengalaman), claimed (pengakuan; bila kosong)'),
  education: help('SMK', 'level or level:field, | between them: SD, SMP, SMA, SMK, D1 to D4, S1, S2, S3', 'jenjang atau jenjang:bidang, dipisah |: SD, SMP, SMA, SMK, D1 sampai D4, S1, S2, S3'),
  experience: help('7212:24|8211:6', 'KBJI code:months, | between them', 'kode KBJI:bulan, dipisah |'),
  ...PLACE,
  reachKm: help('25', 'How far the person can travel every day, whole kilometres', 'Jarak tempuh harian, kilometer bulat'),
  willingToMove: help('tidak', 'Would move for work: ya or tidak', 'Bersedia pindah: ya atau tidak'),
  licences: help('sim-c', 'Licences: code or code:expires, | between them; - for none', 'SIM dan lisensi: kode atau kode:kedaluwarsa, dipisah |; - bila tidak ada'),
  needs: help('-', 'Accommodations needed: codes, | between them; - for none', 'Akomodasi yang dibutuhkan: kode, dipisah |; - bila tidak ada'),
  adultFrom: help('2020-01-01', 'First day on which the person is of age, YYYY-MM-DD', 'Hari pertama dewasa, TTTT-BB-HH'),
  wishWage: help('5000000', 'Least wage wished, rupiah a month; bebas for any', 'Upah harapan paling rendah, rupiah sebulan; bebas bila apa pun'),
  wishOccupations: help('7212|8211', 'Work wished: KBJI codes, | between them; bebas for any', 'Jabatan harapan: kode KBJI, dipisah |; bebas bila apa pun'),
  wishSectors: help('bebas', 'Sectors wished: KBLI codes, | between them; bebas for any', 'Sektor harapan: kode KBLI, dipisah |; bebas bila apa pun'),
  wishJobTypes: help('full-time|contract', 'full-time, part-time, contract, daily, freelance, internship, apprenticeship; bebas for any', 'full-time (penuh waktu), part-time (paruh waktu), contract (kontrak), daily (harian), freelance (lepas), internship (magang), apprenticeship (pemagangan); bebas bila apa pun'),
  wishMaxHours: help('40', 'Most hours a week; bebas for any', 'Jam kerja paling banyak seminggu; bebas bila apa pun'),
}

const VACANCIES: Readonly<Record<string, ColumnHelp>> = {
  id: help('contoh-hapus-baris-ini', 'Your own number for the opening; required, each once. Delete the example row.', 'Nomor Anda untuk lowongan ini; wajib, masing-masing satu kali. Hapus baris contoh.'),
  title: help('Juru las', 'What people call the work', 'Nama pekerjaan'),
  seats: help('3', 'How many are wanted', 'Jumlah yang dicari'),
  opens: help('2026-01-02', 'First day, YYYY-MM-DD', 'Hari dibuka, TTTT-BB-HH'),
  closes: help('2026-12-31', 'Last day, YYYY-MM-DD', 'Hari ditutup, TTTT-BB-HH'),
  units: help('M.702090.019.02:3!|M.702090.001.02*', 'Competency units: code:importance, then ! for a must and * for a certificate, | between them; bebas for any', 'Unit kompetensi: kode:bobot, lalu ! bila wajib dan * bila bersertifikat, dipisah |; bebas bila apa pun'),
  education: help('SMK', 'Least level, ! for a must; bebas for any', 'Jenjang paling rendah, ! bila wajib; bebas bila apa pun'),
  fields: help('bebas', 'Fields of education: codes, | between them; bebas for any', 'Jurusan: kode, dipisah |; bebas bila apa pun'),
  experienceMonths: help('12', 'Months of experience; bebas for any', 'Pengalaman dalam bulan; bebas bila apa pun'),
  occupation: help('7212', 'KBJI code, as text', 'Kode KBJI, sebagai teks'),
  sector: help('C', 'KBLI code, as text', 'Kode KBLI, sebagai teks'),
  ...PLACE,
  remote: help('tidak', 'Can be done from anywhere: ya or tidak', 'Dapat dikerjakan dari mana saja: ya atau tidak'),
  wageMin: help('5100000', 'Least wage, rupiah a month', 'Upah paling rendah, rupiah sebulan'),
  wageMax: help('6000000', 'Most, rupiah a month', 'Upah paling tinggi, rupiah sebulan'),
  jobType: help('full-time', 'One of full-time, part-time, contract, daily, freelance, internship, apprenticeship', 'Salah satu dari full-time, part-time, contract, daily, freelance, internship, apprenticeship'),
  hours: help('40', 'Hours a week', 'Jam seminggu'),
  licences: help('-', 'Licences needed: codes, | between them; - for none', 'SIM dan lisensi yang diperlukan: kode, dipisah |; - bila tidak ada'),
  provides: help('-', 'Accommodations provided: codes, | between them; - for none', 'Akomodasi yang disediakan: kode, dipisah |; - bila tidak ada'),
  adultsOnly: help('ya', 'For adults only: ya or tidak', 'Khusus dewasa: ya atau tidak'),
}

/** By the names of the columns. */
export const COLUMN_HELP: Readonly<Record<SideTable, Readonly<Record<string, ColumnHelp>>>> = { seekers: SEEKERS, vacancies: VACANCIES }
