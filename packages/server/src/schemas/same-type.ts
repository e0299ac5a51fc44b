/**
 * Proves, when the package is compiled, that the schemas and the matcher's own types say the same. Nothing of this is left at run time.
 */
import type { Gap, Ledger, Profile, Ranking, Seeker, Shares, Vacancy } from '@padan/matcher'
import type { Fair } from '@padan/matcher/fair'
import type { MarketReport, WhyNot } from '@padan/matcher/placement'
import type { Static } from 'typebox'
import type { FairSchema } from './fair.ts'
import type { GapSchema } from './gap.ts'
import type { LedgerSchema } from './ledger.ts'
import type { MarketReportSchema } from './market-report.ts'
import type { WhyNotSchema } from './placement-result.ts'
import type { ProfileSchema, SharesSchema } from './profile.ts'
import type { RankingSchema } from './ranking.ts'
import type { SeekerSchema } from './seeker.ts'
import type { VacancySchema } from './vacancy.ts'

/** `readonly` says who may write, which JSON cannot tell: it is taken off before comparing. */
type Plain<T> =
  T extends readonly (infer Item)[] ? Plain<Item>[]
    : T extends object ? { -readonly [Key in keyof T]: Plain<T[Key]> }
      : T

/** True when the two are one type: a function that is generic over one is assignable to the same over the other, and back. */
type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends (<T>() => T extends Plain<B> ? 1 : 2) ? true : false

type Proof<T extends true> = T

export type SchemasAgree = [
  Proof<Same<Static<typeof SeekerSchema>, Seeker>>,
  Proof<Same<Static<typeof VacancySchema>, Vacancy>>,
  Proof<Same<Static<typeof LedgerSchema>, Ledger>>,
  Proof<Same<Static<typeof RankingSchema>, Ranking>>,
  Proof<Same<Static<typeof SharesSchema>, Shares>>,
  Proof<Same<Static<typeof ProfileSchema>, Profile>>,
  Proof<Same<Static<typeof GapSchema>, Gap>>,
  Proof<Same<Static<typeof MarketReportSchema>, MarketReport>>,
  Proof<Same<Static<typeof WhyNotSchema>, WhyNot>>,
  Proof<Same<Static<typeof FairSchema>, Fair>>
]
