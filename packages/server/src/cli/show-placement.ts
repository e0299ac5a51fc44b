import { createMatcher } from '@padan/matcher'
import { demoFair, type DemoFairOptions } from '@padan/matcher/demo'
import { compareWays, explainRecommendations, marketFromLedgers, recommendAll, type ExplainedReferral, type Market, type WayRow } from '@padan/matcher/placement'
import { formatScore } from '@padan/matcher/prose'
import type { Taxonomy } from '@padan/taxonomy'
import type { Language } from '../errors/problem.ts'
import { count } from './progress.ts'
import { textTable } from './text-table.ts'

/** Every pair that may be placed takes part. */
const ALL = 1_000_000

interface Words {
  title: (people: number, seats: number, firms: number) => string
  columns: readonly string[]
  ways: Readonly<Record<WayRow['way'], string>>
  notes: readonly string[]
  left: (seekerId: string, first: ExplainedReferral, instead: ExplainedReferral) => string
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: (people, seats, firms) => `Who gets work: ${count(people)} people, ${count(seats)} seats at ${count(firms)} booths, four ways`,
    columns: ['way', 'placed', 'seats filled', 'mean score', 'mean choice', 'Gini', 'longest queue', 'unjust turns', 'would swap'],
    ways: {
      plain: 'everybody to the top of their ranking',
      recommended: 'everybody to the top of recommendAll',
      stable: 'placeStable',
      best: 'placeBest',
    },
    notes: [
      'mean choice: place of what people got among what they could get, as they rank it. Gini: how unevenly referrals are spread over seats.',
      'unjust turns: pairs of people of whom one was turned away though the firm ranks them before the other.',
      'would swap: a person and a firm who would both rather have each other.',
    ],
    left: (seekerId, first, instead) => `For example ${seekerId}: best by score is ${first.vacancyId} (${formatScore(first.score, 'en')}), but there ${count(first.plainReferred)} people would queue for ${count(first.seats)} ${first.seats === 1 ? 'seat' : 'seats'}, and ` +
      `${count(first.ahead)} who stand before are referred to it; sent to ${instead.vacancyId} (${formatScore(instead.score, 'en')}), where ${count(instead.ahead)} stand before for ${count(instead.seats)}.`,
  },
  id: {
    title: (people, seats, firms) => `Siapa mendapat kerja: ${count(people)} orang, ${count(seats)} kursi di ${count(firms)} stan, dengan empat cara`,
    columns: ['cara', 'ditempatkan', 'kursi terisi', 'rata-rata skor', 'rata-rata pilihan', 'Gini', 'antrean terpanjang', 'penolakan tak adil', 'ingin bertukar'],
    ways: {
      plain: 'semua ke urutan teratas masing-masing',
      recommended: 'semua ke urutan teratas recommendAll',
      stable: 'placeStable',
      best: 'placeBest',
    },
    notes: [
      'rata-rata pilihan: urutan hasil di antara yang dapat diperoleh, menurut orangnya. Gini: seberapa tidak merata rujukan tersebar atas kursi.',
      'penolakan tak adil: pasangan orang yang salah satunya ditolak walau perusahaan menempatkannya di atas yang lain.',
      'ingin bertukar: orang dan perusahaan yang sama-sama lebih memilih satu sama lain.',
    ],
    left: (seekerId, first, instead) => `Contoh ${seekerId}: skor terbaik di ${first.vacancyId} (${formatScore(first.score, 'id')}), tetapi di sana ${count(first.plainReferred)} orang akan mengantre untuk ${count(first.seats)} kursi, dan ` +
      `${count(first.ahead)} orang di depannya sudah dirujuk; diarahkan ke ${instead.vacancyId} (${formatScore(instead.score, 'id')}), dengan ${count(instead.ahead)} orang di depan untuk ${count(instead.seats)} kursi.`,
  },
}

/** The same fair four ways, as a table for people. */
export function showPlacement (taxonomy: Taxonomy, options: DemoFairOptions, language: Language): string {
  const fair = demoFair(taxonomy, options)
  const matcher = createMatcher({ taxonomy })
  matcher.seekers.put(fair.seekers)
  matcher.vacancies.put(fair.vacancies)
  const market = marketFromLedgers(matcher, { asOf: fair.day, perSeeker: ALL })
  const { title, columns, ways, notes } = WORDS[language]
  const seats = market.seats.reduce((sum, one) => sum + one, 0)
  const rows = compareWays(market).map(row => [ways[row.way], ...cellsOf(row, language)])
  const example = leftExample(market, language)
  return [
    title(market.seekers.length, seats, market.vacancies.length),
    '',
    textTable(columns.map((column, position) => ({ title: column, right: position > 0 })), rows),
    '',
    ...notes,
    ...example === undefined ? [] : ['', example],
  ].join('\n')
}

function cellsOf ({ placed, fillRate, meanScore, meanRank, gini, most, justifiedEnvy, blockingPairs }: WayRow, language: Language): string[] {
  const or = (text: string | undefined): string => text ?? '-'
  const decimals = (number: number | null, scale: number, digits: number): string => {
    const text = number === null ? '-' : (number / scale).toFixed(digits)
    return language === 'id' ? text.replace('.', ',') : text
  }
  return [
    count(placed),
    `${decimals(fillRate, 100, 1)}${fillRate === null ? '' : ' %'}`,
    or(meanScore === null ? undefined : formatScore(meanScore, language)),
    decimals(meanRank, 1000, 2),
    decimals(gini, 10_000, 2),
    or(most === null ? undefined : `${count(most.referrals)} : ${count(most.seats)}`),
    count(justifiedEnvy),
    count(blockingPairs),
  ]
}

/** The person whom `recommendAll` spares the longest queue; of equals the first. */
function leftExample (market: Market, language: Language): string | undefined {
  const found = recommendAll(market, { limit: 1, balance: 1000 })
  let longest: { seekerId: string, first: ExplainedReferral, instead: ExplainedReferral } | undefined
  for (let seeker = 0; seeker < market.seekers.length; seeker++) {
    const { seekerId, list: [instead], leftOut: [first] } = explainRecommendations(market, found, seeker)
    if (first === undefined || (longest !== undefined && first.plainReferred <= longest.first.plainReferred)) continue
    longest = { seekerId, first, instead }
  }
  return longest === undefined ? undefined : WORDS[language].left(longest.seekerId, longest.first, longest.instead)
}
