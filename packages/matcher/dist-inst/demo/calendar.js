const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_PER_YEAR = 365;
/**
 * So many days as `YYYY-MM-DD`, beginning with the first day of a year. Leap days are passed over: nobody here needs them, and every
 * year is then as long as the next.
 */
export function daysFrom(firstYear, count) {
    const days = [];
    for (let day = 0; day < count; day++) {
        const year = firstYear + Math.floor(day / DAYS_PER_YEAR);
        let left = day % DAYS_PER_YEAR;
        let month = 0;
        while (left >= DAYS_OF_MONTH[month])
            left -= DAYS_OF_MONTH[month++];
        days.push(`${year}-${twoDigits(month + 1)}-${twoDigits(left + 1)}`);
    }
    return days;
}
function twoDigits(number) {
    return number < 10 ? `0${number}` : `${number}`;
}
//# sourceMappingURL=calendar.js.map