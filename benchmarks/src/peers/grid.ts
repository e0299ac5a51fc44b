/**
 * A grid over the map, coarse enough that a limit on the way to work crosses a few cells only. It lets a database look up who can be
 * in reach at all; people without a limit share a cell of their own.
 */
const CELLS_PER_DEGREE = 2
const COLUMNS = 360 * CELLS_PER_DEGREE
const METRES_PER_DEGREE = 111_195
/** The cell of everybody whom no distance puts out of reach. */
export const CELL_OF_ANYWHERE = -1

export interface Degrees {
  lat: number
  lng: number
}

export function cellOf ({ lat, lng }: Degrees): number {
  return rowOf(lat) * COLUMNS + columnOf(lng)
}

/** The cells within so many metres and the one of people without a limit; undefined, for all cells, where the map has an edge there. */
export function cellsAround ({ lat, lng }: Degrees, metres: number): number[] | undefined {
  // A little more, since a degree is not the same everywhere.
  const up = 1.01 * metres / METRES_PER_DEGREE
  const nearestPole = Math.abs(lat) + up
  if (nearestPole >= 85) return undefined
  const aside = up / Math.cos(nearestPole * Math.PI / 180)
  if (Math.abs(lng) + aside >= 180) return undefined
  const cells = [CELL_OF_ANYWHERE]
  for (let row = rowOf(lat - up); row <= rowOf(lat + up); row++) {
    for (let column = columnOf(lng - aside); column <= columnOf(lng + aside); column++) cells.push(row * COLUMNS + column)
  }
  return cells
}

function rowOf (lat: number): number {
  return Math.floor((lat + 90) * CELLS_PER_DEGREE)
}

function columnOf (lng: number): number {
  return Math.floor((lng + 180) * CELLS_PER_DEGREE)
}
