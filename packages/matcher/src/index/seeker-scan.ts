import { ANYWHERE_HM, type Place } from '../geo/place.ts'
import type { Ground, VacancyPlan } from '../model/plan.ts'
import { UNKNOWN } from '../records/facts.ts'
import { askedUnits, forgetUnits, linkHeads, type AskedUnits, type FamilyStep } from './asked-units.ts'
import { Candidates } from './candidates.ts'
import { BLOCKS_PER_CROWD, CROWD_BLOCK_SIZE } from './crowds.ts'
import type { Families } from './families.ts'
import { NearestFirst } from './nearest-first.ts'
import { CHUNK_MASK } from './packed-table.ts'
import {
  BLOCK, BLOCK_HIGH, BLOCK_LOW, BLOCK_SIZE, BLOCK_SUMMARY, BLOCK_TRADE, BLOCKS_PER_LEAF, HIGH, LOW, POSTING, SLOT, SUMMARY, TRADE, WHEREABOUTS,
} from './postings.ts'
import { RestBound } from './rest-bound.ts'
import { SeekerJudge } from './seeker-judge.ts'
import { HELD, PLACE, REACH, ROW, UNITS, WILLING, type SeekerSegment } from './seeker-segment.ts'
import { boundSeekers } from './seeker-summary.ts'
import type { TopK } from './top-k.ts'
import type { Trades } from './trades.ts'
import { Distances, FAR_HM, isOutOfReach } from './whereabouts.ts'

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
  readonly #candidates = new Candidates()
  readonly #judge: SeekerJudge
  /** 1 for the slots of the present segment that the top-k has seen. */
  #seen = new Uint8Array(0)
  #touched: number[] = []
  #plan!: VacancyPlan
  #asked!: AskedUnits
  /** The most that distance can bring, and all but units and distance together. */
  #distanceMost = 0
  #restMost = 0

  constructor (ground: Ground, families: Families, trades: Trades) {
    this.#ground = ground
    this.#trades = trades
    this.#families = families
    this.#heads = linkHeads(ground.taxonomy)
    this.#judge = new SeekerJudge(ground, this.#rest)
  }

  begin (plan: VacancyPlan, asOf: number): void {
    const { vacancy, profile: { shares } } = plan
    this.#plan = plan
    this.#asked = askedUnits(this.#ground.taxonomy, this.#families, plan, asOf, this.#heads)
    this.#judge.begin(plan, this.#asked, asOf)
    boundSeekers(this.#rest, this.#ground, this.#trades, plan)
    const most = (canBeHad: boolean, share: number): number => canBeHad ? share * 1000 : 0
    this.#distanceMost = most(vacancy.remote || vacancy.place !== null, shares.distance)
    this.#restMost = most(vacancy.level !== UNKNOWN, shares.education) + most(vacancy.fields !== null, shares.field) + most(vacancy.months !== UNKNOWN, shares.experience) +
      1000 * (shares.wage + shares.wish + shares['job-type'])
  }

  end (): void {
    forgetUnits(this.#ground.taxonomy, this.#plan, this.#heads)
  }

  /** Offers every seeker of the segment that may be among the best; `ref` travels along with their slots. */
  scan (segment: SeekerSegment, ref: number, top: TopK): void {
    if (segment.size > this.#seen.length) this.#seen = new Uint8Array(segment.size)
    this.#judge.meet(segment)
    this.#distances.meet(this.#from(), segment.coordinates)
    for (const step of this.#asked.steps) {
      if (step.most + this.#restMost + this.#distanceMost < top.threshold) break
      this.#scanFamily(segment, step, ref, top)
    }
    this.#scanEverybody(segment, ref, top)
    for (const slot of this.#touched) this.#seen[slot] = 0
    this.#touched.length = 0
  }

  /** Where distances are measured from; null when distance is the same for all. */
  #from (): Place | null {
    const { remote, place } = this.#plan.vacancy
    return remote ? null : place
  }

  #scanFamily (segment: SeekerSegment, step: FamilyStep, ref: number, top: TopK): void {
    const { records, blocks, firstPosting, firstBlock, firstLeaf, spheres } = segment.postings
    const { base, most, family } = step
    const { sums, lowShifts, lowOffsets, highShifts, highOffsets } = step.table()
    const numLow = lowShifts.length
    const numHigh = highShifts.length
    const rest = this.#rest
    const distanceWeight = this.#plan.profile.shares.distance
    const leaves = this.#nearest.arrange(spheres, firstLeaf[family], firstLeaf[family + 1], this.#from(), this.#plan.vacancy.remote ? 1000 : 0, ANYWHERE_HM)
    const { order, credit } = this.#nearest
    for (let i = 0; i < leaves; i++) {
      const distance = credit[i] * distanceWeight
      if (most + this.#restMost + distance < top.threshold) continue
      const startBlock = (order[i] - firstLeaf[family]) * BLOCKS_PER_LEAF
      const endBlock = Math.min(startBlock + BLOCKS_PER_LEAF, firstBlock[family + 1] - firstBlock[family])
      for (let block = startBlock; block < endBlock; block++) {
        const header = (firstBlock[family] + block) * BLOCK
        let bound = base + distance + rest.of(blocks[header + BLOCK_SUMMARY], blocks[header + BLOCK_TRADE])
        const blockLow = blocks[header + BLOCK_LOW]
        const blockHigh = blocks[header + BLOCK_HIGH]
        for (let n = 0; n < numLow; n++) bound += sums[lowOffsets[n] + ((blockLow >> lowShifts[n]) & CHUNK_MASK)]
        for (let n = 0; n < numHigh; n++) bound += sums[highOffsets[n] + ((blockHigh >> highShifts[n]) & CHUNK_MASK)]
        if (bound < top.threshold) continue
        const start = firstPosting[family] + block * BLOCK_SIZE
        const end = Math.min(start + BLOCK_SIZE, firstPosting[family + 1]) * POSTING
        for (let at = start * POSTING; at < end; at += POSTING) {
          let units = base
          const low = records[at + LOW]
          const high = records[at + HIGH]
          for (let n = 0; n < numLow; n++) units += sums[lowOffsets[n] + ((low >> lowShifts[n]) & CHUNK_MASK)]
          for (let n = 0; n < numHigh; n++) units += sums[highOffsets[n] + ((high >> highShifts[n]) & CHUNK_MASK)]
          const trade = records[at + TRADE]
          bound = units + rest.of(records[at + SUMMARY], trade)
          if (bound + distance >= top.threshold) this.#consider(segment, records[at + SLOT], units, bound, trade, records[at + WHEREABOUTS], ref, top)
        }
      }
      this.#judgeCandidates(segment, ref, top)
    }
  }

  /** Whoever no family has brought up: nobody with unit points unless the vacancy lists no units. */
  #scanEverybody (segment: SeekerSegment, ref: number, top: TopK): void {
    const { count, spheres, summary: crowdSummary, trade: crowdTrade, blockSummary, blockTrade, words: { summary, trade, whereabouts } } = segment.crowds
    const units = this.#plan.vacancy.units === 'any' ? 1000 * this.#plan.profile.shares.unit : 0
    const rest = this.#rest
    const distanceWeight = this.#plan.profile.shares.distance
    const crowds = this.#nearest.arrange(spheres, 0, count, this.#from(), this.#plan.vacancy.remote ? 1000 : 0, ANYWHERE_HM)
    const { order, credit } = this.#nearest
    for (let i = 0; i < crowds; i++) {
      const outside = units + credit[i] * distanceWeight
      if (outside + rest.of(crowdSummary[order[i]], crowdTrade[order[i]]) < top.threshold) continue
      const lastBlock = Math.min(blockSummary.length, (order[i] + 1) * BLOCKS_PER_CROWD)
      for (let block = order[i] * BLOCKS_PER_CROWD; block < lastBlock; block++) {
        if (outside + rest.of(blockSummary[block], blockTrade[block]) < top.threshold) continue
        const end = Math.min(segment.size, (block + 1) * CROWD_BLOCK_SIZE)
        for (let slot = block * CROWD_BLOCK_SIZE; slot < end; slot++) {
          const most = rest.of(summary[slot], trade[slot])
          if (outside + most >= top.threshold) this.#consider(segment, slot, units, units + most, trade[slot], whereabouts[slot], ref, top)
        }
      }
      this.#judgeCandidates(segment, ref, top)
    }
  }

  /** Lets a seeker wait to be judged, unless distance or reach settle it. `most` bounds all points but those of distance. */
  #consider (segment: SeekerSegment, slot: number, unitsMost: number, most: number, trade: number, whereabouts: number, ref: number, top: TopK): void {
    const hm = this.#distances.to(whereabouts)
    if (isOutOfReach(hm, whereabouts)) return
    const bound = most + this.#judge.distancePoints(hm)
    if (bound < top.threshold) return
    if (this.#candidates.add(slot, unitsMost, bound, trade, hm)) this.#judgeCandidates(segment, ref, top)
  }

  #judgeCandidates (segment: SeekerSegment, ref: number, top: TopK): void {
    const candidates = this.#candidates
    const { count, slot, unitsMost, most, trade, hm } = candidates
    const { dead, rows, held } = segment
    const seen = this.#seen
    candidates.touch(rows, ROW, UNITS, held, HELD)
    for (let i = 0; i < count; i++) {
      const one = slot[i]
      if (most[i] < top.threshold || seen[one] === 1 || dead[one] === 1) continue
      if (hm[i] === FAR_HM && this.#isTooFar(segment, one)) continue
      if (!this.#judge.judge(segment, one, unitsMost[i], most[i], trade[i], hm[i], ref, top)) continue
      seen[one] = 1
      this.#touched.push(one)
    }
    candidates.count = 0
  }

  /** Whether somebody named a limit farther than a word can tell, and it does not reach. */
  #isTooFar ({ rows }: SeekerSegment, slot: number): boolean {
    const reach = rows[slot * ROW + REACH]
    return reach !== UNKNOWN && rows[slot * ROW + WILLING] !== 1 && this.#distances.exactlyTo(rows[slot * ROW + PLACE]) > reach
  }
}
