import { ledgerOf } from "../model/ledger.js";
import { byStanding } from "../model/order.js";
import { planOf } from "../model/plan.js";
/** The oracle: writes the ledger of every pair, drops the ineligible, sorts, cuts. O(population) ledgers a ranking. */
export function bruteForceEngine(ground) {
    const seekers = new FactMap();
    const vacancies = new FactMap();
    return {
        seekers,
        vacancies,
        rankSeekers: (plan, asOf, limit) => best([...seekers.all()].map(seeker => ranked(ground, plan, seeker, asOf, seeker.id)), limit),
        rankVacancies: (seeker, profile, asOf, limit) => best([...vacancies.all()].map(vacancy => ranked(ground, planOf(vacancy, profile), seeker, asOf, vacancy.id)), limit),
    };
}
function ranked(ground, plan, seeker, day, id) {
    const { score, potential, fit, appeal, eligible } = ledgerOf(ground, plan, seeker, { text: null, day });
    return eligible ? { id, score, potential, fit, appeal, unitWeights: plan.unitWeights } : undefined;
}
function best(pairs, limit) {
    return pairs.filter(pair => pair !== undefined).sort(byStanding).slice(0, limit);
}
class FactMap {
    #byId = new Map();
    get size() {
        return this.#byId.size;
    }
    has(id) {
        return this.#byId.has(id);
    }
    facts(id) {
        return this.#byId.get(id);
    }
    put(facts) {
        for (const one of facts)
            this.#byId.set(one.id, one);
    }
    delete(id) {
        return this.#byId.delete(id);
    }
    clear() {
        this.#byId.clear();
    }
    ids() {
        return this.#byId.keys();
    }
    all() {
        return this.#byId.values();
    }
}
//# sourceMappingURL=brute-force.js.map