/** Languages of the office's screens and papers. */
export type Language = 'id' | 'en';
/** One text in each language. */
export type Phrase = Readonly<Record<Language, string>>;
//# sourceMappingURL=language.d.ts.map