import { ANY, UNKNOWN } from "../records/facts.js";
/**
 * 1000 when kind of work and hours are as wished, 0 when one of them is not. What the person does not ask is not compared; UNKNOWN
 * when nothing is asked, or when what is asked and not told could still be wrong.
 */
export function jobTypeCredit(jobType, hours, wished, maxHours) {
    if (wished === UNKNOWN && maxHours === UNKNOWN)
        return UNKNOWN;
    const type = wished === UNKNOWN || wished === ANY ? 1 : jobType === UNKNOWN ? UNKNOWN : (wished >> jobType) & 1;
    const time = maxHours === UNKNOWN || maxHours === ANY ? 1 : hours === UNKNOWN ? UNKNOWN : hours <= maxHours ? 1 : 0;
    if (type === 0 || time === 0)
        return 0;
    return type === UNKNOWN || time === UNKNOWN ? UNKNOWN : 1000;
}
//# sourceMappingURL=job-type-credit.js.map