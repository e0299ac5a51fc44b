/**
 * Property names that would carry a protected attribute or personal data into the matcher. They are refused by name, so that the
 * reason is told, and their values are never repeated in an error.
 */
const PROTECTED = new Set([
    'name', 'nama', 'fullname', 'namalengkap', 'firstname', 'lastname', 'nik', 'nokk', 'ktp', 'nisn', 'photo', 'foto', 'image',
    'sex', 'gender', 'jeniskelamin', 'kelamin', 'jk', 'religion', 'agama', 'ethnicity', 'race', 'suku', 'ras',
    'maritalstatus', 'marital', 'statusperkawinan', 'statuskawin', 'statuspernikahan', 'age', 'umur', 'usia', 'minage', 'maxage', 'usiamin', 'usiamax', 'usiamaksimal', 'usiaminimal',
    'birthdate', 'dateofbirth', 'dob', 'birthday', 'tanggallahir', 'tgllahir', 'tempatlahir', 'birthplace', 'tempattanggallahir', 'ttl',
    'height', 'weight', 'tinggi', 'tinggibadan', 'berat', 'beratbadan', 'appearance', 'penampilan', 'skincolor', 'skincolour', 'warnakulit',
    'disability', 'disabilitas', 'ragamdisabilitas', 'health', 'kesehatan', 'pregnant', 'bloodtype', 'golongandarah', 'politics', 'aliranpolitik',
    'nationality', 'kewarganegaraan', 'address', 'alamat', 'phone', 'telephone', 'telepon', 'telp', 'hp', 'nohp', 'nomorhp', 'whatsapp', 'wa', 'email', 'surel',
]);
/** True for the name of a protected attribute, in any case and with any separators: `jenis_kelamin`, `Jenis Kelamin`, `jenisKelamin`. */
export function isProtectedName(key) {
    return key.length <= 64 && PROTECTED.has(key.toLowerCase().replace(/[^a-z]/g, ''));
}
//# sourceMappingURL=protected.js.map