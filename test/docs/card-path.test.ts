import t from 'tap'
import { pdfText } from '../server/inner-cards.ts'
import { walkCardPath } from './card-path.ts'

t.setTimeout(1_800_000)

t.test("the README's commands lead from registration to a printed card", async t => {
  const { printed, card, log } = await walkCardPath()
  t.equal(printed, 'valid\n')
  const text = (await pdfText(new Uint8Array(card))).replaceAll(/\s+/g, ' ')
  for (const part of ['KARTU TANDA BUKTI PENDAFTARAN PENCARI KERJA', 'Siti Contoh Rahmawati', 'SMKN 4 Contoh / Teknik Pengelasan', 'PEMERINTAH KOTA CONTOH']) t.match(text, part)
  t.notMatch(log, /3671015505030001|Siti/)
})
