/** One kind of problem a client can meet. Codes are stable; a code that is no longer given is never used for something else. */
export interface ProblemKind {
  code: string
  status: number
  title: string
  titleId: string
  /** What it means and what to do, for the page at `/problems/{code}`. */
  help: string
  helpId: string
}

const kind = (code: string, status: number, title: string, titleId: string, help: string, helpId: string): ProblemKind =>
  Object.freeze({ code, status, title, titleId, help, helpId })

/** Every problem of the service, by code. */
export const PROBLEMS = Object.freeze({
  'malformed-request': kind('malformed-request', 400, 'The request is not well-formed', 'Permintaan tidak tersusun dengan benar',
    'The request line, a header or the percent-encoding of the address could not be read. Encode ids with encodeURIComponent.',
    'Baris permintaan, header, atau penyandian alamat tidak dapat dibaca. Sandikan id dengan encodeURIComponent.'),
  'malformed-json': kind('malformed-json', 400, 'The body is not JSON', 'Isi permintaan bukan JSON',
    'The body could not be read as JSON in UTF-8. Check for a cut-off body, a trailing comma or a wrong encoding.',
    'Isi permintaan tidak dapat dibaca sebagai JSON dalam UTF-8. Periksa isi yang terpotong, koma berlebih, atau penyandian yang salah.'),
  'forbidden-key': kind('forbidden-key', 400, 'The body has a key that is never allowed', 'Isi permintaan memuat kunci terlarang',
    'The keys __proto__ and constructor.prototype are refused everywhere. Leave them out.',
    'Kunci __proto__ dan constructor.prototype selalu ditolak. Hapus kunci tersebut.'),
  'not-found': kind('not-found', 404, 'There is no such page', 'Halaman tidak ada',
    'The address names nothing here. The list of routes is at /docs.',
    'Alamat ini tidak ada. Daftar alamat tersedia di /docs.'),
  'record-not-found': kind('record-not-found', 404, 'There is no such record', 'Data tidak ditemukan',
    'No stored seeker, vacancy or taxonomy entry has this id or code. Put the record first, or check the id.',
    'Tidak ada pencari kerja, lowongan, atau entri taksonomi dengan id atau kode ini. Simpan dahulu, atau periksa id.'),
  'method-not-allowed': kind('method-not-allowed', 405, 'The method is not allowed here', 'Metode tidak diizinkan di alamat ini',
    'The address exists, but not with this method. The Allow header lists the methods that work.',
    'Alamat ini ada, tetapi tidak dengan metode ini. Header Allow memuat metode yang berlaku.'),
  'request-timeout': kind('request-timeout', 408, 'The request took too long to arrive', 'Permintaan terlalu lama tiba',
    'The whole request must arrive within the time limit. Send it again, in smaller parts if it is large.',
    'Seluruh permintaan harus tiba dalam batas waktu. Kirim ulang, dalam bagian yang lebih kecil bila besar.'),
  'request-in-flight': kind('request-in-flight', 409, 'A request with this key is still under way', 'Permintaan dengan kunci ini masih berjalan',
    'The same Idempotency-Key came while its first request is still being worked on. Wait a moment and repeat the request.',
    'Idempotency-Key yang sama datang saat permintaan pertamanya masih dikerjakan. Tunggu sebentar lalu ulangi.'),
  'revision-mismatch': kind('revision-mismatch', 412, 'The record has changed', 'Data sudah berubah',
    'If-Match names another revision than the stored one. Read the record again, merge, and send the new ETag.',
    'If-Match menyebut revisi yang berbeda dari yang tersimpan. Baca ulang datanya, gabungkan, lalu kirim ETag yang baru.'),
  'body-too-large': kind('body-too-large', 413, 'The body is too large', 'Isi permintaan terlalu besar',
    'Send fewer rows in one request, or split the file.',
    'Kirim lebih sedikit baris dalam satu permintaan, atau bagi berkasnya.'),
  'unsupported-media-type': kind('unsupported-media-type', 415, 'The content type is not supported', 'Jenis isi tidak didukung',
    'Records are application/json; bulk imports are application/x-ndjson or text/csv.',
    'Data tunggal memakai application/json; impor massal memakai application/x-ndjson atau text/csv.'),
  'bad-request-field': kind('bad-request-field', 422, 'A part of the request is not usable', 'Ada bagian permintaan yang tidak dapat dipakai',
    'A query, header or body field is missing, unknown or out of range. errors[] names each one.',
    'Ada isian query, header, atau isi yang kurang, tidak dikenal, atau di luar batas. errors[] menyebut satu per satu.'),
  'bad-record': kind('bad-record', 422, 'A record is not as it should be', 'Ada data yang tidak sesuai',
    'errors[] names every row and field. Nothing was stored.',
    'errors[] menyebut setiap baris dan isian. Tidak ada yang disimpan.'),
  'bad-file': kind('bad-file', 422, 'The file cannot be read', 'Berkas tidak dapat dibaca',
    'The file as a whole is not readable: its encoding, header line or quotes. errors[] tells where. Nothing was stored.',
    'Berkas tidak dapat dibaca secara keseluruhan: penyandian, baris judul, atau tanda kutip. errors[] menyebut letaknya. Tidak ada yang disimpan.'),
  'bad-cursor': kind('bad-cursor', 422, 'The cursor is not usable', 'Kursor tidak dapat dipakai',
    'A cursor is taken as it is from the `next` of the page before. Start again without one.',
    'Kursor diambil apa adanya dari `next` halaman sebelumnya. Mulai lagi tanpa kursor.'),
  'key-reused': kind('key-reused', 422, 'The idempotency key was used for another request', 'Kunci idempotensi sudah dipakai untuk permintaan lain',
    'An Idempotency-Key stands for one request: the same method, address and body. Choose a new key for a new request.',
    'Satu Idempotency-Key mewakili satu permintaan: metode, alamat, dan isi yang sama. Pilih kunci baru untuk permintaan baru.'),
  'headers-too-large': kind('headers-too-large', 431, 'The headers are too large', 'Header terlalu besar',
    'All headers together may have 16 KiB.',
    'Seluruh header bersama-sama paling banyak 16 KiB.'),
  'internal-error': kind('internal-error', 500, 'Something went wrong here', 'Terjadi kesalahan di pihak kami',
    'The fault is ours, and it is in the log under the request id. Nothing that was acknowledged is lost.',
    'Kesalahan ada di pihak kami dan tercatat dengan nomor permintaan. Tidak ada data yang sudah diterima yang hilang.'),
  'not-ready': kind('not-ready', 503, 'The service is not ready yet', 'Layanan belum siap',
    'The index is being read from the database, or the service is stopping. Try again in a few seconds.',
    'Indeks sedang dibaca dari basis data, atau layanan sedang berhenti. Coba lagi beberapa detik lagi.'),
  superseded: kind('superseded', 503, 'Another process writes to this database now', 'Proses lain kini menulis ke basis data ini',
    'One process serves one database. This one lost its place; use the other one, or stop it and start this one again.',
    'Satu basis data dilayani satu proses. Proses ini kehilangan tempatnya; gunakan yang lain, atau hentikan yang lain lalu jalankan ini lagi.'),
})

export type ProblemCode = keyof typeof PROBLEMS
