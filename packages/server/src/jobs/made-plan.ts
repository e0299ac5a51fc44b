import { changedFair, planFair, replanFair, type Fair, type FairPlan, type Replan } from '@padan/matcher/fair'
import type { Market, OnProgress } from '@padan/matcher/placement'
import type { ChangedDay, FairPlanResult } from '../schemas/fair-result.ts'
import { ofOnePiece, type PlanBefore } from './plan-before.ts'

/** A plan, made or changed, and the market and fair it is for. */
export interface MadePlan {
  market: Market
  fair: Fair
  plan: FairPlan
  /** Of a plan that was changed. */
  replan?: { told: FairPlanResult['replan'], days: ChangedDay[], now: string | undefined }
}

/** Plans a day from nothing. */
export function newPlan (market: Market, fair: Fair, onProgress: OnProgress): MadePlan {
  return { market, fair, plan: planFair(market, fair, { onProgress }) }
}

/** Changes a plan. Earlier changes are made to the fair first: what was over then is over now, so today's plan tells them as well as theirs would. */
export function changedPlan (market: Market, fair: Fair, before: PlanBefore, onProgress: OnProgress): MadePlan {
  const known = ofOnePiece(market, fair, before)
  const change = before.changes[before.changes.length - 1]
  const fairThen = before.changes.slice(0, -1).reduce((fair, earlier) => changedFair(fair, known.plan, earlier).fair, known.fair)
  const again = replanFair(known.market, fairThen, known.plan, change, { onProgress })
  const { numKept, moved, cancelled, added, bystanders } = again
  return {
    market: known.market,
    fair: again.fair,
    plan: again.plan,
    replan: {
      told: {
        of: before.of,
        changes: before.changes as NonNullable<FairPlanResult['replan']>['changes'],
        kept: numKept,
        moved: moved.length,
        cancelled: cancelled.length,
        added: added.length,
        bystanders: bystanders.length,
        dropped: known.dropped,
      },
      days: changedDays(again),
      now: change.now,
    },
  }
}

/** Everybody whose day is another, by id. */
function changedDays ({ moved, cancelled, added, bystanders }: Replan): ChangedDay[] {
  const days = new Map<string, { moved: ChangedDay['moved'][number][], cancelled: ChangedDay['cancelled'][number][], added: ChangedDay['added'][number][] }>()
  const dayOf = (id: string): NonNullable<ReturnType<typeof days.get>> => {
    const known = days.get(id) ?? { moved: [], cancelled: [], added: [] }
    days.set(id, known)
    return known
  }
  for (const { seeker, ...move } of moved) dayOf(seeker).moved.push(move)
  for (const { seeker, slot, booth, vacancy, score } of cancelled) dayOf(seeker).cancelled.push({ slot, booth, vacancyId: vacancy, score })
  for (const { seeker, slot, booth, vacancy, score } of added) dayOf(seeker).added.push({ slot, booth, vacancyId: vacancy, score })
  const stoodBy = new Set(bystanders)
  return [...days].sort(([a], [b]) => a < b ? -1 : 1).map(([id, day]) => ({ id, bystander: stoodBy.has(id), ...day }))
}
