import type { Matcher, Vacancy } from '@padan/matcher'
import { LIMIT, RANK_OPTIONS, type Market } from './market.ts'
import type { Sample } from './measure.ts'
import { shortNumber } from './row.ts'

/** Points of full marks; a hundredth of it is a per cent. */
const MOST_SCORE = 10_000_000

/** The slowest question by the median of its rounds, explained beside the one in the middle, as a note: what each asks, and how high its list ends. */
export function worstAdvert (bench: string, index: Matcher, market: Market, asked: readonly string[], { ofInput }: Sample): string {
  const bySpeed = asked.map((id, at) => ({ id, time: ofInput[at] })).filter(({ time }) => time > 0).sort((a, b) => a.time - b.time)
  const describe = ({ id, time }: { id: string, time: number }): string => `'${id}' (${shortNumber(time)} ms): it ${describeAdvert(index, market, id)}`
  return `${bench}: the slowest question in the median of its rounds is ${describe(bySpeed[bySpeed.length - 1])}. In the middle stands ${describe(bySpeed[bySpeed.length >> 1])}. The higher a list ends, the more an index may pass over.`
}

function describeAdvert (index: Matcher, market: Market, id: string): string {
  const advert = market.vacancies.find(vacancy => vacancy.id === id)!
  const eligible = index.rankSeekers(id, { ...RANK_OPTIONS, limit: market.numSeekers }).results
  const last = eligible[Math.min(LIMIT, eligible.length) - 1]
  const end = last === undefined ? 'nobody is eligible' : `${eligible.length.toLocaleString('en')} people are eligible, and the list of ${LIMIT} ends at ${(100 * last.score / MOST_SCORE).toFixed(2)} %`
  return `asks for ${unitsOf(market, advert)}, ${placeOf(advert)}${rulesOf(advert)}; ${silenceOf(advert)}${end}`
}

/** How much there is to look up: units, what else gives credit for them, and the sectors they come from. */
function unitsOf ({ taxonomy: { units } }: Market, { units: asked }: Vacancy): string {
  if (!Array.isArray(asked)) return asked === undefined ? 'units it does not tell' : 'no units'
  const numbers = asked.map(({ unit }) => units.indexOf(unit))
  const credited = new Set(numbers.flatMap(unit => [unit, ...units.relatives(unit).map(({ held }) => held)]))
  const sectors = new Set(numbers.map(unit => units.at(unit).sector))
  return `${asked.length} units of ${sectors.size === 1 ? 'one sector' : `${sectors.size} sectors`} (${credited.size} give credit for them)`
}

function placeOf ({ remote, point, region }: Vacancy): string {
  return remote === true ? 'from anywhere' : point === undefined && region === undefined ? 'without a place' : 'at a place'
}

/** What takes people out of the ranking however well they score. */
function rulesOf ({ units, education, licences = [], adultsOnly }: Vacancy): string {
  const asked = Array.isArray(units) ? units : []
  const rules = [
    ...asked.some(({ must }) => must) ? ['units that must be had'] : [],
    ...asked.some(({ certificate }) => certificate) ? ['certificates'] : [],
    ...typeof education === 'object' && education.must === true ? ['a least education'] : [],
    ...licences.length > 0 ? ['licences'] : [],
    ...adultsOnly === true ? ['adults'] : [],
  ]
  return rules.length === 0 ? '' : `, with hard rules on ${rules.join(', ')}`
}

/** Criteria an advert is silent about earn nobody anything, so everybody's scores lie nearer together. */
function silenceOf (advert: Vacancy): string {
  const criteria = ['education', 'fields', 'experience', 'occupation', 'sector', 'wage', 'jobType', 'hours'] as const
  const silent = criteria.filter(name => advert[name] === undefined)
  return silent.length === 0 ? '' : `it is silent about ${silent.join(', ')}; `
}
