/** Bytes that are in use, heap and what hangs on it, once the garbage has been collected. */
export function inUse (): number {
  const { gc } = globalThis
  if (gc === undefined) throw new Error('The garbage cannot be collected on demand; expected node --expose-gc.')
  gc()
  gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
