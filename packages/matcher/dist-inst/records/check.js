import { idOnce } from "./expectations.js";
import { FieldReader } from "./field-reader.js";
import { RecordError } from "./problem.js";
import { readSeeker } from "./read-seeker.js";
import { readVacancy } from "./read-vacancy.js";
/** Everything wrong with an array of seeker records; empty when `put` would take them. O(size of the records). */
export function checkSeekers(records, taxonomy) {
    return readAll(records, taxonomy, readSeeker).problems;
}
/** Everything wrong with an array of vacancy records; empty when `put` would take them. O(size of the records). */
export function checkVacancies(records, taxonomy) {
    return readAll(records, taxonomy, readVacancy).problems;
}
/** Facts of seeker records, in order. Throws RecordError with every problem. */
export function seekerFacts(records, taxonomy) {
    return factsOrThrow(readAll(records, taxonomy, readSeeker));
}
/** Facts of vacancy records, in order. Throws RecordError with every problem. */
export function vacancyFacts(records, taxonomy) {
    return factsOrThrow(readAll(records, taxonomy, readVacancy));
}
function factsOrThrow(read) {
    if (read.problems.length > 0)
        throw new RecordError(read.problems);
    return read.facts;
}
function readAll(records, taxonomy, read) {
    const facts = [];
    const problems = [];
    const rowOfId = new Map();
    for (let row = 0; row < records.length; row++) {
        const reader = new FieldReader(row);
        const fact = read(reader, taxonomy, records[row]);
        const earlier = reader.id === null ? undefined : rowOfId.get(reader.id);
        if (earlier !== undefined)
            reader.fail('/id', 'duplicate-id', idOnce(earlier), reader.id);
        else if (reader.id !== null)
            rowOfId.set(reader.id, row);
        problems.push(...reader.problems);
        if (fact !== undefined)
            facts.push(fact);
    }
    return { facts, problems };
}
//# sourceMappingURL=check.js.map