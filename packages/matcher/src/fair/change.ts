import type { Fair, FairPlan, Interview } from './fair.ts'

/** What has become different. Everything earlier than `now` has happened and stays. */
export interface Change {
  /** The first slot that is still to come. Default the first of the day. */
  readonly now?: string
  /** Ids of booths that hold no more interviews. */
  readonly leave?: readonly string[]
  /** Booths whose hours change: the slots still to come in which they hold interviews. */
  readonly hours?: ReadonlyArray<{ readonly booth: string, readonly open: readonly string[] }>
  /** People who cannot come before a slot. Not for somebody who has had an interview. */
  readonly late?: ReadonlyArray<{ readonly seeker: string, readonly from: string }>
  /** Ids of people who do not come, or go home. */
  readonly absent?: readonly string[]
  /** Ids of people of the market who are there without an interview. */
  readonly walkIns?: readonly string[]
}

/** An appointment of the same two at another time. */
export interface Moved {
  readonly seeker: string
  readonly booth: string
  readonly from: string
  readonly to: string
}

/** The plan after a change, and all that differs from the plan before. */
export interface Replan {
  /** The fair as it is now; the plan is one for this fair. */
  readonly fair: Fair
  readonly plan: FairPlan
  /** Appointments that are as they were. */
  readonly numKept: number
  readonly moved: readonly Moved[]
  readonly cancelled: readonly Interview[]
  readonly added: readonly Interview[]
  /** People whose day is another although the change did not touch it: they made room for somebody who would have had none. */
  readonly bystanders: readonly string[]
}
