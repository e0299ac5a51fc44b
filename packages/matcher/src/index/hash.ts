/** One more integer in a hash of several. After MurmurHash3 by Austin Appleby. */
export function mixIn (hash: number, item: number): number {
  const mixed = Math.imul(item, 0xcc9e2d51)
  const joined = hash ^ Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593)
  return (Math.imul((joined << 13) | (joined >>> 19), 5) + 0xe6546b64) | 0
}

/** Its end, after which every bit depends on every bit. */
export function finishHash (hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
