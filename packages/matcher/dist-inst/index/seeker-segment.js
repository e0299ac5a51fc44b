import { EVIDENCE_KINDS } from "../model/evidence.js";
import { NO_DAY } from "../records/day.js";
import { ANY, UNKNOWN } from "../records/facts.js";
import { hilbertCode } from "./hilbert.js";
import { PlaceTable } from "./place-table.js";
import { buildPostings, either, joinRuns, spheresOf } from "./postings.js";
import { NO_PLACE_CODE, slotOrder } from "./segment.js";
import { strongerSummary, summariseSeeker } from "./seeker-summary.js";
import { SetTable } from "./set-table.js";
/** Slots that share one bound on distance when everybody is gone through. */
export const CROWD_SIZE = 256;
/**
 * How strong each kind of evidence is, for bounds: claimed 1, experienced 2, trained 3, certified 4 when it can expire, else 5. The
 * per mille in force never falls with the number.
 */
export function evidenceStrength(evidence, expires) {
    return evidence === 0 ? (expires === NO_DAY ? 5 : 4) : EVIDENCE_KINDS.length - evidence;
}
/** Freezes facts into an indexed segment. O(n log n). */
export function buildSeekerSegment(given, families, levelRanks, trades) {
    const order = slotOrder(Float64Array.from(given, ({ place }) => place === null ? NO_PLACE_CODE : hilbertCode(place.latSteps, place.lngSteps)));
    const facts = Array.from(order, position => given[position]);
    const size = facts.length;
    const sets = new SetTable();
    const places = new PlaceTable();
    const place = Int32Array.from(facts, one => one.place === null ? UNKNOWN : places.idOf(one.place));
    const units = unitColumnsOf(facts);
    const experience = experienceColumnsOf(facts);
    const slotPlaces = slotPlacesOf(place, places);
    const words = { summary: Int32Array.from(facts, one => summariseSeeker(one, levelRanks)), trade: Int32Array.from(facts, one => trades.seekerWord(one)) };
    const ids = facts.map(one => one.id);
    const segment = {
        size,
        ids,
        dead: new Uint8Array(size),
        slotOf: new Map(ids.map((id, slot) => [id, slot])),
        numDead: 0,
        factsAt: slot => factsAt(segment, slot),
        place,
        places,
        x: slotPlaces.x,
        y: slotPlaces.y,
        z: slotPlaces.z,
        level: Int8Array.from(facts, one => one.level),
        fields: Int32Array.from(facts, one => setOf(sets, one.fields)),
        occupations: Int32Array.from(facts, one => setOf(sets, one.occupations)),
        sectors: Int32Array.from(facts, one => setOf(sets, one.sectors)),
        licences: Int32Array.from(facts, one => setOf(sets, one.licences === null ? null : one.licences.flatMap(({ licence, expires }) => [licence, expires]))),
        sets,
        wage: Int32Array.from(facts, one => one.wage),
        jobTypes: Int16Array.from(facts, one => one.jobTypes),
        maxHours: Int16Array.from(facts, one => one.maxHours),
        reachHm: Int32Array.from(facts, one => one.reachHm),
        willingToMove: Int8Array.from(facts, one => one.willingToMove),
        needs: Int32Array.from(facts, one => one.needs),
        adultFrom: Int32Array.from(facts, one => one.adultFrom),
        unitsStated: Uint8Array.from(facts, one => Number(one.units !== null)),
        ...units,
        experienceStated: Uint8Array.from(facts, one => Number(one.experience !== null)),
        ...experience,
        postings: buildPostings(size, units.units, families, slotPlaces, words),
        ...words,
        crowds: spheresOf(Math.ceil(size / CROWD_SIZE), run => run * CROWD_SIZE, { length: size }, slotPlaces),
        crowdSummary: joinRuns(words.summary, crowdStarts(size), strongerSummary),
        crowdTrade: joinRuns(words.trade, crowdStarts(size), either),
    };
    return segment;
}
/** First slot of each crowd, and the end. */
export function crowdStarts(size) {
    return Uint32Array.from({ length: Math.ceil(size / CROWD_SIZE) + 1 }, (_, crowd) => Math.min(size, crowd * CROWD_SIZE));
}
/** The places of a segment as arrays, for building spheres. */
export function slotPlacesOf(placeOf, places) {
    const all = Array.from({ length: places.size }, (_, id) => places.placeOf(id));
    return { placeOf, x: Float64Array.from(all, one => one.x), y: Float64Array.from(all, one => one.y), z: Float64Array.from(all, one => one.z) };
}
/** A list's number; UNKNOWN for null and ANY for 'any'. */
export function setOf(sets, list) {
    return list === null ? UNKNOWN : list === 'any' ? ANY : sets.idOf(list);
}
/** The list behind a number of `setOf`. */
export function listOf(sets, number) {
    return number === UNKNOWN ? null : number === ANY ? 'any' : sets.listOf(number);
}
function unitColumnsOf(facts) {
    const start = new Uint32Array(facts.length + 1);
    facts.forEach((one, slot) => { start[slot + 1] = start[slot] + (one.units?.length ?? 0); });
    const total = start[facts.length];
    const unit = new Uint16Array(total);
    const strength = new Uint8Array(total);
    const evidence = new Uint8Array(total);
    const expires = new Int32Array(total);
    let at = 0;
    for (const one of facts) {
        for (const held of one.units ?? []) {
            unit[at] = held.unit;
            strength[at] = evidenceStrength(held.evidence, held.expires);
            evidence[at] = held.evidence;
            expires[at] = held.expires;
            at++;
        }
    }
    return { units: { start, unit, strength }, evidence, expires };
}
function experienceColumnsOf(facts) {
    const experienceStart = new Uint32Array(facts.length + 1);
    facts.forEach((one, slot) => { experienceStart[slot + 1] = experienceStart[slot] + (one.experience?.length ?? 0); });
    const total = experienceStart[facts.length];
    const occupation = new Uint16Array(total);
    const months = new Uint16Array(total);
    let at = 0;
    for (const one of facts) {
        for (const entry of one.experience ?? []) {
            occupation[at] = entry.occupation;
            months[at] = entry.months;
            at++;
        }
    }
    return { experienceStart, occupation, months };
}
function factsAt(segment, slot) {
    const { units, evidence, expires, experienceStart, occupation, months, sets } = segment;
    const licences = listOf(sets, segment.licences[slot]);
    return {
        id: segment.ids[slot],
        units: segment.unitsStated[slot] === 0
            ? null
            : range(units.start, slot).map(at => ({ unit: units.unit[at], evidence: evidence[at], expires: expires[at] })),
        level: segment.level[slot],
        fields: listOf(sets, segment.fields[slot]),
        experience: segment.experienceStated[slot] === 0
            ? null
            : range(experienceStart, slot).map(at => ({ occupation: occupation[at], months: months[at] })),
        place: placeIn(segment.places, segment.place[slot]),
        wage: segment.wage[slot],
        occupations: listOf(sets, segment.occupations[slot]),
        sectors: listOf(sets, segment.sectors[slot]),
        jobTypes: segment.jobTypes[slot],
        maxHours: segment.maxHours[slot],
        reachHm: segment.reachHm[slot],
        willingToMove: segment.willingToMove[slot],
        licences: licences === null || licences === 'any' ? null : heldLicences(licences),
        needs: segment.needs[slot],
        adultFrom: segment.adultFrom[slot],
    };
}
/** Positions of a slot's entries in a column with starts. */
export function range(start, slot) {
    return Array.from({ length: start[slot + 1] - start[slot] }, (_, offset) => start[slot] + offset);
}
export function placeIn(places, id) {
    return id < 0 ? null : places.placeOf(id);
}
/** Licences with their last days, from the flat list a SetTable keeps. */
export function heldLicences(flat) {
    return Array.from({ length: flat.length / 2 }, (_, pair) => ({ licence: flat[2 * pair], expires: flat[2 * pair + 1] }));
}
//# sourceMappingURL=seeker-segment.js.map