import { type Trade } from './trade.ts';
/** Factories, workshops, warehouses, building sites and roads. */
export declare const TRADES_OF_INDUSTRY: readonly Trade[];
//# sourceMappingURL=trades-of-industry.d.ts.map