/** Shares of a thing's score: its likest name, the next likest, and all its words with the description. Tuned on the tune parts of `evaluate`. */
export const SHARES = { second: 0.15, bag: 0.35, nameLength: 0.8, substitutes: 0.7, k1: 1.2, b: 0.6 }
