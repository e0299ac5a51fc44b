import type { Taxonomy } from '@padan/taxonomy';
import type { Dice } from './dice.ts';
import type { Trade } from './trade.ts';
import { Urn } from './urn.ts';
/** A trade with everything looked up once, so that making a record only draws. */
export interface TradeTable {
    trade: Trade;
    /** The units of a scheme, by code; undefined where the catalogue has no scheme of the trade. */
    schemes: Urn<readonly string[]> | undefined;
    jobs: Urn<{
        code: string;
        group: string;
        title: string;
    }>;
    sectors: Urn<string>;
    /** Fields that lead here; undefined where none does. */
    smk: Urn<string> | undefined;
    university: Urn<string> | undefined;
    /** Every field that leads here. */
    fields: readonly string[];
    level: Urn<number>;
}
export interface TradeTables {
    /** Of seekers by the group of their level. */
    ofSeekers: ReadonlyArray<Urn<TradeTable>>;
    ofVacancies: Urn<TradeTable>;
    /** Of the city's training centre. */
    ofCourses: Urn<TradeTable>;
    /** With schemes, by their share among seekers. */
    withSchemes: Urn<TradeTable>;
    /** Vocational and university fields, whatever they lead to. */
    smk: Urn<string>;
    university: Urn<string>;
    accommodations: readonly string[];
}
/** Looks up every code of the trades. Throws RangeError for a code that the taxonomy lacks. */
export declare function tradeTables(taxonomy: Taxonomy): TradeTables;
/** So many of a list, in its order, beginning anywhere and going round. Never more than there are. */
export declare function takeRound<Item>(items: readonly Item[], count: number, dice: Dice): Item[];
//# sourceMappingURL=trade-tables.d.ts.map