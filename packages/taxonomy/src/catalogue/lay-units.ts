import { normaliseName } from '../normalise.ts'
import type { UnitRow } from '../unit-rows.ts'
import type { CatalogueProblem, CatalogueUnit } from './catalogue.ts'

/**
 * Lays the units of one catalogue on the rows, which it changes. A unit meets the row with its code and decree; without
 * such a row, the one with its code and title where either side does not know its decree. What meets a row of another title
 * is a conflict unless `replace`. What meets none is new.
 */
export function layUnits (rows: UnitRow[], units: readonly CatalogueUnit[], replace: boolean, problems: CatalogueProblem[]): void {
  const places = new Map<string, number[]>()
  rows.forEach(({ code }, place) => places.set(code, [...places.get(code) ?? [], place]))
  const laid = new Set<number>()

  for (const unit of units) {
    const where = `unit ${unit.code}`
    const known = places.get(unit.code) ?? []
    const met = meetingPlace(rows, known, unit)
    if (met === undefined) {
      places.set(unit.code, [...known, rows.length])
      laid.add(rows.length)
      rows.push({ ...unit })
      continue
    }
    const row = rows[met]!
    if (laid.has(met)) {
      problems.push({ where, message: `it stands in the catalogue twice, as ${JSON.stringify(row.title)} and as ${JSON.stringify(unit.title)}: expected once, or two decrees.` })
    } else if (replace || isSameTitle(row, unit)) {
      rows[met] = Object.assign(row, unit, { decree: unit.decree ?? row.decree })
    } else {
      problems.push({
        where,
        message: `it is already ${JSON.stringify(row.title)}, the catalogue calls it ${JSON.stringify(unit.title)}: expected the same title, another decree, or replace: true.`,
      })
    }
    laid.add(met)
  }
}

function meetingPlace (rows: readonly UnitRow[], known: readonly number[], unit: CatalogueUnit): number | undefined {
  const sameDecree = known.find(place => rows[place]!.decree === unit.decree)
  if (sameDecree !== undefined) return sameDecree
  const sameTitle = known.find(place => isSameTitle(rows[place]!, unit) && (unit.decree === null || rows[place]!.decree === null))
  if (sameTitle !== undefined) return sameTitle
  // Without a decree nothing says that this is another unit than the one there is.
  return unit.decree === null ? known[0] : undefined
}

function isSameTitle (row: UnitRow, unit: CatalogueUnit): boolean {
  return normaliseName(row.title) === normaliseName(unit.title)
}
