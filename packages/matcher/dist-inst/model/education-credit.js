import { ANY, UNKNOWN } from "../records/facts.js";
/** 1000 at or above the minimum, 500 one step below, 0 further below; UNKNOWN when a side has not said. Ranks are steps of the level ladder. */
export function educationCredit(required, held, rankOf) {
    if (required === ANY)
        return 1000;
    if (required === UNKNOWN || held === UNKNOWN)
        return UNKNOWN;
    const below = rankOf[required] - rankOf[held];
    return below <= 0 ? 1000 : below === 1 ? 500 : 0;
}
//# sourceMappingURL=education-credit.js.map