import type { Dice } from './dice.ts';
/** Things to draw from by weight. Frozen after construction. */
export declare class Urn<Item> {
    #private;
    /** `weights` are whole numbers of 0 or more, one an item; what is left after rounding down goes to the largest remainders, earlier first. */
    constructor(items: readonly Item[], weights: readonly number[]);
    draw(dice: Dice): Item;
}
/** An urn over pairs of item and weight. */
export declare function mix<Item>(...pairs: Array<readonly [item: Item, weight: number]>): Urn<Item>;
/** An urn in which the second item is drawn half as often as the first, the third a third as often, and so on (Zipf). */
export declare function zipf<Item>(items: readonly Item[]): Urn<Item>;
//# sourceMappingURL=urn.d.ts.map