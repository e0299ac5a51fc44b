import type { PrintedUnit } from './decree-layouts.ts'

/** Elements and criteria of three units of decree 196/2014, as the decree words them; the descriptions are ours. */
export const EXCERPT: PrintedUnit[] = [
  {
    code: 'A.016200.005.01',
    title: 'Mengkoordinasikan Pekerjaan',
    description: 'Unit kompetensi ini berhubungan dengan pengetahuan, keterampilan, dan sikap kerja.',
    elements: [
      {
        number: 1,
        title: 'Mempersiapkan pekerjaan',
        criteria: [
          { number: '1.1', text: 'Proses penyembelihan hewan dijelaskan sesuai dengan prosedur kerja' },
          { number: '1.2', text: 'Tahapan pekerjaan dikomunikasikan dengan pihak terkait' },
          { number: '1.3', text: 'Tata hubungan kerja dengan pihak terkait dilaksanakan sesuai dengan tujuan' },
        ],
      },
      {
        number: 2,
        title: 'Membangun jejaring kerja dengan mitra',
        criteria: [
          { number: '2.1', text: 'Mitra kerja diidentifikasi sesuai kebutuhan' },
          { number: '2.2', text: 'Tahapan pembentukan jejaring kerja disusun sesuai kesepakatan' },
          { number: '2.3', text: 'Jejaring kerja dikembangkan sesuai kesepakatan' },
          { number: '2.4', text: 'Aspek yang membangun jejaring kerja disosialisasikan kepada mitra' },
        ],
      },
    ],
  },
  {
    code: 'A.016200.008.01',
    title: 'Menyiapkan Peralatan Penyembelihan',
    description: 'Unit kompetensi ini berhubungan dengan pengetahuan, keterampilan, dan sikap kerja.',
    elements: [
      {
        number: 1,
        title: 'Memilih jenis pisau',
        criteria: [
          { number: '1.1', text: 'Spesifikasi pisau untuk menyembelih dijelaskan sesuai peruntukkannya' },
          { number: '1.2', text: 'Ukuran pisau diidentifikasi sesuai dengan jenis hewan yang akan disembelih' },
        ],
      },
      {
        number: 2,
        title: 'Mengasah pisau',
        criteria: [
          { number: '2.1', text: 'Spesifikasi alat pengasah pisau untuk menyembelih dipilih sesuai dengan persyaratan' },
          { number: '2.2', text: 'Teknik mengasah pisau dilakukan sesuai dengan jenis dan spesifikasi pisau' },
          { number: '2.3', text: 'Uji ketajaman pisau penyembelihan dilakukan sesuai dengan metode pengujian' },
        ],
      },
      {
        number: 3,
        title: 'Membersihkan pisau',
        criteria: [
          { number: '3.1', text: 'Prosedur pembersihan pisau dijelaskan sesuai spesifikasi penggunaan' },
          { number: '3.2', text: 'Teknik pembersihan pisau dilakukan sesuai persyaratan higiene sanitasi' },
        ],
      },
      {
        number: 4,
        title: 'Menyimpan pisau',
        criteria: [
          { number: '4.1', text: 'Kesiapan tempat penyimpanan diperiksa sesuai ketentuan' },
          { number: '4.2', text: 'Penyimpanan pisau dilakukan sesuai dengan prosedur' },
        ],
      },
    ],
  },
  {
    code: 'A.016200.011.01',
    title: 'Menerapkan Teknik Penyembelihan Hewan',
    description: 'Unit kompetensi ini berhubungan dengan pengetahuan, keterampilan, dan sikap kerja.',
    elements: [
      {
        number: 1,
        title: 'Memposisikan diri untuk menyembelih',
        criteria: [
          { number: '1.1', text: 'Syarat teknis posisi juru sembelih dijelaskan sesuai prinsip penyembelihan' },
          { number: '1.2', text: 'Juru sembelih diposisikan sesuai dengan faktor keselamatan dan posisi sembelih hewan' },
        ],
      },
      {
        number: 2,
        title: 'Membaca basmalah pada setiap sebelum menyembelih hewan',
        criteria: [
          { number: '2.1', text: "Bacaan basmalah sebelum menyembelih dilafazkan dengan tepat sesuai syari'at Islam" },
          { number: '2.2', text: "Makna bacaan basmalah dalam menyembelih hewan dijelaskan dengan tepat sesuai syari'at Islam" },
        ],
      },
      {
        number: 3,
        title: 'Menggunakan pisau penyembelihan',
        criteria: [
          { number: '3.1', text: 'Pisau diposisikan pada lokasi sayatan penyembelihan yang tepat' },
          { number: '3.2', text: 'Pisau dioperasikan sesuai dengan persyaratan teknik penyembelihan halal' },
        ],
      },
    ],
  },
]
