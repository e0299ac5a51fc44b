import { ENGINE_VERSION } from '@padan/matcher'
import { verifyPlan, whyNoInterviewOf, type FairPlan, type NoInterview } from '@padan/matcher/fair'
import type { Market, OnProgress } from '@padan/matcher/placement'
import type { BoothDay, FairPlanResult, InvitedSeeker } from '../schemas/fair-result.ts'
import type { FairPlanRequest } from '../schemas/fair.ts'
import type { FairPlanStart } from './job-start.ts'
import { inChunks, unproven, type JobEnd } from './job-output.ts'
import { changedPlan, newPlan, type MadePlan } from './made-plan.ts'
import { makeMarket, sourceFacts } from './make-market.ts'
import { JOB_STEPS, stage } from './stages.ts'

/** How much of a job the making of the market is, in steps. */
const MARKET_STEPS = { ledgers: 700, preferences: 100, costs: 100 }
const CHECK_AT = 950
/** The first so many people without an interview are explained when nothing is said, each with so many booths. */
const USUAL_FIRST = 100
const MOST_BOOTHS = 20

/**
 * Makes the market, plans the day, and lets the independent verifier look: a plan that does not pass comes out as a failure. Throws
 * RangeError or RecordError for what does not go together.
 */
export async function runFairPlan (start: FairPlanStart, tell: OnProgress): Promise<JobEnd> {
  const { from, before } = start.request
  const { market: whole, taxonomy } = await makeMarket(start, stage(tell, 0, MARKET_STEPS[from]))
  const onProgress = stage(tell, MARKET_STEPS[from], CHECK_AT)
  const made = before === undefined ? newPlan(whole, start.request.fair, onProgress) : changedPlan(whole, start.request.fair, before, onProgress)
  const { market, fair, plan, replan } = made
  const verdict = verifyPlan(market, fair, plan, { onProgress: stage(tell, CHECK_AT, JOB_STEPS) })
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
    ...replan?.told === undefined ? {} : { replan: replan.told },
  }
  const output = { result: JSON.stringify(result), parts: { seekers: inChunks(invitedSeekers(market, plan, whyWithout(made, start.request.whyNot))), booths: inChunks(boothDays(start.request.fair, plan)), ...replan === undefined ? {} : { changes: inChunks(replan.days) } } }
  tell(JOB_STEPS, JOB_STEPS)
  return { output }
}

/** Why the first people without an interview, and those who were named, have none at which booth. Throws RangeError for a name that is not in the market. */
function whyWithout ({ market, fair, plan, replan }: MadePlan, { first = USUAL_FIRST, seekers = [] }: NonNullable<FairPlanRequest['whyNot']> = {}): (id: string, isWithout: boolean) => NoInterview[] | undefined {
  const explain = whyNoInterviewOf(market, fair, plan, replan?.now === undefined ? {} : { now: replan.now })
  const known = new Set(market.seekers)
  const stranger = seekers.find(id => !known.has(id))
  if (stranger !== undefined) throw new RangeError(`whyNot names the seeker '${stranger}', and there is none in the market.`)
  const named = new Set(seekers)
  let left = first
  return (id, isWithout) => {
    const isFirst = isWithout && left-- > 0
    return isFirst || named.has(id) ? explain(id).slice(0, MOST_BOOTHS) : undefined
  }
}

/** Everybody of the market, in its order. */
function * invitedSeekers ({ seekers }: Market, plan: FairPlan, explain: (id: string, isWithout: boolean) => NoInterview[] | undefined): Generator<InvitedSeeker, void> {
  const dayOf = new Map<string, InvitedSeeker['interviews'][number][]>()
  for (const { seeker, slot, booth, vacancy, score } of plan.interviews) {
    const day = dayOf.get(seeker) ?? []
    day.push({ slot, booth, vacancyId: vacancy, score })
    dayOf.set(seeker, day)
  }
  const invitationOf = new Map(plan.invitations.map(invitation => [invitation.seeker, invitation]))
  const whyOf = new Map(plan.without.map(({ seeker, why }) => [seeker, why]))
  for (const id of seekers) {
    const { wave = null, slot = null } = invitationOf.get(id) ?? {}
    const whyNot = explain(id, whyOf.has(id))
    yield { id, wave, slot, interviews: dayOf.get(id) ?? [], why: whyOf.get(id) ?? null, ...whyNot === undefined ? {} : { whyNot } }
  }
}

/** Every booth, its interviews in the order of the day and then of the people. */
function * boothDays ({ booths, slots }: FairPlanRequest['fair'], plan: FairPlan): Generator<BoothDay, void> {
  const orderOf = new Map(slots.map((slot, order) => [slot, order]))
  const dayOf = new Map<string, BoothDay['interviews']>(booths.map(({ id }) => [id, []]))
  for (const { booth, slot, seeker, vacancy, score } of plan.interviews) dayOf.get(booth)?.push({ slot, seekerId: seeker, vacancyId: vacancy, score })
  for (const [id, interviews] of dayOf) yield { id, interviews: interviews.sort((a, b) => orderOf.get(a.slot)! - orderOf.get(b.slot)!) }
}
