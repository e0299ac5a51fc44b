import type { Market } from '../placement/market.ts'

/** Throws RangeError where a market's pairs are not what `Market` says. O(pairs). */
export function checkMarket (market: Market): void {
  const { seekers, vacancies, start, vacancy, score } = market
  if (!Array.isArray(seekers) || !Array.isArray(vacancies)) throw new RangeError('market.seekers and market.vacancies must be lists of ids.')
  if (!(start instanceof Uint32Array) || !(vacancy instanceof Uint32Array)) throw new RangeError('market.start and market.vacancy must be Uint32Arrays.')
  if (start.length !== seekers.length + 1) throw new RangeError(`market.start must have ${seekers.length + 1} numbers, one for each seeker and the end, got ${start.length}.`)
  if (start[0] !== 0 || start[seekers.length] !== vacancy.length) throw new RangeError(`market.start must go from 0 to the number of pairs, ${vacancy.length}.`)
  if (score !== null && (!(score instanceof Int32Array) || score.length !== vacancy.length)) throw new RangeError(`market.score must be null or an Int32Array of ${vacancy.length} numbers, one for each pair.`)
  for (let seeker = 0; seeker < seekers.length; seeker++) {
    if (start[seeker + 1] < start[seeker] || start[seeker + 1] > vacancy.length) throw new RangeError(`market.start must not fall, nor pass the number of pairs, but does after seeker '${String(seekers[seeker])}'.`)
    for (let pair = start[seeker]; pair < start[seeker + 1]; pair++) {
      if (vacancy[pair] >= vacancies.length) throw new RangeError(`Pair ${pair} has the vacancy ${vacancy[pair]}, but there are ${vacancies.length}.`)
      if (pair > start[seeker] && vacancy[pair] <= vacancy[pair - 1]) throw new RangeError(`The vacancies of seeker '${String(seekers[seeker])}' must ascend, each once; pair ${pair} does not.`)
    }
  }
}
