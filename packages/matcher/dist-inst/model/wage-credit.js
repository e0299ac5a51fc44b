import { ANY, UNKNOWN } from "../records/facts.js";
/**
 * 1000 when the promised wage reaches the wish, then linear to 0 at 30 % below it:
 * floor(1000 * (10 * offer - 7 * wish) / (3 * wish)). Exact: the products stay below 2^53 for wages up to 10^9.
 */
export function wageCredit(offer, wish) {
    if (wish === ANY)
        return 1000;
    if (wish === UNKNOWN || offer === UNKNOWN)
        return UNKNOWN;
    if (offer >= wish)
        return 1000;
    const above = 10 * offer - 7 * wish;
    return above <= 0 ? 0 : Math.floor(1000 * above / (3 * wish));
}
//# sourceMappingURL=wage-credit.js.map