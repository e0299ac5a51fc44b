import t from 'tap'
import { stemIndonesian } from '@padan/taxonomy/text'

const ROOTS: ReadonlyArray<readonly [root: string, words: string]> = [
  ['las', 'las pengelasan mengelas dilas'], ['bor', 'mengebor pengeboran'], ['cat', 'mengecat pengecatan'],
  ['rawat', 'perawatan merawat dirawat perawat'], ['program', 'pemrograman memprogram program'], ['ajar', 'mengajar pelajaran mempelajari pembelajaran belajar'],
  ['alat', 'peralatan alat-alat'], ['ubah', 'perubahan mengubah berubah diubahnya'], ['makan', 'memakan makanan dimakannya'], ['saring', 'menyaring penyaringan'],
  ['nyanyi', 'menyanyi nyanyian'], ['tulis', 'menulis tulisan tertulis'], ['kerja', 'bekerja pekerja pekerjaan mengerjakan'], ['tahu', 'pengetahuan diketahui mengetahui'],
  ['adil', 'keadilan seadil-adilnya pengadilan'], ['operasi', 'mengoperasikan pengoperasian dioperasikan'], ['komunikasi', 'mengkomunikasikan berkomunikasi'],
  ['main', 'bermain-main mainan permainan'], ['tukar', 'tukar-menukar penukaran'], ['sayur', 'sayur-mayur sayuran'], ['jahit', 'menjahitkanlah penjahit jahitannya'],
]
const SPOKEN: ReadonlyArray<readonly [root: string, words: string]> = [
  ['kerja', 'ngerjain dikerjain'], ['cari', 'nyari nyariin'], ['kopi', 'ngopi'], ['beli', 'beliin'], ['tulis', 'nulis'],
]

t.test('affixed words give their root', async t => {
  for (const [root, words] of [...ROOTS, ...SPOKEN]) t.same(words.split(' ').map(stemIndonesian), words.split(' ').map(() => root), words)
})

t.test('roots and foreign words stay as they are', async t => {
  for (const word of 'makan bulan jalan perempuan beruang mesin kemudian seni pesan operator forklift marketing container manager terminal personal dimensi diagram'.split(' ')) t.equal(stemIndonesian(word), word)
})

t.test('a root of the lexicon is its own root, however often it is asked', async t => {
  for (const [root] of ROOTS) t.equal(stemIndonesian(stemIndonesian(root)), root)
})

t.test('hostile words come back in lower case and in time', async t => {
  for (const word of ['', '-', '--', 'a'.repeat(1_000_000), 'me'.repeat(30), 'MEN-', '👩‍🔧', 'mempermempermempermemper', `x${'\u200B'.repeat(50)}`]) t.equal(typeof stemIndonesian(word), 'string')
  t.equal(stemIndonesian('B'.repeat(1000)), 'b'.repeat(1000))
})
