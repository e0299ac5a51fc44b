/** Kinds of work an offer may be; the order is part of the format. */
export const JOB_TYPES = ['full-time', 'part-time', 'contract', 'daily', 'freelance', 'internship', 'apprenticeship'];
//# sourceMappingURL=seeker.js.map