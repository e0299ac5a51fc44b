/**
 * Words that the readers wait for and that people misspell: a word one letter away from exactly one of them is taken for it. Six letters or more, and chosen
 * so that no other common word of either language is that near; those that are stand in `SOUND_WORDS`. By hand.
 */
export const MENDABLE_WORDS: readonly string[] = [
  'pengalaman', 'berpengalaman', 'pendidikan', 'minimal', 'minimum', 'jurusan', 'sarjana', 'diploma', 'magister', 'lulusan', 'sederajat', 'penempatan',
  'ditempatkan', 'domisili',
  'berdomisili', 'diutamakan', 'kabupaten', 'kecamatan', 'inggris', 'mandarin', 'freelance', 'fulltime', 'internship', 'experience', 'graduate', 'freshgraduate', 'bachelor',
  'kualifikasi',
  'persyaratan', 'forklift', 'accounting', 'akuntansi', 'manajemen', 'penghasilan', 'english', 'japanese', 'preferred',
]

/** Sound words one letter away from a listed word or from the name of a city; they are never mended. */
export const SOUND_WORDS: readonly string[] = [
  'diplomat', 'diplomas', 'sekarang', 'diutarakan', 'experienced', 'experiences', 'freelancer', 'freelancers', 'graduated', 'graduates', 'bachelors',
  'internships', 'penempaan', 'penawaran', 'prepare', 'prepared', 'prepares',
]
