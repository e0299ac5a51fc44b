import { UNKNOWN } from "../records/facts.js";
import { bestPair } from "./best-pair.js";
/**
 * The best of what can be compared, wished occupations with the vacancy's, wished sectors with the vacancy's; the occupation where both
 * are equal. 'any' when either wish is open; undefined when there is nothing to compare.
 */
export function bestWish(taxonomy, wishes, offer) {
    if (wishes.occupations === 'any' || wishes.sectors === 'any')
        return 'any';
    const job = wishes.occupations === null || offer.occupation === UNKNOWN ? undefined : bestPair(taxonomy.occupations, wishes.occupations, [offer.occupation]);
    const business = wishes.sectors === null || offer.sector === UNKNOWN ? undefined : bestPair(taxonomy.sectors, wishes.sectors, [offer.sector]);
    if (job !== undefined && (business === undefined || job.perMille >= business.perMille))
        return { in: 'occupation', wished: job.wanted, offered: job.held, credit: job.perMille };
    if (business !== undefined)
        return { in: 'sector', wished: business.wanted, offered: business.held, credit: business.perMille };
    return undefined;
}
//# sourceMappingURL=wish-credit.js.map