import type { Engine, Ranked } from '../engine/engine.ts'
import { readSnapshot, writeSnapshot } from '../snapshot/snapshot.ts'
import type { Ground } from '../model/plan.ts'
import { isFailure, openCode } from '../model/rules.ts'
import type { Profile } from '../model/profile.ts'
import type { SeekerFacts, VacancyFacts } from '../records/facts.ts'
import { familiesOf } from './families.ts'
import { SeekerDraft } from './seeker-draft.ts'
import { SeekerScan } from './seeker-scan.ts'
import type { SeekerSegment } from './seeker-segment.ts'
import { SegmentedStore } from './segmented-store.ts'
import { TopK } from './top-k.ts'
import { Trades } from './trades.ts'
import { VacancyScan } from './vacancy-scan.ts'
import { VacancyDraft } from './vacancy-draft.ts'
import { unitWeightsAt, type VacancySegment } from './vacancy-segment.ts'

/** An engine whose populations can be saved and loaded as they stand in memory. */
export interface IndexedEngine extends Engine {
  save (compact: boolean): Uint8Array
  load (snapshot: Uint8Array): void
}

/** The fast engine: frozen, indexed segments and scans that open only what may hold one of the best. */
export function indexedEngine (ground: Ground): IndexedEngine {
  const families = familiesOf(ground.taxonomy)
  const trades = new Trades(ground.taxonomy)
  const seekers = new SegmentedStore<SeekerFacts, SeekerSegment>(() => new SeekerDraft(families, ground.levelRanks, trades))
  const vacancies = new SegmentedStore<VacancyFacts, VacancySegment>(() => new VacancyDraft(families, ground.levelRanks, trades))
  const seekerScan = new SeekerScan(ground, families, trades)
  const vacancyScan = new VacancyScan(ground, families, trades)
  return {
    seekers,
    vacancies,
    rankSeekers (plan, asOf, limit): Ranked[] {
      if (isFailure(openCode(plan.vacancy, asOf))) return []
      const top = new TopK(limit)
      seekerScan.begin(plan, asOf)
      seekers.segments().forEach((segment, ref) => seekerScan.scan(segment, ref, top))
      seekerScan.end()
      return top.sorted(() => plan.unitWeights)
    },
    rankVacancies (seeker, profile: Profile, asOf, limit): Ranked[] {
      const top = new TopK(limit)
      const segments = vacancies.segments()
      vacancyScan.begin(seeker, profile, asOf)
      segments.forEach((segment, ref) => vacancyScan.scan(segment, ref, top))
      vacancyScan.end()
      return top.sorted((ref, slot) => unitWeightsAt(segments[ref], slot, profile.shares.unit))
    },
    save (compact): Uint8Array {
      if (compact) for (const store of [seekers, vacancies]) store.compact()
      return writeSnapshot(ground.taxonomy.version, { seekers: seekers.segments(), vacancies: vacancies.segments() })
    },
    load (snapshot): void {
      const population = readSnapshot(snapshot, ground.taxonomy.version)
      seekers.restore(population.seekers)
      vacancies.restore(population.vacancies)
    },
  }
}
