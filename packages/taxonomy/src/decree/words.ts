import type { DecreeFinding, LineTrouble, FindingKind } from './decree.ts'

type Words = Readonly<Record<'en' | 'id', string>>

const TROUBLES: Readonly<Record<LineTrouble, Words>> = Object.freeze({
  columns: { en: 'used, but the words of both columns run together: check where they went', id: 'dipakai, tetapi kata dari kedua kolom menyatu: periksa letaknya' },
  outside: { en: 'stands before anything that is part of a decree', id: 'berada sebelum bagian mana pun dari keputusan' },
  'too-long': { en: 'too long for a line of a decree', id: 'terlalu panjang untuk satu baris keputusan' },
  'stray-number': { en: 'a number alone that is not the next page', id: 'angka sendirian yang bukan nomor halaman berikutnya' },
  'stray-text': { en: 'belongs to no row and no label above it', id: 'bukan milik baris atau label di atasnya' },
  'unclear-number': { en: 'begins with a number that cannot be read', id: 'diawali nomor yang tidak terbaca' },
  'after-unclear': { en: 'stands under a number that cannot be read', id: 'berada di bawah nomor yang tidak terbaca' },
  'backward-number': { en: 'its number does not go on from the one before', id: 'nomornya tidak melanjutkan nomor sebelumnya' },
})

const FINDINGS: Readonly<Record<FindingKind, Words>> = Object.freeze({
  'no-units': { en: 'no unit is described: expected "KODE UNIT : ..."', id: 'tidak ada unit yang diuraikan: seharusnya ada "KODE UNIT : ..."' },
  'no-decree': { en: 'the text does not name its decree: expected "NOMOR ... TAHUN ..." under "KEPUTUSAN MENTERI"', id: 'teks tidak menyebut keputusannya: seharusnya "NOMOR ... TAHUN ..." di bawah "KEPUTUSAN MENTERI"' },
  'other-decree': { en: 'names another decree as its own', id: 'menyebut keputusan lain sebagai miliknya' },
  'not-described': { en: 'is in the table of units, but not described', id: 'ada di daftar unit, tetapi tidak diuraikan' },
  'not-listed': { en: 'is described, but not in the table of units', id: 'diuraikan, tetapi tidak ada di daftar unit' },
  'two-titles': { en: 'has two titles', id: 'memiliki dua judul' },
  'described-twice': { en: 'is described a second time; the first stays. It was in line', id: 'diuraikan dua kali; yang pertama dipakai, yaitu di baris' },
  'listed-twice': { en: 'is in the table of units a second time. It was in line', id: 'ada dua kali di daftar unit; pertama di baris' },
  'code-pattern': { en: 'the code keeps no known pattern', id: 'kode tidak mengikuti pola yang dikenal' },
  'code-doubtful': { en: 'the code may have letters for digits or digits for letters; it stays as printed', id: 'kode mungkin tertukar antara huruf dan angka; dibiarkan seperti tercetak' },
  'code-spelling': { en: 'the code was printed with spaces, small letters or stray dots', id: 'kode tercetak dengan spasi, huruf kecil, atau titik berlebih' },
  'no-code': { en: 'a unit without a code that can be read was left out', id: 'unit tanpa kode yang terbaca tidak diambil' },
  'no-title': { en: 'has no title and was left out', id: 'tidak memiliki judul dan tidak diambil' },
  'no-elements': { en: 'has no elements', id: 'tidak memiliki elemen' },
  'no-criteria': { en: 'has an element without criteria', id: 'memiliki elemen tanpa kriteria' },
  'no-element-title': { en: 'has an element without words', id: 'memiliki elemen tanpa kata' },
  'empty-criterion': { en: 'has a criterion without words', id: 'memiliki kriteria tanpa kata' },
  'number-gap': { en: 'the numbering has a hole', id: 'penomoran berlubang' },
  'list-gap': { en: 'the numbering of the table of units has a hole', id: 'penomoran daftar unit berlubang' },
  hyphen: { en: 'a word broken by a hyphen was joined', id: 'kata yang terpotong tanda hubung disambung' },
  'run-on': { en: 'two criteria stand in one line', id: 'dua kriteria berada dalam satu baris' },
})

/** Why a line is in the report. */
export function troubleWords (trouble: LineTrouble, language: 'en' | 'id'): string {
  return TROUBLES[trouble][language]
}

/** A finding as a sentence without its line: code, what is the matter, what came. */
export function findingWords ({ kind, code, detail }: DecreeFinding, language: 'en' | 'id'): string {
  return `${code === null || code === '' ? '' : `${code} `}${FINDINGS[kind][language]}${detail === '' ? '' : `: ${detail}`}`
}
