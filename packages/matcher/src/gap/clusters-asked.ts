import type { Cluster } from '@padan/taxonomy'
import type { Ground } from '../model/plan.ts'
import type { AskedMarket } from './asked-market.ts'

/** Each cluster that holds a unit asked somewhere in a market. */
export function clustersAsked ({ taxonomy }: Ground, { units }: AskedMarket): Cluster[] {
  const asked = new Set(units)
  return Array.from({ length: taxonomy.clusters.size }, (_, index) => taxonomy.clusters.at(index)).filter(cluster => cluster.units.some(unit => asked.has(unit)))
}
