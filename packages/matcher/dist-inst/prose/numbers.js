const POINTS_PER_PERCENT = 100_000;
/** `10,000,000` points as `100.00 %`, cut (never rounded up) to two decimals, with the language's own decimal sign. */
export function formatScore(points, language) {
    const hundredths = Math.floor(points / (POINTS_PER_PERCENT / 100));
    const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
    return `${language === 'id' ? text.replace('.', ',') : text} %`;
}
/** Whole rupiah as `Rp5.399.406` (Indonesian) or `Rp5,399,406` (English). */
export function formatRupiah(rupiah, language) {
    return `Rp${group(rupiah, language === 'id' ? '.' : ',')}`;
}
/** Metres as kilometres with one decimal. */
export function formatKilometres(metres, language) {
    const text = `${Math.floor(metres / 1000)}.${Math.floor(metres % 1000 / 100)}`;
    return `${language === 'id' ? text.replace('.', ',') : text} km`;
}
// Written out because Intl's data differs between engines and versions.
function group(whole, separator) {
    return String(whole).replace(/\B(?=(\d{3})+$)/g, separator);
}
//# sourceMappingURL=numbers.js.map