/** What would have been accepted, in both languages of the office. */
export interface Words {
    en: string;
    id: string;
}
export declare const AN_OBJECT: Words;
export declare const A_LIST: Words;
export declare const TRUE_OR_FALSE: Words;
export declare const A_DAY: Words;
export declare const EACH_ONCE: Words;
export declare const ONLY_WITH_CERTIFIED: Words;
export declare const NO_SUCH_PROPERTY: Words;
export declare const NOT_A_NIK: Words;
export declare const FINER_THAN_PROVINCE: Words;
export declare function wholeNumber(least: number, most: number): Words;
export declare function degreesUpTo(most: number): Words;
export declare function oneOf(choices: readonly string[]): Words;
export declare function atLeast(least: number): Words;
export declare function atMost(most: number): Words;
export declare function textUpTo(longest: number): Words;
export declare function anId(longest: number): Words;
export declare function idOnce(row: number): Words;
export declare function aCodeOf(what: Words): Words;
export declare function withDecree(candidates: readonly string[]): Words;
export declare function notBefore(day: string): Words;
export declare function notBelow(rupiah: number): Words;
//# sourceMappingURL=expectations.d.ts.map