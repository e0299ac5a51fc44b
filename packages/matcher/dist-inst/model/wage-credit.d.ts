/**
 * 1000 when the promised wage reaches the wish, then linear to 0 at 30 % below it:
 * floor(1000 * (10 * offer - 7 * wish) / (3 * wish)). Exact: the products stay below 2^53 for wages up to 10^9.
 */
export declare function wageCredit(offer: number, wish: number): number;
//# sourceMappingURL=wage-credit.d.ts.map