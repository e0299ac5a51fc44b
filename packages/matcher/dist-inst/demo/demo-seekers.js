import { daysFrom } from "./calendar.js";
import { pointNear } from "./demo-places.js";
import { Dice } from "./dice.js";
import { mix } from "./urn.js";
import * as share from "./shares.js";
import { takeRound } from "./trade-tables.js";
/** Streams of the dice: places have their own, so that the same people live in the city and all over the country. */
const PEOPLE_STREAM = 1;
const HOMES_STREAM = 2;
const WAGE_STEP = 50_000;
/** A person with units tells of 4 to 12. */
const LEAST_UNITS = 4;
const MOST_UNITS = 12;
/** Schemes tried to reach the number: the last ones may hold the same units again. */
const MOST_SCHEMES = 4;
/** Certificates of the year's trainees end three years after November 2025 to October 2026, those of schools earlier, some already. */
const CITY_EXPIRIES = daysFrom(2028, 365 + 304).slice(304);
const SCHOOL_EXPIRIES = daysFrom(2025, 4 * 365).slice(304, 304 + 1000);
const LICENCE_EXPIRIES = daysFrom(2026, 5 * 365);
/** Any day before today says that somebody is of age. */
const OF_AGE = '2020-01-01';
const COMING_OF_AGE = daysFrom(2026, 2 * 365).slice(334, 334 + 300);
const JOB_TYPES_WISHED = mix([['full-time'], 38], [['full-time', 'contract'], 24], [['full-time', 'contract', 'internship', 'apprenticeship'], 8], [['part-time', 'daily', 'freelance'], 5], [['part-time'], 3], ['any', 12], [undefined, 10]);
/** Makes the seeker of an index. One maker may be used for any order of indexes; it is not to be shared while it works. */
export class SeekerMaker {
    #tables;
    #places;
    #seed;
    #dice = new Dice();
    #homeDice = new Dice();
    constructor(tables, places, seed) {
        this.#tables = tables;
        this.#places = places;
        this.#seed = seed;
    }
    make(index) {
        const dice = this.#dice;
        const homeDice = this.#homeDice;
        dice.start(this.#seed, PEOPLE_STREAM, index);
        homeDice.start(this.#seed, HOMES_STREAM, index);
        const person = this.#person(dice);
        const home = person.trainedByCity ? this.#places.homeOfTrainee(homeDice) : this.#places.home(homeDice);
        const seeker = { id: `s-${String(index + 1).padStart(7, '0')}` };
        const units = this.#units(person);
        if (units !== undefined)
            seeker.units = units;
        if (!dice.chance(share.EDUCATION_UNKNOWN))
            seeker.education = this.#education(person);
        if (person.experience !== undefined)
            seeker.experience = person.experience;
        seeker.region = home.code;
        if (homeDice.chance(share.HOME_POINT_KNOWN))
            seeker.point = pointNear(home, homeDice);
        if (!dice.chance(share.WISH_UNKNOWN))
            seeker.wish = wishOf(person, home);
        if (!dice.chance(share.REACH_UNKNOWN))
            seeker.reachKm = share.REACH_KM.draw(dice);
        if (dice.chance(share.MOVING_KNOWN))
            seeker.willingToMove = dice.chance(share.WILLING_TO_MOVE);
        if (!dice.chance(share.LICENCES_UNKNOWN))
            seeker.licences = licencesOf(person);
        if (dice.chance(share.NEEDS_ACCOMMODATION))
            seeker.needs = takeRound(this.#tables.accommodations, 1 + dice.below(3), dice);
        const age = dice.below(10_000);
        if (age < share.ADULT_KNOWN)
            seeker.adultFrom = OF_AGE;
        else if (age < share.ADULT_KNOWN + share.ADULT_SOON)
            seeker.adultFrom = COMING_OF_AGE[dice.below(COMING_OF_AGE.length)];
        return seeker;
    }
    #person(dice) {
        const tables = this.#tables;
        const trainedByCity = dice.chance(share.TRAINED_BY_CITY);
        const level = share.LEVELS.draw(dice);
        const learned = trainedByCity ? tables.ofCourses.draw(dice) : tables.ofSeekers[level.group].draw(dice);
        const mismatch = level.group === share.SMK ? share.SMK_MISMATCH : share.OTHER_MISMATCH;
        const wanted = dice.chance(mismatch) ? tables.ofSeekers[level.group].draw(dice) : learned;
        return { dice, level, trainedByCity, learned, wanted, experience: this.#experience(dice, level.group, wanted) };
    }
    #experience(dice, group, wanted) {
        const known = dice.below(10_000);
        if (known < share.EXPERIENCE_UNKNOWN)
            return undefined;
        const experience = [];
        if (known < share.EXPERIENCE_UNKNOWN + share.EXPERIENCE_NONE)
            return experience;
        const jobs = share.JOBS_WORKED.draw(dice);
        for (let job = 0; job < jobs; job++) {
            const trade = job === 0 ? wanted : this.#tables.ofSeekers[group].draw(dice);
            experience.push({ occupation: trade.jobs.draw(dice).code, months: share.MONTHS_WORKED.draw(dice) });
        }
        return experience;
    }
    #units(person) {
        const { dice, trainedByCity, learned } = person;
        if (!trainedByCity) {
            const told = dice.below(10_000);
            if (told < share.UNITS_UNKNOWN)
                return undefined;
            if (told < share.UNITS_UNKNOWN + share.UNITS_NONE)
                return [];
        }
        const count = LEAST_UNITS + dice.below(MOST_UNITS - LEAST_UNITS + 1);
        const evidence = mainEvidence(person);
        const units = [];
        let trade = learned.schemes === undefined ? this.#tables.withSchemes.draw(dice) : learned;
        addUnits(units, trade, trainedByCity ? MOST_UNITS : count, evidence, person);
        // A second scheme fills up, or stands beside a main one that gave enough.
        let room = units.length < count ? count : dice.chance(share.SECOND_SCHEME) ? Math.min(MOST_UNITS, units.length + 3) : 0;
        for (let schemes = 1; schemes < MOST_SCHEMES && units.length < room; schemes++) {
            trade = this.#tables.withSchemes.draw(dice);
            addUnits(units, trade, room, person.experience?.length ? 'experienced' : 'claimed', person);
            if (units.length >= LEAST_UNITS)
                room = 0;
        }
        return units;
    }
    #education(person) {
        const { dice, level: { code, group }, learned } = person;
        if (group <= share.SMA)
            return [{ level: code }];
        const schooled = group === share.SMK ? undefined : dice.chance(share.SCHOOL_BEFORE_UNIVERSITY) ? this.#school(person) : undefined;
        const inLine = dice.chance(group === share.SMK ? share.SMK_FIELD_IN_LINE : share.UNIVERSITY_FIELD_IN_LINE);
        const own = group === share.SMK ? learned.smk : learned.university;
        const all = group === share.SMK ? this.#tables.smk : this.#tables.university;
        const highest = { level: code };
        if (!dice.chance(share.FIELD_UNKNOWN))
            highest.field = (inLine && own !== undefined ? own : all).draw(dice);
        return schooled === undefined ? [highest] : [schooled, highest];
    }
    #school({ dice }) {
        return dice.chance(5000) ? { level: 'SMA' } : { level: 'SMK', field: this.#tables.smk.draw(dice) };
    }
}
/** How the units of the main scheme are known. */
function mainEvidence({ dice, trainedByCity, level, experience }) {
    if (trainedByCity)
        return dice.chance(share.CITY_TRAINEES_CERTIFIED) ? 'certified' : 'trained';
    if (level.group === share.SMK && dice.chance(share.SMK_CERTIFIED))
        return 'certified';
    if (dice.chance(share.TRAINED_PRIVATELY))
        return 'trained';
    return experience?.length ? 'experienced' : 'claimed';
}
/** Adds units of one scheme of a trade until there are `most`, each unit once. One certificate covers them all and ends on one day. */
function addUnits(units, trade, most, evidence, { dice, trainedByCity }) {
    const scheme = trade.schemes.draw(dice);
    const expires = evidence === 'certified' ? expiry(dice, trainedByCity) : undefined;
    const start = dice.below(scheme.length);
    for (let i = 0; i < scheme.length && units.length < most; i++) {
        const unit = scheme[(start + i) % scheme.length];
        if (units.some(held => held.unit === unit))
            continue;
        const known = evidence === 'experienced' && !dice.chance(share.UNIT_EXPERIENCED) ? 'claimed' : evidence;
        units.push(expires === undefined ? { unit, evidence: known } : { unit, evidence: known, expires });
    }
}
function expiry(dice, trainedByCity) {
    if (trainedByCity)
        return CITY_EXPIRIES[dice.below(CITY_EXPIRIES.length)];
    return dice.chance(share.EXPIRY_STATED) ? SCHOOL_EXPIRIES[dice.below(SCHOOL_EXPIRIES.length)] : undefined;
}
function wishOf({ dice, wanted, learned }, home) {
    const wish = {};
    const wage = dice.below(10_000);
    // Drawn in any case: the dice must not depend on the place.
    const spread = share.WAGE_SPREAD.draw(dice);
    if (wage < share.WISHED_WAGE_GIVEN)
        wish.wage = Math.round(home.minimumWage * wanted.trade.wage * spread / 1_000_000 / WAGE_STEP) * WAGE_STEP;
    else if (wage < share.WISHED_WAGE_OPEN)
        wish.wage = 'any';
    const work = dice.below(10_000);
    if (work < share.WISHED_WORK_GIVEN)
        wish.occupations = wishedJobs(dice, wanted, learned);
    else if (work < share.WISHED_WORK_OPEN)
        wish.occupations = 'any';
    const sector = dice.below(10_000);
    if (sector < share.WISHED_SECTOR_GIVEN)
        wish.sectors = [wanted.sectors.draw(dice)];
    else if (sector < share.WISHED_SECTOR_OPEN)
        wish.sectors = 'any';
    const jobTypes = JOB_TYPES_WISHED.draw(dice);
    if (jobTypes !== undefined)
        wish.jobTypes = jobTypes === 'any' ? 'any' : [...jobTypes];
    const hours = dice.below(10_000);
    if (hours < share.MAX_HOURS_GIVEN)
        wish.maxHours = share.MAX_HOURS.draw(dice);
    else if (hours < share.MAX_HOURS_OPEN)
        wish.maxHours = 'any';
    return wish;
}
/** One or two jobs, each named finely or by its group. */
function wishedJobs(dice, wanted, learned) {
    const first = wanted.jobs.draw(dice);
    const named = dice.chance(6000) ? first.code : first.group;
    if (!dice.chance(3500))
        return [named];
    const second = learned.jobs.draw(dice);
    return second.group === first.group ? [named] : [named, second.code];
}
function licencesOf({ dice, learned, wanted }) {
    const licences = [];
    const hold = (licence) => {
        if (licences.some(held => held.licence === licence))
            return;
        licences.push(dice.chance(share.EXPIRY_STATED) ? { licence, expires: LICENCE_EXPIRIES[dice.below(LICENCE_EXPIRIES.length)] } : { licence });
    };
    for (const licence of learned.trade.licences)
        if (dice.chance(share.HOLDS_TRADE_LICENCE))
            hold(licence);
    for (const licence of wanted.trade.licences)
        if (dice.chance(share.HOLDS_TRADE_LICENCE))
            hold(licence);
    if (dice.chance(share.HOLDS_SIM_C))
        hold('sim-c');
    if (dice.chance(share.HOLDS_SIM_A))
        hold('sim-a');
    return licences;
}
//# sourceMappingURL=demo-seekers.js.map