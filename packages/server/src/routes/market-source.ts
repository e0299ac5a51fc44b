import type { MarketSource } from '../schemas/market-source.ts'
import type { RouteContext } from './context.ts'
import { badField, pairOptions, recordNotFound } from './judging.ts'

type Ledgers = NonNullable<MarketSource['ledgers']>

const SOURCES = ['ledgers', 'preferences', 'costs'] as const

/**
 * What a market is to be made of, as far as it can be told at once: that its parts go together and that the records it names are there. What
 * shows only when the market is made is told by the job. The day and the profile are settled here, so that a job that waits over midnight
 * judges the day it was asked for. Throws Problem.
 */
export function readSource (context: RouteContext, source: MarketSource): Partial<MarketSource> {
  checkSource(source)
  return source.from === 'ledgers' ? { ledgers: readLedgers(context, source.ledgers ?? {}) } : {}
}

function checkSource ({ from, ...rest }: MarketSource): void {
  for (const source of SOURCES) {
    if (source !== from && rest[source] !== undefined) throw badField(`/${source}`, undefined, `no ${source}, since from is ${from}`, `tanpa ${source}, karena from berisi ${from}`)
  }
  if (from !== 'ledgers' && rest[from] === undefined) throw badField(`/${from}`, undefined, `${from}, since from is ${from}`, `${from}, karena from berisi ${from}`)
}

function readLedgers (context: RouteContext, ledgers: Ledgers): Ledgers {
  const { matcher } = context.registry
  const { profile, asOf } = pairOptions(context, ledgers as Parameters<typeof pairOptions>[1])
  requireStored('seeker', ledgers.seekers, id => matcher.seekers.has(id))
  requireStored('vacancy', ledgers.vacancies ?? ledgers.seats?.map(({ vacancyId }) => vacancyId), id => matcher.vacancies.has(id))
  return { ...ledgers, profile: profile as Ledgers['profile'], asOf }
}

function requireStored (name: string, ids: readonly string[] = [], isStored: (id: string) => boolean): void {
  const unknown = ids.find(id => !isStored(id))
  if (unknown !== undefined) throw recordNotFound(name, unknown)
}
