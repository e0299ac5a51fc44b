import { COLUMN_HELP } from '../../tables/column-help.ts'
import { COLUMNS } from '../../tables/columns.ts'
import { INDONESIAN_HEADERS } from '../../tables/indonesian-headers.ts'
import { column, type ImportColumn } from './kind.ts'

export const SEX_WORDS = { l: 'male', 'laki-laki': 'male', pria: 'male', male: 'male', m: 'male', lk: 'male', laki: 'male', laki2: 'male', lelaki: 'male', p: 'female', pr: 'female', perempuan: 'female', wanita: 'female', female: 'female', f: 'female' } as const
export const MARITAL_WORDS = { kawin: 'married', menikah: 'married', married: 'married', 'sudah kawin': 'married', 'sudah menikah': 'married', 'belum kawin': 'single', 'belum menikah': 'single', 'tidak kawin': 'single', lajang: 'single', single: 'single' } as const
export const RELIGION_WORDS = {
  islam: 'islam', katolik: 'catholic', catholic: 'catholic', kristen: 'protestant', protestan: 'protestant', protestant: 'protestant', hindu: 'hindu', buddha: 'buddhist', buddhist: 'buddhist', konghucu: 'confucian', khonghucu: 'confucian', confucian: 'confucian', lainnya: 'other', other: 'other',
} as const
export const CONSENT_WORDS = {
  pencocokan: 'matching', matching: 'matching', 'berbagi dengan pemberi kerja': 'sharing-with-employers', 'sharing-with-employers': 'sharing-with-employers', statistik: 'statistics', statistics: 'statistics', kontak: 'contact', contact: 'contact',
} as const
export const PLACE_WORDS = { 'dalam negeri': 'domestic', domestic: 'domestic', 'luar negeri': 'abroad', abroad: 'abroad', keduanya: 'either', either: 'either' } as const
export const RELATION_WORDS = { 'orang tua': 'parent', orangtua: 'parent', ayah: 'parent', ibu: 'parent', parent: 'parent', wali: 'guardian', guardian: 'guardian' } as const

/** The parts of a match profile that have columns of their own; education is made of the school's, and the day of coming of age of the birth date. */
const ELSEWHERE = new Set(['id', 'education', 'adultFrom'])
export const PROFILE_COLUMNS = COLUMNS.seekers.filter(({ name }) => !ELSEWHERE.has(name))

const identity: readonly ImportColumn[] = [
  column({ name: 'id', id: 'ID Padan', en: 'Padan id', aliases: ['idorang', 'personid'], example: '', help: 'The id that exports show; left out for somebody new', helpId: 'Id yang tercantum dalam ekspor; kosong untuk orang baru' }),
  column({ name: 'nik', id: 'NIK', en: 'NIK', aliases: ['nomornik', 'nonik', 'noktp', 'nomorktp', 'nomorindukkependudukan'], exact: true, example: '3671015505030001', help: '16 digits, in cells of the format "Text". Delete the example row', helpId: '16 angka, dalam sel berformat "Teks". Hapus baris contoh' }),
  column({ name: 'name', id: 'Nama', en: 'Name', aliases: ['namalengkap', 'namasiswa', 'namapencaker', 'fullname'], required: true, example: 'Siti Contoh Rahmawati', help: 'As on the identity card', helpId: 'Sesuai KTP' }),
  column({ name: 'birthPlace', id: 'Tempat lahir', en: 'Place of birth', aliases: ['birthplace', 'kotalahir'], required: true, example: 'Tangerang', help: 'Town or regency', helpId: 'Kota atau kabupaten' }),
  column({ name: 'birthDate', id: 'Tanggal lahir', en: 'Date of birth', aliases: ['tgllahir', 'birthdate', 'dob'], required: true, example: '2003-05-15', help: '2003-05-15, 15/05/2003 (day first) or 15 Mei 2003', helpId: '2003-05-15, 15/05/2003 (hari dahulu), atau 15 Mei 2003' }),
  column({ name: 'sex', id: 'Jenis kelamin', en: 'Sex', aliases: ['jk', 'kelamin', 'gender', 'lp'], required: true, example: 'P', help: 'L (male) or P (female); for the statistics and the card, never for a match', helpId: 'L atau P; untuk statistik dan kartu, tidak untuk pencocokan' }),
  column({ name: 'address', id: 'Alamat', en: 'Address', aliases: ['alamatlengkap', 'alamatrumah', 'domisili'], required: true, example: 'Jl. Melati No. 5', help: 'Where the person lives', helpId: 'Tempat tinggal' }),
  column({ name: 'phone', id: 'Nomor HP', en: 'Phone', aliases: ['hp', 'nohp', 'telepon', 'notelp', 'notelepon', 'whatsapp', 'wa', 'nowa', 'mobile'], exact: true, example: '081200000000', help: 'With the zero before it, as text', helpId: 'Dengan angka nol di depan, sebagai teks' }),
  column({ name: 'email', id: 'Email', en: 'E-mail', aliases: ['surel', 'alamatemail', 'mail'], example: 'siti@contoh.id', help: 'An e-mail address', helpId: 'Alamat surel' }),
  column({ name: 'maritalStatus', id: 'Status perkawinan', en: 'Marital status', aliases: ['statuskawin', 'statusnikah'], example: 'belum kawin', help: 'kawin or belum kawin', helpId: 'kawin atau belum kawin' }),
  column({ name: 'religion', id: 'Agama', en: 'Religion', aliases: [], example: '', help: 'Only where the card asks for it', helpId: 'Hanya bila diperlukan pada kartu' }),
]

/** Both in one cell, as forms on paper have it. */
export const BIRTH_COLUMN = column({ name: 'birth', id: 'Tempat, tanggal lahir', en: 'Place and date of birth', aliases: ['ttl', 'tempattgllahir', 'tempatdantanggallahir', 'tempatdantgllahir', 'tmptgllahir', 'tmpttgllahir', 'tptgllahir'], tells: ['birthPlace', 'birthDate'], example: 'Tangerang, 15/05/2003', help: 'In place of the two columns: the place, then the day', helpId: 'Pengganti kedua kolom itu: tempat, lalu tanggal' })

const schooling: readonly ImportColumn[] = [
  column({ name: 'educationLevel', id: 'Pendidikan terakhir', en: 'Education level', aliases: ['pendidikan', 'jenjang', 'jenjangpendidikan', 'tingkatpendidikan', 'education'], example: 'SMK', help: 'SD, SMP, SMA, SMK, D1 to D4, S1, S2, S3', helpId: 'SD, SMP, SMA, SMK, D1 sampai D4, S1, S2, S3' }),
  column({ name: 'educationField', id: 'Kode bidang pendidikan', en: 'Field of education code', aliases: ['kodejurusan', 'kodebidang'], example: '', help: 'Code of the field, for matching', helpId: 'Kode bidang, untuk pencocokan' }),
  column({ name: 'schoolName', id: 'Nama sekolah', en: 'School name', aliases: ['sekolah', 'asalsekolah', 'perguruantinggi'], example: 'SMKN 4', help: 'Name of the school', helpId: 'Nama sekolah atau perguruan tinggi' }),
  column({ name: 'major', id: 'Jurusan', en: 'Major', aliases: ['programkeahlian', 'kompetensikeahlian', 'prodi'], example: 'Teknik Pengelasan', help: 'As on the certificate', helpId: 'Sesuai ijazah' }),
  column({ name: 'graduationYear', id: 'Tahun lulus', en: 'Year of graduation', aliases: ['lulus', 'thnlulus'], example: '2021', help: 'Four digits', helpId: 'Empat angka' }),
  column({ name: 'skills', id: 'Keterampilan', en: 'Skills', aliases: ['keahlian', 'kemampuan'], example: 'Las SMAW 3G', help: 'As the card shows them, | between them', helpId: 'Seperti pada kartu, dipisah |' }),
  column({ name: 'languages', id: 'Bahasa', en: 'Languages', aliases: ['bahasaasing'], example: 'Inggris', help: '| between them', helpId: 'dipisah |' }),
  column({ name: 'heightCm', id: 'Tinggi badan (cm)', en: 'Height (cm)', aliases: ['tinggibadan', 'tinggi', 'tb'], example: '', help: 'Only where the card asks for it', helpId: 'Hanya bila diperlukan pada kartu' }),
  column({ name: 'weightKg', id: 'Berat badan (kg)', en: 'Weight (kg)', aliases: ['beratbadan', 'berat', 'bb'], example: '', help: 'Only where the card asks for it', helpId: 'Hanya bila diperlukan pada kartu' }),
  column({ name: 'disability', id: 'Disabilitas', en: 'Disability', aliases: ['kondisifisik', 'difabel'], example: '', help: 'In the words of the person; never for a match', helpId: 'Dalam kata-kata orangnya; tidak untuk pencocokan' }),
  column({ name: 'placeWanted', id: 'Tempat kerja yang diinginkan', en: 'Place wanted', aliases: ['lokasikerja', 'penempatanyangdiinginkan'], example: '', help: 'dalam negeri, luar negeri or keduanya, for the sheet AK/II', helpId: 'dalam negeri, luar negeri, atau keduanya, untuk formulir AK/II' }),
  column({ name: 'notes', id: 'Catatan pewawancara', en: 'Interview notes', aliases: ['catatan', 'catatanpetugas', 'hasilwawancara'], example: '', help: 'Of the office; the person does not see them on the sheet', helpId: 'Milik dinas; tidak tampak pada lembar milik orangnya' }),
  column({ name: 'consents', id: 'Persetujuan', en: 'Consents', aliases: ['izin', 'consent'], example: 'pencocokan|berbagi dengan pemberi kerja', help: 'What the person has agreed to in writing: pencocokan, berbagi dengan pemberi kerja, statistik, kontak; | between them', helpId: 'Yang disetujui secara tertulis: pencocokan, berbagi dengan pemberi kerja, statistik, kontak; dipisah |' }),
  column({ name: 'guardianName', id: 'Nama wali', en: 'Guardian name', aliases: ['wali', 'namaorangtua', 'orangtua', 'namaorangtuawali', 'namaayah', 'namaibu', 'guardian'], example: '', help: 'Under 18: the parent or guardian who has agreed', helpId: 'Di bawah 18 tahun: orang tua atau wali yang menyetujui' }),
  column({ name: 'guardianRelation', id: 'Hubungan wali', en: 'Guardian relation', aliases: ['hubungan'], example: '', help: 'orang tua or wali; orang tua when left out', helpId: 'orang tua atau wali; orang tua bila kosong' }),
  column({ name: 'guardianPhone', id: 'Nomor HP wali', en: 'Guardian phone', aliases: ['hpwali', 'nohpwali', 'hporangtua', 'nohporangtua'], exact: true, example: '', help: 'As text', helpId: 'Sebagai teks' }),
]

const profile: readonly ImportColumn[] = PROFILE_COLUMNS.map(({ name, aliases }) => {
  const { example, en, id } = COLUMN_HELP.seekers[name]
  return column({ name, id: INDONESIAN_HEADERS[name] ?? name, en: name, aliases, example, help: en, helpId: id })
})

/** The columns of a table of people: who they are, then what they bring to a match. */
export const PERSON_COLUMNS: readonly ImportColumn[] = [...identity, ...schooling, ...profile]
