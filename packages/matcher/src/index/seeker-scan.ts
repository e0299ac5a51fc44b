import { ANYWHERE_HM, type Place } from '../geo/place.ts'
import type { Ground, VacancyPlan } from '../model/plan.ts'
import { UNKNOWN } from '../records/facts.ts'
import { askedUnits, forgetUnits, linkHeads, type AskedUnits, type FamilyStep } from './asked-units.ts'
import { Candidates, MOST_PUT_OFF_FOR } from './candidates.ts'
import { BLOCKS_PER_CROWD, CROWD_BLOCK_SIZE } from './crowds.ts'
import type { Families } from './families.ts'
import { lanesOf, REST_PLANES } from './lanes.ts'
import { NearestFirst } from './nearest-first.ts'
import { BLOCK, BLOCK_HIGH, BLOCK_LOW, BLOCK_SIZE, BLOCK_SUMMARY, BLOCK_TRADE, BLOCKS_PER_LEAF } from './postings.ts'
import { RestBound } from './rest-bound.ts'
import { SeekerJudge } from './seeker-judge.ts'
import { LANE_BLOCK, REST_AT, SLOTS_AT, UNITS_AT, WHEREABOUTS_AT } from './seeker-postings.ts'
import { HELD, PLACE, REACH, UNITS, WILLING, type SeekerSegment } from './seeker-segment.ts'
import { ROW } from './segment.ts'
import { boundSeekers } from './seeker-summary.ts'
import { Sieve } from './sieve.ts'
import type { TopK } from './top-k.ts'
import type { Trades } from './trades.ts'
import { Distances, FAR_HM, isOutOfReach } from './whereabouts.ts'

const NO_UNITS = new Int32Array(0)

/**
 * Ranks the seekers of segments for one vacancy. `begin` sets a query up, `scan` offers the candidates of one segment to the top-k,
 * `end` clears the scratch. Exact: a seeker is passed over only when an upper bound of their score is below the threshold.
 */
export class SeekerScan {
  readonly #ground: Ground
  readonly #families: Families
  readonly #trades: Trades
  readonly #heads: Int32Array
  readonly #nearest = new NearestFirst()
  readonly #distances = new Distances()
  readonly #rest = new RestBound()
  readonly #sieve = new Sieve(this.#rest)
  readonly #candidates = new Candidates()
  readonly #judge: SeekerJudge
  #plan!: VacancyPlan
  #asked!: AskedUnits
  /** The most that distance can bring. */
  #distanceMost = 0

  constructor (ground: Ground, families: Families, trades: Trades) {
    this.#ground = ground
    this.#trades = trades
    this.#families = families
    this.#heads = linkHeads(ground.taxonomy)
    this.#judge = new SeekerJudge(ground)
  }

  begin (plan: VacancyPlan, asOf: number): void {
    const { vacancy, profile: { shares } } = plan
    this.#plan = plan
    this.#asked = askedUnits(this.#ground.taxonomy, this.#families, plan, asOf, this.#heads)
    this.#judge.begin(plan, this.#asked, asOf)
    boundSeekers(this.#rest, this.#ground, this.#trades, plan)
    this.#sieve.begin()
    this.#distanceMost = vacancy.remote || vacancy.place !== null ? shares.distance * 1000 : 0
  }

  end (): void {
    forgetUnits(this.#ground.taxonomy, this.#plan, this.#heads)
  }

  /** Offers every seeker of the segment that may be among the best; `ref` travels along with their slots. */
  scan (segment: SeekerSegment, ref: number, top: TopK): void {
    this.#candidates.meet(segment.size)
    this.#judge.meet(segment)
    this.#distances.meet(this.#from(), segment.coordinates)
    for (const step of this.#asked.steps) {
      if (step.most + this.#sieve.restTop + this.#distanceMost < top.threshold) break
      this.#inTurn(segment, ref, top, () => this.#scanFamily(segment, step, ref, top))
    }
    this.#inTurn(segment, ref, top, () => this.#scanEverybody(segment, ref, top))
  }

  /** Goes through the seekers once with the worst candidates put off, and again where the threshold does not settle that nobody was missed. */
  #inTurn (segment: SeekerSegment, ref: number, top: TopK, scan: () => void): void {
    const candidates = this.#candidates
    candidates.begin(top.limit <= MOST_PUT_OFF_FOR)
    scan()
    this.#judgeAll(segment, ref, top)
    if (candidates.floor <= top.threshold) return
    candidates.begin(false)
    scan()
    this.#judgeAll(segment, ref, top)
  }

  /** Bounds below this need not be looked at now. */
  #least (top: TopK): number {
    return Math.max(top.threshold, this.#candidates.floor)
  }

  /** Where distances are measured from; null when distance is the same for all. */
  #from (): Place | null {
    const { remote, place } = this.#plan.vacancy
    return remote ? null : place
  }

  #scanFamily (segment: SeekerSegment, step: FamilyStep, ref: number, top: TopK): void {
    const { lanes, blocks, firstPosting, firstBlock, firstLeaf, spheres } = segment.postings
    const { base, family, worth } = step
    const rest = this.#rest
    const sieve = this.#sieve
    const candidates = this.#candidates
    sieve.ask(worth)
    const distanceWeight = this.#plan.profile.shares.distance
    const leaves = this.#nearest.arrange(spheres, firstLeaf[family], firstLeaf[family + 1], this.#from(), this.#plan.vacancy.remote ? 1000 : 0, ANYWHERE_HM)
    const { order, credit } = this.#nearest
    const unitsMost = base + sieve.unitsTop
    let least = this.#least(top)
    for (let i = 0; i < leaves; i++) {
      const distance = credit[i] * distanceWeight
      const outside = unitsMost + distance
      if (outside + sieve.restTop < least) continue
      const startBlock = (order[i] - firstLeaf[family]) * BLOCKS_PER_LEAF
      const endBlock = Math.min(startBlock + BLOCKS_PER_LEAF, firstBlock[family + 1] - firstBlock[family])
      for (let block = startBlock; block < endBlock; block++) {
        const header = (firstBlock[family] + block) * BLOCK
        const unitsHere = base + sieve.unitsMost(blocks[header + BLOCK_LOW], blocks[header + BLOCK_HIGH])
        if (unitsHere + distance + rest.of(blocks[header + BLOCK_SUMMARY], blocks[header + BLOCK_TRADE]) < least) continue
        const slack = outside + sieve.restTop - least
        sieve.prepare(slack)
        const at = (firstBlock[family] + block) * LANE_BLOCK
        const size = firstPosting[family + 1] - firstPosting[family] - block * BLOCK_SIZE
        for (let left = sieve.sift(lanes, at + UNITS_AT, at + REST_AT, lanesOf(size), slack); left !== 0; left &= left - 1) {
          const lane = 31 - Math.clz32(left & -left)
          const units = base + sieve.unitsOf(lanes, at + UNITS_AT, lane)
          const most = units + sieve.restOf(lanes, at + REST_AT, lane)
          if (most + distance >= least) candidates.note(lanes[at + SLOTS_AT + lane], units, most, sieve.earnsOf(lane), lanes[at + WHEREABOUTS_AT + lane])
        }
      }
      least = this.#consider(segment, ref, top)
    }
  }

  /** Whoever no family has brought up: nobody with unit points unless the vacancy lists no units. */
  #scanEverybody (segment: SeekerSegment, ref: number, top: TopK): void {
    const { count, spheres, summary: crowdSummary, trade: crowdTrade, blockSummary, blockTrade, lanes, whereabouts } = segment.crowds
    const units = this.#plan.vacancy.units === 'any' ? 1000 * this.#plan.profile.shares.unit : 0
    const rest = this.#rest
    const sieve = this.#sieve
    const candidates = this.#candidates
    sieve.ask(NO_UNITS)
    const distanceWeight = this.#plan.profile.shares.distance
    let least = this.#least(top)
    if (units + this.#distanceMost + sieve.restTop < least) return
    const crowds = this.#nearest.arrange(spheres, 0, count, this.#from(), this.#plan.vacancy.remote ? 1000 : 0, ANYWHERE_HM)
    const { order, credit } = this.#nearest
    for (let i = 0; i < crowds; i++) {
      const outside = units + credit[i] * distanceWeight
      if (outside + rest.of(crowdSummary[order[i]], crowdTrade[order[i]]) < least) continue
      const lastBlock = Math.min(blockSummary.length, (order[i] + 1) * BLOCKS_PER_CROWD)
      for (let block = order[i] * BLOCKS_PER_CROWD; block < lastBlock; block++) {
        if (outside + rest.of(blockSummary[block], blockTrade[block]) < least) continue
        const slack = outside + sieve.restTop - least
        sieve.prepare(slack)
        const at = block * REST_PLANES
        const start = block * CROWD_BLOCK_SIZE
        for (let left = sieve.sift(lanes, 0, at, lanesOf(segment.size - start), slack); left !== 0; left &= left - 1) {
          const lane = 31 - Math.clz32(left & -left)
          const most = units + sieve.restOf(lanes, at, lane)
          if (outside - units + most >= least) candidates.note(start + lane, units, most, sieve.earnsOf(lane), whereabouts[start + lane])
        }
        least = this.#consider(segment, ref, top)
      }
    }
  }

  /** Lets whoever is noted wait to be judged, unless distance or reach settle it. Returns what bounds need from now on. */
  #consider (segment: SeekerSegment, ref: number, top: TopK): number {
    const candidates = this.#candidates
    const { count, noted, slot, unitsMost, most, earns, whereabouts, square } = candidates
    candidates.measure(this.#distances)
    candidates.noted = 0
    let least = this.#least(top)
    // Adding writes to places that have been read: never more wait than there were noted or waiting before.
    for (let n = count; n < count + noted; n++) {
      const hm = this.#distances.hmOf(square[n])
      if (isOutOfReach(hm, whereabouts[n])) continue
      const bound = most[n] + this.#judge.distancePoints(hm)
      if (bound < least) continue
      if (candidates.add(slot[n], unitsMost[n], bound, earns[n], hm)) this.#judgeAll(segment, ref, top)
      least = this.#least(top)
    }
    return least
  }

  #judgeAll (segment: SeekerSegment, ref: number, top: TopK): void {
    const { slot, unitsMost, most, earns, hm } = this.#candidates
    this.#candidates.judgeAll(segment.dead, segment.rows, UNITS, segment.held, HELD, top, at =>
      !(hm[at] === FAR_HM && this.#isTooFar(segment, slot[at])) && this.#judge.judge(segment, slot[at], unitsMost[at], most[at], earns[at], hm[at], ref, top))
  }

  /** Whether somebody named a limit farther than a word can tell, and it does not reach. */
  #isTooFar ({ rows }: SeekerSegment, slot: number): boolean {
    const reach = rows[slot * ROW + REACH]
    return reach !== UNKNOWN && rows[slot * ROW + WILLING] !== 1 && this.#distances.exactlyTo(rows[slot * ROW + PLACE]) > reach
  }
}
