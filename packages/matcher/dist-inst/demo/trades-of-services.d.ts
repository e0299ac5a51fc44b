import { type Trade } from './trade.ts';
/** Shops, hotels, kitchens, offices, screens and care. */
export declare const TRADES_OF_SERVICES: readonly Trade[];
//# sourceMappingURL=trades-of-services.d.ts.map