import { checkNames } from '../engine/options.ts'
import type { Market, RunOptions } from '../placement/market.ts'
import { Pulse } from '../placement/pulse.ts'
import type { Booth, Fair, FairPlan, Interview } from './fair.ts'
import { PlanFindings, type PlanVerdict } from './plan-verdict.ts'
import { verifyProof } from './verify-proof.ts'

export type { PlanVerdict, PlanViolation } from './plan-verdict.ts'

const USUAL_LIMIT = 100
/** Times that the proof's figures go through the people: whom they may see, and four cuts. */
const PASSES = 5

/**
 * Checks a plan against market and fair, from nothing but their words: who is where when, and every figure and bound of the proof. Shares no code with the planner.
 * Market and fair are taken to be sound (`planFair` checks them); the plan may be anything of its shape. O(pairs + interviews · slots).
 */
export function verifyPlan (market: Market, fair: Fair, plan: FairPlan, options: { limit?: number } & RunOptions = {}): PlanVerdict {
  checkNames(options, ['limit', 'onProgress', 'signal'])
  const findings = new PlanFindings(options.limit ?? USUAL_LIMIT)
  const pulse = new Pulse(options, plan.interviews.length + PASSES * market.seekers.length)
  const days = verifyInterviews(market, fair, plan, findings, pulse)
  verifyDays(fair, days, findings)
  verifyInvitations(fair, plan, days, findings)
  verifyWithout(market, plan, days, findings)
  const proven = verifyProof(market, fair, plan, days, findings, pulse)
  pulse.end()
  return findings.verdict(proven)
}

/** A person's interviews in the order of the day, each with the number of its slot. */
type Day = Array<Interview & { at: number }>

/** Each interview by itself, each booth, and nothing twice. */
function verifyInterviews (market: Market, fair: Fair, plan: FairPlan, findings: PlanFindings, pulse: Pulse): Map<string, Day> {
  const booths = new Map(fair.booths.map(booth => [booth.id, booth]))
  const slots = new Map(fair.slots.map((slot, at) => [slot, at]))
  const seekers = new Map(market.seekers.map((id, number) => [id, number]))
  const access = new Set(fair.access)
  const absent = new Set(fair.absent)
  const seated = new Map<string, number>()
  const days = new Map<string, Day>()
  for (const interview of plan.interviews) {
    pulse.step()
    const { seeker, booth: id, slot, vacancy } = interview
    const booth = booths.get(id)
    const at = slots.get(slot)
    const number = seekers.get(seeker)
    if (booth === undefined || at === undefined || number === undefined || !booth.vacancies.includes(vacancy)) {
      findings.add('unknown', { seeker, booth: id, slot }, { vacancy })
      continue
    }
    const best = bestPair(market, number, booth)
    if (best === null) findings.add('not-eligible', interview, { vacancy })
    else if (best.vacancy !== vacancy || best.score !== interview.score) findings.add('not-best-pair', interview, { vacancy, score: interview.score, bestVacancy: best.vacancy, bestScore: best.score })
    if (booth.open !== undefined && !booth.open.includes(slot)) findings.add('booth-closed', interview)
    if (access.has(seeker) && booth.accessible !== true) findings.add('not-accessible', interview)
    if (absent.has(seeker)) findings.add('absent', interview)
    const cell = JSON.stringify([id, slot])
    seated.set(cell, (seated.get(cell) ?? 0) + 1)
    if (seated.get(cell)! > booth.tables) findings.add('over-tables', interview, { seated: seated.get(cell)!, tables: booth.tables })
    const day = days.get(seeker) ?? []
    days.set(seeker, [...day, { ...interview, at }].sort((a, b) => a.at - b.at))
  }
  return days
}

/** The pair that an interview at a booth is for: the highest score, the first of equals. */
function bestPair ({ start, vacancy, vacancies, score }: Market, seeker: number, booth: Booth): { vacancy: string, score: number } | null {
  let best: { vacancy: string, score: number } | null = null
  for (let pair = start[seeker]; pair < start[seeker + 1]; pair++) {
    const worth = score === null ? 0 : score[pair]
    if (booth.vacancies.includes(vacancies[vacancy[pair]]) && (best === null || worth > best.score)) best = { vacancy: vacancies[vacancy[pair]], score: worth }
  }
  return best
}

/** Each person's day, and the hall. */
function verifyDays (fair: Fair, days: ReadonlyMap<string, Day>, findings: PlanFindings): void {
  const { slots, booths, interviewsEach = 1, hall = Infinity, walk = Infinity, late = [] } = fair
  const places = new Map(booths.map(({ id, at }) => [id, at]))
  const inHall = slots.map(() => 0)
  for (const [seeker, day] of days) {
    if (day.length > interviewsEach) findings.add('too-many-interviews', { seeker }, { interviews: day.length, interviewsEach })
    for (let slot = day[0].at; slot <= day[day.length - 1].at; slot++) inHall[slot]++
    day.forEach((next, n) => {
      const last = day[n - 1]
      if (last === undefined) return
      if (last.at === next.at) findings.add('two-places-at-once', next, { otherBooth: last.booth })
      if (day.slice(0, n).some(({ booth }) => booth === next.booth)) findings.add('booth-twice', next)
      const from = places.get(last.booth)
      const to = places.get(next.booth)
      const metres = from === undefined || to === undefined ? 0 : Math.sqrt((from.x - to.x) ** 2 + (from.y - to.y) ** 2)
      if (next.at === last.at + 1 && metres > walk) findings.add('too-far', next, { fromBooth: last.booth, metres })
    })
  }
  for (const { seeker, from } of late) {
    const day = days.get(seeker)
    if (day !== undefined && day[0].at < slots.indexOf(from)) findings.add('too-early', { seeker, slot: day[0].slot }, { from })
  }
  inHall.forEach((people, slot) => { if (people > hall) findings.add('over-hall', { slot: slots[slot] }, { people, hall }) })
}

/** One invitation for each who is served, to the first slot and its wave; no wave over its size. */
function verifyInvitations ({ waves = [] }: Fair, { invitations }: FairPlan, days: ReadonlyMap<string, Day>, findings: PlanFindings): void {
  const invited = new Map<string, number>()
  const seen = new Set<string>()
  for (const { seeker, wave, slot } of invitations) {
    const first = days.get(seeker)?.[0]
    const expected = waves.find(({ slots }) => slots.includes(slot))?.id ?? null
    if (seen.has(seeker)) findings.add('invited-twice', { seeker, slot })
    if (first === undefined || first.slot !== slot) findings.add('wrong-slot', { seeker, slot }, { firstSlot: first?.slot ?? null })
    if (wave !== expected || (wave === null && waves.length > 0)) findings.add('wrong-wave', { seeker, slot }, { wave, expected })
    seen.add(seeker)
    if (wave !== null) invited.set(wave, (invited.get(wave) ?? 0) + 1)
  }
  for (const seeker of days.keys()) if (!seen.has(seeker)) findings.add('not-invited', { seeker })
  for (const { id, size } of waves) if ((invited.get(id) ?? 0) > size) findings.add('over-wave', {}, { wave: id, people: invited.get(id)!, size })
}

/** Everybody is either served or listed as not. */
function verifyWithout ({ seekers }: Market, { without }: FairPlan, days: ReadonlyMap<string, Day>, findings: PlanFindings): void {
  const listed = new Set(without.map(({ seeker }) => seeker))
  if (listed.size !== without.length) findings.add('listed-twice', {}, { listed: listed.size, entries: without.length })
  for (const seeker of seekers) if (listed.has(seeker) === days.has(seeker)) findings.add(days.has(seeker) ? 'served-but-listed' : 'not-listed', { seeker })
  const known = new Set(seekers)
  for (const seeker of listed) if (!known.has(seeker)) findings.add('unknown', { seeker })
}
