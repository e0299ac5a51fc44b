import { TRADES_OF_INDUSTRY } from "./trades-of-industry.js";
import { TRADES_OF_SERVICES } from "./trades-of-services.js";
import { Urn, zipf } from "./urn.js";
const GROUPS_OF_LEVELS = 5;
/** Looks up every code of the trades. Throws RangeError for a code that the taxonomy lacks. */
export function tradeTables(taxonomy) {
    const tables = [...TRADES_OF_INDUSTRY, ...TRADES_OF_SERVICES].map(trade => tradeTable(trade, taxonomy));
    const shares = (share) => tables.map(({ trade }) => share(trade));
    return {
        ofSeekers: Array.from({ length: GROUPS_OF_LEVELS }, (_, group) => new Urn(tables, shares(trade => trade.seekers * trade.levels[group]))),
        ofVacancies: new Urn(tables, shares(trade => trade.vacancies)),
        ofCourses: new Urn(tables, shares(trade => trade.courses)),
        withSchemes: new Urn(tables, shares(trade => trade.clusters.length === 0 ? 0 : trade.seekers)),
        smk: fieldUrn(tables, 'smk', 2),
        university: fieldUrn(tables, 'university', 4),
        accommodations: Array.from({ length: taxonomy.accommodations.size }, (_, index) => taxonomy.accommodations.codeAt(index)),
    };
}
/** So many of a list, in its order, beginning anywhere and going round. Never more than there are. */
export function takeRound(items, count, dice) {
    const start = dice.below(items.length);
    const taken = [];
    for (let i = 0; i < count && i < items.length; i++)
        taken.push(items[(start + i) % items.length]);
    return taken;
}
function tradeTable(trade, taxonomy) {
    const known = (codes, register, what) => {
        for (const code of codes)
            checkCode(trade, code, register, what);
        return codes;
    };
    known(trade.licences, taxonomy.licences, 'licence');
    known(trade.jobs.map(([code]) => code), taxonomy.occupations, 'occupation');
    const smk = known(trade.smk, taxonomy.fields, 'field');
    const university = known(trade.university, taxonomy.fields, 'field');
    const schemes = known(trade.clusters, taxonomy.clusters, 'cluster').map(code => unitCodes(code, taxonomy));
    return {
        trade,
        schemes: schemes.length === 0 ? undefined : zipf(schemes),
        jobs: zipf(trade.jobs.map(([code, title]) => ({ code, group: code.slice(0, 4), title }))),
        sectors: zipf(known(trade.sectors, taxonomy.sectors, 'sector')),
        smk: smk.length === 0 ? undefined : zipf(smk),
        university: university.length === 0 ? undefined : zipf(university),
        fields: [...smk, ...university],
        level: new Urn([...trade.levels.keys()], trade.levels),
    };
}
function checkCode(trade, code, register, what) {
    if (register.indexOf(code) >= 0)
        return;
    throw new RangeError(`The demo trade '${trade.name}' needs the ${what} '${code}', which this taxonomy lacks; use the shipped tables, with your own on top of them if you like.`);
}
function unitCodes(cluster, taxonomy) {
    return taxonomy.clusters.get(cluster).units.map(unit => taxonomy.units.codeAt(unit));
}
/** Fields by the seekers of their trades that have the group's level. */
function fieldUrn(tables, tree, group) {
    const weights = new Map();
    for (const { trade } of tables) {
        trade[tree].forEach((field, rank) => {
            weights.set(field, (weights.get(field) ?? 0) + Math.floor(trade.seekers * trade.levels[group] * 10 / (rank + 1)));
        });
    }
    return new Urn([...weights.keys()], [...weights.values()]);
}
//# sourceMappingURL=trade-tables.js.map