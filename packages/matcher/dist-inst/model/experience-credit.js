import { ANY, UNKNOWN } from "../records/facts.js";
/**
 * Months times relatedness, summed: thousandths of a month that count towards the occupation. Where the vacancy names no occupation
 * every month counts in full. O(entries).
 */
export function countedMilliMonths(taxonomy, occupation, experience) {
    let sum = 0;
    for (const entry of experience) {
        sum += entry.months * (occupation === UNKNOWN ? 1000 : taxonomy.occupations.relatedness(occupation, entry.occupation));
    }
    return sum;
}
/** min(1000, floor(milliMonths / required)); a requirement of none, or left open, is met; UNKNOWN when a side has not said. */
export function experienceCredit(required, milliMonths) {
    if (required === ANY || required === 0)
        return 1000;
    if (required === UNKNOWN || milliMonths === UNKNOWN)
        return UNKNOWN;
    const credit = Math.floor(milliMonths / required);
    return credit > 1000 ? 1000 : credit;
}
//# sourceMappingURL=experience-credit.js.map