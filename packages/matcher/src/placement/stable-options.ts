import type { RunOptions } from './market.ts'
import type { TieRule } from './ties.ts'

/** A pair that one side will not have. Pairs that are not in the market may be named; saying it twice changes nothing. */
export interface Refusal {
  readonly seekerId: string
  readonly vacancyId: string
  readonly by: 'seeker' | 'vacancy'
}

/** Somebody who is placed already and stays, whether or not the market lists the pair. */
export interface FixedPlace {
  readonly seekerId: string
  readonly vacancyId: string
}

/** Who takes no part in this run: people who left, firms that left. They stay in the market, so that all numbers stay. */
export interface Withdrawn {
  readonly seekers?: readonly string[]
  readonly vacancies?: readonly string[]
}

/** One member of a cap set: a vacancy or another set, with the number it is meant to have (its target capacity, default 0). */
export type CapMember =
  | { readonly vacancyId: string, readonly target?: number }
  | { readonly setId: string, readonly target?: number }

/**
 * A cap as a share: at most `perMille` thousandths of `of`, such as a firm's workers, rounded down to whole people, so that the share is never
 * exceeded. Both are whole numbers; `perMille` is at most 1,000.
 */
export interface CapShare {
  readonly perMille: number
  readonly of: number
}

/**
 * An upper cap over vacancies together: a firm's trainees, a region. Sets are nested or disjoint: every vacancy and every set is a member of at
 * most one set. Where more are wanted than fit, places go round by the choice rule of flexible deferred acceptance: first up to the targets, then
 * one at a time to the member that is least over its target, the earlier member first among equals. A set's share is divided among its own
 * members in the same way.
 */
export interface CapSet {
  readonly id: string
  /** Given in people, as a share, or both; then the lower binds. */
  readonly atMost?: number
  readonly share?: CapShare
  /** Targets may not add up to more than `atMost`. */
  readonly members: readonly CapMember[]
}

/** At most so many of one label within a vacancy. All type caps of a vacancy are of one grouping, so that types are disjoint. */
export interface TypeCap {
  readonly vacancyId: string
  readonly group: string
  readonly label: string
  /** Given in people, as a share, or both; then the lower binds. */
  readonly atMost?: number
  readonly share?: CapShare
}

/** A vacancy under a label cap, and its part of the number; without a part, it shares what the others leave. */
export interface LabelCapMember {
  readonly vacancyId: string
  readonly atMost?: number
}

/**
 * At most so many of one label over several vacancies together: of a school at a firm, of a region in a town. Such a cap crosses the vacancies' seats, and
 * caps that cross leave no stable placement in some markets (Kamada and Kojima 2018). So it is parted before anybody is placed: each vacancy has a type cap of its own, its
 * part. Stated parts first; what is left goes round one at a time, to the vacancy with the least so far that has seats for more, the earlier first. The
 * parts are in the terms, and `whyNot` names them. A part that is not used is not passed on: give other parts and place again.
 */
export interface LabelCap {
  readonly id: string
  readonly group: string
  readonly label: string
  /** Given in people, as a share, or both; then the lower binds. */
  readonly atMost?: number
  readonly share?: CapShare
  /** Each once. Stated parts may not add up to more than the cap. */
  readonly members: readonly LabelCapMember[]
}

/**
 * Seats of a vacancy that those with a label take first; whoever has it and is left over stands in line for the open seats like everybody.
 * Reserves of one vacancy are filled in the order given. Seats that the group does not fill are open to all: a soft reserve, never a floor.
 */
export interface Reserve {
  readonly vacancyId: string
  readonly group: string
  readonly label: string
  readonly seats: number
}

/** By the name of a grouping, the label of each seeker in the order of `market.seekers`; null for none. */
export type Groups = Readonly<Record<string, ReadonlyArray<string | null>>>

/** What may be asked of `placeStable`. Everything is optional, and whatever is given is checked against the market. */
export interface StableOptions extends RunOptions {
  /** Default: `{ rule: 'id' }`. A lottery needs its seed. */
  ties?: { readonly rule: TieRule['rule'], readonly seed?: number | null }
  refusals?: readonly Refusal[]
  withdrawn?: Withdrawn
  fixed?: readonly FixedPlace[]
  caps?: readonly CapSet[]
  groups?: Groups
  typeCaps?: readonly TypeCap[]
  labelCaps?: readonly LabelCap[]
  reserves?: readonly Reserve[]
}

/** A label cap in people, parted. */
export interface PartedLabelCap extends LabelCap {
  readonly atMost: number
  readonly members: ReadonlyArray<Required<LabelCapMember>>
}

/** The options in full, frozen, as a placement carries them. They can be given again as options, with more refusals for instance. */
export interface StableTerms {
  readonly ties: TieRule
  readonly refusals: readonly Refusal[]
  readonly withdrawn: Required<Withdrawn>
  readonly fixed: readonly FixedPlace[]
  readonly caps: ReadonlyArray<CapSet & { readonly atMost: number }>
  readonly groups: Groups
  readonly typeCaps: ReadonlyArray<TypeCap & { readonly atMost: number }>
  /** With every vacancy's part. */
  readonly labelCaps: readonly PartedLabelCap[]
  readonly reserves: readonly Reserve[]
}
