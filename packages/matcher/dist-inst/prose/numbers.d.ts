import type { Language } from './language.ts';
/** `10,000,000` points as `100.00 %`, cut (never rounded up) to two decimals, with the language's own decimal sign. */
export declare function formatScore(points: number, language: Language): string;
/** Whole rupiah as `Rp5.399.406` (Indonesian) or `Rp5,399,406` (English). */
export declare function formatRupiah(rupiah: number, language: Language): string;
/** Metres as kilometres with one decimal. */
export declare function formatKilometres(metres: number, language: Language): string;
//# sourceMappingURL=numbers.d.ts.map