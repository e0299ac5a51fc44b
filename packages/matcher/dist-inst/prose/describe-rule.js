export const RULE_NAMES = {
    open: { en: 'open with seats', id: 'lowongan terbuka dan berkursi' },
    'must-unit': { en: 'must unit', id: 'unit wajib' },
    certificate: { en: 'certificate', id: 'sertifikat' },
    licence: { en: 'licence', id: 'lisensi' },
    education: { en: 'minimum education', id: 'pendidikan minimum' },
    reach: { en: 'within reach', id: 'dalam jangkauan' },
    accommodation: { en: 'accommodation', id: 'akomodasi yang layak' },
    adult: { en: 'of age', id: 'cukup umur' },
};
const CODE_TEXTS = {
    'no-seats': { en: 'no seats are left', id: 'tidak ada kursi tersisa' },
    'not-yet-open': { en: 'applications are not open yet', id: 'pendaftaran belum dibuka' },
    closed: { en: 'applications are closed', id: 'pendaftaran sudah ditutup' },
    'seats-unstated': { en: 'the number of seats is not stated', id: 'jumlah kursi tidak disebutkan' },
    'day-unstated': { en: 'no day was given to judge by', id: 'tanggal penilaian tidak diberikan' },
    'unit-below-500': { en: 'credit below 500', id: 'nilai di bawah 500' },
    'units-unstated': { en: 'the seeker has not stated units', id: 'pencari kerja belum menyebutkan unit kompetensi' },
    'certificate-missing': { en: 'no certificate valid on the day', id: 'tidak ada sertifikat yang berlaku pada tanggal itu' },
    'licence-missing': { en: 'not held', id: 'tidak dimiliki' },
    'licence-expired': { en: 'expired', id: 'sudah kedaluwarsa' },
    'licences-unstated': { en: 'the seeker has not stated licences', id: 'pencari kerja belum menyebutkan lisensi' },
    'education-below': { en: 'below the minimum', id: 'di bawah minimum' },
    'education-unstated': { en: 'the seeker has not stated education', id: 'pencari kerja belum menyebutkan pendidikan' },
    'out-of-reach': { en: 'farther than the seeker will travel', id: 'lebih jauh daripada jangkauan pencari kerja' },
    'reach-unstated': { en: 'the seeker has not stated a reach', id: 'pencari kerja belum menyebutkan jangkauan' },
    'place-unstated': { en: 'a place is not stated', id: 'tempat belum disebutkan' },
    'accommodation-missing': { en: 'not provided', id: 'tidak disediakan' },
    'accommodations-unstated': { en: 'the vacancy does not tell what is provided', id: 'lowongan tidak menyebutkan yang disediakan' },
    'under-age': { en: 'not of age on the day', id: 'belum cukup umur pada tanggal itu' },
    'age-unstated': { en: 'being of age cannot be shown', id: 'cukup umur tidak dapat ditunjukkan' },
};
const RESULTS = {
    pass: { en: 'pass', id: 'terpenuhi' },
    fail: { en: 'fail', id: 'tidak terpenuhi' },
    unknown: { en: 'unknown', id: 'belum diketahui' },
};
/** One sentence for a hard rule. */
export function describeRule(rule, language, taxonomy) {
    const subject = rule.subject === null ? '' : ` ${titleOf(rule.rule, rule.subject, language, taxonomy)}`;
    const reason = rule.code === null ? '' : `, ${CODE_TEXTS[rule.code][language]}`;
    return `${RULE_NAMES[rule.rule][language]}${subject}: ${RESULTS[rule.result][language]}${reason}`;
}
function titleOf(rule, code, language, taxonomy) {
    if (rule === 'must-unit' || rule === 'certificate')
        return `${taxonomy.units.get(code)?.title ?? code} (${code})`;
    if (rule !== 'licence' && rule !== 'accommodation')
        return code;
    const named = rule === 'licence' ? taxonomy.licences.get(code) : taxonomy.accommodations.get(code);
    return (language === 'en' ? named?.titleEn : named?.title) ?? code;
}
//# sourceMappingURL=describe-rule.js.map