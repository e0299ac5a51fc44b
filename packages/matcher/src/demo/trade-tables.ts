import type { Register, Taxonomy } from '@padan/taxonomy'
import type { Dice } from './dice.ts'
import type { Trade } from './trade.ts'
import { TRADES_OF_INDUSTRY } from './trades-of-industry.ts'
import { TRADES_OF_SERVICES } from './trades-of-services.ts'
import { Urn, zipf } from './urn.ts'

/** A trade with everything looked up once, so that making a record only draws. */
export interface TradeTable {
  trade: Trade
  /** The units of a scheme, by code; undefined where the catalogue has no scheme of the trade. */
  schemes: Urn<readonly string[]> | undefined
  jobs: Urn<{ code: string, group: string, title: string }>
  sectors: Urn<string>
  /** Fields that lead here; undefined where none does. */
  smk: Urn<string> | undefined
  university: Urn<string> | undefined
  /** Every field that leads here. */
  fields: readonly string[]
  level: Urn<number>
}

export interface TradeTables {
  /** Of seekers by the group of their level. */
  ofSeekers: ReadonlyArray<Urn<TradeTable>>
  ofVacancies: Urn<TradeTable>
  /** Of the city's training centre. */
  ofCourses: Urn<TradeTable>
  /** With schemes, by their share among seekers. */
  withSchemes: Urn<TradeTable>
  /** Vocational and university fields, whatever they lead to. */
  smk: Urn<string>
  university: Urn<string>
  accommodations: readonly string[]
}

const GROUPS_OF_LEVELS = 5

/** Looks up every code of the trades. Throws RangeError for a code that the taxonomy lacks. */
export function tradeTables (taxonomy: Taxonomy): TradeTables {
  const tables = [...TRADES_OF_INDUSTRY, ...TRADES_OF_SERVICES].map(trade => tradeTable(trade, taxonomy))
  const shares = (share: (trade: Trade) => number): number[] => tables.map(({ trade }) => share(trade))
  return {
    ofSeekers: Array.from({ length: GROUPS_OF_LEVELS }, (_, group) => new Urn(tables, shares(trade => trade.seekers * trade.levels[group]))),
    ofVacancies: new Urn(tables, shares(trade => trade.vacancies)),
    ofCourses: new Urn(tables, shares(trade => trade.courses)),
    withSchemes: new Urn(tables, shares(trade => trade.clusters.length === 0 ? 0 : trade.seekers)),
    smk: fieldUrn(tables, 'smk', 2),
    university: fieldUrn(tables, 'university', 4),
    accommodations: Array.from({ length: taxonomy.accommodations.size }, (_, index) => taxonomy.accommodations.codeAt(index)),
  }
}

/** So many of a list, in its order, beginning anywhere and going round. Never more than there are. */
export function takeRound<Item> (items: readonly Item[], count: number, dice: Dice): Item[] {
  const start = dice.below(items.length)
  const taken: Item[] = []
  for (let i = 0; i < count && i < items.length; i++) taken.push(items[(start + i) % items.length])
  return taken
}

function tradeTable (trade: Trade, taxonomy: Taxonomy): TradeTable {
  const known = (codes: readonly string[], register: Register<unknown>, what: string): readonly string[] => {
    for (const code of codes) checkCode(trade, code, register, what)
    return codes
  }
  known(trade.licences, taxonomy.licences, 'licence')
  known(trade.jobs.map(([code]) => code), taxonomy.occupations, 'occupation')
  const smk = known(trade.smk, taxonomy.fields, 'field')
  const university = known(trade.university, taxonomy.fields, 'field')
  const schemes = known(trade.clusters, taxonomy.clusters, 'cluster').map(code => unitCodes(code, taxonomy))
  return {
    trade,
    schemes: schemes.length === 0 ? undefined : zipf(schemes),
    jobs: zipf(trade.jobs.map(([code, title]) => ({ code, group: code.slice(0, 4), title }))),
    sectors: zipf(known(trade.sectors, taxonomy.sectors, 'sector')),
    smk: smk.length === 0 ? undefined : zipf(smk),
    university: university.length === 0 ? undefined : zipf(university),
    fields: [...smk, ...university],
    level: new Urn([...trade.levels.keys()], trade.levels),
  }
}

function checkCode (trade: Trade, code: string, register: Register<unknown>, what: string): void {
  if (register.indexOf(code) >= 0) return
  throw new RangeError(`The demo trade '${trade.name}' needs the ${what} '${code}', which this taxonomy lacks; use the shipped tables, with your own on top of them if you like.`)
}

function unitCodes (cluster: string, taxonomy: Taxonomy): string[] {
  return taxonomy.clusters.get(cluster)!.units.map(unit => taxonomy.units.codeAt(unit))
}

/** Fields by the seekers of their trades that have the group's level. */
function fieldUrn (tables: readonly TradeTable[], tree: 'smk' | 'university', group: number): Urn<string> {
  const weights = new Map<string, number>()
  for (const { trade } of tables) {
    trade[tree].forEach((field, rank) => {
      weights.set(field, (weights.get(field) ?? 0) + Math.floor(trade.seekers * trade.levels[group] * 10 / (rank + 1)))
    })
  }
  return new Urn([...weights.keys()], [...weights.values()])
}
