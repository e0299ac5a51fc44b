import { normaliseName } from '../normalise.ts'

/** What a unit's title says, as far as two titles can be compared by it. */
export interface TitleWords {
  /** Roots of the words that carry meaning, each once, in their order. */
  roots: readonly string[]
  /** Root of what is worked on: the first word that is neither the action nor a view of it (`hasil`, `rencana`). '' where the title names none. */
  head: string
  /** Bits: teaching, selling or supervising something is not doing it. */
  manner: number
}

/** Words that say nothing about the work: particles, and verbs that stand before any noun of work (`melakukan pengelasan`). */
const EMPTY = wordSet(
  'a an and the of in on for to with dan atau serta di ke dari pada untuk dengan dalam oleh sebagai sesuai terhadap tentang secara yang antar melalui berdasarkan ' +
  'tingkat dasar lanjut sederhana umum jenis macam berbagai model satu setiap unit tempat kerja pekerjaan kegiatan proses prosedur prinsip sistem sistim system ' +
  'melakukan melaksanakan menerapkan menggunakan mengoperasikan membuat menyusun mengelola menyiapkan menentukan menyediakan mengembangkan ' +
  'mengimplementasikan menjalankan mengaplikasikan'
)

/** Actions as nouns, and views of a thing that are not the thing: never the head of a title. */
const ASPECTS = wordSet(
  'hasil laporan rencana evaluasi kinerja program pelaksanaan perencanaan pemeliharaan perawatan pemantauan pengawasan pengendalian analisis analisa identifikasi ' +
  'supervisi kajian penyusunan pembuatan pengelolaan pencatatan pendampingan komponen servis repair overhaul remove install preventive maintenance gangguan ' +
  'pengoperasian standar perbaikan pemasangan pembangunan pengujian pemeriksaan penanganan penerapan penggunaan bongkar pasang aspek efektivitas strategi ' +
  'pengetahuan pemberian tugas aktivitas keterampilan digital peralatan perangkat piranti persiapan penerimaan metode struktur operasi manajemen dokumen kebutuhan'
)

/** Roots that tell a manner of dealing with a thing that is not doing the thing itself. One bit each. */
const MANNERS: ReadonlyArray<ReadonlySet<string>> = Object.freeze([
  wordSet('ajar latih didik bimbing edukas sosialisas instruktur'),
  wordSet('jual pasar promos'),
  wordSet('awas supervis selia pimpin'),
])

/** A verb that begins a title, or one further on: `Merencanakan, menyiapkan dan menampilkan`. Short words only at the beginning. */
const FIRST_VERB = /^(?:me|ber)/
const VERB = /^me(?:ng|n|m|r|l|w|y)[a-z]{4}/

/** The longest prefixes first; what is left must keep four letters. */
const PREFIX = /^(?:memper|mempel|member|meny|meng|mem|men|me|penge|peny|peng|pem|pen|per|pe|ber|ter|di|ke)(?=[a-z]{4})/
const SUFFIX = /(?<=[a-z]{4})(?:kannya|annya|kan|an|nya|i)$/

/** Initial letters that a nasal prefix swallows: `menulis` is `tulis`, `memeriksa` `periksa`, `menyapu` `sapu`. */
const SWALLOWED: Readonly<Record<string, string>> = Object.freeze({ meny: 's', peny: 's', mem: 'p', pem: 'p', men: 't', pen: 't' })
const VOWEL = /^[aeiou]/

/** Reads a title, with or without its capitals. O(length). */
export function readTitle (title: string): TitleWords {
  const words = normaliseName(title).split(' ')
  const roots = new Set<string>()
  let head = ''
  let manner = 0
  words.forEach((word, place) => {
    const root = roughRoot(word)
    MANNERS.forEach((of, bit) => { if (of.has(root)) manner |= 1 << bit })
    if (word.length < 2) return
    if (!EMPTY.has(word)) roots.add(root)
    const acts = place === 0 ? FIRST_VERB.test(word) : VERB.test(word)
    if (head === '' && !acts && !EMPTY.has(word) && !ASPECTS.has(word)) head = root
  })
  return { roots: [...roots], head, manner }
}

/**
 * A rough root, the same for the forms of one word more often than not: enough to compare titles, nothing to show. The reader of free text has a better
 * one, which needs a table of roots.
 */
export function roughRoot (word: string): string {
  const bare = word.replace(SUFFIX, '')
  const prefix = PREFIX.exec(bare)?.[0] ?? ''
  const rest = bare.slice(prefix.length)
  return (VOWEL.test(rest) ? SWALLOWED[prefix] ?? '' : '') + rest
}

function wordSet (words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
