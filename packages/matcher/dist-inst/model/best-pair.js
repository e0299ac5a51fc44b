/**
 * The best relatedness of any wanted and any held item; the first pair in order of `wanted`, then `held`, where several are equal.
 * Undefined when a list is empty. O(wanted x held).
 */
export function bestPair(register, wanted, held) {
    let best;
    for (const want of wanted) {
        for (const have of held) {
            const perMille = register.relatedness(want, have);
            if (best === undefined || perMille > best.perMille)
                best = { wanted: want, held: have, perMille };
            if (perMille === 1000)
                return best;
        }
    }
    return best;
}
//# sourceMappingURL=best-pair.js.map