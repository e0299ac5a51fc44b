import { splitByLargestRemainder } from "./weights.js";
export function groundOf(taxonomy) {
    return { taxonomy, levelRanks: Int8Array.from({ length: taxonomy.levels.size }, (_, index) => taxonomy.levels.at(index).rank) };
}
export function planOf(vacancy, profile) {
    return { vacancy, profile, unitWeights: unitWeightsOf(vacancy, profile.shares.unit) };
}
function unitWeightsOf(vacancy, share) {
    if (share === 0)
        return [];
    if (vacancy.units === null || vacancy.units === 'any')
        return [share];
    return splitByLargestRemainder(share, vacancy.units.map(unit => unit.importance));
}
/** How `held` answers `wanted`: 1000 for the same unit, else the taxonomy's relation; undefined when there is none. O(relatives). */
export function relationOf(taxonomy, wanted, held) {
    return wanted === held ? 'same' : taxonomy.units.relatives(wanted).find(relative => relative.held === held);
}
//# sourceMappingURL=plan.js.map