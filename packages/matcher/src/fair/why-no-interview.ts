import { checkNames } from '../engine/options.ts'
import { checkMarket } from '../placement/check-market.ts'
import type { Market, RunOptions } from '../placement/market.ts'
import { Pulse } from '../placement/pulse.ts'
import type { Fair, FairPlan } from './fair.ts'
import { NO_BOOTH, NO_WAVE, type FairFacts } from './fair-facts.ts'
import { numbered } from './read-values.ts'
import { readFair } from './read-fair.ts'

/**
 * Why somebody has no interview at a booth they have a pair with. The first that stands against it, in this order:
 * - `visited` (`slot`): has one there; `interviewed-elsewhere`: has one, so the plan's first aim is met;
 * - `absent`: does not come; `no-booth`: the vacancy (`vacancy`) is interviewed for nowhere, and `booth` is null;
 * - `not-accessible`: needs an accessible booth, and this is none;
 * - `closed`: no interviews in any slot, for want of hours or of tables; `too-late` (`from`, `lastOpen`): comes after its last;
 * - `full` (`tables`, `interviews`, `score`, `least`): every table is taken whenever it would do. `interviews` are all it holds from then on, `least` the lowest
 *   score among them, which may be above or below one's own `score`: people come before scores;
 * - `wave-full` (`wave`, `size`), `no-wave`, `hall-full` (`hall`): a table is free, and nobody more can be invited to come then;
 * - `free`: nothing stands against it. The plan missed it, which it never does where it is exact.
 */
export interface NoInterview {
  /** Null where the vacancy has no booth. */
  readonly booth: string | null
  readonly reason: NoInterviewReason
  readonly facts: Readonly<Record<string, string | number>>
  /** All of them together are enough for an interview at this booth in `slot`, everybody else's appointments staying as they are; none of them is idle. */
  readonly changes: readonly FairChange[]
  /** The slot in which the fewest changes would do, the earliest of these; null where nothing is to change or no slot would do. */
  readonly slot: string | null
}

export type NoInterviewReason =
  'visited' | 'interviewed-elsewhere' | 'absent' | 'no-booth' | 'not-accessible' | 'closed' | 'too-late' | 'full' | 'wave-full' | 'no-wave' | 'hall-full' | 'free'

/**
 * - `attend`: the person comes after all, in time for the slot; `come-by`: by the slot; `hold-booth`: some booth interviews for the vacancy (which may be full, then);
 * - `make-accessible`: the booth; `open-slot`: the booth holds interviews in the slot; `more-tables`: `by` more at the booth;
 * - `bigger-wave`: the slot's wave, by `by`; `wave-for-slot`: some wave with room takes the slot in; `bigger-hall`: by `by`.
 */
export interface FairChange {
  readonly change: 'attend' | 'come-by' | 'hold-booth' | 'make-accessible' | 'open-slot' | 'more-tables' | 'bigger-wave' | 'wave-for-slot' | 'bigger-hall'
  /** People, tables or places; 1 where nothing is counted. */
  readonly by: number
}

export interface NoInterviewOptions extends RunOptions {
  /** The first slot that is still to come; earlier ones are not looked at. Default the first of the day. */
  now?: string
}

/** For each booth at which a seeker has a pair, in the fair's order, and then each vacancy without one: why no interview there, and what would change it. See `whyNoInterviewOf`. */
export function whyNoInterview (market: Market, fair: Fair, plan: Pick<FairPlan, 'interviews'>, seekerId: string, options: NoInterviewOptions = {}): NoInterview[] {
  return whyNoInterviewOf(market, fair, plan, options)(seekerId)
}

/**
 * The same for any number of seekers, from the words of market, fair and plan alone. O(interviews + booths x slots) to begin with, then O(the seeker's
 * pairs + their booths x slots) each. Throws RangeError for a seeker who is not there, and as `planFair` for a market and fair that contradict themselves.
 */
export function whyNoInterviewOf (market: Market, fair: Fair, plan: Pick<FairPlan, 'interviews'>, options: NoInterviewOptions = {}): (seekerId: string) => NoInterview[] {
  checkNames(options, ['now', 'onProgress', 'signal'])
  checkMarket(market)
  const seekers = numbered('market.seekers', market.seekers)
  const facts = readFair(market, fair, seekers)
  const now = options.now === undefined ? 0 : fair.slots.indexOf(options.now)
  if (now < 0) throw new RangeError(`now has the slot '${String(options.now)}', which is not there; check the spelling.`)
  const day = new PlannedDay(market, fair, plan, facts, now, new Pulse(options, plan.interviews.length))
  return seekerId => {
    options.signal?.throwIfAborted()
    const seeker = seekers.get(seekerId)
    if (seeker === undefined) throw new RangeError(`There is no seeker '${String(seekerId)}' in the market.`)
    return day.reasons(seeker)
  }
}

/** What a plan leaves free. */
class PlannedDay {
  readonly #market: Market
  readonly #fair: Fair
  readonly #facts: FairFacts
  readonly #now: number
  /** Scores of the interviews by booth and slot. */
  readonly #seated: number[][]
  readonly #inHall: Uint32Array
  readonly #invited: Uint32Array
  /** The slot of each visit, by seeker and booth. */
  readonly #visits = new Map<string, Map<string, string>>()

  constructor (market: Market, fair: Fair, { interviews }: Pick<FairPlan, 'interviews'>, facts: FairFacts, now: number, pulse: Pulse) {
    const { numBooths, numSlots, numWaves, waveOf } = facts
    this.#market = market
    this.#fair = fair
    this.#facts = facts
    this.#now = now
    this.#seated = Array.from({ length: numBooths * numSlots }, () => [])
    this.#inHall = new Uint32Array(numSlots)
    this.#invited = new Uint32Array(numWaves)
    const booths = new Map(fair.booths.map(({ id }, at) => [id, at]))
    const slots = new Map(fair.slots.map((slot, at) => [slot, at]))
    const spans = new Map<string, { first: number, last: number }>()
    for (const { seeker, booth, slot, score } of interviews) {
      pulse.step()
      const [at, when] = [booths.get(booth), slots.get(slot)]
      if (at === undefined || when === undefined) throw new RangeError(`The plan has an interview of '${seeker}' at '${booth}' in '${slot}', which are not both in this fair; give the plan that was made for it.`)
      this.#seated[at * numSlots + when].push(score)
      const { first, last } = spans.get(seeker) ?? { first: when, last: when }
      spans.set(seeker, { first: Math.min(first, when), last: Math.max(last, when) })
      this.#visits.set(seeker, (this.#visits.get(seeker) ?? new Map()).set(booth, slot))
    }
    for (const { first, last } of spans.values()) {
      for (let slot = first; slot <= last; slot++) this.#inHall[slot]++
      if (numWaves > 0 && waveOf[first] !== NO_WAVE) this.#invited[waveOf[first]]++
    }
    pulse.end()
  }

  reasons (seeker: number): NoInterview[] {
    const { start, vacancy, vacancies, score } = this.#market
    const worth = new Map<number, number>()
    const homeless: NoInterview[] = []
    const isAbsent = this.#facts.from[seeker] === this.#facts.numSlots
    for (let pair = start[seeker]; pair < start[seeker + 1]; pair++) {
      const booth = this.#facts.boothOf[vacancy[pair]]
      if (booth !== NO_BOOTH) worth.set(booth, Math.max(worth.get(booth) ?? -Infinity, score === null ? 0 : score[pair]))
      else homeless.push({ booth: null, reason: 'no-booth', facts: { vacancy: vacancies[vacancy[pair]] }, changes: [...isAbsent ? [one('attend')] : [], one('hold-booth')], slot: null })
    }
    return [...[...worth.keys()].sort((a, b) => a - b).map(booth => this.#reason(seeker, booth, worth.get(booth)!)), ...homeless]
  }

  #reason (seeker: number, booth: number, score: number): NoInterview {
    const { numSlots } = this.#facts
    const { slots, booths } = this.#fair
    const { id } = booths[booth]
    const visits = this.#visits.get(this.#market.seekers[seeker])
    if (visits !== undefined) {
      const slot = visits.get(id)
      return { booth: id, reason: slot === undefined ? 'interviewed-elsewhere' : 'visited', facts: slot === undefined ? {} : { slot }, changes: [], slot: null }
    }
    const best = this.#least(seeker, booth, Array.from({ length: numSlots - this.#now }, (_, n) => this.#now + n))
    return { booth: id, ...this.#first(seeker, booth, score), changes: best?.changes ?? [], slot: best === null ? null : slots[best.slot] }
  }

  /** The slot that lacks the least; of equals one in which the booth is open, and then the earliest. */
  #least (seeker: number, booth: number, among: readonly number[]): { slot: number, changes: readonly FairChange[] } | null {
    let best: { slot: number, changes: readonly FairChange[] } | null = null
    const cost = (changes: readonly FairChange[]): number => 2 * changes.length + Number(changes.some(({ change }) => change === 'open-slot'))
    for (const slot of among) {
      const changes = this.#lacking(seeker, booth, slot)
      if (best === null || cost(changes) < cost(best.changes)) best = { slot, changes }
    }
    return best
  }

  /** What an interview in a slot would need that is not there. */
  #lacking (seeker: number, booth: number, slot: number): FairChange[] {
    const { numSlots, from, isAccessible, needsAccess, isOpen, tables, numWaves, waveOf, waveSize } = this.#facts
    const { hall = Infinity } = this.#fair
    const changes: FairChange[] = []
    if (from[seeker] === numSlots) changes.push(one('attend'))
    else if (from[seeker] > slot) changes.push(one('come-by'))
    if (needsAccess[seeker] > isAccessible[booth]) changes.push(one('make-accessible'))
    if (isOpen[booth * numSlots + slot] === 0) changes.push(one('open-slot'))
    if (this.#seated[booth * numSlots + slot].length >= tables[booth]) changes.push(one('more-tables'))
    if (numWaves > 0 && waveOf[slot] === NO_WAVE) changes.push(one('wave-for-slot'))
    else if (numWaves > 0 && this.#invited[waveOf[slot]] >= waveSize[waveOf[slot]]) changes.push(one('bigger-wave'))
    if (this.#inHall[slot] >= hall) changes.push(one('bigger-hall'))
    return changes
  }

  /** The first that stands against an interview at a booth, whatever the slot. */
  #first (seeker: number, booth: number, score: number): Pick<NoInterview, 'reason' | 'facts'> {
    const { numSlots, from, isAccessible, needsAccess, isOpen, tables, waveOf } = this.#facts
    const { slots, waves = [], hall } = this.#fair
    if (from[seeker] === numSlots && numSlots > 0) return { reason: 'absent', facts: {} }
    if (needsAccess[seeker] > isAccessible[booth]) return { reason: 'not-accessible', facts: {} }
    const open = slots.flatMap((_, slot) => slot >= this.#now && isOpen[booth * numSlots + slot] === 1 && tables[booth] > 0 ? [slot] : [])
    if (open.length === 0) return { reason: 'closed', facts: {} }
    const inTime = open.filter(slot => slot >= from[seeker])
    if (inTime.length === 0) return { reason: 'too-late', facts: { from: slots[from[seeker]], lastOpen: slots[open[open.length - 1]] } }
    const seated = inTime.flatMap(slot => this.#seated[booth * numSlots + slot])
    const free = this.#least(seeker, booth, inTime.filter(slot => this.#seated[booth * numSlots + slot].length < tables[booth]))
    if (free === null) {
      return { reason: 'full', facts: { tables: tables[booth], interviews: seated.length, score, least: seated.reduce((least, each) => Math.min(least, each), Infinity) } }
    }
    const lacks = new Set(free.changes.map(({ change }) => change))
    const wave = waves[waveOf[free.slot]]
    if (lacks.has('bigger-wave')) return { reason: 'wave-full', facts: { wave: wave.id, size: wave.size } }
    if (lacks.has('wave-for-slot')) return { reason: 'no-wave', facts: {} }
    return lacks.has('bigger-hall') ? { reason: 'hall-full', facts: { hall: hall! } } : { reason: 'free', facts: {} }
  }
}

function one (change: FairChange['change']): FairChange {
  return { change, by: 1 }
}
