import type { Taxonomy } from '@padan/taxonomy';
/** Units in one posting: three bits each, ten in a word, two words. */
export declare const FAMILY_SIZE = 20;
/**
 * A partition of the units into families of at most FAMILY_SIZE, so that what a person holds (or a vacancy asks) of one family fits in
 * one posting. Units of one cluster are wanted together, so they are kept together; the rest follow the taxonomy's order, in which
 * units of one decree are neighbours. Any partition gives the same rankings; a good one opens fewer postings.
 */
export interface Families {
    readonly count: number;
    /** Family of each unit. */
    readonly familyOf: Uint16Array;
    /** Place of each unit in its family, 0..FAMILY_SIZE-1. */
    readonly positionOf: Uint8Array;
}
export declare function familiesOf(taxonomy: Taxonomy): Families;
//# sourceMappingURL=families.d.ts.map