import t from 'tap'
import { validatorCompiler } from './inner-http.ts'

const text = { type: 'string', minLength: 1, maxLength: 10 }
const reason = { type: 'string', minLength: 20 }
const closed = (properties: object) => ({ type: 'object', properties, required: Object.keys(properties), additionalProperties: false })
const form = closed({
  name: text,
  sex: { anyOf: [{ const: 'male', type: 'string' }, { const: 'female', type: 'string' }] },
  born: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  seats: { type: 'integer', minimum: 50 },
  fields: { anyOf: [{ type: 'array', items: text }, { type: 'string', enum: ['any'] }] },
  demands: {
    type: 'array',
    items: {
      anyOf: [
        closed({ kind: { type: 'string', enum: ['age'] }, max: { type: 'integer' }, reason }),
        closed({ kind: { type: 'string', enum: ['sex'] }, sex: text, code: text, reason }),
      ],
    },
  },
})

const validate = validatorCompiler([])({ schema: form, method: 'POST', url: '/', httpPart: 'body' })
const good = { name: 'Siti', sex: 'female', born: '2003-05-15', seats: 50, fields: 'any', demands: [] }

function errorsOf (body: unknown): { pointer: string, code: string, expected: string, message: string, messageId: string }[] {
  const answer = validate(body) as { value?: unknown, error?: { options: { errors: ReturnType<typeof errorsOf> } } }
  return answer.error?.options.errors ?? []
}

t.test('everything that is wrong is told at once, a line a field, in both languages', async t => {
  t.same(errorsOf(good), [])
  const told = errorsOf({ sex: 'perempuan', born: '15-05-2003', seats: 1.5, umur: 3, fields: 7 })
  t.same(told.map(({ pointer, code, messageId }) => [pointer, code, messageId]), [
    ['/name', 'missing', 'Pada /name: seharusnya diisi.'],
    ['/demands', 'missing', 'Pada /demands: seharusnya diisi.'],
    ['/umur', 'unknown-field', 'Pada /umur: seharusnya tidak ada isian ini; yang ada name, sex, born, seats, fields, demands.'],
    ['/born', 'bad-value', 'Pada /born: seharusnya tanggal, TTTT-BB-HH.'],
    ['/seats', 'bad-value', 'Pada /seats: seharusnya bilangan bulat.'],
    ['/sex', 'bad-value', 'Pada /sex: seharusnya salah satu dari male, female.'],
    ['/fields', 'bad-value', 'Pada /fields: seharusnya daftar atau any.'],
  ])
  t.match(told[0], { expected: 'a value', message: 'At /name: expected a value.' })
  t.match(errorsOf([]), [{ pointer: '', messageId: 'Isi permintaan: seharusnya objek.' }])
})

t.test('of a choice the nearest kind is told, and nothing of the others', async t => {
  const of = (...demands: unknown[]) => errorsOf({ ...good, demands }).map(({ pointer, expected }) => [pointer, expected])
  t.same(of({ kind: 'age', max: 30, reason: 'pendek' }), [['/demands/0/reason', 'at least 20 characters']])
  t.same(of({ kind: 'sex', sex: 'pria', reason: 'a'.repeat(20) }), [['/demands/0/code', 'a value']])
  t.same(of({ kind: 'agama', max: 30, reason: 'a'.repeat(20) }), [['/demands/0/kind', 'one of age, sex']])
  t.same(of({ kind: 'sex' }).map(([pointer]) => pointer), ['/demands/0/sex', '/demands/0/code', '/demands/0/reason'], 'what it says it is, though it lacks more of that')
  t.same(of(7), [['/demands/0', 'an object']])
})

t.test('of many faults fifty are told, of a large body the first', async t => {
  t.equal(errorsOf({ ...good, fields: Array(2_000).fill('') }).length, 50)
  t.equal(errorsOf({ ...good, fields: Array(30_000).fill('') }).length, 1)
})
