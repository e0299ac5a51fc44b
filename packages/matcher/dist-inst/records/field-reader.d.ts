import type { Register } from '@padan/taxonomy';
import type { ProblemCode, RecordProblem } from './problem.ts';
import { type Words } from './expectations.ts';
/** Reads one record field by field and collects what is wrong. A read that fails gives a harmless value: no facts with problems are used. */
export declare class FieldReader {
    readonly row: number;
    id: string | null;
    readonly problems: RecordProblem[];
    constructor(row: number);
    fail(path: string, code: ProblemCode, expected: Words, value?: unknown): void;
    /** The value as an object whose own properties are all among `known`; undefined (and a problem) otherwise. */
    object(value: unknown, path: string, known: readonly string[]): Record<string, unknown> | undefined;
    /** The elements of an array with `least` to `most` of them. */
    list(value: unknown, path: string, least: number, most: number): readonly unknown[];
    integer(value: unknown, path: string, least: number, most: number): number;
    degrees(value: unknown, path: string, most: number): number;
    boolean(value: unknown, path: string): boolean;
    day(value: unknown, path: string): number;
    /** Position of the value in `choices`. */
    choice(value: unknown, path: string, choices: readonly string[]): number;
    /** Index of a code in a register; -1 (and a problem) when unknown. */
    code(value: unknown, path: string, register: Register<unknown>, what: Words): number;
    text(value: unknown, path: string, longest: number): string;
}
/** A property name as one step of a JSON pointer. */
export declare function pointer(key: string): string;
//# sourceMappingURL=field-reader.d.ts.map