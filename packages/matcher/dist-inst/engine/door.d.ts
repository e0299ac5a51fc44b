import type { Taxonomy } from '@padan/taxonomy';
import type { Gap, GapOptions, Matcher, MatcherOptions, PairOptions, Population, Ranking, RankOptions } from '../api.ts';
import type { Ledger } from '../model/ledger-types.ts';
import { type Ground } from '../model/plan.ts';
import type { Profile } from '../model/profile.ts';
import type { Seeker } from '../records/seeker.ts';
import type { Vacancy } from '../records/vacancy.ts';
import type { Engine } from './engine.ts';
/** The public door over an engine: checks what comes in, finds who is meant, and shapes what goes out. */
export declare class Door implements Matcher {
    #private;
    readonly taxonomy: Taxonomy;
    readonly seekers: Population<Seeker>;
    readonly vacancies: Population<Vacancy>;
    constructor(options: MatcherOptions, engineOf: (ground: Ground) => Engine);
    get profiles(): readonly Profile[];
    rankSeekers(vacancy: string | Vacancy, options?: RankOptions): Ranking;
    rankVacancies(seeker: string | Seeker, options?: RankOptions): Ranking;
    explain(seeker: string | Seeker, vacancy: string | Vacancy, options?: PairOptions): Ledger;
    gap(seeker: string | Seeker, vacancy: string | Vacancy, options?: GapOptions): Gap;
}
//# sourceMappingURL=door.d.ts.map