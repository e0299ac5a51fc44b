import { ANY, UNKNOWN } from "../records/facts.js";
import { JOB_TYPES } from "../records/seeker.js";
import { distanceHm } from "../geo/place.js";
import { bestPair } from "./best-pair.js";
import { distanceCredit } from "./distance-credit.js";
import { educationCredit } from "./education-credit.js";
import { EVIDENCE_KINDS, isExpired } from "./evidence.js";
import { countedMilliMonths, experienceCredit } from "./experience-credit.js";
import { jobTypeCredit } from "./job-type-credit.js";
import { bestUnitMatch } from "./unit-credit.js";
import { wageCredit } from "./wage-credit.js";
import { bestWish } from "./wish-credit.js";
export function findUnit(ground, required, seeker, asOf) {
    const unit = ground.taxonomy.units.codeAt(required.unit);
    if (seeker.units === null)
        return { credit: null, because: { kind: 'unstated', by: 'seeker', unit } };
    const match = bestUnitMatch(ground.taxonomy, required.unit, seeker.units, asOf);
    if (match === undefined)
        return { credit: 0, because: { kind: 'unit-missing', unit } };
    const { held, relation } = match;
    return {
        credit: match.credit,
        because: {
            kind: 'unit',
            unit,
            held: ground.taxonomy.units.codeAt(held.unit),
            evidence: EVIDENCE_KINDS[held.evidence],
            expired: isExpired(held.evidence, held.expires, asOf),
            relatedness: relation === 'same' ? 1000 : relation.perMille,
            reason: relation === 'same' ? 'same' : relation.reason,
            via: relation === 'same' ? '' : relation.via,
        },
    };
}
export function findEducation({ taxonomy, levelRanks }, { vacancy }, seeker) {
    if (vacancy.level === ANY)
        return open('vacancy');
    const credit = educationCredit(vacancy.level, seeker.level, levelRanks);
    if (credit === UNKNOWN)
        return unstated(vacancy.level === UNKNOWN, seeker.level === UNKNOWN);
    const stepsBelow = Math.max(0, levelRanks[vacancy.level] - levelRanks[seeker.level]);
    return { credit, because: { kind: 'education', required: taxonomy.levels.codeAt(vacancy.level), held: taxonomy.levels.codeAt(seeker.level), stepsBelow } };
}
export function findField({ taxonomy }, { vacancy }, seeker) {
    if (vacancy.fields === 'any')
        return open('vacancy');
    if (vacancy.fields === null || seeker.fields === null)
        return unstated(vacancy.fields === null, seeker.fields === null);
    const best = bestPair(taxonomy.fields, vacancy.fields, seeker.fields);
    if (best === undefined)
        return { credit: 0, because: { kind: 'field', wanted: taxonomy.fields.codeAt(vacancy.fields[0]), held: null, relatedness: 0 } };
    return {
        credit: best.perMille,
        because: { kind: 'field', wanted: taxonomy.fields.codeAt(best.wanted), held: taxonomy.fields.codeAt(best.held), relatedness: best.perMille },
    };
}
export function findExperience({ taxonomy }, { vacancy }, seeker) {
    if (vacancy.months === ANY || vacancy.months === 0)
        return open('vacancy');
    if (vacancy.months === UNKNOWN || seeker.experience === null)
        return unstated(vacancy.months === UNKNOWN, seeker.experience === null);
    const milliMonths = countedMilliMonths(taxonomy, vacancy.occupation, seeker.experience);
    return {
        credit: experienceCredit(vacancy.months, milliMonths),
        because: {
            kind: 'experience',
            requiredMonths: vacancy.months,
            countedMonths: Math.floor(milliMonths / 1000),
            occupation: vacancy.occupation === UNKNOWN ? null : taxonomy.occupations.codeAt(vacancy.occupation),
        },
    };
}
export function findDistance({ vacancy }, seeker) {
    if (vacancy.remote)
        return open('vacancy');
    if (vacancy.place === null || seeker.place === null)
        return unstated(vacancy.place === null, seeker.place === null);
    const hm = distanceHm(vacancy.place, seeker.place);
    return { credit: distanceCredit(hm), because: { kind: 'distance', metres: hm * 100 } };
}
export function findWage({ vacancy }, seeker) {
    if (seeker.wage === ANY)
        return open('seeker');
    const credit = wageCredit(vacancy.wage, seeker.wage);
    if (credit === UNKNOWN)
        return unstated(vacancy.wage === UNKNOWN, seeker.wage === UNKNOWN);
    return { credit, because: { kind: 'wage', wish: seeker.wage, offer: vacancy.wage } };
}
export function findWish({ taxonomy }, { vacancy }, seeker) {
    const best = bestWish(taxonomy, seeker, vacancy);
    if (best === 'any')
        return open('seeker');
    if (best === undefined) {
        const wishes = seeker.occupations !== null || seeker.sectors !== null;
        const offers = vacancy.occupation !== UNKNOWN || vacancy.sector !== UNKNOWN;
        // Both may have spoken of different things, an occupation here and a sector there: then both can add what is missing.
        return unstated(!offers || wishes, !wishes || offers);
    }
    const register = best.in === 'occupation' ? taxonomy.occupations : taxonomy.sectors;
    return { credit: best.credit, because: { kind: 'wish', in: best.in, wished: register.codeAt(best.wished), offered: register.codeAt(best.offered), relatedness: best.credit } };
}
export function findJobType({ vacancy }, seeker) {
    const credit = jobTypeCredit(vacancy.jobType, vacancy.hours, seeker.jobTypes, seeker.maxHours);
    if (credit === 1000 && seeker.jobTypes < 0 && seeker.maxHours < 0)
        return open('seeker');
    if (credit === UNKNOWN) {
        const asked = seeker.jobTypes !== UNKNOWN || seeker.maxHours !== UNKNOWN;
        return unstated(asked, !asked);
    }
    return {
        credit,
        because: {
            kind: 'job-type',
            offered: vacancy.jobType === UNKNOWN ? null : JOB_TYPES[vacancy.jobType],
            wished: seeker.jobTypes < 0 ? null : jobTypesOf(seeker.jobTypes),
            hours: vacancy.hours === UNKNOWN ? null : vacancy.hours,
            maxHours: seeker.maxHours < 0 ? null : seeker.maxHours,
        },
    };
}
/** The one row of a vacancy that lists no units. */
export function findNoUnits(units) {
    return units === 'any' ? open('vacancy') : unstated(true, false);
}
function jobTypesOf(bits) {
    return JOB_TYPES.filter((_, index) => (bits >> index) & 1);
}
function open(by) {
    return { credit: 1000, because: { kind: 'open', by } };
}
function unstated(byVacancy, bySeeker) {
    return { credit: null, because: { kind: 'unstated', by: byVacancy && bySeeker ? 'both' : byVacancy ? 'vacancy' : 'seeker' } };
}
//# sourceMappingURL=rows.js.map