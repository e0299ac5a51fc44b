/** Preference lists by number, best first, as they come out of a form. */
export interface PreferenceLists {
  readonly seats: Uint32Array
  /** Of each seeker, vacancies; of each vacancy, seekers. A pair is on both lists or on neither. */
  readonly ofSeekers: readonly Uint32Array[]
  readonly ofVacancies: readonly Uint32Array[]
}

export interface MarketSize {
  seekers: number
  vacancies: number
  /** Vacancies on each seeker's list, all different. */
  listed: number
  /** Seats in all, spread evenly. */
  seats: number
}

const TWO_TO_32 = 4_294_967_296

/**
 * A market of random lists. A vacancy's worth to everybody is half common, half personal, on both sides, so that many want the same as
 * people do. The same numbers on every machine for the same seed.
 */
export function randomLists ({ seekers, vacancies, listed, seats }: MarketSize, seed: number): PreferenceLists {
  const next = generator(seed)
  const below = (bound: number): number => Math.floor(next() * bound / TWO_TO_32)
  const standing = Uint32Array.from({ length: seekers }, () => below(1000))
  const fame = Uint32Array.from({ length: vacancies }, () => below(1000))
  const applicants: number[][] = Array.from({ length: vacancies }, () => [])
  const deck = Uint32Array.from({ length: vacancies }, (_, at) => at)
  const ofSeekers = Array.from({ length: seekers }, (_, seeker) => {
    for (let at = 0; at < listed; at++) {
      const other = at + below(vacancies - at);
      [deck[at], deck[other]] = [deck[other], deck[at]]
    }
    const list = deck.slice(0, listed)
    for (const vacancy of list) applicants[vacancy].push(seeker)
    return sortedByWorth(list, vacancy => fame[vacancy] + below(1000))
  })
  const ofVacancies = applicants.map(list => sortedByWorth(Uint32Array.from(list), seeker => standing[seeker] + below(1000)))
  return { seats: Uint32Array.from({ length: vacancies }, (_, at) => Math.floor((at + 1) * seats / vacancies) - Math.floor(at * seats / vacancies)), ofSeekers, ofVacancies }
}

function sortedByWorth (list: Uint32Array, worthOf: (member: number) => number): Uint32Array {
  const worth = new Map(Array.from(list, member => [member, worthOf(member)]))
  return list.sort((a, b) => (worth.get(b) as number) - (worth.get(a) as number) || a - b)
}

/** Marsaglia's xorshift32, from any seed but zero. */
function generator (seed: number): () => number {
  let state = seed | 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}
