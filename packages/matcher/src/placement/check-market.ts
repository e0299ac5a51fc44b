import type { Market } from './market.ts'

/**
 * Throws TypeError or RangeError for a market whose parts do not fit together, naming the first that does not. One pass over ids and
 * pairs; ranks and scores may hold any number of their type.
 */
export function checkMarket (market: Market): void {
  if (market === null || typeof market !== 'object') throw new TypeError(`A market must be an object, got ${market === null ? 'null' : typeof market}.`)
  const { seekers, vacancies, seats, start, vacancy, score, seekerRank, vacancyRank } = market
  checkIds('seekers', seekers)
  checkIds('vacancies', vacancies)
  checkWords('seats', seats, vacancies.length, 'one number a vacancy')
  checkWords('start', start, seekers.length + 1, 'one number a seeker and the end')
  if (!(vacancy instanceof Uint32Array)) throw new TypeError('market.vacancy must be a Uint32Array.')
  checkPairs(market)
  if (score !== null && !(score instanceof Int32Array)) throw new TypeError('market.score must be an Int32Array or null.')
  if (score !== null && score.length !== vacancy.length) throw new RangeError(`market.score must have ${vacancy.length} numbers (one a pair), got ${score.length}.`)
  if (seekerRank !== null) checkWords('seekerRank', seekerRank, vacancy.length, 'one number a pair, or be null')
  if (vacancyRank !== null) checkWords('vacancyRank', vacancyRank, vacancy.length, 'one number a pair, or be null')
}

function checkIds (name: string, ids: readonly string[]): void {
  if (!Array.isArray(ids)) throw new TypeError(`market.${name} must be an array of ids.`)
  const strange = ids.findIndex(id => typeof id !== 'string')
  if (strange !== -1) throw new TypeError(`market.${name}[${strange}] must be a string, got ${typeof ids[strange]}.`)
  if (new Set(ids).size === ids.length) return
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) throw new RangeError(`market.${name} has '${id}' twice; every id must be there once.`)
    seen.add(id)
  }
}

function checkWords (name: string, words: Uint32Array, length: number, shape: string): void {
  if (!(words instanceof Uint32Array)) throw new TypeError(`market.${name} must be a Uint32Array.`)
  if (words.length !== length) throw new RangeError(`market.${name} must have ${length} numbers (${shape}), got ${words.length}.`)
}

function checkPairs ({ seekers, vacancies, start, vacancy }: Market): void {
  const numVacancies = vacancies.length
  if (start[0] !== 0) throw new RangeError(`market.start must begin with 0, got ${start[0]}.`)
  if (start[seekers.length] !== vacancy.length) throw new RangeError(`market.start must end with ${vacancy.length}, the number of pairs, got ${start[seekers.length]}.`)
  for (let seeker = 0; seeker < seekers.length; seeker++) {
    if (start[seeker + 1] < start[seeker]) throw new RangeError(`market.start must not fall, got ${start[seeker]} and then ${start[seeker + 1]} for seeker '${seekers[seeker]}'.`)
  }
  for (let seeker = 0; seeker < seekers.length; seeker++) {
    const end = start[seeker + 1]
    let last = -1
    let pair = start[seeker]
    // Where they ascend, the last is the greatest.
    for (let at = -1; pair < end && vacancy[pair] > at; pair++) at = vacancy[pair]
    if (pair === end && (pair === start[seeker] || vacancy[pair - 1] < numVacancies)) continue
    for (pair = start[seeker]; pair < end; pair++) {
      const at = vacancy[pair]
      if (at >= numVacancies) throw new RangeError(`market.vacancy[${pair}] is ${at}, and there are ${numVacancies} vacancies.`)
      if (at <= last) throw new RangeError(`The pairs of seeker '${seekers[seeker]}' must have ascending vacancies, each once; got ${at} after ${last}.`)
      last = at
    }
  }
}
