/** The words of all slots, for bounds on everything but units. */
export interface Words {
  readonly summary: Int32Array
  readonly trade: Int32Array
  readonly whereabouts: Int32Array
}

/** Joins trade words. */
export function either (a: number, b: number): number {
  return a | b
}

/** One word for each run of words, which bounds them all. */
export function joinRuns (words: Int32Array, runStart: Uint32Array, join: (a: number, b: number) => number): Int32Array {
  const joined = new Int32Array(runStart.length - 1)
  for (let run = 0; run < joined.length; run++) {
    let all = 0
    for (let i = runStart[run]; i < runStart[run + 1]; i++) all = join(all, words[i])
    joined[run] = all
  }
  return joined
}
