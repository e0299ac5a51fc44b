import fc from 'fast-check'
import t from 'tap'
import { checkSeekers, checkVacancies, createMatcher } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'

const taxonomy = await loadTaxonomy()

const SECRET = 'x-secret-1234'

/** One of each kind of attribute, as systems and spreadsheets of the office spell them. */
const NAMES = [
  'sex', 'gender', 'jenis_kelamin', 'Jenis Kelamin', 'jenisKelamin', 'JENIS-KELAMIN', 'jk', 'J.K.', 'kelamin',
  'religion', 'agama', 'Agama', 'ethnicity', 'suku', 'ras', 'race',
  'maritalStatus', 'marital_status', 'status_perkawinan', 'Status Kawin', 'status-pernikahan',
  'age', 'umur', 'Usia', 'usia_maksimal', 'maxAge', 'min_age', 'birthDate', 'date_of_birth', 'DOB', 'tanggal_lahir', 'Tgl. Lahir', 'TTL', 'Tempat/Tanggal Lahir', 'tempat lahir',
  'nik', 'NIK', 'N I K', 'no_kk', 'KTP', 'name', 'nama', 'Nama Lengkap', 'full_name', 'firstName', 'photo', 'foto', 'Image',
  'height', 'tinggi_badan', 'weight', 'Berat Badan', 'penampilan', 'appearance', 'warna kulit',
  'disability', 'ragam_disabilitas', 'health', 'golongan darah', 'politics', 'kewarganegaraan',
  'address', 'alamat', 'phone', 'No. HP', 'nomor_hp', 'telepon', 'e-mail', 'Email', 'WhatsApp', 'WA',
]

/** Names that belong to the model, or are no attribute of a person. */
const OTHERS = ['colour', 'seatsLeft', 'language', 'stage', 'package', 'username2x', 'weights', 'essex', 'hairstylist', 'pesan']

t.test('a protected attribute is refused by name on either side, and its value is never repeated', async t => {
  for (const name of NAMES) {
    for (const problems of [
      checkSeekers([{ id: 'a', [name]: SECRET }], taxonomy),
      checkSeekers([{ id: 'a', wish: { [name]: { deep: SECRET } } }], taxonomy),
      checkVacancies([{ id: 'a', [name]: [SECRET] }], taxonomy),
      checkVacancies([{ id: 'a', wage: { [name]: SECRET } }], taxonomy),
    ]) {
      t.match(problems, [{ code: 'protected-attribute', message: /protected attributes and personal data never enter/, messageId: /atribut terlindungi/ }], name)
      t.equal(problems.length, 1, name)
      t.notOk('received' in problems[0]!, name)
      t.notMatch(JSON.stringify(problems), new RegExp(SECRET), name)
    }
  }
})

t.test('a property that is merely unknown is refused as such, and its value is not repeated either', async t => {
  for (const name of OTHERS) {
    const problems = checkSeekers([{ id: 'a', [name]: SECRET }], taxonomy)
    t.match(problems, [{ code: 'unknown-field', path: `/${name}` }], name)
    t.notMatch(JSON.stringify(problems), new RegExp(SECRET), name)
  }
})

t.test('a protected attribute is found in any case and with any separators', async t => {
  const separator = fc.constantFrom('', '_', '-', ' ', '.', '/', ' - ')
  const spelling = fc.constantFrom('jenis kelamin', 'status perkawinan', 'tanggal lahir', 'nama lengkap', 'marital status', 'date of birth').chain(words =>
    fc.tuple(separator, fc.infiniteStream(fc.boolean())).map(([between, upper]) =>
      [...words.split(' ').join(between)].map(letter => upper.next().value ? letter.toUpperCase() : letter).join('')))
  t.doesNotThrow(() => fc.assert(fc.property(spelling, name => checkSeekers([{ id: 'a', [name]: 1 }], taxonomy)[0]!.code === 'protected-attribute'), { numRuns: 300, seed: 20_261_128 }))
})

t.test('nothing that the model needs is refused as protected', async t => {
  t.same(checkSeekers([{ id: 'a', needs: ['ramp'], adultFrom: '2020-01-01', reachKm: 5, willingToMove: true, licences: [] }], taxonomy), [])
  t.same(checkVacancies([{ id: 'a', title: 'Perawat', provides: [], adultsOnly: true }], taxonomy), [])
})

t.test("a seeker's id that reads as a NIK is refused and not repeated", async t => {
  const niks = ['3671015203990001', '1101010101000001', '9671017112991234', '3671013112850001', '3671014101850001']
  for (const nik of niks) {
    const problems = checkSeekers([{ id: 'a' }, { id: nik, reachKm: -1 }], taxonomy)
    t.match(problems[0], { row: 1, id: null, path: '/id', code: 'nik-as-id' })
    t.equal(problems.length, 2, 'and what else is wrong with the record is told as well')
    t.notMatch(JSON.stringify(problems), new RegExp(nik), nik)
    t.throws(() => createMatcher({ taxonomy }).seekers.put({ id: nik }), { message: /looks like a NIK/, problems: [{ code: 'nik-as-id' }] })
  }
})

t.test('an id of digits that is no NIK is accepted, and a vacancy may have any', async t => {
  const ids = ['3671015203990', '0671015203990001', '3671013203990001', '3671010003990001', '3671014003990001', '3671017203990001', '3671015213990001', '3671015200990001', '36710152039900012', 'a3671015203990001']
  t.same(checkSeekers(ids.map(id => ({ id })), taxonomy), [])
  t.same(checkVacancies([{ id: '3671015203990001' }], taxonomy), [])
})

t.test('a NIK that came as a number or with spaces around is not repeated either', async t => {
  for (const id of [3671015203990001, 3671015203990001n, ' 3671015203990001', '3671015203990001\n']) {
    const problems = checkSeekers([{ id }], taxonomy)
    t.equal(problems.length, 1)
    t.notMatch(JSON.stringify(problems), /3671015203990001/, typeof id)
  }
})
