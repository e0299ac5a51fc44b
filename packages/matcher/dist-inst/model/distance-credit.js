/** The credit halves every ten kilometres. */
const HALVING_HM = 100;
/** 2^(-1/100): what a hundred metres leave. */
const STEP = 0.9930924954370359;
/**
 * Per mille by whole hundreds of metres: floor(1000 * 2^(-hm / 100)); 0 from the end of the table on. Built by multiplication and
 * halving alone, so that it is the same on every machine; a test holds it against exact integer arithmetic.
 */
const CREDIT_BY_HM = buildTable();
/** Credit of a distance in whole hundreds of metres. */
export function distanceCredit(hm) {
    return hm < CREDIT_BY_HM.length ? CREDIT_BY_HM[hm] : 0;
}
function buildTable() {
    const exact = [1000];
    while (exact[exact.length - 1] >= 1) {
        const hm = exact.length;
        exact.push(hm < HALVING_HM ? exact[hm - 1] * STEP : exact[hm - HALVING_HM] / 2);
    }
    return Uint16Array.from(exact, Math.floor);
}
//# sourceMappingURL=distance-credit.js.map