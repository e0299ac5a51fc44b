/** Words that say nothing of the subject, Indonesian and English. Names that hold nothing else keep theirs. */
export const STOP_WORDS: ReadonlySet<string> = new Set((
  'a an the of to for and or in on at by with from as into is are be been being was were that this these those it its their your our his her they we you i will would should can ' +
  'could may must have has had do does did not no nor so such than then there which who whom whose what when where how all any each other others etc via per within about over under ' +
  'yang dan atau di ke dari untuk pada dengan dalam oleh sebagai adalah ini itu para serta bagi agar guna secara terhadap tentang antara akan dapat bisa telah sudah sedang ' +
  'tidak bukan jika bila maka saat ketika karena sehingga namun juga lain lainnya suatu sebuah seorang setiap kami kita anda saya mereka dia ia nya hal ytdl'
).split(' '))
