import { EVIDENCE_KINDS } from "../model/evidence.js";
import { NO_DAY } from "./day.js";
import { ANY, UNKNOWN } from "./facts.js";
import { ONLY_WITH_CERTIFIED } from "./expectations.js";
import { AN_ACCOMMODATION, A_FIELD, A_KBJI, A_KBLI, A_LEVEL, A_LICENCE, readCodes, readCodeSet, readId, readPlace, readUnit, refuseNik } from "./read-common.js";
import { JOB_TYPES } from "./seeker.js";
const SEEKER_FIELDS = ['id', 'units', 'education', 'experience', 'region', 'point', 'wish', 'reachKm', 'willingToMove', 'licences', 'needs', 'adultFrom'];
const WISH_FIELDS = ['wage', 'occupations', 'sectors', 'jobTypes', 'maxHours'];
const MOST_WAGE = 1_000_000_000;
const HM_PER_KM = 10;
/** The facts of a seeker record. When the reader has problems afterwards, the facts are not to be used. */
export function readSeeker(reader, taxonomy, record) {
    const given = record !== null && typeof record === 'object' && !Array.isArray(record) ? record : {};
    const id = readId(reader, given.id);
    refuseNik(reader, id);
    const fields = reader.object(record, '', SEEKER_FIELDS);
    if (fields === undefined)
        return undefined;
    const education = readEducation(reader, taxonomy, fields.education);
    const wish = fields.wish === undefined ? {} : reader.object(fields.wish, '/wish', WISH_FIELDS) ?? {};
    return {
        id,
        units: fields.units === undefined ? null : readUnits(reader, taxonomy, fields.units),
        level: education.level,
        fields: education.fields,
        experience: fields.experience === undefined ? null : readExperience(reader, taxonomy, fields.experience),
        place: readPlace(reader, taxonomy, fields.region, fields.point),
        wage: readNumberOrAny(reader, wish.wage, '/wish/wage', 1, MOST_WAGE),
        occupations: readCodesOrAny(reader, wish.occupations, '/wish/occupations', taxonomy.occupations, A_KBJI),
        sectors: readCodesOrAny(reader, wish.sectors, '/wish/sectors', taxonomy.sectors, A_KBLI),
        jobTypes: readJobTypes(reader, wish.jobTypes),
        maxHours: readNumberOrAny(reader, wish.maxHours, '/wish/maxHours', 1, 168),
        reachHm: fields.reachKm === undefined ? UNKNOWN : HM_PER_KM * reader.integer(fields.reachKm, '/reachKm', 0, 20_040),
        willingToMove: fields.willingToMove === undefined ? UNKNOWN : Number(reader.boolean(fields.willingToMove, '/willingToMove')),
        licences: fields.licences === undefined ? null : readLicences(reader, taxonomy, fields.licences),
        needs: fields.needs === undefined ? 0 : readCodeSet(reader, fields.needs, '/needs', taxonomy.accommodations, AN_ACCOMMODATION),
        adultFrom: fields.adultFrom === undefined ? NO_DAY : reader.day(fields.adultFrom, '/adultFrom'),
    };
}
function readUnits(reader, taxonomy, value) {
    return reader.list(value, '/units', 0, 500).map((item, position) => {
        const path = `/units/${position}`;
        const fields = reader.object(item, path, ['unit', 'evidence', 'expires']);
        if (fields === undefined)
            return { unit: -1, evidence: 0, expires: NO_DAY };
        const unit = readUnit(reader, taxonomy, fields.unit, `${path}/unit`);
        const evidence = reader.choice(fields.evidence, `${path}/evidence`, EVIDENCE_KINDS);
        const expires = fields.expires === undefined ? NO_DAY : reader.day(fields.expires, `${path}/expires`);
        if (fields.expires !== undefined && evidence > 0)
            reader.fail(`${path}/expires`, 'bad-choice', ONLY_WITH_CERTIFIED, fields.expires);
        return { unit, evidence, expires };
    });
}
/** The highest level, and the fields of all of them. A level without fields of its own, such as SMA, says "none" by itself. */
function readEducation(reader, taxonomy, value) {
    if (value === undefined)
        return { level: UNKNOWN, fields: null };
    let level = UNKNOWN;
    let silent = false;
    const fields = [];
    reader.list(value, '/education', 1, 20).forEach((item, position) => {
        const path = `/education/${position}`;
        const education = reader.object(item, path, ['level', 'field']);
        if (education === undefined)
            return;
        const index = reader.code(education.level, `${path}/level`, taxonomy.levels, A_LEVEL);
        if (index < 0)
            return;
        if (level === UNKNOWN || taxonomy.levels.at(index).rank > taxonomy.levels.at(level).rank)
            level = index;
        if (education.field !== undefined)
            fields.push(reader.code(education.field, `${path}/field`, taxonomy.fields, A_FIELD));
        else if (!taxonomy.levels.at(index).general)
            silent = true;
    });
    return { level, fields: fields.length === 0 && silent ? null : fields };
}
function readExperience(reader, taxonomy, value) {
    return reader.list(value, '/experience', 0, 100).map((item, position) => {
        const path = `/experience/${position}`;
        const fields = reader.object(item, path, ['occupation', 'months']);
        if (fields === undefined)
            return { occupation: -1, months: 0 };
        return {
            occupation: reader.code(fields.occupation, `${path}/occupation`, taxonomy.occupations, A_KBJI),
            months: reader.integer(fields.months, `${path}/months`, 0, 720),
        };
    });
}
function readLicences(reader, taxonomy, value) {
    return reader.list(value, '/licences', 0, 50).map((item, position) => {
        const path = `/licences/${position}`;
        const fields = reader.object(item, path, ['licence', 'expires']);
        if (fields === undefined)
            return { licence: -1, expires: NO_DAY };
        return {
            licence: reader.code(fields.licence, `${path}/licence`, taxonomy.licences, A_LICENCE),
            expires: fields.expires === undefined ? NO_DAY : reader.day(fields.expires, `${path}/expires`),
        };
    });
}
function readJobTypes(reader, value) {
    if (value === undefined)
        return UNKNOWN;
    if (value === 'any')
        return ANY;
    let bits = 0;
    reader.list(value, '/wish/jobTypes', 1, JOB_TYPES.length).forEach((item, position) => {
        const index = reader.choice(item, `/wish/jobTypes/${position}`, JOB_TYPES);
        if (index >= 0)
            bits |= 1 << index;
    });
    return bits;
}
function readNumberOrAny(reader, value, path, least, most) {
    return value === undefined ? UNKNOWN : value === 'any' ? ANY : reader.integer(value, path, least, most);
}
function readCodesOrAny(reader, value, path, register, what) {
    return value === undefined ? null : value === 'any' ? 'any' : readCodes(reader, value, path, 1, 20, register, what);
}
//# sourceMappingURL=read-seeker.js.map