import fc from 'fast-check'
import t from 'tap'
import { postings } from './inner.ts'

const NUM_KEYS = 9
const rows = fc.array(fc.array(fc.nat(NUM_KEYS - 1), { maxLength: 12 }), { maxLength: 12 })

t.test('postings hold the rows of every key, rising, each once, with how often it stands there', async t => {
  fc.assert(fc.property(rows, list => {
    const { starts, places, counts } = postings.postingsOf(list, NUM_KEYS)
    for (let key = 0; key < NUM_KEYS; key++) {
      const wanted = list.flatMap((row, place) => row.includes(key) ? [[place, row.filter(own => own === key).length]] : [])
      t.same([...places.subarray(starts[key], starts[key + 1])].map((place, at) => [place, counts[starts[key]! + at]]), wanted)
    }
    const bare = postings.placesOf(list, NUM_KEYS)
    t.same([bare.starts, bare.places], [starts, places])
  }), { numRuns: 200, seed: 1 })
})

t.test('a place of a key is found where it stands, and nowhere else', async t => {
  fc.assert(fc.property(rows, list => {
    const all = postings.placesOf(list, NUM_KEYS)
    for (let key = 0; key < NUM_KEYS; key++) {
      for (let place = 0; place <= list.length; place++) {
        const from = postings.firstFrom(all, key, place)
        t.ok(from >= all.starts[key]! && from <= all.starts[key + 1]!)
        t.ok(from === all.starts[key + 1] || all.places[from]! >= place)
        t.ok(from === all.starts[key] || all.places[from - 1]! < place)
      }
    }
  }), { numRuns: 60, seed: 2 })
})

t.test('counts end at 255', async t => {
  const { counts } = postings.postingsOf([Array.from({ length: 300 }, () => 0)], 1)
  t.same([...counts], [255])
})
