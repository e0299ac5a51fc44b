/** Changes with every release; a change of any score is a major change. */
export const ENGINE_VERSION = '0.1.0';
//# sourceMappingURL=version.js.map