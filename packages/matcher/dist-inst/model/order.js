/**
 * Best first: score descending, then potential descending, then id ascending by UTF-16 code units. A total order over distinct ids,
 * so a ranking does not depend on how it was found.
 */
export function byStanding(a, b) {
    return b.score - a.score || b.potential - a.potential || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
//# sourceMappingURL=order.js.map