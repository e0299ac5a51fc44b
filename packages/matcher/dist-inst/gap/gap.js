import { EVIDENCE_KINDS, isValidCertificate } from "../model/evidence.js";
import { ledgerOf } from "../model/ledger.js";
import { NO_DAY } from "../records/day.js";
const CERTIFIED = 0;
/**
 * What the seeker could add to score higher with one vacancy. Every step is a recomputed ledger, not an estimate. The steps are: each
 * required unit certified, each cluster that holds a required unit certified whole, each missing licence, each offer.
 * O(steps) ledgers.
 */
export function gapOf(ground, plan, seeker, asOf, offers, limit) {
    const before = ledgerOf(ground, plan, seeker, asOf);
    const candidates = [
        ...unitSteps(ground, plan, seeker, asOf.day),
        ...clusterSteps(ground, plan, seeker),
        ...licenceSteps(ground, plan, seeker),
        ...offerSteps(ground, seeker, offers),
    ];
    const steps = candidates.map(({ step, after }) => {
        const ledger = ledgerOf(ground, plan, after, asOf);
        return {
            step,
            score: ledger.score,
            potential: ledger.potential,
            eligible: ledger.eligible,
            gain: ledger.score - before.score,
            unlocks: ledger.eligible && !before.eligible,
        };
    }).filter(result => result.gain > 0 || result.unlocks).sort(byWorth).slice(0, limit);
    return { seekerId: seeker.id, vacancyId: plan.vacancy.id, score: before.score, potential: before.potential, eligible: before.eligible, steps };
}
function unitSteps({ taxonomy }, { vacancy }, seeker, asOf) {
    if (!Array.isArray(vacancy.units))
        return [];
    const held = seeker.units ?? [];
    return vacancy.units
        .filter(({ unit }) => !held.some(one => one.unit === unit && isValidCertificate(one.evidence, one.expires, asOf)))
        .map(({ unit }) => {
        const code = taxonomy.units.codeAt(unit);
        const kind = held.some(one => one.unit === unit) ? 'certificate' : 'unit';
        return { step: { kind, code, units: [code] }, after: withUnits(seeker, [unit], CERTIFIED) };
    });
}
function clusterSteps({ taxonomy }, { vacancy }, seeker) {
    if (!Array.isArray(vacancy.units))
        return [];
    const required = new Set(vacancy.units.map(({ unit }) => unit));
    const candidates = [];
    for (let index = 0; index < taxonomy.clusters.size; index++) {
        const { code, units } = taxonomy.clusters.at(index);
        if (!units.some(unit => required.has(unit)))
            continue;
        candidates.push({ step: { kind: 'cluster', code, units: units.map(unit => taxonomy.units.codeAt(unit)) }, after: withUnits(seeker, units, CERTIFIED) });
    }
    return candidates;
}
function licenceSteps({ taxonomy }, { vacancy }, seeker) {
    return vacancy.licences.map(licence => ({
        step: { kind: 'licence', code: taxonomy.licences.codeAt(licence), units: [] },
        after: { ...seeker, licences: [...seeker.licences ?? [], { licence, expires: NO_DAY }] },
    }));
}
function offerSteps({ taxonomy }, seeker, offers) {
    return offers.map(({ id, units, evidence = 'trained' }) => {
        const kind = EVIDENCE_KINDS.indexOf(evidence);
        if (kind < 0)
            throw new RangeError(`Offer '${id}' leads to evidence '${String(evidence)}'; expected one of ${EVIDENCE_KINDS.join(', ')}.`);
        const indexes = units.map(code => {
            const index = taxonomy.units.indexOf(code);
            if (index < 0)
                throw new RangeError(`Offer '${id}' has the unit '${code}', which is unknown or needs its decree; look it up in the taxonomy.`);
            return index;
        });
        return { step: { kind: 'offer', code: id, units: indexes.map(index => taxonomy.units.codeAt(index)) }, after: withUnits(seeker, indexes, kind) };
    });
}
function withUnits(seeker, units, evidence) {
    const added = units.map(unit => ({ unit, evidence, expires: NO_DAY }));
    return { ...seeker, units: [...seeker.units ?? [], ...added] };
}
function byWorth(a, b) {
    return b.gain - a.gain || Number(b.unlocks) - Number(a.unlocks) || a.step.units.length - b.step.units.length ||
        (a.step.kind < b.step.kind ? -1 : a.step.kind > b.step.kind ? 1 : 0) || (a.step.code < b.step.code ? -1 : a.step.code > b.step.code ? 1 : 0);
}
//# sourceMappingURL=gap.js.map