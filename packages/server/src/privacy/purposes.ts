import type { ConsentPurpose } from './tables.ts'

export interface Purpose {
  purpose: ConsentPurpose
  /** Version of the notice; a consent keeps the one it was given to. */
  version: number
  basis: string
  basisId: string
  notice: string
  noticeId: string
}

/** What people are asked to agree to, each by itself, in words that can be read out. A changed notice gets a new version. */
export const PURPOSES: readonly Purpose[] = Object.freeze([
  {
    purpose: 'matching',
    version: 1,
    basis: 'Consent (UU PDP Art. 20(2)a)',
    basisId: 'Persetujuan (UU PDP Pasal 20 ayat (2) huruf a)',
    notice: 'The office compares your skills, education, experience, place and wishes with openings, and ranks you beside others. A person decides who is referred, never the computer. Name, NIK, sex, age, religion and disability are not compared. You may object to a result, and withdraw at any time: you are then in no ranking any more.',
    noticeId: 'Kantor membandingkan kompetensi, pendidikan, pengalaman, tempat, dan keinginan Anda dengan lowongan, dan menyusun peringkat. Yang memutuskan siapa dirujuk adalah petugas, bukan komputer. Nama, NIK, jenis kelamin, umur, agama, dan disabilitas tidak dibandingkan. Anda boleh mengajukan keberatan atas hasilnya dan menarik persetujuan kapan saja: sejak itu Anda tidak lagi ada dalam peringkat mana pun.',
  },
  {
    purpose: 'sharing-with-employers',
    version: 1,
    basis: 'Consent (UU PDP Art. 20(2)a)',
    basisId: 'Persetujuan (UU PDP Pasal 20 ayat (2) huruf a)',
    notice: 'When the office refers you, the employer sees your name, how to reach you, and your qualifications. Employers to whom you were not referred see nothing.',
    noticeId: 'Bila kantor merujuk Anda, pemberi kerja melihat nama, kontak, dan kualifikasi Anda. Pemberi kerja lain tidak melihat apa pun.',
  },
  {
    purpose: 'contact',
    version: 1,
    basis: 'Consent (UU PDP Art. 20(2)a)',
    basisId: 'Persetujuan (UU PDP Pasal 20 ayat (2) huruf a)',
    notice: 'The office may call or write to you about openings, training and fairs.',
    noticeId: 'Kantor boleh menghubungi Anda tentang lowongan, pelatihan, dan bursa kerja.',
  },
  {
    purpose: 'statistics',
    version: 1,
    basis: 'Consent (UU PDP Art. 20(2)a); the counts of the monthly statements rest on public duty (e)',
    basisId: 'Persetujuan (UU PDP Pasal 20 ayat (2) huruf a); hitungan laporan bulanan berdasar tugas pelayanan publik (huruf e)',
    notice: 'Your data may be used, without your name, for research into the labour market.',
    noticeId: 'Data Anda boleh dipakai, tanpa nama, untuk penelitian pasar kerja.',
  },
])
