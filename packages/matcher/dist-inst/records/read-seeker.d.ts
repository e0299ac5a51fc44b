import type { Taxonomy } from '@padan/taxonomy';
import { type SeekerFacts } from './facts.ts';
import type { FieldReader } from './field-reader.ts';
/** The facts of a seeker record. When the reader has problems afterwards, the facts are not to be used. */
export declare function readSeeker(reader: FieldReader, taxonomy: Taxonomy, record: unknown): SeekerFacts | undefined;
//# sourceMappingURL=read-seeker.d.ts.map