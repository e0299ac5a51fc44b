import { gapOf } from "../gap/gap.js";
import { ledgerOf } from "../model/ledger.js";
import { groundOf, planOf } from "../model/plan.js";
import { seekerFacts, vacancyFacts } from "../records/check.js";
import { NotFoundError } from "../records/problem.js";
import { ENGINE_VERSION } from "../version.js";
import { checkNames, profileTable, readAsOf, readLimit, readProfile } from "./options.js";
const PAIR_OPTIONS = ['profile', 'asOf'];
const RANK_OPTIONS = [...PAIR_OPTIONS, 'limit', 'explain'];
const GAP_OPTIONS = [...PAIR_OPTIONS, 'limit', 'offers'];
/** The public door over an engine: checks what comes in, finds who is meant, and shapes what goes out. */
export class Door {
    taxonomy;
    seekers;
    vacancies;
    #ground;
    #engine;
    #profiles;
    constructor(options, engineOf) {
        checkNames(options, ['taxonomy', 'profiles']);
        this.taxonomy = options.taxonomy;
        this.#profiles = profileTable(options.profiles ?? []);
        this.#ground = groundOf(options.taxonomy);
        this.#engine = engineOf(this.#ground);
        this.seekers = population(this.#engine.seekers, records => seekerFacts(records, this.taxonomy));
        this.vacancies = population(this.#engine.vacancies, records => vacancyFacts(records, this.taxonomy));
    }
    get profiles() {
        return [...this.#profiles.values()];
    }
    rankSeekers(vacancy, options = {}) {
        const asked = this.#readRankOptions(options);
        const facts = this.#vacancy(vacancy);
        const plan = planOf(facts, asked.profile);
        const results = this.#engine.rankSeekers(plan, asked.asOf.day, asked.limit);
        return this.#ranking(asked, results, id => ledgerOf(this.#ground, plan, this.#seeker(id), asked.asOf));
    }
    rankVacancies(seeker, options = {}) {
        const asked = this.#readRankOptions(options);
        const facts = this.#seeker(seeker);
        const results = this.#engine.rankVacancies(facts, asked.profile, asked.asOf.day, asked.limit);
        return this.#ranking(asked, results, id => ledgerOf(this.#ground, planOf(this.#vacancy(id), asked.profile), facts, asked.asOf));
    }
    explain(seeker, vacancy, options = {}) {
        checkNames(options, PAIR_OPTIONS);
        const plan = planOf(this.#vacancy(vacancy), readProfile(this.#profiles, options.profile));
        return ledgerOf(this.#ground, plan, this.#seeker(seeker), readAsOf(options.asOf));
    }
    gap(seeker, vacancy, options = {}) {
        checkNames(options, GAP_OPTIONS);
        const plan = planOf(this.#vacancy(vacancy), readProfile(this.#profiles, options.profile));
        return gapOf(this.#ground, plan, this.#seeker(seeker), readAsOf(options.asOf), options.offers ?? [], readLimit(options.limit, 20));
    }
    #readRankOptions(options) {
        checkNames(options, RANK_OPTIONS);
        return {
            profile: readProfile(this.#profiles, options.profile),
            asOf: readAsOf(options.asOf),
            limit: readLimit(options.limit, 50),
            explain: options.explain === true,
        };
    }
    #ranking({ profile, asOf, explain }, results, ledger) {
        return {
            profile: profile.name,
            shares: profile.shares,
            asOf: asOf.text,
            taxonomy: this.taxonomy.version,
            engine: ENGINE_VERSION,
            results: results.map(result => explain ? { ...result, ledger: ledger(result.id) } : result),
        };
    }
    #seeker(seeker) {
        if (typeof seeker !== 'string')
            return seekerFacts([seeker], this.taxonomy)[0];
        return this.#engine.seekers.facts(seeker) ?? notFound('seeker', seeker);
    }
    #vacancy(vacancy) {
        if (typeof vacancy !== 'string')
            return vacancyFacts([vacancy], this.taxonomy)[0];
        return this.#engine.vacancies.facts(vacancy) ?? notFound('vacancy', vacancy);
    }
}
function population(store, read) {
    return {
        get size() {
            return store.size;
        },
        has: id => store.has(id),
        put: records => store.put(read(Array.isArray(records) ? records : [records])),
        delete: id => store.delete(id),
        clear: () => store.clear(),
        ids: () => store.ids(),
    };
}
function notFound(side, id) {
    throw new NotFoundError(side, id);
}
//# sourceMappingURL=door.js.map