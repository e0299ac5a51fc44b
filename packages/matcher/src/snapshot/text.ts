/** Texts end to end as UTF-16 code units: text n from start[n] up to start[n + 1]. */
export interface FlatTexts {
  readonly start: Uint32Array
  readonly units: Uint16Array
}

/** Code units turned into text at once. */
const CHUNK = 8192

export function flattenTexts (texts: readonly string[]): FlatTexts {
  const start = new Uint32Array(texts.length + 1)
  texts.forEach((text, index) => { start[index + 1] = start[index] + text.length })
  const units = new Uint16Array(start[texts.length])
  texts.forEach((text, index) => {
    for (let i = 0; i < text.length; i++) units[start[index] + i] = text.charCodeAt(i)
  })
  return { start, units }
}

/** The texts again. Whole chunks become one string, of which the texts are slices: far cheaper than making each by itself. */
export function readTexts ({ start, units }: FlatTexts): string[] {
  const texts: string[] = []
  for (let first = 0; first + 1 < start.length;) {
    let end = first + 1
    while (end + 1 < start.length && start[end + 1] - start[first] <= CHUNK) end++
    // Spreading a typed array goes through its iterator, which takes three times as long as the whole.
    const chunk = String.fromCharCode.apply(null, units.subarray(start[first], start[end]) as unknown as number[])
    for (let text = first; text < end; text++) texts.push(chunk.slice(start[text] - start[first], start[text + 1] - start[first]))
    first = end
  }
  return texts
}
