import { spawnSync } from 'node:child_process'

/** What SciPy's `linear_sum_assignment`, which is C++, makes of a square of costs. */
export interface ScipyAssignment {
  total: number
  /** Milliseconds of each round, sorted. */
  times: Float64Array
}

const SCRIPT = `
import sys, time, json, numpy
from scipy.optimize import linear_sum_assignment
rounds, size = int(sys.argv[1]), int(sys.argv[2])
costs = numpy.frombuffer(sys.stdin.buffer.read(), dtype=numpy.int32).reshape(size, size).astype(numpy.float64)
times = []
for _ in range(rounds + 1):
    start = time.perf_counter()
    rows, columns = linear_sum_assignment(costs)
    times.append(1000 * (time.perf_counter() - start))
print(json.dumps({'total': int(costs[rows, columns].sum()), 'times': sorted(times[1:])}))
`

/** Null where there is no Python with SciPy. Its matrix is one of doubles already, so that nothing but solving is timed. */
export function scipyAssignment (size: number, costs: Int32Array, rounds: number): ScipyAssignment | null {
  const { status, stdout } = spawnSync('python3', ['-c', SCRIPT, String(rounds), String(size)], { input: new Uint8Array(costs.buffer, costs.byteOffset, costs.byteLength), encoding: 'utf8' })
  if (status !== 0) return null
  const { total, times } = JSON.parse(stdout)
  return { total, times: Float64Array.from(times as number[]) }
}
