import type { Vacancy } from '../records/vacancy.ts';
import { type DemoPlaces } from './demo-places.ts';
import { type TradeTables } from './trade-tables.ts';
/** Makes the vacancy of an index. One maker may be used for any order of indexes; it is not to be shared while it works. */
export declare class VacancyMaker {
    #private;
    constructor(tables: TradeTables, places: DemoPlaces, seed: number);
    make(index: number): Vacancy;
}
//# sourceMappingURL=demo-vacancies.d.ts.map