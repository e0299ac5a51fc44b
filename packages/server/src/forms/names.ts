import type { Taxonomy } from '@padan/taxonomy'

interface Titled {
  get: (code: string) => { title: string } | undefined
}

/** A code as people read it: its title, and the code behind; the code alone where the reference data does not know it. */
export function titleOf (register: Titled, code: string): string {
  const title = register.get(code)?.title
  return title === undefined ? code : `${title} (${code})`
}

/** A place with what it lies in: `Karawaci, Kota Tangerang, Banten`. */
export function placeOf ({ regions }: Pick<Taxonomy, 'regions'>, code: string): string {
  const names: string[] = []
  for (let region = regions.get(code); region !== undefined; region = region.parent === null ? undefined : regions.at(region.parent)) names.push(region.name)
  return names.length === 0 ? code : names.join(', ')
}

/** An amount as forms write it: `Rp6.000.000`. */
export function rupiah (amount: number): string {
  return `Rp${String(amount).replaceAll(/\B(?=(\d{3})+$)/g, '.')}`
}
