/** Times of one case, in milliseconds, sorted ascending. */
export interface Sample {
  readonly times: Float64Array
}

/**
 * Runs `work` on every input, `rounds` times over, after one round to warm up, and keeps every single time but the warm-up's. What
 * `work` returns is summed into a sink, so that no engine can leave the work out.
 */
export function measure<Input> (inputs: readonly Input[], rounds: number, work: (input: Input) => number): Sample {
  const times = new Float64Array(inputs.length * rounds)
  let sink = 0
  for (const input of inputs) sink += work(input)
  let at = 0
  for (let round = 0; round < rounds; round++) {
    for (const input of inputs) {
      const start = process.hrtime.bigint()
      sink += work(input)
      times[at++] = Number(process.hrtime.bigint() - start) / 1e6
    }
  }
  if (!Number.isFinite(sink)) throw new Error('The sink is not a number: the benchmark measured nothing.')
  return { times: times.sort() }
}

/** As `measure`, for work that may have to be waited for. */
export async function measureEach<Input> (inputs: readonly Input[], rounds: number, work: (input: Input) => number | Promise<number>): Promise<Sample> {
  const times = new Float64Array(inputs.length * rounds)
  let sink = 0
  for (const input of inputs) sink += await work(input)
  let at = 0
  for (let round = 0; round < rounds; round++) {
    for (const input of inputs) {
      const start = process.hrtime.bigint()
      const result = work(input)
      // Waiting costs a turn of the loop, which work that is done at once must not be charged for.
      sink += typeof result === 'number' ? result : await result
      times[at++] = Number(process.hrtime.bigint() - start) / 1e6
    }
  }
  if (!Number.isFinite(sink)) throw new Error('The sink is not a number: the benchmark measured nothing.')
  return { times: times.sort() }
}

/** The time that a share (0..1) of the runs stayed within. */
export function quantile ({ times }: Sample, share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))]
}

/** Milliseconds of one run of `work`. */
export function once (work: () => void): number {
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start) / 1e6
}
