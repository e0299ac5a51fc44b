import type { Taxonomy } from '@padan/taxonomy';
import { type VacancyFacts } from './facts.ts';
import type { FieldReader } from './field-reader.ts';
/** The facts of a vacancy record. When the reader has problems afterwards, the facts are not to be used. */
export declare function readVacancy(reader: FieldReader, taxonomy: Taxonomy, record: unknown): VacancyFacts | undefined;
//# sourceMappingURL=read-vacancy.d.ts.map