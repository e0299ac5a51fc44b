import { Matrix, SingularValueDecomposition } from 'ml-matrix'

/** Directions kept: beyond these the singular values are those of single schemes. */
const NUM_DIRECTIONS = 48

/**
 * How alike the company is that two units keep: the cosine of their rows in a truncated singular value decomposition of the positive pointwise mutual
 * information of units and schemes. 0 for a unit of no scheme. Same input, same order, same bits: `ml-matrix` iterates to a fixed tolerance without chance.
 */
export function companyOf (numUnits: number, schemes: ReadonlyArray<readonly number[]>): (a: number, b: number) => number {
  const members = schemes.map(units => [...new Set(units)])
  const uses = new Array<number>(numUnits).fill(0)
  for (const units of members) for (const unit of units) uses[unit]!++
  const rows = uses.flatMap((count, unit) => count > 0 ? unit : [])
  const placeOf = new Map(rows.map((unit, place) => [unit, place]))
  const total = uses.reduce((sum, count) => sum + count, 0)

  const information = new Matrix(rows.length, members.length)
  members.forEach((units, scheme) => {
    for (const unit of units) information.set(placeOf.get(unit)!, scheme, Math.max(0, Math.log(total / (uses[unit]! * units.length))))
  })
  const { leftSingularVectors, diagonal } = new SingularValueDecomposition(information, { computeRightSingularVectors: false, autoTranspose: true })
  const vectors = rows.map((_, place) => diagonal.slice(0, NUM_DIRECTIONS).map((value, k) => leftSingularVectors.get(place, k) * value))

  return (a, b) => {
    const left = vectors[placeOf.get(a) ?? -1]
    const right = vectors[placeOf.get(b) ?? -1]
    return left === undefined || right === undefined ? 0 : cosine(left, right)
  }
}

function cosine (left: readonly number[], right: readonly number[]): number {
  let dot = 0
  let ofLeft = 0
  let ofRight = 0
  for (let k = 0; k < left.length; k++) {
    dot += left[k]! * right[k]!
    ofLeft += left[k]! ** 2
    ofRight += right[k]! ** 2
  }
  return ofLeft === 0 || ofRight === 0 ? 0 : dot / Math.sqrt(ofLeft * ofRight)
}
