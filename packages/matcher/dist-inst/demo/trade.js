/** What holds for a trade unless it says otherwise. */
export const PLAIN_TRADE = Object.freeze({
    clusters: [], smk: [], university: [], licences: [], licensed: 0, adultsOnly: false, remote: 0, courses: 0,
});
//# sourceMappingURL=trade.js.map