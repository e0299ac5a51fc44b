/** What the service holds in one table: the one list that backups, erasure, exports and the record of processing (UU PDP Art. 31) are made from. */
export interface HeldData {
  /** Column with the id of the person, or account, that a row is about; null where rows are about nobody. */
  person: string | null
  /** What is held, and why, in words. */
  what: string
  whatId: string
  purpose: string
  purposeId: string
  /** What happens at the end. */
  until: string
  untilId: string
  /** False for what a backup leaves out: keys, sessions, and what is made anew. */
  inBackup: boolean
  /** What stays of a row when its person was erased: the row under a name that leads nowhere, with these columns replaced. Without it the row goes. */
  remains?: Readonly<Record<string, unknown>>
}

type Text = readonly [en: string, id: string]

const held = (person: string | null, what: Text, purpose: Text, until: Text, more: Partial<HeldData> = {}): HeldData => Object.freeze({
  person, what: what[0], whatId: what[1], purpose: purpose[0], purposeId: purpose[1], until: until[0], untilId: until[1], inBackup: true, ...more,
})

const MATCHING: Text = ['matching people and openings (consent)', 'pencocokan pencari kerja dan lowongan (persetujuan)']
const SERVICE: Text = ['registration and placement service (public duty)', 'layanan pendaftaran dan penempatan (tugas pelayanan publik)']
const ACCESS: Text = ['who may do what (security)', 'hak akses (keamanan)']
const PROOF: Text = ['proof of what was done (legal duty)', 'pembuktian pemrosesan (kewajiban hukum)']
const EXCHANGE: Text = ['exchange with other systems', 'pertukaran dengan sistem lain']
const ERASED: Text = ['until the person is erased', 'sampai data orang itu dihapus']
const WEEK: Text = ['seven days', 'tujuh hari']
const QUARTER: Text = ['90 days; at once when a person it tells of is erased', '90 hari; segera bila orang yang disebut dihapus']
const REGISTERED: Text = ['until the person is erased; five years after the last thing that happened, or one when there never was a card', 'sampai data orang itu dihapus; lima tahun setelah kejadian terakhir, atau satu tahun bila belum pernah ada kartu']
const STAYS: Text = ['stays', 'tetap disimpan']
const MADE_ANEW: Text = ['until it is made anew', 'sampai dibuat ulang']

export const DATA_MAP: Readonly<Record<string, HeldData>> = Object.freeze({
  seekers: held('id', ['match records: skills, education, experience, place, wishes; no name', 'catatan pencocokan: kompetensi, pendidikan, pengalaman, tempat, keinginan; tanpa nama'], MATCHING,
    ['until consent is withdrawn, the person is hired, restricted or erased', 'sampai persetujuan ditarik, orang itu diterima bekerja, dibatasi, atau dihapus']),
  vacancies: held(null, ['openings', 'lowongan'], MATCHING, ['until closed', 'sampai ditutup']),
  deletions: held(null, ['ids of deleted match records, and of referrals that are told no more', 'id catatan pencocokan yang dihapus dan rujukan yang tidak lagi diberitahukan'], MATCHING, WEEK),
  replies: held(null, ['answers to repeated requests: ids, no record', 'jawaban atas permintaan berulang: id, tanpa data'], SERVICE, ['24 hours', '24 jam']),
  jobs: held(null, ['requests for placements and plans, with ids', 'permintaan penempatan dan rencana, dengan id'], MATCHING, WEEK),
  job_rows: held('id', ['results of placements and plans, by id', 'hasil penempatan dan rencana, per id'], MATCHING, WEEK),
  snapshot_chunks: held(null, ['the saved index of match records', 'indeks catatan pencocokan yang tersimpan'], MATCHING, ['until the next one; at once when somebody is erased', 'sampai yang berikutnya; segera bila ada penghapusan'], { inBackup: false }),

  accounts: held('bound', ['accounts: role, sealed login, hash of the password', 'akun: peran, nama masuk tersegel, hash kata sandi'], ACCESS, ERASED),
  sessions: held(null, ['sessions: hashes of tokens', 'sesi: hash token'], ACCESS, ['until they end', 'sampai berakhir'], { inBackup: false }),
  access_keys: held(null, ['keys of systems: hashes', 'kunci sistem: hash'], ACCESS, ['until they end', 'sampai berakhir']),
  access_codes: held(null, ['one-time codes: hashes', 'kode sekali pakai: hash'], ACCESS, ['until used', 'sampai dipakai'], { inBackup: false }),
  identities: held('account', ['who an account is at the city\'s log-in', 'identitas akun pada layanan masuk kota'], ACCESS, ERASED),

  person_keys: held('person_id', ['the keys that personal data is sealed with, wrapped', 'kunci penyegel data pribadi, terbungkus'], PROOF, ERASED, { inBackup: false }),
  service_keys: held(null, ['the key of the blind index, wrapped', 'kunci indeks buta, terbungkus'], PROOF, STAYS, { inBackup: false }),
  signing_keys: held(null, ['the keys that cards are signed with, wrapped', 'kunci penanda kartu, terbungkus'], PROOF, STAYS, { inBackup: false }),
  audit: held(null, ['who did what to which id and why; no values', 'siapa melakukan apa terhadap id mana dan mengapa; tanpa nilai'], PROOF, STAYS),

  people: held('id', ['who a person is (sealed), NIK as a keyed hash, match profile', 'identitas orang (tersegel), NIK sebagai hash berkunci, profil pencocokan'], SERVICE, REGISTERED),
  person_photos: held('person_id', ['photo (sealed)', 'pas foto (tersegel)'], SERVICE, ERASED),
  person_events: held('person_id', ['what happened to a registration, with age group and sex for the statistics', 'riwayat pendaftaran, dengan kelompok umur dan jenis kelamin untuk statistik'], SERVICE,
    ['the count stays under a name that leads nowhere', 'hitungannya tetap, dengan nama yang tidak menunjuk siapa pun'], { remains: { detail: {} } }),
  closed_months: held(null, ['statements of months: counts', 'laporan bulanan: hitungan'], SERVICE, STAYS),
  cards: held('person_id', ['AK/I cards: number, days, signature', 'kartu AK/I: nomor, tanggal, tanda tangan'], SERVICE,
    ['the number stays as one that is not valid', 'nomornya tetap sebagai nomor yang tidak berlaku'], { remains: { state: 'revoked', state_reason: 'erased' } }),
  signed_cards: held('person_id', ['signed documents of cards (sealed)', 'dokumen kartu yang ditandatangani (tersegel)'], SERVICE, ERASED),
  card_requests: held('person_id', ['requests for cards', 'permohonan kartu'], SERVICE, ERASED),
  card_reports: held(null, ['six-month reports of a card: days', 'laporan enam bulanan: tanggal'], SERVICE, ['with the card', 'bersama kartunya']),
  card_serials: held(null, ['the last number of a series of cards or letters', 'nomor terakhir suatu seri kartu atau surat'], SERVICE, STAYS),

  consents: held('person_id', ['what a person agreed to, when, how', 'persetujuan: apa, kapan, bagaimana'], PROOF, ERASED),
  restrictions: held('person_id', ['whose data is frozen on request', 'siapa yang datanya dibekukan atas permintaan'], PROOF, ERASED),
  data_requests: held('person_id', ['requests of data subjects: kind, clock, decision; words sealed', 'permintaan subjek data: jenis, tenggat, keputusan; isi tersegel'], PROOF,
    ['kind and days stay under a name that leads nowhere', 'jenis dan tanggal tetap, dengan nama yang tidak menunjuk siapa pun'], { remains: { words_sealed: null, answer_sealed: null, review_sealed: null, about: {} } }),
  ranking_receipts: held(null, ['which ids a ranking showed to whom', 'id yang ditampilkan suatu peringkat, dan kepada siapa'], PROOF, ['two years', 'dua tahun']),

  employers: held(null, ['employers', 'pemberi kerja'], SERVICE, STAYS),
  postings: held(null, ['vacancies with their terms', 'lowongan dengan syaratnya'], SERVICE, STAYS),
  posting_demands: held(null, ['age and sex demands and their approval', 'syarat umur dan jenis kelamin beserta persetujuannya'], SERVICE, STAYS),
  posting_counts: held(null, ['seats offered, filled and removed: counts', 'kursi lowongan terdaftar, terisi, dan dihapus: hitungan'], SERVICE, STAYS),
  referrals: held('person_id', ['whom the office referred where, and what came of it', 'siapa dirujuk ke mana, dan hasilnya'], SERVICE, ERASED),
  // In no backup: an old message that is sent again would tell systems of people who were erased since.
  events: held(null, ['the feed of changes: ids', 'umpan perubahan: id'], EXCHANGE, QUARTER, { inBackup: false }),
  webhooks: held(null, ['addresses that are told of changes', 'alamat yang diberi tahu perubahan'], EXCHANGE, STAYS),
  webhook_deliveries: held(null, ['messages on their way: ids', 'pesan dalam pengiriman: id'], EXCHANGE, QUARTER, { inBackup: false }),
  import_jobs: held(null, ['imports under way', 'impor yang berjalan'], SERVICE, WEEK),
  import_chunks: held(null, ['rows of an import until they are stored (sealed)', 'baris impor sampai disimpan (tersegel)'], SERVICE, MADE_ANEW, { inBackup: false }),
  import_errors: held(null, ['bad rows of an import, with their reasons (sealed)', 'baris impor yang ditolak beserta alasannya (tersegel)'], SERVICE, WEEK, { inBackup: false }),
  column_maps: held(null, ['how an employer\'s or school\'s columns are named', 'nama kolom berkas impor'], SERVICE, STAYS),
  certificates: held('person_id', ['certificates of competence: number and issuer sealed, units, days', 'sertifikat kompetensi: nomor dan penerbit tersegel, unit, tanggal'], SERVICE, ERASED),
})

/** Not data of anybody: how far the tables are, and facts about the database itself. */
export const TECHNICAL: ReadonlySet<string> = new Set(['markers', 'kysely_migration', 'kysely_migration_lock'])
