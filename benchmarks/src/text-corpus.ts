import type { Taxonomy } from '@padan/taxonomy'

const LEVELS = ['SMA/SMK', 'D3', 'S1', 'SMK', 'SMP']

/** Adverts put together from the registers, so that their words are as many as those of real ones: the same for every run. */
export function makeAdverts (taxonomy: Taxonomy, count: number): string[] {
  const { occupations, concepts, units, regions } = taxonomy
  let state = 1
  const below = (bound: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % bound
  }
  const concept = (): string => concepts.at(below(concepts.size)).title
  const duty = (): string => `- ${units.at(below(units.size)).title}`
  return Array.from({ length: count }, () => [
    occupations.at(below(occupations.size)).title,
    `Kami membuka lowongan untuk posisi ${occupations.at(below(occupations.size)).title} di ${regions.at(below(regions.size)).name}.`,
    'Tanggung Jawab Pekerjaan :', duty(), duty(), duty(), duty(),
    'Keahlian :', `- Menguasai ${concept()} dan ${concept()}`, `- Memahami ${concept()}, ${concept()} serta ${concept()}`,
    'Kualifikasi :', `- Pendidikan minimal ${LEVELS[below(LEVELS.length)]}`, `- Pengalaman minimal ${1 + below(5)} tahun di bidang ${concept()}`,
    `- Domisili ${regions.at(below(regions.size)).name} dan sekitarnya, diutamakan memiliki SIM ${'ABC'[below(3)]}`,
    `Gaji Rp ${4 + below(4)}.${100 * below(10) || '000'}.000 per bulan, ${below(2) === 0 ? 'full time' : 'kontrak 6 bulan'}`,
  ].join('\n'))
}

/** A text with one letter of its longest word left out. */
export function misspelt (text: string): string {
  const longest = text.split(' ').reduce((best, word) => word.length > best.length ? word : best, '')
  const middle = longest.length >> 1
  return text.replace(longest, longest.slice(0, middle) + longest.slice(middle + 1))
}
