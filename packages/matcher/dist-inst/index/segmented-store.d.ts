import type { FactStore } from '../engine/engine.ts';
import type { Segment } from './segment.ts';
/**
 * A population as a few frozen segments, large to small, and the records that wait to be frozen. Putting a record marks its old slot dead;
 * small segments are merged as they gather, so a record is frozen O(log n) times and a query meets O(log n) segments.
 */
export declare class SegmentedStore<Facts extends {
    id: string;
}, S extends Segment<Facts>> implements FactStore<Facts> {
    #private;
    constructor(build: (facts: readonly Facts[]) => S);
    get size(): number;
    has(id: string): boolean;
    facts(id: string): Facts | undefined;
    put(facts: readonly Facts[]): void;
    delete(id: string): boolean;
    clear(): void;
    ids(): IterableIterator<string>;
    /** Every record, frozen. The array is valid until the next put or delete. */
    segments(): readonly S[];
}
//# sourceMappingURL=segmented-store.d.ts.map