/** What would have been accepted, in both languages of the office. */
export interface Words {
  en: string
  id: string
}

export const AN_OBJECT: Words = { en: 'an object', id: 'sebuah objek' }
export const A_LIST: Words = { en: 'a list', id: 'sebuah daftar' }
export const TRUE_OR_FALSE: Words = { en: 'true or false', id: 'true atau false' }
export const A_DAY: Words = { en: 'a day as YYYY-MM-DD, from 1900 to 2199', id: 'tanggal berbentuk TTTT-BB-HH, dari 1900 sampai 2199' }
export const EACH_ONCE: Words = { en: 'each code once', id: 'setiap kode satu kali' }
export const WHOLE_CHARACTERS: Words = { en: 'text without broken characters', id: 'teks tanpa karakter rusak' }
export const THESE_MENDED_FIRST: Words = { en: 'the problems listed before to be mended first', id: 'masalah di atas diperbaiki lebih dahulu' }
export const ONLY_WITH_CERTIFIED: Words = { en: 'an expiry only with the evidence certified', id: 'masa berlaku hanya untuk bukti certified' }
export const NO_SUCH_PROPERTY: Words = {
  en: 'it to be left out: protected attributes and personal data never enter a match',
  id: 'tidak diisi: atribut terlindungi dan data pribadi tidak pernah masuk ke pencocokan',
}
export const NOT_A_NIK: Words = {
  en: 'an id that means nothing outside your system; a NIK tells birth date and sex',
  id: 'id yang tidak bermakna di luar sistem Anda; NIK memuat tanggal lahir dan jenis kelamin',
}
export const FINER_THAN_PROVINCE: Words = {
  en: 'a kecamatan or kota/kabupaten; a province is no place to measure from',
  id: 'kecamatan atau kota/kabupaten; jarak tidak dapat diukur dari provinsi',
}

export function wholeNumber (least: number, most: number): Words {
  return { en: `a whole number from ${least} to ${most}`, id: `bilangan bulat dari ${least} sampai ${most}` }
}

export function degreesUpTo (most: number): Words {
  return { en: `degrees from -${most} to ${most}`, id: `derajat dari -${most} sampai ${most}` }
}

export function oneOf (choices: readonly string[]): Words {
  return { en: `one of ${choices.join(', ')}`, id: `salah satu dari ${choices.join(', ')}` }
}

export function atLeast (least: number): Words {
  return { en: `at least ${least}; leave the list out when it is not known`, id: `sedikitnya ${least}; hilangkan daftarnya bila tidak diketahui` }
}

export function atMost (most: number): Words {
  return { en: `at most ${most}`, id: `paling banyak ${most}` }
}

export function textUpTo (longest: number): Words {
  return { en: `text of at most ${longest} characters`, id: `teks paling panjang ${longest} karakter` }
}

export function anId (longest: number): Words {
  return {
    en: `text of 1 to ${longest} characters without control characters or outer spaces`,
    id: `teks 1 sampai ${longest} karakter tanpa karakter kendali dan tanpa spasi di tepi`,
  }
}

export function idOnce (row: number): Words {
  return { en: `each id once; record ${row} has it too`, id: `setiap id satu kali; catatan ${row} juga memakainya` }
}

export function aCodeOf (what: Words): Words {
  return { en: `a code of ${what.en}; look it up in the taxonomy`, id: `kode ${what.id}; lihat di taksonomi` }
}

export function withDecree (candidates: readonly string[]): Words {
  return { en: `the decree as well: one of ${candidates.join(', ')}`, id: `beserta keputusannya: salah satu dari ${candidates.join(', ')}` }
}

export function notBefore (day: string): Words {
  return { en: `a day not before ${day}, when it opens`, id: `tanggal tidak sebelum ${day}, saat dibuka` }
}

export function notBelow (rupiah: number): Words {
  return { en: `a wage not below min, ${rupiah}`, id: `upah tidak di bawah min, ${rupiah}` }
}
