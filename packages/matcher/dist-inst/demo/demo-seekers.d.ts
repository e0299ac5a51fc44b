import type { Seeker } from '../records/seeker.ts';
import { type DemoPlaces } from './demo-places.ts';
import { type TradeTables } from './trade-tables.ts';
/** Makes the seeker of an index. One maker may be used for any order of indexes; it is not to be shared while it works. */
export declare class SeekerMaker {
    #private;
    constructor(tables: TradeTables, places: DemoPlaces, seed: number);
    make(index: number): Seeker;
}
//# sourceMappingURL=demo-seekers.d.ts.map