/** Times of one case, in milliseconds. */
export interface Sample {
  /** Of all runs, sorted ascending. */
  readonly times: Float64Array
  /** The median of each input's runs, in the order of the inputs; NaN for one that was not reached. */
  readonly ofInput: Float64Array
}

export interface MeasureOptions {
  rounds: number
  /** From the second round on nothing new is begun when so many milliseconds have passed. Default Infinity. */
  budget?: number
  /** Every input has been worked on already, so no round is needed to warm up. */
  isWarm?: boolean
}

/**
 * Runs `work` on every input, after one round to warm up, `rounds` times over or until the budget is spent, and keeps every single time
 * but the warm-up's. What `work` returns is summed into a sink, so that no engine can leave the work out.
 */
export async function measure<Input> (inputs: readonly Input[], { rounds, budget = Infinity, isWarm = false }: MeasureOptions, work: (input: Input) => number | Promise<number>): Promise<Sample> {
  const times: number[] = []
  const runs: number[][] = inputs.map(() => [])
  let sink = 0
  if (!isWarm) for (const input of inputs) sink += await work(input)
  const begin = performance.now()
  const isSpent = (round: number): boolean => round > 0 && performance.now() - begin > budget
  for (let round = 0; round < rounds && !isSpent(round); round++) {
    for (const [at, input] of inputs.entries()) {
      if (isSpent(round)) break
      const start = process.hrtime.bigint()
      const result = work(input)
      // Waiting costs a turn of the loop, which work that is done at once must not be charged for.
      sink += typeof result === 'number' ? result : await result
      const time = Number(process.hrtime.bigint() - start) / 1e6
      times.push(time)
      runs[at].push(time)
    }
  }
  if (!Number.isFinite(sink)) throw new Error('The sink is not a number: the benchmark measured nothing.')
  return { times: Float64Array.from(times).sort(), ofInput: Float64Array.from(runs, medianOf) }
}

/** The lower of two in the middle; NaN for none. */
export function medianOf (values: readonly number[]): number {
  return values.length === 0 ? NaN : Float64Array.from(values).sort()[(values.length - 1) >> 1]
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
