import { evidencePerMille } from "./evidence.js";
import { relationOf } from "./plan.js";
/** Credit of one held unit for a wanted one: relatedness times evidence, per mille, floored. */
export function unitCredit(relatedness, evidence) {
    return Math.floor(relatedness * evidence / 1000);
}
/**
 * The best match of a wanted unit among the held ones; undefined when none is related. Equal credits: the more related one, then the
 * stronger evidence, then the smaller unit index. O(held x relatives).
 */
export function bestUnitMatch(taxonomy, wanted, heldUnits, asOf) {
    let best;
    let bestRelatedness = 0;
    for (const held of heldUnits) {
        const relation = relationOf(taxonomy, wanted, held.unit);
        if (relation === undefined)
            continue;
        const relatedness = relation === 'same' ? 1000 : relation.perMille;
        const credit = unitCredit(relatedness, evidencePerMille(held.evidence, held.expires, asOf));
        const better = best === undefined || (credit - best.credit || relatedness - bestRelatedness ||
            best.held.evidence - held.evidence || best.held.unit - held.unit) > 0;
        if (!better)
            continue;
        best = { held, relation, credit };
        bestRelatedness = relatedness;
    }
    return best;
}
//# sourceMappingURL=unit-credit.js.map