/** What is wrong with one field of one record. `code` is stable, so that a caller can translate it. */
export interface RecordProblem {
    /** Position in the array given to `put`; 0 for a single record. */
    row: number;
    /** The record's id, when it has a usable one. */
    id: string | null;
    /** JSON pointer inside the record, such as `/units/2/unit`; empty for the record itself. */
    path: string;
    code: ProblemCode;
    /** The value that came, cut to 80 characters; absent where nothing came. */
    received?: string;
    /** What would have been accepted, in English. */
    expected: string;
    /** One sentence with all of the above, in English and in Indonesian. */
    message: string;
    messageId: string;
}
export type ProblemCode = 'not-a-record' | 'unknown-field' | 'protected-attribute' | 'bad-id' | 'nik-as-id' | 'duplicate-id' | 'missing' | 'wrong-type' | 'not-a-number' | 'out-of-range' | 'bad-date' | 'bad-date-order' | 'bad-choice' | 'too-many' | 'too-few' | 'too-long' | 'duplicate' | 'unknown-code' | 'ambiguous-code' | 'too-coarse';
/** Thrown by `put`, ranking and explaining when a record is not as it should be. Nothing has changed. */
export declare class RecordError extends TypeError {
    readonly name = "RecordError";
    readonly problems: readonly RecordProblem[];
    constructor(problems: readonly RecordProblem[]);
}
/** Thrown when an id names no stored record. */
export declare class NotFoundError extends RangeError {
    readonly name = "NotFoundError";
    readonly side: 'seeker' | 'vacancy';
    readonly id: string;
    constructor(side: 'seeker' | 'vacancy', id: string);
}
//# sourceMappingURL=problem.d.ts.map