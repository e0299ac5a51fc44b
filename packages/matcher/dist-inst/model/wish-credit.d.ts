import type { Taxonomy } from '@padan/taxonomy';
import { type SeekerFacts, type VacancyFacts } from '../records/facts.ts';
/** What a wish and an offer have in common, at best. */
export interface WishMatch {
    in: 'occupation' | 'sector';
    wished: number;
    offered: number;
    credit: number;
}
type Wishes = Pick<SeekerFacts, 'occupations' | 'sectors'>;
type Offer = Pick<VacancyFacts, 'occupation' | 'sector'>;
/**
 * The best of what can be compared, wished occupations with the vacancy's, wished sectors with the vacancy's; the occupation where both
 * are equal. 'any' when either wish is open; undefined when there is nothing to compare.
 */
export declare function bestWish(taxonomy: Taxonomy, wishes: Wishes, offer: Offer): WishMatch | 'any' | undefined;
export {};
//# sourceMappingURL=wish-credit.d.ts.map