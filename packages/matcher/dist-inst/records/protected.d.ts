/** True for the name of a protected attribute, in any case and with any separators: `jenis_kelamin`, `Jenis Kelamin`, `jenisKelamin`. */
export declare function isProtectedName(key: string): boolean;
//# sourceMappingURL=protected.d.ts.map