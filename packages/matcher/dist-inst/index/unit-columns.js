export {};
//# sourceMappingURL=unit-columns.js.map