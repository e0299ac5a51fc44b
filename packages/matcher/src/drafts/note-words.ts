import type { Phrase } from '../prose/language.ts'
import type { DraftNote } from './draft.ts'

const WORDS: Readonly<Record<DraftNote, Phrase>> = Object.freeze({
  'several-named': { en: 'the text names several; choose', id: 'teks menyebut beberapa; pilih' },
  'only-preferred': { en: 'wished for, not demanded', id: 'diutamakan, bukan syarat' },
  'one-of': { en: 'one of several is enough, which the record cannot say', id: 'cukup salah satu, yang tidak dapat dicatat' },
  'class-not-named': { en: 'a licence without its class', id: 'lisensi tanpa golongan' },
  'too-wide': { en: 'only a province is named; name the city or kecamatan', id: 'hanya menyebut provinsi; sebut kota atau kecamatan' },
  'not-monthly': { en: 'a wage that is not by the month', id: 'upah bukan per bulan' },
  'by-likeness': { en: 'by likeness of the title', id: 'dari kemiripan nama jabatan' },
  'no-title-line': { en: 'cut out of a longer line', id: 'dipotong dari kalimat yang lebih panjang' },
  'applicants-live-there': { en: 'where applicants are to live; the work may be elsewhere', id: 'tempat tinggal pelamar; tempat kerja mungkin lain' },
  permanent: { en: 'permanent, taken for full time', id: 'karyawan tetap, dianggap penuh waktu' },
  'maybe-hybrid': { en: 'work from home is named; it may be for some days only', id: 'kerja dari rumah disebut; mungkin hanya sebagian hari' },
  'evidence-claimed': { en: 'claimed; raise it when the certificate was seen', id: 'pengakuan; naikkan bila sertifikatnya sudah dilihat' },
  'whole-years': { en: 'counted from years without months', id: 'dihitung dari tahun tanpa bulan' },
  'day-needed': { en: 'goes on until now; say which day that is', id: 'sampai sekarang; sebutkan tanggalnya' },
  'no-occupation': { en: 'a time of work without an occupation that is known', id: 'masa kerja tanpa jabatan yang dikenal' },
  'maybe-not-completed': { en: 'maybe not completed', id: 'mungkin belum tamat' },
  'place-of-something-else': { en: 'no home is named; the place may be a school\'s or a firm\'s', id: 'domisili tidak disebut; tempat ini mungkin milik sekolah atau perusahaan' },
  'never-read': { en: 'never read from a text; ask the person', id: 'tidak pernah dibaca dari teks; tanyakan kepada orangnya' },
  'whole-list': { en: 'a record lists all that is provided; complete the list first', id: 'catatan memuat semua yang disediakan; lengkapi dahulu daftarnya' },
  'months-not-named': { en: 'experience is asked without a number; say how many months', id: 'pengalaman diminta tanpa angka; sebutkan berapa bulan' },
  'makes-or-sells': { en: 'taken for a maker; the firm may only trade in it', id: 'dianggap produsen; mungkin hanya menjualnya' },
  'of-a-former-job': { en: 'said of where applicants worked before', id: 'disebut sebagai tempat kerja pelamar sebelumnya' },
  'cut-short': { en: 'more were named than a record takes', id: 'jumlahnya melebihi yang dapat dicatat' },
})

/** A note in Indonesian and English, a clause without a full stop. */
export function describeNote (note: DraftNote): Phrase {
  return WORDS[note]
}
