import { ledgerOf } from '../model/ledger.ts'
import { byStanding } from '../model/order.ts'
import { planOf, type Ground, type VacancyPlan } from '../model/plan.ts'
import type { SeekerFacts, VacancyFacts } from '../records/facts.ts'
import type { Engine, FactStore, Ranked } from './engine.ts'

/** The oracle: writes the ledger of every pair, drops the ineligible, sorts, cuts. O(population) ledgers a ranking. */
export function bruteForceEngine (ground: Ground): Engine {
  const seekers = new FactMap<SeekerFacts>()
  const vacancies = new FactMap<VacancyFacts>()
  return {
    seekers,
    vacancies,
    rankSeekers: (plan, asOf, limit) => best([...seekers.all()].map(seeker => ranked(ground, plan, seeker, asOf, seeker.id)), limit),
    rankVacancies: (seeker, profile, asOf, limit) => best([...vacancies.all()].map(vacancy => ranked(ground, planOf(vacancy, profile), seeker, asOf, vacancy.id)), limit),
  }
}

function ranked (ground: Ground, plan: VacancyPlan, seeker: SeekerFacts, day: number, id: string): Ranked | undefined {
  const { score, potential, fit, appeal, eligible } = ledgerOf(ground, plan, seeker, { text: null, day })
  return eligible ? { id, score, potential, fit, appeal, unitWeights: plan.unitWeights } : undefined
}

function best (pairs: (Ranked | undefined)[], limit: number): Ranked[] {
  return pairs.filter(pair => pair !== undefined).sort(byStanding).slice(0, limit)
}

class FactMap<Facts extends { id: string }> implements FactStore<Facts> {
  readonly #byId = new Map<string, Facts>()

  get size (): number {
    return this.#byId.size
  }

  has (id: string): boolean {
    return this.#byId.has(id)
  }

  facts (id: string): Facts | undefined {
    return this.#byId.get(id)
  }

  put (facts: Iterable<Facts>): void {
    for (const one of [...facts]) this.#byId.set(one.id, one)
  }

  delete (id: string): boolean {
    return this.#byId.delete(id)
  }

  clear (): void {
    this.#byId.clear()
  }

  ids (): IterableIterator<string> {
    return this.#byId.keys()
  }

  all (): IterableIterator<Facts> {
    return this.#byId.values()
  }
}
