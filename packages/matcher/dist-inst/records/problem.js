/** Thrown by `put`, ranking and explaining when a record is not as it should be. Nothing has changed. */
export class RecordError extends TypeError {
    name = 'RecordError';
    problems;
    constructor(problems) {
        const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
        super(`${problems[0].message}${more}`);
        this.problems = problems;
    }
}
/** Thrown when an id names no stored record. */
export class NotFoundError extends RangeError {
    name = 'NotFoundError';
    side;
    id;
    constructor(side, id) {
        super(`There is no ${side} '${id}'; put it first or check the id.`);
        this.side = side;
        this.id = id;
    }
}
//# sourceMappingURL=problem.js.map