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

type Work<Input> = (input: Input) => number | Promise<number>

/**
 * Runs `work` on every input, after one round to warm up, `rounds` times over or until the budget is spent, and keeps every single time
 * but the warm-up's. What `work` returns is summed into a sink, so that no engine can leave the work out.
 */
export async function measure<Input> (inputs: readonly Input[], options: MeasureOptions, work: Work<Input>): Promise<Sample> {
  const [sample] = await measureInTurn(inputs, options, [work])
  return sample
}

/** Likewise, with several kinds of work on each input one after the other: what else the machine does, and what its caches hold, is then the same for all. */
export async function measureInTurn<Input, Works extends ReadonlyArray<Work<Input>>> (inputs: readonly Input[], { rounds, budget = Infinity, isWarm = false }: MeasureOptions, works: readonly [...Works]): Promise<{ [W in keyof Works]: Sample }> {
  const samples = works.map(() => ({ times: [] as number[], runs: inputs.map((): number[] => []) }))
  let sink = 0
  if (!isWarm) for (const input of inputs) for (const work of works) sink += await work(input)
  const begin = performance.now()
  const isSpent = (round: number): boolean => round > 0 && performance.now() - begin > budget
  for (let round = 0; round < rounds && !isSpent(round); round++) {
    for (const [at, input] of inputs.entries()) {
      if (isSpent(round)) break
      for (const [n, work] of works.entries()) {
        const start = process.hrtime.bigint()
        const result = work(input)
        // Waiting costs a turn of the loop, which work that is done at once must not be charged for.
        sink += typeof result === 'number' ? result : await result
        const time = Number(process.hrtime.bigint() - start) / 1e6
        samples[n].times.push(time)
        samples[n].runs[at].push(time)
      }
    }
  }
  if (!Number.isFinite(sink)) throw new Error('The sink is not a number: the benchmark measured nothing.')
  return samples.map(({ times, runs }): Sample => ({ times: Float64Array.from(times).sort(), ofInput: Float64Array.from(runs, medianOf) })) as { [W in keyof Works]: Sample }
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
