import { ANYWHERE_HM } from '../geo/place.ts'
import type { Ground } from '../model/plan.ts'
import type { Profile, Shares } from '../model/profile.ts'
import { UNKNOWN, type SeekerFacts } from '../records/facts.ts'
import { Candidates } from './candidates.ts'
import { BLOCKS_PER_CROWD, CROWD_BLOCK_SIZE, CROWD_SIZE } from './crowds.ts'
import type { Families } from './families.ts'
import { NearestFirst } from './nearest-first.ts'
import { OfferedUnits, type OfferStep } from './offered-units.ts'
import { CHUNK_MASK } from './packed-table.ts'
import {
  BLOCK, BLOCK_SIZE, BLOCK_SUMMARY, BLOCK_TRADE, BLOCKS_PER_LEAF, HIGH, LOW, POSTING, SLOT, SUMMARY, TRADE, WHEREABOUTS,
} from './postings.ts'
import { RestBound } from './rest-bound.ts'
import type { TopK } from './top-k.ts'
import type { Trades } from './trades.ts'
import { VacancyJudge } from './vacancy-judge.ts'
import { importanceAt, UNITS, type VacancySegment } from './vacancy-segment.ts'
import { boundVacancies, toldImportance } from './vacancy-summary.ts'
import { Distances, FAR_HM, isEverywhere, numUnitsOf } from './whereabouts.ts'

/** Rounding lifts a unit's weight above its quota by less than one basis point, so by less than this many points. */
const ROUNDING_POINTS = 1000

/**
 * Ranks the vacancies of segments for one seeker; the mirror image of SeekerScan. Exact: a vacancy is passed over only when an upper
 * bound of its score is below the threshold.
 */
export class VacancyScan {
  readonly #ground: Ground
  readonly #trades: Trades
  readonly #offered: OfferedUnits
  readonly #nearest = new NearestFirst()
  readonly #distances = new Distances()
  readonly #rest = new RestBound()
  readonly #candidates = new Candidates()
  readonly #judge: VacancyJudge
  #seeker!: SeekerFacts
  #shares!: Shares
  /** How far the seeker will go, in hundreds of metres. */
  #reachHm = ANYWHERE_HM
  /** The most that all but units and distance can bring. */
  #restMost = 0

  constructor (ground: Ground, families: Families, trades: Trades) {
    this.#ground = ground
    this.#trades = trades
    this.#offered = new OfferedUnits(ground.taxonomy, families)
    this.#judge = new VacancyJudge(ground, this.#offered)
  }

  begin (seeker: SeekerFacts, { shares }: Profile, asOf: number): void {
    this.#seeker = seeker
    this.#shares = shares
    this.#reachHm = seeker.willingToMove === 1 || seeker.reachHm === UNKNOWN ? ANYWHERE_HM : seeker.reachHm
    this.#offered.begin(seeker, asOf)
    this.#judge.begin(seeker, shares, asOf)
    boundVacancies(this.#rest, this.#ground, this.#trades, seeker, shares)
    this.#candidates.begin(false)
    const most = (canBeHad: boolean, share: number): number => canBeHad ? share * 1000 : 0
    this.#restMost = 1000 * (shares.education + shares.field + shares.experience) + most(seeker.wage !== UNKNOWN, shares.wage) +
      most(seeker.occupations !== null || seeker.sectors !== null, shares.wish) +
      most(seeker.jobTypes !== UNKNOWN || seeker.maxHours !== UNKNOWN, shares['job-type'])
  }

  end (): void {
    this.#offered.end()
  }

  /** Offers every vacancy of the segment that may be among the best; `ref` travels along. */
  scan (segment: VacancySegment, ref: number, top: TopK): void {
    this.#candidates.meet(segment.size)
    this.#judge.meet(segment)
    this.#distances.meet(this.#seeker.place, segment.coordinates)
    const share = this.#shares.unit
    // Vacancies that leave units open give full marks for them to everybody: they raise the threshold soonest.
    const openCrowds = Math.ceil(segment.numAny / CROWD_SIZE)
    this.#scanCrowds(segment, 0, openCrowds, ref, top)
    for (const step of this.#offered.steps) {
      if (share * step.most + this.#restMost + this.#distanceMost(segment) < top.threshold) break
      this.#scanFamily(segment, step, ref, top)
    }
    this.#scanCrowds(segment, openCrowds, segment.crowds.count, ref, top)
  }

  #distanceMost (segment: VacancySegment): number {
    return this.#seeker.place !== null || segment.someRemote ? 1000 * this.#shares.distance : 0
  }

  #scanFamily (segment: VacancySegment, step: OfferStep, ref: number, top: TopK): void {
    const { records, blocks, firstPosting, firstBlock, firstLeaf, spheres } = segment.postings
    const { later, most, family } = step
    const { sums, lowShifts, lowOffsets, highShifts, highOffsets } = step.table()
    const numLow = lowShifts.length
    const numHigh = highShifts.length
    const share = this.#shares.unit
    const rest = this.#rest
    const distanceWeight = this.#shares.distance
    const leaves = this.#nearest.arrange(spheres, firstLeaf[family], firstLeaf[family + 1], this.#seeker.place, segment.someRemote ? 1000 : 0, this.#reachHm)
    const { order, credit } = this.#nearest
    for (let i = 0; i < leaves; i++) {
      const distance = credit[i] * distanceWeight
      if (share * most + this.#restMost + distance < top.threshold) continue
      const startBlock = (order[i] - firstLeaf[family]) * BLOCKS_PER_LEAF
      const endBlock = Math.min(startBlock + BLOCKS_PER_LEAF, firstBlock[family + 1] - firstBlock[family])
      for (let block = startBlock; block < endBlock; block++) {
        const header = (firstBlock[family] + block) * BLOCK
        if (share * most + rest.of(blocks[header + BLOCK_SUMMARY], blocks[header + BLOCK_TRADE]) + distance < top.threshold) continue
        const start = firstPosting[family] + block * BLOCK_SIZE
        const end = Math.min(start + BLOCK_SIZE, firstPosting[family + 1]) * POSTING
        for (let at = start * POSTING; at < end; at += POSTING) {
          const summary = records[at + SUMMARY]
          const whereabouts = records[at + WHEREABOUTS]
          const total = toldImportance(summary) ?? importanceAt(segment, records[at + SLOT])
          let weighted = total * later
          const low = records[at + LOW]
          const high = records[at + HIGH]
          for (let n = 0; n < numLow; n++) weighted += sums[lowOffsets[n] + ((low >> lowShifts[n]) & CHUNK_MASK)]
          for (let n = 0; n < numHigh; n++) weighted += sums[highOffsets[n] + ((high >> highShifts[n]) & CHUNK_MASK)]
          const units = share * weighted / total + ROUNDING_POINTS * numUnitsOf(whereabouts)
          const bound = units + rest.of(summary, records[at + TRADE])
          if (bound + distance >= top.threshold) this.#consider(segment, records[at + SLOT], units, bound, whereabouts, ref, top)
        }
      }
      this.#judgeAll(segment, ref, top)
    }
  }

  /** Whatever no family brings up: no unit points, unless the vacancy leaves units open. */
  #scanCrowds (segment: VacancySegment, first: number, end: number, ref: number, top: TopK): void {
    if (first === end) return
    const { numAny } = segment
    const { spheres, summary: crowdSummary, trade: crowdTrade, blockSummary, blockTrade, slotSummary, slotTrade, whereabouts } = segment.crowds
    const open = 1000 * this.#shares.unit
    const rest = this.#rest
    const distanceWeight = this.#shares.distance
    const crowds = this.#nearest.arrange(spheres, first, end, this.#seeker.place, segment.someRemote ? 1000 : 0, this.#reachHm)
    const { order, credit } = this.#nearest
    for (let i = 0; i < crowds; i++) {
      const distance = credit[i] * distanceWeight
      const most = (order[i] * CROWD_SIZE < numAny ? open : 0) + distance
      if (most + rest.of(crowdSummary[order[i]], crowdTrade[order[i]]) < top.threshold) continue
      const lastBlock = Math.min(blockSummary.length, (order[i] + 1) * BLOCKS_PER_CROWD)
      for (let block = order[i] * BLOCKS_PER_CROWD; block < lastBlock; block++) {
        if (most + rest.of(blockSummary[block], blockTrade[block]) < top.threshold) continue
        const end = Math.min(segment.size, (block + 1) * CROWD_BLOCK_SIZE)
        for (let slot = block * CROWD_BLOCK_SIZE; slot < end; slot++) {
          const units = slot < numAny ? open : 0
          const bound = units + rest.of(slotSummary[slot], slotTrade[slot])
          if (bound + distance >= top.threshold) this.#consider(segment, slot, units, bound, whereabouts[slot], ref, top)
        }
      }
      this.#judgeAll(segment, ref, top)
    }
  }

  /** Lets a vacancy wait to be judged, unless distance or reach settle it. `most` bounds all points but those of distance. */
  #consider (segment: VacancySegment, slot: number, unitsMost: number, most: number, whereabouts: number, ref: number, top: TopK): void {
    const hm = this.#distances.to(whereabouts)
    if (hm > this.#reachHm || (hm === FAR_HM && this.#reachHm < ANYWHERE_HM && this.#distances.exactlyTo(whereabouts) > this.#reachHm)) return
    const bound = most + this.#judge.distancePoints(hm, isEverywhere(whereabouts))
    if (bound < top.threshold) return
    if (this.#candidates.add(slot, unitsMost, bound, 0, hm)) this.#judgeAll(segment, ref, top)
  }

  #judgeAll (segment: VacancySegment, ref: number, top: TopK): void {
    const { slot, unitsMost, hm } = this.#candidates
    this.#candidates.judgeAll(segment.dead, segment.rows, UNITS, segment.asked, 1, top, at => this.#judge.judge(segment, slot[at], unitsMost[at], hm[at], ref, top))
  }
}
