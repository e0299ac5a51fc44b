import { splitByLargestRemainder } from "../model/weights.js";
import { UNKNOWN } from "../records/facts.js";
import { hilbertCode } from "./hilbert.js";
import { PlaceTable } from "./place-table.js";
import { buildPostings, either, EVERYWHERE, joinRuns, spheresOf } from "./postings.js";
import { CROWD_SIZE, crowdStarts, listOf, placeIn, range, setOf, slotPlacesOf } from "./seeker-segment.js";
import { NO_PLACE_CODE, slotOrder } from "./segment.js";
import { strongerSummary } from "./seeker-summary.js";
import { SetTable } from "./set-table.js";
import { summariseVacancy } from "./vacancy-summary.js";
/** How a vacancy speaks of units. */
export const UNITS_UNSTATED = 0;
export const UNITS_ANY = 1;
export const UNITS_LISTED = 2;
/** Freezes facts into an indexed segment. O(n log n). */
export function buildVacancySegment(given, families, levelRanks, trades) {
    const order = slotOrder(Float64Array.from(given, ({ place, remote }) => place === null || remote ? NO_PLACE_CODE : hilbertCode(place.latSteps, place.lngSteps)));
    const facts = Array.from(order, position => given[position]);
    const size = facts.length;
    const sets = new SetTable();
    const places = new PlaceTable();
    const place = Int32Array.from(facts, one => one.place === null ? UNKNOWN : places.idOf(one.place));
    const unitColumns = unitColumnsOf(facts);
    const slotPlaces = slotPlacesOf(place.map((id, slot) => facts[slot].remote ? EVERYWHERE : id), places);
    const words = { summary: Int32Array.from(facts, one => summariseVacancy(one, levelRanks)), trade: Int32Array.from(facts, one => trades.vacancyWord(one)) };
    const ids = facts.map(one => one.id);
    const segment = {
        size,
        ids,
        dead: new Uint8Array(size),
        slotOf: new Map(ids.map((id, slot) => [id, slot])),
        numDead: 0,
        factsAt: slot => factsAt(segment, slot),
        seats: Int32Array.from(facts, one => one.seats),
        opens: Int32Array.from(facts, one => one.opens),
        closes: Int32Array.from(facts, one => one.closes),
        level: Int8Array.from(facts, one => one.level),
        levelMust: Uint8Array.from(facts, one => Number(one.levelMust)),
        fields: Int32Array.from(facts, one => setOf(sets, one.fields)),
        licences: Int32Array.from(facts, one => setOf(sets, one.licences)),
        sets,
        months: Int16Array.from(facts, one => one.months),
        occupation: Int32Array.from(facts, one => one.occupation),
        sector: Int32Array.from(facts, one => one.sector),
        place,
        places,
        x: slotPlaces.x,
        y: slotPlaces.y,
        z: slotPlaces.z,
        remote: Uint8Array.from(facts, one => Number(one.remote)),
        wage: Int32Array.from(facts, one => one.wage),
        jobType: Int8Array.from(facts, one => one.jobType),
        hours: Int16Array.from(facts, one => one.hours),
        provides: Int32Array.from(facts, one => one.provides),
        adultsOnly: Uint8Array.from(facts, one => Number(one.adultsOnly)),
        unitsKind: Uint8Array.from(facts, ({ units }) => units === null ? UNITS_UNSTATED : units === 'any' ? UNITS_ANY : UNITS_LISTED),
        ...unitColumns,
        importance: Uint16Array.from(facts, one => requiredUnits(one).reduce((sum, unit) => sum + unit.importance, 0)),
        postings: buildPostings(size, unitColumns.units, families, slotPlaces, words),
        ...words,
        crowds: spheresOf(Math.ceil(size / CROWD_SIZE), run => run * CROWD_SIZE, { length: size }, slotPlaces),
        crowdSummary: joinRuns(words.summary, crowdStarts(size), strongerSummary),
        crowdTrade: joinRuns(words.trade, crowdStarts(size), either),
        someRemote: facts.some(one => one.remote),
        weightsByShare: new Map(),
    };
    return segment;
}
/** The unit weights of a segment under a share, made on first need. */
export function weightsUnder(segment, share) {
    const known = segment.weightsByShare.get(share);
    if (known !== undefined)
        return known;
    const weights = { weight: new Uint16Array(segment.units.unit.length), ready: new Uint8Array(segment.size) };
    segment.weightsByShare.set(share, weights);
    return weights;
}
/** Fills in the unit weights of one slot. */
export function fillWeights(segment, slot, share, { weight, ready }) {
    const { start, strength } = segment.units;
    weight.set(splitByLargestRemainder(share, Array.from(strength.subarray(start[slot], start[slot + 1]))), start[slot]);
    ready[slot] = 1;
}
function requiredUnits(facts) {
    return Array.isArray(facts.units) ? facts.units : [];
}
function unitColumnsOf(facts) {
    const start = new Uint32Array(facts.length + 1);
    facts.forEach((one, slot) => { start[slot + 1] = start[slot] + requiredUnits(one).length; });
    const all = facts.flatMap(requiredUnits);
    return {
        units: { start, unit: Uint16Array.from(all, one => one.unit), strength: Uint8Array.from(all, one => one.importance) },
        must: Uint8Array.from(all, one => Number(one.must)),
        certificate: Uint8Array.from(all, one => Number(one.certificate)),
    };
}
function factsAt(segment, slot) {
    const { units, must, certificate, sets } = segment;
    const kind = segment.unitsKind[slot];
    return {
        id: segment.ids[slot],
        seats: segment.seats[slot],
        opens: segment.opens[slot],
        closes: segment.closes[slot],
        units: kind === UNITS_UNSTATED
            ? null
            : kind === UNITS_ANY
                ? 'any'
                : range(units.start, slot).map(at => ({ unit: units.unit[at], importance: units.strength[at], must: must[at] === 1, certificate: certificate[at] === 1 })),
        level: segment.level[slot],
        levelMust: segment.levelMust[slot] === 1,
        fields: listOf(sets, segment.fields[slot]),
        months: segment.months[slot],
        occupation: segment.occupation[slot],
        sector: segment.sector[slot],
        place: placeIn(segment.places, segment.place[slot]),
        remote: segment.remote[slot] === 1,
        wage: segment.wage[slot],
        jobType: segment.jobType[slot],
        hours: segment.hours[slot],
        licences: sets.listOf(segment.licences[slot]),
        provides: segment.provides[slot],
        adultsOnly: segment.adultsOnly[slot] === 1,
    };
}
//# sourceMappingURL=vacancy-segment.js.map