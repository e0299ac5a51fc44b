import { ENGINE_VERSION } from '@padan/matcher'
import { marketReport, type OnProgress } from '@padan/matcher/placement'
import type { PlacementResult } from '../schemas/placement-result.ts'
import type { PlacementStart } from './job-start.ts'
import { inChunks, unproven, type JobEnd } from './job-output.ts'
import { makeMarket, sourceFacts } from './make-market.ts'
import { runBest } from './run-best.ts'
import { runRecommend } from './run-recommend.ts'
import { runStable } from './run-stable.ts'
import { JOB_STEPS, stage } from './stages.ts'

const METHODS = { stable: runStable, best: runBest, recommend: runRecommend }
/** How much of a job the making of the market is, in steps: rankings are most of the work. */
const MARKET_STEPS = { ledgers: 800, preferences: 200, costs: 200 }
const CHECK_AT = 950
const MOST_ONE_SIDED = 100

/**
 * Makes the market, places, and lets the independent verifier look: a result that does not pass comes out as a failure. Throws RangeError
 * or RecordError for what does not go together.
 */
export async function runPlacement (start: PlacementStart, tell: OnProgress): Promise<JobEnd> {
  const { method, from, options = {}, labels, whyNot } = start.request
  const { market, oneSided, taxonomy } = await makeMarket(start, stage(tell, 0, MARKET_STEPS[from]))
  const made = METHODS[method](market, options, stage(tell, MARKET_STEPS[from], CHECK_AT), whyNot)
  if (!made.verdict.ok) return { failure: unproven(made.verdict.counts) }
  const result: PlacementResult = {
    kind: 'placement',
    method,
    engine: ENGINE_VERSION,
    ...sourceFacts(start.request, taxonomy),
    seekers: market.seekers.length,
    vacancies: market.vacancies.length,
    seats: market.seats.reduce((sum, seats) => sum + seats, 0),
    pairs: market.vacancy.length,
    oneSided: { count: oneSided.length, first: oneSided.slice(0, MOST_ONE_SIDED) },
    certificate: made.certificate,
    verdict: made.verdict as PlacementResult['verdict'],
    report: marketReport(market, made.reported, labels === undefined ? {} : { groups: labels }),
  }
  const output = { result: JSON.stringify(result), parts: { seekers: inChunks(made.seekers), vacancies: inChunks(made.vacancies) } }
  tell(JOB_STEPS, JOB_STEPS)
  return { output }
}
