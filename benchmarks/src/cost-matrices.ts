/** An assignment problem of the textbooks: every row is to have a column of its own, for the least total cost. */
export interface CostMatrix {
  name: string
  size: number
  /** Row after row. */
  costs: Int32Array
}

/** Squares whose costs are drawn evenly, narrow so that ties are many and wide so that there are none, and products, which are the hardest. `share` of the full sides, 600 and 700. */
export function costMatrices (share: number): CostMatrix[] {
  const [smaller, larger] = [Math.round(share * 600), Math.round(share * 700)]
  return [evenCosts(smaller, 100), evenCosts(larger, 100), evenCosts(smaller, 1_000_000), evenCosts(larger, 1_000_000), products(smaller)]
}

function products (size: number): CostMatrix {
  return { name: `${size} x ${size}, costs i times j`, size, costs: Int32Array.from({ length: size * size }, (_, pair) => (Math.floor(pair / size) + 1) * (pair % size + 1)) }
}

function evenCosts (size: number, most: number): CostMatrix {
  const draw = stream(size + most)
  return { name: `${size} x ${size}, costs 1 to ${most.toLocaleString('en')}`, size, costs: Int32Array.from({ length: size * size }, () => 1 + draw(most)) }
}

/** Seeded whole numbers below a bound (xorshift of 32 bits). */
function stream (seed: number): (bound: number) => number {
  let state = Math.imul(seed, 2_654_435_761) | 1
  return bound => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor((state >>> 0) / 4_294_967_296 * bound)
  }
}
