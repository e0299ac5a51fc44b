/** Which part an advert belongs to. Rules may be written while looking at `tune`; only `report` is quoted. */
export type Part = 'tune' | 'report'

const FNV_BASIS = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** FNV-1a, 32 bits, over the seed and the id: half and half, and the same on every machine. */
export function partOf (id: string, seed: string): Part {
  const hash = hashOf(`${seed}:${id}`)
  // The lowest bits of FNV mix least.
  return ((hash >>> 16) ^ hash) % 2 === 0 ? 'tune' : 'report'
}

export function hashOf (text: string): number {
  let hash = FNV_BASIS
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), FNV_PRIME) >>> 0
  return hash
}
