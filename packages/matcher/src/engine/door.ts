import type { Taxonomy } from '@padan/taxonomy'
import type {
  Gap, GapOptions, MarketGap, MarketGapOptions, Matcher, MatcherOptions, PairOptions, Population, RankedPair,
  Ranking, RankOptions, TrainingNeeds, TrainingNeedsOptions,
} from '../api.ts'
import { gapOf } from '../gap/gap.ts'
import { marketGapOf } from '../gap/market-gap.ts'
import { trainingNeedsOf } from '../gap/training-needs.ts'
import { ledgerOf, type AsOf } from '../model/ledger.ts'
import type { Ledger } from '../model/ledger-types.ts'
import { groundOf, planOf, type Ground } from '../model/plan.ts'
import type { Profile } from '../model/profile.ts'
import { checkTaxonomy } from '../records/check-taxonomy.ts'
import { readSeekers, readVacancies, seekerFacts, vacancyFacts } from '../records/check.ts'
import { UNKNOWN, type SeekerFacts, type VacancyFacts } from '../records/facts.ts'
import { NotFoundError } from '../records/problem.ts'
import type { Seeker } from '../records/seeker.ts'
import type { Vacancy } from '../records/vacancy.ts'
import { ENGINE_VERSION } from '../version.ts'
import type { Engine, FactStore, Ranked } from './engine.ts'
import { checkNames, profileTable, readAsOf, readChoice, readCount, readFlag, readLimit, readProfile } from './options.ts'

/** The score of a pair in which everything is met. */
const MOST_POINTS = 10_000_000
const PAIR_OPTIONS = ['profile', 'asOf']
const RANK_OPTIONS = [...PAIR_OPTIONS, 'limit', 'explain']
const GAP_OPTIONS = [...PAIR_OPTIONS, 'limit', 'offers']
const TRAINING_NEEDS_OPTIONS = [...PAIR_OPTIONS, 'offers', 'minScore', 'limit']
const MARKET_GAP_OPTIONS = [...GAP_OPTIONS, 'top', 'orderBy', 'examples']

/** The public door over an engine: checks what comes in, finds who is meant, and shapes what goes out. */
export class Door implements Matcher {
  readonly taxonomy: Taxonomy
  readonly seekers: Population<Seeker>
  readonly vacancies: Population<Vacancy>
  readonly #ground: Ground
  readonly #engine: Engine
  readonly #profiles: ReadonlyMap<string, Profile>

  constructor (options: MatcherOptions, engineOf: (ground: Ground) => Engine) {
    checkNames(options, ['taxonomy', 'profiles'])
    checkTaxonomy(options.taxonomy)
    this.taxonomy = options.taxonomy
    this.#profiles = profileTable(options.profiles === undefined ? [] : options.profiles)
    this.#ground = groundOf(options.taxonomy)
    this.#engine = engineOf(this.#ground)
    this.seekers = population(this.#engine.seekers, records => readSeekers(records, this.taxonomy))
    this.vacancies = population(this.#engine.vacancies, records => readVacancies(records, this.taxonomy))
  }

  get profiles (): readonly Profile[] {
    return [...this.#profiles.values()]
  }

  rankSeekers (vacancy: string | Vacancy, options: RankOptions = {}): Ranking {
    const asked = this.#readRankOptions(options)
    const facts = this.#vacancy(vacancy)
    const plan = planOf(facts, asked.profile)
    const results = this.#engine.rankSeekers(plan, asked.asOf.day, asked.limit)
    return this.#ranking(asked, results, id => ledgerOf(this.#ground, plan, this.#seeker(id), asked.asOf))
  }

  rankVacancies (seeker: string | Seeker, options: RankOptions = {}): Ranking {
    const asked = this.#readRankOptions(options)
    const facts = this.#seeker(seeker)
    const results = this.#engine.rankVacancies(facts, asked.profile, asked.asOf.day, asked.limit)
    return this.#ranking(asked, results, id => ledgerOf(this.#ground, planOf(this.#vacancy(id), asked.profile), facts, asked.asOf))
  }

  explain (seeker: string | Seeker, vacancy: string | Vacancy, options: PairOptions = {}): Ledger {
    checkNames(options, PAIR_OPTIONS)
    const plan = planOf(this.#vacancy(vacancy), readProfile(this.#profiles, options.profile))
    return ledgerOf(this.#ground, plan, this.#seeker(seeker), readAsOf(options.asOf))
  }

  gap (seeker: string | Seeker, vacancy: string | Vacancy, options: GapOptions = {}): Gap {
    checkNames(options, GAP_OPTIONS)
    const plan = planOf(this.#vacancy(vacancy), readProfile(this.#profiles, options.profile))
    return gapOf(this.#ground, plan, this.#seeker(seeker), readAsOf(options.asOf), options.offers ?? [], readLimit(options.limit, 20))
  }

  marketGap (seeker: string | Seeker, options: MarketGapOptions = {}): MarketGap {
    checkNames(options, MARKET_GAP_OPTIONS)
    const facts = this.#seeker(seeker)
    return marketGapOf(this.#ground, this.#engine.vacancies.all(), facts, {
      profile: readProfile(this.#profiles, options.profile),
      asOf: readAsOf(options.asOf),
      offers: options.offers ?? [],
      orderBy: readChoice('orderBy', options.orderBy, ['gain', 'unlocks']),
      top: readCount('top', options.top, 10, 1),
      limit: readLimit(options.limit, 20),
      examples: readCount('examples', options.examples, 5, 0),
    })
  }

  trainingNeeds (options: TrainingNeedsOptions = {}): TrainingNeeds {
    checkNames(options, TRAINING_NEEDS_OPTIONS)
    const { seekers, vacancies } = this.#engine
    return trainingNeedsOf(this.#ground, seekers.all(), vacancies.all(), {
      numSeekers: seekers.size,
      profile: readProfile(this.#profiles, options.profile),
      asOf: readAsOf(options.asOf),
      offers: options.offers ?? [],
      minScore: readCount('minScore', options.minScore, MOST_POINTS / 2, 0, MOST_POINTS),
      limit: readLimit(options.limit, 20),
    })
  }

  seatsOf (vacancyId: string): number | null {
    const { seats } = this.#engine.vacancies.facts(vacancyId) ?? notFound('vacancy', vacancyId)
    return seats === UNKNOWN ? null : seats
  }

  #readRankOptions (options: RankOptions): AskedRanking {
    checkNames(options, RANK_OPTIONS)
    return {
      profile: readProfile(this.#profiles, options.profile),
      asOf: readAsOf(options.asOf),
      limit: readLimit(options.limit, 50),
      explain: readFlag('explain', options.explain),
    }
  }

  #ranking ({ profile, asOf, explain }: AskedRanking, results: readonly Ranked[], ledger: (id: string) => Ledger): Ranking {
    return {
      profile: profile.name,
      shares: profile.shares,
      asOf: asOf.text,
      taxonomy: this.taxonomy.version,
      engine: ENGINE_VERSION,
      results: results.map(result => explain ? { ...result, ledger: ledger(result.id) } : result satisfies RankedPair),
    }
  }

  #seeker (seeker: string | Seeker): SeekerFacts {
    if (typeof seeker !== 'string') return seekerFacts([seeker], this.taxonomy)[0]
    return this.#engine.seekers.facts(seeker) ?? notFound('seeker', seeker)
  }

  #vacancy (vacancy: string | Vacancy): VacancyFacts {
    if (typeof vacancy !== 'string') return vacancyFacts([vacancy], this.taxonomy)[0]
    return this.#engine.vacancies.facts(vacancy) ?? notFound('vacancy', vacancy)
  }
}

interface AskedRanking {
  profile: Profile
  asOf: AsOf
  limit: number
  explain: boolean
}

function population<T extends { id: string }, Facts> (store: FactStore<Facts>, read: (records: readonly unknown[]) => Iterable<Facts>): Population<T> {
  return {
    get size () {
      return store.size
    },
    has: id => store.has(id),
    put: records => {
      const all = Array.isArray(records) ? records : [records]
      store.put(read(all), all.length)
    },
    delete: id => store.delete(id),
    clear: () => store.clear(),
    ids: () => store.ids(),
  }
}

function notFound (side: 'seeker' | 'vacancy', id: string): never {
  throw new NotFoundError(side, id)
}
