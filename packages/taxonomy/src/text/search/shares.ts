/**
 * How a thing's score is put together: its likest name counts 1, the next likest `second`, all its words with the description `bag`. `nameLength` is the share of
 * the cosine in a name's likeness, the rest goes to names that the text holds whole; `substitutes` scales learned substitutes; `k1` and `b` are BM25's.
 * Chosen by a grid on the tune part of the labels of ESCO (`evaluate`), never on the part that is reported.
 */
export const SHARES = { second: 0.2, bag: 1.5, nameLength: 0.9, substitutes: 0.8, k1: 1.2, b: 0.6 }
