import { chordSquare, FAR_CHORD_SQUARE, hmOfChord } from "../geo/place.js";
import { bestPair } from "../model/best-pair.js";
import { distanceCredit } from "../model/distance-credit.js";
import { educationCredit } from "../model/education-credit.js";
import { evidencePerMille, isValidCertificate } from "../model/evidence.js";
import { experienceCredit } from "../model/experience-credit.js";
import { jobTypeCredit } from "../model/job-type-credit.js";
import { LEAST_MUST_CREDIT } from "../model/rules.js";
import { unitCredit } from "../model/unit-credit.js";
import { wageCredit } from "../model/wage-credit.js";
import { NO_DAY } from "../records/day.js";
import { ANY, UNKNOWN } from "../records/facts.js";
import { askedUnits, forgetUnits, linkHeads } from "./asked-units.js";
import { BestOfSet } from "./best-of-set.js";
import { Memo, MISSING } from "./memo.js";
import { NearestFirst } from "./nearest-first.js";
import { CHUNK_MASK } from "./packed-table.js";
import { RestBound } from "./rest-bound.js";
import { CROWD_SIZE, heldLicences } from "./seeker-segment.js";
import { passesLicences } from "./licence-check.js";
import { boundSeekers } from "./seeker-summary.js";
/**
 * Ranks the seekers of segments for one vacancy. `begin` sets a query up, `scan` offers the candidates of one segment to the top-k,
 * `end` clears the scratch. Exact: a seeker is passed over only when an upper bound of their score is below the threshold.
 */
export class SeekerScan {
    #ground;
    #families;
    #heads;
    #nearest = new NearestFirst();
    #fieldCredits;
    #occupationWishes;
    #sectorWishes;
    #licenceMemo = new Memo(64);
    #occupationMemo;
    #educationCredits;
    #rest = new RestBound();
    #trades;
    #best = new Int32Array(8);
    #certified = new Uint8Array(8);
    #evaluated = new Uint8Array(0);
    #touched = [];
    #plan;
    #vacancy;
    #shares;
    #asOf = NO_DAY;
    #asked;
    /** The most that distance can bring, and all but units and distance together. */
    #distanceMost = 0;
    #restMost = 0;
    constructor(ground, families, trades) {
        this.#ground = ground;
        this.#trades = trades;
        this.#families = families;
        this.#heads = linkHeads(ground.taxonomy);
        this.#fieldCredits = new BestOfSet(ground.taxonomy.fields.size);
        this.#occupationWishes = new BestOfSet(ground.taxonomy.occupations.size);
        this.#sectorWishes = new BestOfSet(ground.taxonomy.sectors.size);
        this.#occupationMemo = new Memo(ground.taxonomy.occupations.size);
        this.#educationCredits = new Int16Array(ground.taxonomy.levels.size);
    }
    begin(plan, asOf) {
        const { vacancy, profile: { shares } } = plan;
        this.#plan = plan;
        this.#vacancy = vacancy;
        this.#shares = shares;
        this.#asOf = asOf;
        this.#asked = askedUnits(this.#ground.taxonomy, this.#families, plan, asOf, this.#heads);
        if (this.#asked.count > this.#best.length) {
            this.#best = new Int32Array(2 * this.#asked.count);
            this.#certified = new Uint8Array(2 * this.#asked.count);
        }
        this.#beginCredits();
        for (let level = 0; level < this.#educationCredits.length; level++)
            this.#educationCredits[level] = educationCredit(vacancy.level, level, this.#ground.levelRanks);
        const most = (canBeHad, share) => canBeHad ? share * 1000 : 0;
        boundSeekers(this.#rest, this.#ground, this.#trades, plan);
        this.#distanceMost = most(vacancy.remote || vacancy.place !== null, shares.distance);
        this.#restMost = most(vacancy.level !== UNKNOWN, shares.education) + most(vacancy.fields !== null, shares.field) + most(vacancy.months !== UNKNOWN, shares.experience) +
            1000 * (shares.wage + shares.wish + shares['job-type']);
    }
    #beginCredits() {
        const { occupations, sectors, fields } = this.#ground.taxonomy;
        const { occupation, sector, fields: wanted } = this.#vacancy;
        this.#occupationMemo.reset(occupations.size);
        this.#occupationWishes.begin(wished => occupations.relatedness(wished, occupation));
        this.#sectorWishes.begin(wished => sectors.relatedness(wished, sector));
        if (Array.isArray(wanted))
            this.#fieldCredits.begin(held => bestPair(fields, wanted, [held]).perMille);
    }
    end() {
        forgetUnits(this.#ground.taxonomy, this.#plan, this.#heads);
    }
    /** Offers every seeker of the segment that may be among the best; `ref` travels along with their slots. */
    scan(segment, ref, top) {
        this.#meet(segment);
        for (const step of this.#asked.steps) {
            if (step.most + this.#restMost + this.#distanceMost < top.threshold)
                break;
            globalThis.C.steps++; this.#scanFamily(segment, step, ref, top);
        }
        this.#scanEverybody(segment, ref, top);
        for (const slot of this.#touched)
            this.#evaluated[slot] = 0;
        this.#touched.length = 0;
    }
    #meet(segment) {
        if (segment.size > this.#evaluated.length)
            this.#evaluated = new Uint8Array(segment.size);
        this.#fieldCredits.meet(segment.sets);
        this.#occupationWishes.meet(segment.sets);
        this.#sectorWishes.meet(segment.sets);
        this.#licenceMemo.reset(segment.sets.size);
    }
    /** Where distances are measured from; null when distance is the same for all. */
    #from() {
        return this.#vacancy.remote ? null : this.#vacancy.place;
    }
    #scanFamily(segment, step, ref, top) {
        const { leafStart, familyStart, blockStart, blockLow, blockHigh, blockSummary, blockTrade, slot, low, high, summary, trade, spheres } = segment.postings;
        const { base, most, table: { sums, lowShifts, lowOffsets, highShifts, highOffsets } } = step;
        const numLow = lowShifts.length;
        const numHigh = highShifts.length;
        const rest = this.#rest;
        const distanceWeight = this.#shares.distance;
        const leaves = this.#nearest.arrange(spheres, familyStart[step.family], familyStart[step.family + 1], this.#from(), this.#vacancy.remote ? 1000 : 0);
        const { order, credit } = this.#nearest;
        for (let i = 0; i < leaves; i++) {
            const leaf = order[i];
            globalThis.C.leaves++; const distance = credit[i] * distanceWeight;
            if (most + this.#restMost + distance < top.threshold)
                continue;
            for (let block = leafStart[leaf]; block < leafStart[leaf + 1]; block++) {
                let bound = base + distance + rest.of(blockSummary[block], blockTrade[block]);
                for (let n = 0; n < numLow; n++)
                    bound += sums[lowOffsets[n] + ((blockLow[block] >> lowShifts[n]) & CHUNK_MASK)];
                for (let n = 0; n < numHigh; n++)
                    bound += sums[highOffsets[n] + ((blockHigh[block] >> highShifts[n]) & CHUNK_MASK)];
                if (bound < top.threshold)
                    continue;
                globalThis.C.blocks++; for (let posting = blockStart[block]; posting < blockStart[block + 1]; posting++) {
                    let units = base; globalThis.C.postings++;
                    const lowWord = low[posting];
                    const highWord = high[posting];
                    for (let n = 0; n < numLow; n++)
                        units += sums[lowOffsets[n] + ((lowWord >> lowShifts[n]) & CHUNK_MASK)];
                    for (let n = 0; n < numHigh; n++)
                        units += sums[highOffsets[n] + ((highWord >> highShifts[n]) & CHUNK_MASK)];
                    bound = units + distance + rest.of(summary[posting], trade[posting]);
                    if (bound >= top.threshold)
                        this.#evaluate(segment, slot[posting], units, bound - distance, ref, top);
                }
            }
        }
    }
    /** Whoever no family has brought up: nobody with unit points unless the vacancy lists no units. */
    #scanEverybody(segment, ref, top) {
        const { summary, trade, crowdSummary, crowdTrade } = segment;
        const units = this.#vacancy.units === 'any' ? 1000 * this.#shares.unit : 0;
        const rest = this.#rest;
        const distanceWeight = this.#shares.distance;
        const crowds = this.#nearest.arrange(segment.crowds, 0, segment.crowds.x.length, this.#from(), this.#vacancy.remote ? 1000 : 0);
        const { order, credit } = this.#nearest;
        for (let i = 0; i < crowds; i++) {
            const outside = units + credit[i] * distanceWeight;
            if (outside + rest.of(crowdSummary[order[i]], crowdTrade[order[i]]) < top.threshold)
                continue;
            globalThis.C.crowds++; const start = order[i] * CROWD_SIZE;
            const end = Math.min(segment.size, start + CROWD_SIZE);
            for (let slot = start; slot < end; slot++) {
                const most = rest.of(summary[slot], trade[slot]);
                if (outside + most >= top.threshold)
                    this.#evaluate(segment, slot, units, units + most, ref, top);
            }
        }
    }
    /**
     * Scores one seeker and offers them, unless a bound or a hard rule says no. `unitsMost` bounds the unit points, `most` all but
     * distance. The bound comes down with every criterion, the telling ones first, so most seekers are left early.
     */
    #evaluate(segment, slot, unitsMost, most, ref, top) {
        if (this.#evaluated[slot] === 1 || segment.dead[slot] === 1)
            return;
        const vacancy = this.#vacancy;
        const shares = this.#shares;
        const { threshold } = top; globalThis.C.eval++;
        let bound = most;
        let open = 0;
        let fit = 0;
        let appeal = 0;
        const place = segment.place[slot];
        const chord = vacancy.remote || vacancy.place === null || place < 0 ? UNKNOWN : chordSquare(vacancy.place, segment.x[place], segment.y[place], segment.z[place]);
        if (vacancy.remote)
            appeal = shares.distance * 1000;
        else if (chord === UNKNOWN)
            open = shares.distance;
        else if (chord < FAR_CHORD_SQUARE)
            appeal = shares.distance * distanceCredit(hmOfChord(chord));
        bound += appeal;
        if (bound < threshold)
            return;
        const wish = this.#wishCredit(segment, segment.occupations[slot], segment.sectors[slot]);
        if (wish === UNKNOWN)
            open += shares.wish;
        else
            appeal += shares.wish * wish;
        if ((segment.trade[slot] & this.#rest.workMask) !== 0)
            bound -= shares.wish * (wish === UNKNOWN ? 1000 : 1000 - wish);
        if (bound < threshold)
            return;
        const field = this.#fieldCredit(segment, segment.fields[slot]);
        if (field === UNKNOWN)
            open += shares.field;
        else
            fit = shares.field * field;
        if ((segment.trade[slot] & this.#rest.fieldMask) !== 0)
            bound -= shares.field * 1000 - fit;
        if (bound < threshold)
            return;
        const wage = wageCredit(vacancy.wage, segment.wage[slot]);
        if (wage === UNKNOWN)
            open += shares.wage;
        else
            appeal += shares.wage * wage;
        const jobType = jobTypeCredit(vacancy.jobType, vacancy.hours, segment.jobTypes[slot], segment.maxHours[slot]);
        if (jobType === UNKNOWN)
            open += shares['job-type'];
        else
            appeal += shares['job-type'] * jobType;
        const level = segment.level[slot];
        const education = vacancy.level === ANY ? 1000 : level === UNKNOWN ? UNKNOWN : this.#educationCredits[level];
        if (education === UNKNOWN)
            open += shares.education;
        else
            fit += shares.education * education;
        const experience = vacancy.months <= 0 && vacancy.months !== UNKNOWN ? 1000 : this.#experienceCredit(segment, slot);
        if (experience === UNKNOWN)
            open += shares.experience;
        else
            fit += shares.experience * experience;
        if (unitsMost + fit + appeal < threshold)
            return;
        if (!this.#passesRules(segment, slot, level, chord))
            return;
        globalThis.C.units++; const units = this.#scoreUnits(segment, slot);
        if (units < 0)
            return;
        if (vacancy.units === null || (vacancy.units !== 'any' && segment.unitsStated[slot] === 0))
            open += shares.unit;
        const score = units + fit + appeal;
        if (score < threshold)
            return;
        this.#evaluated[slot] = 1;
        this.#touched.push(slot);
        top.offer(segment.ids[slot], score, score + open * 1000, units + fit, ref);
    }
    /** The hard rules that do not rest on units; only a known failure counts. */
    #passesRules(segment, slot, level, chord) {
        const vacancy = this.#vacancy;
        const { levelRanks } = this.#ground;
        if (vacancy.levelMust && level !== UNKNOWN && levelRanks[level] < levelRanks[vacancy.level])
            return false;
        if (vacancy.provides !== UNKNOWN && (segment.needs[slot] & ~vacancy.provides) !== 0)
            return false;
        const adultFrom = segment.adultFrom[slot];
        if (vacancy.adultsOnly && adultFrom !== NO_DAY && this.#asOf !== NO_DAY && this.#asOf < adultFrom)
            return false;
        const reach = segment.reachHm[slot];
        if (chord !== UNKNOWN && reach !== UNKNOWN && segment.willingToMove[slot] !== 1 && hmOfChord(chord) > reach)
            return false;
        return vacancy.licences.length === 0 || this.#passesLicences(segment, segment.licences[slot]);
    }
    /** Points of the units, or -1 when a must unit or a certificate is known to be missing. */
    #scoreUnits(segment, slot) {
        const { count, weight, must, certificate, first, next, row, perMille } = this.#asked;
        if (count === 0)
            return this.#vacancy.units === 'any' ? 1000 * this.#shares.unit : 0;
        if (segment.unitsStated[slot] === 0)
            return 0;
        const best = this.#best;
        const certified = this.#certified;
        for (let n = 0; n < count; n++)
            best[n] = certified[n] = 0;
        const { start, unit } = segment.units;
        const end = start[slot + 1];
        for (let at = start[slot]; at < end; at++) {
            let link = first[unit[at]];
            if (link < 0)
                continue;
            const evidence = evidencePerMille(segment.evidence[at], segment.expires[at], this.#asOf);
            for (; link >= 0; link = next[link]) {
                const credit = unitCredit(perMille[link], evidence);
                if (credit > best[row[link]])
                    best[row[link]] = credit;
                if (perMille[link] === 1000 && isValidCertificate(segment.evidence[at], segment.expires[at], this.#asOf))
                    certified[row[link]] = 1;
            }
        }
        let points = 0;
        for (let n = 0; n < count; n++) {
            if ((must[n] === 1 && best[n] < LEAST_MUST_CREDIT) || (certificate[n] === 1 && certified[n] === 0))
                return -1;
            points += weight[n] * best[n];
        }
        return points;
    }
    #passesLicences(segment, set) {
        if (set === UNKNOWN)
            return true;
        let passes = this.#licenceMemo.get(set);
        if (passes === MISSING) {
            passes = passesLicences(this.#ground, this.#vacancy.licences, heldLicences(segment.sets.listOf(set)), this.#asOf) ? 1 : 0;
            this.#licenceMemo.set(set, passes);
        }
        return passes === 1;
    }
    #fieldCredit(segment, set) {
        const wanted = this.#vacancy.fields;
        if (wanted === 'any')
            return 1000;
        if (wanted === null || set === UNKNOWN)
            return UNKNOWN;
        return this.#fieldCredits.of(segment.sets, set);
    }
    #experienceCredit(segment, slot) {
        const { months: required, occupation: wanted } = this.#vacancy;
        if (required === UNKNOWN || segment.experienceStated[slot] === 0)
            return UNKNOWN;
        const { experienceStart, occupation, months } = segment;
        const end = experienceStart[slot + 1];
        let milliMonths = 0;
        for (let at = experienceStart[slot]; at < end; at++) {
            if (wanted === UNKNOWN) {
                milliMonths += months[at] * 1000;
                continue;
            }
            let relatedness = this.#occupationMemo.get(occupation[at]);
            if (relatedness === MISSING) {
                relatedness = this.#ground.taxonomy.occupations.relatedness(wanted, occupation[at]);
                this.#occupationMemo.set(occupation[at], relatedness);
            }
            milliMonths += months[at] * relatedness;
        }
        return experienceCredit(required, milliMonths);
    }
    #wishCredit(segment, occupations, sectors) {
        if (occupations === ANY || sectors === ANY)
            return 1000;
        const { occupation, sector } = this.#vacancy;
        let best = UNKNOWN;
        if (occupations !== UNKNOWN && occupation !== UNKNOWN)
            best = this.#occupationWishes.of(segment.sets, occupations);
        if (sectors !== UNKNOWN && sector !== UNKNOWN)
            best = Math.max(best, this.#sectorWishes.of(segment.sets, sectors));
        return best;
    }
}
//# sourceMappingURL=seeker-scan.js.map