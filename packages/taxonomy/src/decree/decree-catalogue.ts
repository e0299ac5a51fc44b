import { checkLists } from '../check-arguments.ts'
import type { Catalogue, CatalogueUnit } from '../catalogue/catalogue.ts'
import { formatOfCode } from '../unit-code.ts'
import type { DecreeReading, DecreeUnit } from './decree.ts'

/**
 * The described units of a decree as a catalogue. A unit without a code or a title is left out, and so are all but the first description of a code:
 * each of them is among the findings. `decree` stands in for one that the text does not name.
 */
export function decreeCatalogue (reading: DecreeReading, decree: string | null = reading?.decree): Catalogue {
  checkLists(reading, 'decreeCatalogue', ['units'], 'readDecree')
  const units = new Map<string, CatalogueUnit>()
  for (const unit of reading.units) {
    if (unit.code !== '' && unit.title !== '' && !units.has(unit.code)) units.set(unit.code, catalogueUnit(unit, decree))
  }
  return { units: [...units.values()], clusters: [], relations: [] }
}

function catalogueUnit ({ code, title, description, elements }: DecreeUnit, decree: string | null): CatalogueUnit {
  return {
    code,
    title,
    decree,
    otherTitles: [],
    format: formatOfCode(code),
    confidence: decree === null ? 'single' : 'official',
    year: null,
    description,
    elements: elements.map(element => ({ title: element.title, criteria: element.criteria.map(({ text }) => text) })),
  }
}
