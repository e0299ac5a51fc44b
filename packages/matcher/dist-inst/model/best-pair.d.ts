import type { RelatedRegister } from '@padan/taxonomy';
/** How far one list of codes answers another: the best pair, as the positions of wanted and held and the relatedness per mille. */
export interface BestPair {
    wanted: number;
    held: number;
    perMille: number;
}
/**
 * The best relatedness of any wanted and any held item; the first pair in order of `wanted`, then `held`, where several are equal.
 * Undefined when a list is empty. O(wanted x held).
 */
export declare function bestPair(register: RelatedRegister<unknown>, wanted: readonly number[], held: readonly number[]): BestPair | undefined;
//# sourceMappingURL=best-pair.d.ts.map