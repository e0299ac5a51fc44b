import { daysFrom } from "./calendar.js";
import { pointNear } from "./demo-places.js";
import { Dice } from "./dice.js";
import * as share from "./shares.js";
import { takeRound } from "./trade-tables.js";
import { mix } from "./urn.js";
/** Streams of the dice, apart from those of the seekers. */
const OPENINGS_STREAM = 3;
const WORKPLACES_STREAM = 4;
const WAGE_STEP = 50_000;
/** Openings of October and the first half of November 2026; they close from 21 November to the end of January, and some closed before. */
const OPENING_DAYS = daysFrom(2026, 319).slice(273);
const CLOSING_DAYS = daysFrom(2026, 365 + 31).slice(324);
const PAST_CLOSING_DAYS = daysFrom(2026, 319).slice(288);
const JOB_TYPES_OFFERED = mix(['full-time', 48], ['contract', 38], ['internship', 3], ['apprenticeship', 3], ['daily', 4], ['part-time', 3], ['freelance', 1]);
/** Makes the vacancy of an index. One maker may be used for any order of indexes; it is not to be shared while it works. */
export class VacancyMaker {
    #tables;
    #places;
    #seed;
    #dice = new Dice();
    #placeDice = new Dice();
    constructor(tables, places, seed) {
        this.#tables = tables;
        this.#places = places;
        this.#seed = seed;
    }
    make(index) {
        const dice = this.#dice;
        const placeDice = this.#placeDice;
        dice.start(this.#seed, OPENINGS_STREAM, index);
        placeDice.start(this.#seed, WORKPLACES_STREAM, index);
        const table = this.#tables.ofVacancies.draw(dice);
        const { trade } = table;
        const job = table.jobs.draw(dice);
        const place = this.#places.work(placeDice);
        const vacancy = { id: `v-${String(index + 1).padStart(7, '0')}`, title: job.title };
        addSeatsAndDays(vacancy, dice);
        addUnits(vacancy, table, dice);
        addSchooling(vacancy, table, dice);
        addExperience(vacancy, dice);
        vacancy.occupation = job.code;
        if (dice.chance(share.SECTOR_KNOWN))
            vacancy.sector = table.sectors.draw(dice);
        vacancy.region = place.code;
        if (placeDice.chance(share.WORK_POINT_KNOWN))
            vacancy.point = pointNear(place, placeDice);
        if (dice.chance(trade.remote))
            vacancy.remote = true;
        addWage(vacancy, table, place, dice);
        if (dice.chance(share.JOB_TYPE_KNOWN))
            vacancy.jobType = JOB_TYPES_OFFERED.draw(dice);
        if (dice.chance(share.HOURS_KNOWN))
            vacancy.hours = share.HOURS.draw(dice);
        if (trade.licences.length > 0 && dice.chance(trade.licensed))
            vacancy.licences = [...trade.licences];
        const provides = dice.below(10_000);
        if (provides < share.PROVIDES_SOMETHING)
            vacancy.provides = takeRound(this.#tables.accommodations, 2 + dice.below(10), dice);
        else if (provides < share.PROVIDES_SOMETHING + share.PROVIDES_NOTHING)
            vacancy.provides = [];
        if (trade.adultsOnly)
            vacancy.adultsOnly = true;
        return vacancy;
    }
}
function addSeatsAndDays(vacancy, dice) {
    const seats = dice.below(10_000);
    if (seats < share.SEATS_TAKEN)
        vacancy.seats = 0;
    else if (seats >= share.SEATS_TAKEN + share.SEATS_UNKNOWN)
        vacancy.seats = share.SEATS.draw(dice);
    const closing = dice.below(10_000);
    const past = closing < share.CLOSED_BEFORE;
    // An opening day is told only where it cannot fall after the closing day.
    if (!past && dice.chance(share.OPENS_KNOWN))
        vacancy.opens = dayOf(OPENING_DAYS, dice);
    if (past)
        vacancy.closes = dayOf(PAST_CLOSING_DAYS, dice);
    else if (closing >= share.CLOSED_BEFORE + share.CLOSES_UNKNOWN)
        vacancy.closes = dayOf(CLOSING_DAYS, dice);
}
function addUnits(vacancy, { schemes }, dice) {
    const told = dice.below(10_000);
    if (told >= share.ASKED_UNITS_UNKNOWN && told < share.ASKED_UNITS_UNKNOWN + share.ASKED_UNITS_OPEN)
        vacancy.units = 'any';
    if (schemes === undefined || told < share.ASKED_UNITS_UNKNOWN + share.ASKED_UNITS_OPEN)
        return;
    const units = [];
    for (const unit of takeRound(schemes.draw(dice), share.UNITS_ASKED.draw(dice), dice)) {
        const required = { unit, importance: share.IMPORTANCE.draw(dice) };
        if (dice.chance(share.UNIT_IS_MUST))
            required.must = true;
        if (dice.chance(share.UNIT_NEEDS_CERTIFICATE))
            required.certificate = true;
        units.push(required);
    }
    vacancy.units = units;
}
function addSchooling(vacancy, table, dice) {
    const level = dice.below(10_000);
    if (level >= share.LEVEL_UNKNOWN + share.LEVEL_OPEN) {
        const min = share.ASKED_LEVELS[table.level.draw(dice)].draw(dice);
        vacancy.education = dice.chance(share.LEVEL_IS_MUST) ? { min, must: true } : { min };
    }
    else if (level >= share.LEVEL_UNKNOWN)
        vacancy.education = 'any';
    const fields = dice.below(10_000);
    if (fields < share.FIELDS_ASKED && table.fields.length > 0)
        vacancy.fields = [...table.fields];
    else if (fields >= share.FIELDS_ASKED && fields < share.FIELDS_OPEN)
        vacancy.fields = 'any';
}
function addExperience(vacancy, dice) {
    const months = dice.below(10_000);
    if (months >= share.MONTHS_UNKNOWN + share.MONTHS_OPEN)
        vacancy.experience = { months: share.MONTHS_ASKED.draw(dice) };
    else if (months >= share.MONTHS_UNKNOWN)
        vacancy.experience = 'any';
}
function addWage(vacancy, { trade }, place, dice) {
    if (dice.chance(share.WAGE_UNKNOWN))
        return;
    const min = Math.round(place.minimumWage * trade.wage * share.OFFER_SPREAD.draw(dice) / 1_000_000 / WAGE_STEP) * WAGE_STEP;
    const wage = { min };
    if (dice.chance(share.WAGE_MAX_KNOWN))
        wage.max = min + WAGE_STEP * (4 + dice.below(40));
    vacancy.wage = wage;
}
function dayOf(days, dice) {
    return days[dice.below(days.length)];
}
//# sourceMappingURL=demo-vacancies.js.map