import type * as sectorWords from '../../packages/matcher/dist/drafts/sector-words.js'
import type * as place from '../../packages/matcher/dist/geo/place.js'
import type * as askedUnits from '../../packages/matcher/dist/index/asked-units.js'
import type * as candidates from '../../packages/matcher/dist/index/candidates.js'
import type * as distinctLists from '../../packages/matcher/dist/index/distinct-lists.js'
import type * as families from '../../packages/matcher/dist/index/families.js'
import type * as ids from '../../packages/matcher/dist/index/ids.js'
import type * as nearestFirst from '../../packages/matcher/dist/index/nearest-first.js'
import type * as lanes from '../../packages/matcher/dist/index/lanes.js'
import type * as restBound from '../../packages/matcher/dist/index/rest-bound.js'
import type * as seekerSummary from '../../packages/matcher/dist/index/seeker-summary.js'
import type * as segmentedStore from '../../packages/matcher/dist/index/segmented-store.js'
import type * as sieve from '../../packages/matcher/dist/index/sieve.js'
import type * as spheres from '../../packages/matcher/dist/index/spheres.js'
import type * as trades from '../../packages/matcher/dist/index/trades.js'
import type * as vacancySummary from '../../packages/matcher/dist/index/vacancy-summary.js'
import type * as arrayFile from '../../packages/matcher/dist/snapshot/array-file.js'
import type * as snapshot from '../../packages/matcher/dist/snapshot/snapshot.js'
import type * as seatFilling from '../../packages/matcher/dist/gap/seat-filling.js'
import type * as distanceCredits from '../../packages/matcher/dist/model/distance-credit.js'
import type * as plan from '../../packages/matcher/dist/model/plan.js'
import type * as check from '../../packages/matcher/dist/records/check.js'
import type * as day from '../../packages/matcher/dist/records/day.js'

/** Bounds and kernels have no public names: their compiled files are imported by where they are. */
const BUILT = new URL('../../../packages/matcher/dist/', import.meta.url)

export const { BUSINESSES, GOODS } = await built<typeof sectorWords>('drafts/sector-words.js')
export const { distanceHm, placeAt } = await built<typeof place>('geo/place.js')
export const { askedUnits: askedUnitsOf, forgetUnits, linkHeads, STATES } = await built<typeof askedUnits>('index/asked-units.js')
export const { Candidates: WaitingCandidates } = await built<typeof candidates>('index/candidates.js')
export const { DistinctLists } = await built<typeof distinctLists>('index/distinct-lists.js')
export const { IdCollector } = await built<typeof ids>('index/ids.js')
export const { FAMILY_SIZE, familiesOf } = await built<typeof families>('index/families.js')
export const { NearestFirst } = await built<typeof nearestFirst>('index/nearest-first.js')
export const { LANES, lanesOf, REST_PLANES, writeLane, writeRest } = await built<typeof lanes>('index/lanes.js')
export const { RestBound } = await built<typeof restBound>('index/rest-bound.js')
export const { boundSeekers, evidenceStrength, strongerSummary, summariseSeeker } = await built<typeof seekerSummary>('index/seeker-summary.js')
export const { SegmentedStore } = await built<typeof segmentedStore>('index/segmented-store.js')
export const { Sieve } = await built<typeof sieve>('index/sieve.js')
export const { ANY_REACH, EVERYWHERE, spheresOf } = await built<typeof spheres>('index/spheres.js')
export const { Trades } = await built<typeof trades>('index/trades.js')
export const { boundVacancies, summariseVacancy } = await built<typeof vacancySummary>('index/vacancy-summary.js')
export const { Candidates, SeatFilling } = await built<typeof seatFilling>('gap/seat-filling.js')
export const { distanceCredit } = await built<typeof distanceCredits>('model/distance-credit.js')
export const { LAYOUT } = await built<typeof snapshot>('snapshot/snapshot.js')
export const { writeArrayFile } = await built<typeof arrayFile>('snapshot/array-file.js')
export const { groundOf, planOf } = await built<typeof plan>('model/plan.js')
export const { seekerFacts, vacancyFacts } = await built<typeof check>('records/check.js')
export const { NO_DAY, parseDay } = await built<typeof day>('records/day.js')

async function built<Module> (file: string): Promise<Module> {
  return await import(new URL(file, BUILT).href) as Module
}
