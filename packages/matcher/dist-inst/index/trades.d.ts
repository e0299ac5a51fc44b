import type { Taxonomy } from '@padan/taxonomy';
import { type SeekerFacts, type VacancyFacts } from '../records/facts.ts';
/**
 * The trade of a seeker or a vacancy in one word, for bounds: ten bits of branches of their fields of study, ten of the work they wish
 * for (or offer) and ten of the occupations they have experience in (or ask it in). Words join by "or".
 */
export declare const WORK_SHIFT: number;
export declare const EXPERIENCE_SHIFT: number;
/** Which parts of a word can bring any credit at all: a part does when it has a bit in common with the mask. */
export interface TradeMasks {
    field: number;
    work: number;
    experience: number;
}
/** Trade words over one taxonomy. Occupations branch at two digits, below which nothing is related; sectors and fields at their roots. */
export declare class Trades {
    #private;
    constructor(taxonomy: Taxonomy);
    seekerWord(seeker: SeekerFacts): number;
    vacancyWord(vacancy: VacancyFacts): number;
    /** Which seekers' words can bring credit with a vacancy. */
    forVacancy(vacancy: VacancyFacts): TradeMasks;
    /** Which vacancies' words can bring credit with a seeker. */
    forSeeker(seeker: SeekerFacts): TradeMasks;
}
//# sourceMappingURL=trades.d.ts.map