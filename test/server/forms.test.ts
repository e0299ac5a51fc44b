import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import t from 'tap'
import { callPdf, cardPdf, introductionPdf, pdfText, readPicture, registrationPdf, unprintable, vacancyPdf } from './inner-cards.ts'

const office = { government: 'PEMERINTAH KOTA CONTOH', name: 'DINAS KETENAGAKERJAAN', address: 'Jl. Contoh No. 1', phone: '021 555 0100', place: 'Contoh', signer: { name: 'Budi Contoh, S.Sos.', nip: '19850101 201001 1 001' } }
const person = {
  name: 'Siti Contoh Rahmawati',
  nik: '3671015505030001',
  birthPlace: 'Tangerang',
  birthDate: '2003-05-15',
  sex: 'female' as const,
  address: 'Jl. Melati No. 5, RT 01/RW 02',
  phone: '0812 0000 0000',
  maritalStatus: 'single' as const,
  religion: 'hindu',
  education: [{ level: 'SD', school: 'SDN 1', year: 2015 }, { level: 'SMK', school: 'SMKN 4', major: 'Teknik Pengelasan', year: 2021 }],
  skills: [{ name: 'Las SMAW 3G', year: 2022 }],
}
const card = { office, person, number: '3671281126000042', groups: [4, 6, 6], issuedOn: '2026-11-28', expiresOn: '2028-11-28', code: 'https://padan.example.go.id/v1/card-check/abc.def.ghi' }

t.test('AK/I has what the form has, one digit a box, and the days of the reports', async t => {
  const bytes = await cardPdf(card)
  const text = await flat(bytes)
  for (const part of ['PEMERINTAH KOTA CONTOH', 'Kartu AK/I', 'KARTU TANDA BUKTI PENDAFTARAN PENCARI KERJA', 'Siti Contoh Rahmawati', 'Tangerang, 15-05-2003', '28 November 2026', '28 November 2028',
    '28-05-2027', '28-11-2027', '28-05-2028', 'Kesatu', 'Ketiga', 'SMKN 4 / Teknik Pengelasan', 'Las SMAW 3G', 'Budi Contoh, S.Sos.', 'NIP 19850101', 'Pas foto 3 x 4', 'selama belum mendapat',
    'Diterima penempatan', 'Akta 1-4', 'bukan tanda tangan elektronik tersertifikasi']) t.match(text, part)
  t.match(text, '3 6 7 1 2 8 1 1 2 6 0 0 0 0 4 2')
  t.match(text, [...person.nik].join(' '))
  t.notMatch(text, /Agama|Hindu|Belum kawin/, 'religion and marital status are left out')
  t.match(await flat(await cardPdf({ ...card, showStatus: true })), /Status.*Agama/)
  t.ok(bytes.equals(await cardPdf(card)), 'the same bytes for the same day')
  t.notOk(bytes.equals(await cardPdf({ ...card, code: 'other' })))
})

t.test('the card is printed: a page with marks on it', { skip: existsSync('/usr/bin/pdftoppm') ? false : 'not shipped: poppler is not installed' }, async t => {
  const folder = t.testdir()
  const file = join(folder, 'card.pdf')
  writeFileSync(file, await cardPdf({ ...card, reported: ['2027-05-20'], placement: { employer: 'PT Contoh Baja', on: '2027-06-01' }, photo: readPicture(png(85, 113)) }))
  execFileSync('pdftoppm', ['-r', '100', '-singlefile', '-gray', file, join(folder, 'card')])
  const image = readFileSync(join(folder, 'card.pgm'))
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString('latin1'))
  t.ok(header !== null)
  const pixels = image.subarray((header as RegExpExecArray)[0].length)
  const dark = pixels.reduce((sum, value) => sum + (value < 128 ? 1 : 0), 0)
  t.ok(dark > pixels.length * 0.01 && dark < pixels.length * 0.3, `${dark} of ${pixels.length} dots are dark`)
})

t.test('the other forms', async t => {
  const letter = { office, letterNumber: '560/13/2026', day: '2026-11-28' }
  const cases = [
    [await registrationPdf({ office, day: '2026-11-28', person: { ...person, experience: [{ employer: 'CV Contoh', position: 'Juru las', wage: 4_500_000 }], notes: 'Tekun. '.repeat(400) } }), ['Formulir AK/II', 'DATA PENCARI KERJA', 'CV Contoh', 'Rp4.500.000', 'Catatan']],
    [await vacancyPdf({ office, day: '2026-11-28', employer: { name: 'PT Contoh Baja' }, vacancy: { title: 'Juru las', seats: { male: 1, female: 1, either: 3 }, place: 'Contoh', wageMin: 5_100_000, wageMax: 6_000_000, from: '2026-11-28' } }), ['Formulir AK/III', 'PT Contoh Baja', '5 orang (laki-laki 1, perempuan 1, laki-laki/perempuan 3)', 'Rp5.100.000 s.d. Rp6.000.000']],
    [await callPdf({ ...letter, person, on: '2026-12-02', time: '09.00', place: 'Lantai 1', purpose: 'lowongan Juru las' }), ['Formulir AK/IV', '2 Desember 2026', 'Kartu AK/I, KTP', 'tidak dipungut biaya']],
    [await introductionPdf({ ...letter, employer: { name: 'PT Contoh Baja' }, vacancy: { title: 'Juru las' }, person: { ...person, education: 'SMK Teknik Pengelasan' }, replyBy: '2026-12-12' }), ['Formulir AK/V', 'Pimpinan PT Contoh Baja', 'potong di sini', 'TIDAK DITERIMA', '12-12-2026']],
  ] as const
  for (const [bytes, parts] of cases) {
    const text = await flat(bytes)
    for (const part of parts) t.match(text, part)
  }
})

t.test('what nobody has said is a dash, and none is told as none', async t => {
  const vacancy = { title: 'Juru las', seats: { male: 0, female: 0, either: 1 }, place: 'Contoh', from: '2026-11-28' }
  const sheet = async (accommodations?: string[]) => await flat(await vacancyPdf({ office, day: '2026-11-28', employer: { name: 'PT Contoh' }, vacancy: { ...vacancy, accommodations } }))
  t.match(await sheet([]), 'Akomodasi yang disediakan tidak ada')
  t.match(await sheet(), 'Akomodasi yang disediakan –')
  const history = async (experience?: []) => await flat(await registrationPdf({ office, day: '2026-11-28', person: { ...person, experience } }))
  t.match(await history([]), 'Pengalaman belum ada')
  t.match(await history(), 'Pengalaman –')
})

t.test('a long name stays on the card, and letters that cannot be printed are told', async t => {
  const name = `${'Raden Ajeng Contoh '.repeat(5)}Akhir`
  t.match(await flat(await cardPdf({ ...card, person: { ...person, name } })), name)
  t.equal(unprintable('José Müller – d’Ör'), undefined)
  for (const [text, character] of [['Ā', 'Ā'], ['王', '王'], ['a\u0301', '\u0301'], ['x\n', '\n'], ['😀', '😀']]) t.equal(unprintable(text), character)
})

t.test('pictures are looked at, and lose what the camera wrote', async t => {
  t.match(readPicture(png(300, 400)), { kind: 'png', width: 300, height: 400 })
  const picture = readPicture(jpeg(300, 400, 'Exif\0\0 GPS -6.17'))
  t.match(picture, { kind: 'jpeg', width: 300, height: 400 })
  t.notMatch(picture.bytes.toString('latin1'), 'GPS')
  for (const bad of [Buffer.alloc(0), Buffer.from('GIF89a'), png(10, 400), png(5000, 400), png(300, 400).subarray(0, 60), jpeg(300, 400, '').subarray(0, 30), Buffer.alloc(2_000_000, 0xff), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])]) {
    t.throws(() => readPicture(bad), { name: 'PictureError' })
  }
})

async function flat (bytes: Uint8Array): Promise<string> {
  return (await pdfText(new Uint8Array(bytes))).replaceAll(/\s+/g, ' ')
}

/** A grey picture. */
function png (width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const framed = Buffer.alloc(body.length + 8)
    framed.writeUInt32BE(data.length, 0)
    body.copy(framed, 4)
    framed.writeUInt32BE(crc(body), body.length + 4)
    return framed
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height, 0xb0)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function crc (bytes: Buffer): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? value >>> 1 ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

/** The frame of a JPEG, as its readers see it before they decode. */
function jpeg (width: number, height: number, note: string): Buffer {
  const segment = (marker: number, data: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]), data])
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe1, Buffer.from(note, 'latin1')), segment(0xc0, frame), segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([1, 2, 3, 0xff, 0xd9])])
}
