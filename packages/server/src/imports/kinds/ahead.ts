/** Does work now. Whoever asks for it gets what came of it, or what it threw. */
export function ahead<T> (work: () => T): () => T {
  try {
    const done = work()
    return () => done
  } catch (error) {
    return () => { throw error }
  }
}
