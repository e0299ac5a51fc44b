/**
 * How a thing's score is put together: its likest name counts `name`, the next likest `second`, all its words with the description `bag`, the letters of all of
 * them `grams`, and words that stand side by side in text and thing `neighbours`. `nameLength` is the share of the cosine in a name's likeness, the rest goes to names that the text holds whole; of a text of more than
 * `nameWords` telling words names count less, in proportion, for things that are described, since a sentence is likelier like a description, and beyond `shortWords` their letters are weighed by BM25;
 * `senses` is what words of one sense count for each other, `substitutes` scales learned
 * substitutes; the first word of a sentence counts `early` more than it would, later ones less and less so; `k1` and `b` are BM25's. Chosen on the tune parts of all search tasks together (`evaluate`), clean and damaged, never on the parts that are reported.
 */
export const SHARES = { name: 0.35, second: 0.05, bag: 0.5, grams: 0.5, neighbours: 0.45, nameLength: 0.9, nameWords: 3, shortWords: 4, substitutes: 0.8, senses: 0.4, early: 0.5, k1: 1.2, b: 0.6 }
