import type { ProtectedKind } from '@padan/taxonomy/text'
import type { AdvertReading } from './read-advert.ts'

/** Kinds of refused demands in English and Indonesian. */
export const PROTECTED_NAMES: Readonly<Record<ProtectedKind, readonly [en: string, id: string]>> = Object.freeze({
  sex: ['sex', 'jenis kelamin'],
  age: ['age', 'usia'],
  marital: ['marital status', 'status perkawinan'],
  appearance: ['appearance', 'penampilan'],
  religion: ['religion', 'agama'],
  ethnicity: ['ethnicity', 'suku'],
  height: ['height or weight', 'tinggi atau berat badan'],
  photo: ['photo', 'foto'],
})

/** What an advert tells by itself. */
const TOLD = new Set(['id', 'title'])

/** Counts what adverts said, and what of it was refused. */
export class AdvertTally {
  #adverts = 0
  #withUnits = 0
  readonly #fields = new Map<string, number>()
  readonly #refused = new Map<ProtectedKind, number>()

  add ({ vacancy, refused }: AdvertReading): void {
    this.#adverts++
    if (vacancy.units !== undefined) this.#withUnits++
    for (const field of Object.keys(vacancy)) if (!TOLD.has(field)) this.#fields.set(field, (this.#fields.get(field) ?? 0) + 1)
    for (const { kind } of refused) this.#refused.set(kind, (this.#refused.get(kind) ?? 0) + 1)
  }

  /** How often each field was made out of the words of adverts, for whoever has to confirm them. */
  tellFields (language: 'en' | 'id'): string {
    const fields = [...this.#fields].sort(([, a], [, b]) => b - a).map(([field, count]) => `${field} ${count}`).join(', ')
    return `${language === 'id' ? 'Dibaca dari kata-kata iklan' : 'Read out of the words of adverts'}: ${fields === '' ? '-' : fields}.`
  }

  /** One or two sentences in English or Indonesian. */
  tell (language: 'en' | 'id'): string {
    const indonesian = language === 'id'
    const kinds = [...this.#refused].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${PROTECTED_NAMES[kind][indonesian ? 1 : 0]} ${count}`).join(', ')
    const read = indonesian
      ? `${this.#adverts} iklan dibaca, ${this.#withUnits} menyebut unit kompetensi.`
      : `${this.#adverts} adverts read, ${this.#withUnits} name competency units.`
    if (kinds === '') return read
    return indonesian
      ? `${read} Syarat yang ditolak dan tidak dipakai: ${kinds}.`
      : `${read} Demands that were refused and are not used: ${kinds}.`
  }
}
