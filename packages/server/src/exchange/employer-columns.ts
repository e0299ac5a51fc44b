import { textCell, wholeCell } from '../tables/cells.ts'
import { exchangeColumn as column, type ExchangeColumn } from './columns.ts'

/** The table of employers, in the order it is written. */
export const EMPLOYER_COLUMNS: readonly ExchangeColumn[] = [
  column('externalId', 'externalId', textCell, ['contoh-hapus-baris-ini', 'Your own number for the firm, by which it is found again; each once. Delete the example row.', 'Nomor Anda untuk perusahaan ini, untuk mengenalinya lagi; masing-masing satu kali. Hapus baris contoh.'], 'idperusahaan', 'kodeperusahaan', 'kode', 'no', 'nomor'),
  column('name!', 'name', textCell, ['PT Maju Jaya', 'Name with its legal form', 'Nama beserta bentuk badan usaha'], 'nama', 'namaperusahaan', 'perusahaan', 'company', 'companyname', 'employer', 'pemberikerja'),
  column('nib', 'nib', textCell, ['9120001234567', 'Business number, 13 digits, as text', 'Nomor Induk Berusaha, 13 angka, sebagai teks'], 'nomorindukberusaha'),
  column('kind!', 'kind', textCell, ['private', 'government, state-firm, cooperative, private, other-body, individual', 'government (instansi pemerintah), state-firm (BUMN/BUMD), cooperative (koperasi), private (swasta), other-body (badan usaha lain), individual (perorangan)'], 'jenis', 'jenisperusahaan', 'penerima'),
  column('sector', 'sector', textCell, ['C', 'KBLI code, as text', 'Kode KBLI, sebagai teks'], 'sektor', 'kbli', 'lapanganusaha'),
  column('region!', 'region', textCell, ['36.71', 'Kemendagri code of the place, as text', 'Kode wilayah Kemendagri, sebagai teks'], 'wilayah', 'kodewilayah'),
  column('address!', 'address', textCell, ['Jl. Daan Mogot 1', 'Street address of the firm', 'Alamat perusahaan'], 'alamat', 'alamatperusahaan'),
  column('phone', 'phone', textCell, ['021-5512345', 'Telephone of the firm, as text', 'Telepon perusahaan, sebagai teks'], 'telepon', 'telp', 'notelp', 'tlp'),
  column('email', 'email', textCell, ['hrd@example.co.id', 'E-mail of the firm', 'Surel perusahaan'], 'surel', 'emailperusahaan'),
  column('website', 'website', textCell, ['https://example.co.id', 'Web address', 'Alamat web'], 'situs', 'web'),
  column('workers', 'workers', wholeCell, ['120', 'Workers now', 'Jumlah pekerja sekarang'], 'pekerja', 'jumlahpekerja', 'jumlahtenagakerja', 'tenagakerja'),
  column('wllpId', 'wllpId', textCell, ['', 'Its number in WLLP', 'Nomornya di WLLP'], 'wllp'),
  column('karirhubId', 'karirhubId', textCell, ['', 'Its number in Karirhub', 'Nomornya di Karirhub'], 'karirhub'),
]
