/** Texts made for these tests: nobody's advert and nobody's CV. */
export const ONE_LINE = 'dibutuhkan segera operator forklift, min SMA/SMK, SIM B1, pengalaman 1 thn, domisili Cikupa'

export const ADVERT = `LOWONGAN KERJA: Staff Accounting (Wanita)
PT Kemasan Contoh, Jl. Bandung No. 5, Kabupaten Tangerang
Dibutuhkan 3 orang

Tanggung Jawab:
- Menyusun laporan keuangan bulanan, input faktur pajak
Kualifikasi:
- Pendidikan minimal D3 Akuntansi
- Pengalaman minimal 2 tahun di bidang yang sama
- Wanita, usia maksimal 28 tahun, belum menikah
- Menguasai Microsoft Excel, bahasa Inggris nilai plus
- SIM A atau C
Tunjangan:
Gaji Rp 5.000.000 - 6.000.000 per bulan, karyawan tetap, jam kerja fleksibel
Paling lambat 30 November 2026, kirim ke WA 0812 3456 7890`

export const CV = `CURRICULUM VITAE
Budi Santoso
Tempat, Tanggal Lahir: Bandung, 3 Mei 1999
NIK : 3671 0114 1019 0000
Jenis Kelamin : Laki-laki
Agama : Islam
Status: Belum menikah
Tinggi badan: 170 cm
Kewarganegaraan: WNI
Alamat: Jl. Merdeka No. 12 RT 01/02, Cikupa, Kab. Tangerang
HP: 0812-3456-7890, email budi@mail.com

PENDIDIKAN
SMK Negeri 1 Tangerang, jurusan Teknik Pengelasan (2014 - 2017)
S1 Manajemen Universitas Contoh (2020 - sekarang)

PENGALAMAN KERJA
Operator Forklift - PT Maju Contoh, Januari 2020 - Desember 2022
PT Baja Contoh (2018 - 2019)
Juru las
2023 - sekarang: Kepala gudang, PT Logistik Contoh

KEAHLIAN
Microsoft Excel, las SMAW, membaca gambar teknik
Bahasa Inggris
SIM A, SIM B1
Posisi yang dilamar: operator forklift
Gaji yang diharapkan: Rp 5.500.000
Bersedia ditempatkan di seluruh Indonesia`
