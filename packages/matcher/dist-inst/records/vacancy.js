export {};
//# sourceMappingURL=vacancy.js.map