import { evidencePerMille, isValidCertificate } from "../model/evidence.js";
import { unitCredit } from "../model/unit-credit.js";
import { FAMILY_SIZE } from "./families.js";
import { packTable } from "./packed-table.js";
const STATES = 8;
/** Turns the relations round, once for a taxonomy. O(relations). */
export function answersOf(taxonomy) {
    const size = taxonomy.units.size;
    const start = new Uint32Array(size + 1);
    for (let wanted = 0; wanted < size; wanted++) {
        for (const { held } of taxonomy.units.relatives(wanted))
            start[held + 1]++;
    }
    for (let unit = 0; unit < size; unit++)
        start[unit + 1] += start[unit];
    const next = start.slice(0, size);
    const answers = { start, wanted: new Uint16Array(start[size]), perMille: new Uint16Array(start[size]) };
    for (let wanted = 0; wanted < size; wanted++) {
        for (const { held, perMille } of taxonomy.units.relatives(wanted)) {
            answers.wanted[next[held]] = wanted;
            answers.perMille[next[held]++] = perMille;
        }
    }
    return answers;
}
/** What one seeker's units are worth to any vacancy: the credit of every unit that could be asked for. Reused between queries. */
export class OfferedUnits {
    /** Credit per mille of each unit, 0 where the seeker has nothing for it. */
    credit;
    /** 1 where that very unit is held with a certificate valid on the day. */
    certified;
    steps = [];
    #answers;
    #families;
    #touched = [];
    constructor(taxonomy, families) {
        this.credit = new Int16Array(taxonomy.units.size);
        this.certified = new Uint8Array(taxonomy.units.size);
        this.#answers = answersOf(taxonomy);
        this.#families = families;
    }
    /** O(units held x units they answer). */
    begin(seeker, asOf) {
        const { start, wanted, perMille } = this.#answers;
        for (const { unit, evidence, expires } of seeker.units ?? []) {
            const worth = evidencePerMille(evidence, expires, asOf);
            this.#raise(unit, unitCredit(1000, worth));
            if (isValidCertificate(evidence, expires, asOf))
                this.certified[unit] = 1;
            for (let at = start[unit]; at < start[unit + 1]; at++)
                this.#raise(wanted[at], unitCredit(perMille[at], worth));
        }
        this.steps = this.#stepsOf();
    }
    end() {
        for (const unit of this.#touched) {
            this.credit[unit] = 0;
            this.certified[unit] = 0;
        }
        this.#touched.length = 0;
    }
    #raise(unit, credit) {
        if (this.credit[unit] === 0)
            this.#touched.push(unit);
        if (credit > this.credit[unit])
            this.credit[unit] = credit;
    }
    /** Families by the best credit in them, descending, so that what is left afterwards is soon worth little. */
    #stepsOf() {
        const { familyOf, positionOf } = this.#families;
        const unitsOf = new Map();
        const mostOf = new Map();
        for (const unit of this.#touched) {
            const family = familyOf[unit];
            const units = unitsOf.get(family);
            if (units === undefined)
                unitsOf.set(family, [unit]);
            else
                units.push(unit);
            mostOf.set(family, Math.max(mostOf.get(family) ?? 0, this.credit[unit]));
        }
        const order = [...unitsOf.keys()].sort((a, b) => mostOf.get(b) - mostOf.get(a) || a - b);
        return order.map((family, step) => {
            const later = step + 1 < order.length ? mostOf.get(order[step + 1]) : 0;
            const worth = new Int32Array(FAMILY_SIZE * STATES);
            for (let position = 0; position < FAMILY_SIZE; position++)
                fillWorth(worth, position, -later);
            for (const unit of unitsOf.get(family))
                fillWorth(worth, positionOf[unit], this.credit[unit] - later);
            return { family, later, most: mostOf.get(family), table: packTable(worth) };
        });
    }
}
function fillWorth(worth, position, each) {
    for (let importance = 0; importance < STATES; importance++)
        worth[position * STATES + importance] = importance * each;
}
//# sourceMappingURL=offered-units.js.map