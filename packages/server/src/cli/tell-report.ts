import type { MarketReport } from '@padan/matcher/placement'
import type { Language } from '../errors/problem.ts'
import { count } from './progress.ts'
import { textTable } from './text-table.ts'

/** Tells on stderr what a placement, or lists, did to the market. */
export function tellReport (report: MarketReport, language: Language): void {
  const { congestion, envy } = report
  const most = congestion.most === null ? '-' : `${congestion.most.vacancyId}: ${count(congestion.most.referrals)} / ${count(congestion.most.seats)}`
  const rows: ReadonlyArray<readonly [en: string, id: string, value: string]> = [
    ['people', 'orang', count(report.people)],
    ['seats', 'kursi', count(report.seats)],
    ['people reached', 'orang terjangkau', `${count(report.reached)} (${percentage(report.coverage.seekers)})`],
    ['seats filled', 'kursi terisi', `${count(report.filled)} (${percentage(report.fillRate)})`],
    ['openings with somebody', 'lowongan dengan peminat', percentage(report.coverage.vacancies)],
    ['most crowded, people / seats', 'paling padat, orang / kursi', most],
    ['mean rank received', 'peringkat rata-rata', report.meanRank === null ? '-' : (report.meanRank / 1000).toFixed(3)],
    ['Gini of exposure, openings', 'Gini keterpaparan, lowongan', share(report.gini.vacancies)],
    ['Gini of chances, people', 'Gini peluang, orang', share(report.gini.seekers)],
    ['envy, justified', 'iri, beralasan', envy === null ? '-' : `${count(envy.plain)}, ${count(envy.justified)}`],
  ]
  const columns = [{ title: language === 'id' ? 'ukuran' : 'measure' }, { title: language === 'id' ? 'nilai' : 'value' }]
  process.stderr.write(`\n${textTable(columns, rows.map(([en, id, value]) => [language === 'id' ? id : en, value]))}\n`)
}

function percentage (basisPoints: number | null): string {
  return basisPoints === null ? '-' : `${(basisPoints / 100).toFixed(2)} %`
}

function share (basisPoints: number | null): string {
  return basisPoints === null ? '-' : (basisPoints / 10_000).toFixed(4)
}
