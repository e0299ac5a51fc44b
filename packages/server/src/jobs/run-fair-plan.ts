import { ENGINE_VERSION } from '@padan/matcher'
import { planFair, verifyPlan, type FairPlan } from '@padan/matcher/fair'
import type { Market, OnProgress } from '@padan/matcher/placement'
import type { BoothDay, FairPlanResult, InvitedSeeker } from '../schemas/fair-result.ts'
import type { FairPlanRequest } from '../schemas/fair.ts'
import type { FairPlanStart } from './job-start.ts'
import { inChunks, unproven, type JobEnd } from './job-output.ts'
import { makeMarket, sourceFacts } from './make-market.ts'
import { JOB_STEPS, stage } from './stages.ts'

/** How much of a job the making of the market is, in steps. */
const MARKET_STEPS = { ledgers: 700, preferences: 100, costs: 100 }
const CHECK_AT = 950

/**
 * Makes the market, plans the day, and lets the independent verifier look: a plan that does not pass comes out as a failure. Throws
 * RangeError or RecordError for what does not go together.
 */
export async function runFairPlan (start: FairPlanStart, tell: OnProgress): Promise<JobEnd> {
  const { from, fair } = start.request
  const { market, taxonomy } = await makeMarket(start, stage(tell, 0, MARKET_STEPS[from]))
  const plan = planFair(market, fair, { onProgress: stage(tell, MARKET_STEPS[from], CHECK_AT) })
  const verdict = verifyPlan(market, fair, plan)
  if (!verdict.ok) return { failure: unproven(verdict.counts) }
  const without: Record<string, number> = {}
  for (const { why } of plan.without) without[why] = (without[why] ?? 0) + 1
  const result: FairPlanResult = {
    kind: 'fair-plan',
    engine: ENGINE_VERSION,
    ...sourceFacts(start.request, taxonomy),
    seekers: market.seekers.length,
    booths: fair.booths.length,
    slots: fair.slots.length,
    pairs: market.vacancy.length,
    interviews: plan.interviews.length,
    invited: plan.invitations.length,
    without,
    proof: plan.proof as FairPlanResult['proof'],
    verdict: verdict as FairPlanResult['verdict'],
  }
  const output = { result: JSON.stringify(result), parts: { seekers: inChunks(invitedSeekers(market, plan)), booths: inChunks(boothDays(fair, plan)) } }
  tell(JOB_STEPS, JOB_STEPS)
  return { output }
}

/** Everybody of the market, in its order. */
function * invitedSeekers ({ seekers }: Market, plan: FairPlan): Generator<InvitedSeeker, void> {
  const dayOf = new Map<string, InvitedSeeker['interviews']>()
  for (const { seeker, slot, booth, vacancy, score } of plan.interviews) {
    const day = dayOf.get(seeker) ?? []
    day.push({ slot, booth, vacancyId: vacancy, score })
    dayOf.set(seeker, day)
  }
  const invitationOf = new Map(plan.invitations.map(invitation => [invitation.seeker, invitation]))
  const whyOf = new Map(plan.without.map(({ seeker, why }) => [seeker, why]))
  for (const id of seekers) {
    const { wave = null, slot = null } = invitationOf.get(id) ?? {}
    yield { id, wave, slot, interviews: dayOf.get(id) ?? [], why: whyOf.get(id) ?? null }
  }
}

/** Every booth, its interviews in the order of the day and then of the people. */
function * boothDays ({ booths, slots }: FairPlanRequest['fair'], plan: FairPlan): Generator<BoothDay, void> {
  const orderOf = new Map(slots.map((slot, order) => [slot, order]))
  const dayOf = new Map<string, BoothDay['interviews']>(booths.map(({ id }) => [id, []]))
  for (const { booth, slot, seeker, vacancy, score } of plan.interviews) dayOf.get(booth)?.push({ slot, seekerId: seeker, vacancyId: vacancy, score })
  for (const [id, interviews] of dayOf) yield { id, interviews: interviews.sort((a, b) => orderOf.get(a.slot)! - orderOf.get(b.slot)!) }
}
