import { createDrafter } from '@padan/matcher/drafts'
import { loadTaxonomy } from '@padan/taxonomy'
import {
  classifyOccupation, createExtractor, createTextIndex, demandsOf, formaliseText, INDEXED_KINDS, mendWord, parseEducation, rankOccupations, resolveRegion, similarTitles, stemEnglish, stemIndonesian, textIndexOf,
} from '@padan/taxonomy/text'
import { ADVERT, CV, ONE_LINE } from '../matcher/draft-texts.ts'

/** Texts that stay as they are: plain ones, and what engines could differ on: cases, combining marks, characters without width, halves of surrogate pairs, numbers. */
const TEXTS: readonly string[] = [
  ONE_LINE, ADVERT, CV, '',
  'We are hiring: Senior Accountant (Jakarta). Min. 3-5 years of experience, bachelor degree in Accounting or Finance, fluent in English; Mandarin is a plus. IDR 8.5 - 10 million/month, full time, hybrid WFH.',
  'dicari admn gudang, lulusn smk/sma sdrjt, bs komputer (ms exel), pnglmn min 6 bln, gj 4,5jt - 5jt/bln, penempatan tanggerang',
  'Welder SMAW 6G, sertifikat BNSP, SIM B2 Umum, K3; tidak perlu pengalaman, diutamakan domisili Kec. Jatiuwung, Kota Tangerang',
  'İSTANBUL Straße ﬁnal ǅ ½ ٣ Cafe\u0301 ＳＩＭ Ａ ореrаtоr fоrklіft S\u200bI\u200bM\u00ad B\u20601', '\ud83d\ude00\ude00\ud83d SIM A \u202eB MIS\u202c <b>SMK</b>\r\nRp5.000.000,00\u2028SMA', 'pengalaman '.repeat(3000), `${'x'.repeat(9000)} SIM C`,
]
const WORDS: readonly string[] = ['pengelasan', 'perawatan', 'pemrograman', 'mempertanggungjawabkan', 'keberlanjutan', 'menyapu', 'bersepeda', 'managing', 'welders', 'operatr', 'akuntnasi', 'tngerang', 'İ', '']
const QUERIES: readonly string[] = ['operatr forkl', 'tngerang', 'las', 'akuntnasi', 'microsft exc', 'juru masak kapal', 'menjahit overdeck', 'sim b']

/** Everything that the reading of words can answer, over the fixed texts, as JSON. Uses nothing that a browser lacks. */
export async function readFixedTexts (): Promise<string> {
  const taxonomy = await loadTaxonomy()
  const extractor = createExtractor(taxonomy)
  const drafter = createDrafter(taxonomy)
  const things = Array.from({ length: 200 }, (_, index) => ({ code: String(index), label: taxonomy.units.at(index).title, description: taxonomy.occupations.at(index).title }))
  const catalogue = createTextIndex(things)
  const ofCatalogue = createExtractor({ things })
  return JSON.stringify({
    texts: TEXTS.map(text => {
      const mentions = extractor.extract(text)
      return {
        mentions,
        demands: demandsOf(mentions, taxonomy),
        vacancy: drafter.draftVacancy(text),
        seeker: drafter.draftSeeker(text, { asOf: '2026-11-28' }),
        formal: formaliseText(text),
        education: parseEducation(text, taxonomy),
        catalogue: ofCatalogue.extract(text.slice(0, 2000)),
      }
    }),
    words: WORDS.map(word => [stemIndonesian(word), stemEnglish(word), mendWord(word)]),
    queries: QUERIES.map(query => ({
      found: INDEXED_KINDS.map(kind => textIndexOf(taxonomy, kind).search(query, { typing: true })),
      own: catalogue.search(query),
      occupations: [classifyOccupation(query, taxonomy), rankOccupations(query, taxonomy)],
      region: resolveRegion(query, taxonomy),
      alike: similarTitles(query, 'operator forklift'),
    })),
  })
}
