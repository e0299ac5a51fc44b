/** How many referrals each vacancy can carry when everybody's list is spread over the seats. */
export interface FairShare {
  /** Referrals a seat. */
  readonly load: number
  /** `load` x seats, or the number of candidates where that is less. */
  readonly share: Uint32Array
}

/**
 * The least whole number of referrals a seat at which all lists find room: the least `load` >= 1 with the sum of
 * min(candidates, load x seats) at or over `wanted`. `wanted` may not be more than all candidates of vacancies with seats.
 * O(vacancies log wanted).
 */
export function fairShare (seats: Uint32Array, startOfVacancy: Uint32Array, wanted: number): FairShare {
  const shareOf = (vacancy: number, load: number): number => Math.min(startOfVacancy[vacancy + 1] - startOfVacancy[vacancy], load * seats[vacancy])
  const hasRoom = (load: number): boolean => {
    let room = 0
    for (let vacancy = 0; vacancy < seats.length && room < wanted; vacancy++) room += shareOf(vacancy, load)
    return room >= wanted
  }
  let [low, high] = [1, Math.max(1, wanted)]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (hasRoom(middle)) high = middle
    else low = middle + 1
  }
  return { load: low, share: Uint32Array.from(seats, (_, vacancy) => shareOf(vacancy, low)) }
}
