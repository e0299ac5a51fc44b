import { SURE, type Reading } from './field-list.ts'

const HERE = '(?<![\\p{L}\\p{N}])'
const KM = '(?:(\\d{1,3})\\s{0,3}(?:-|–|sampai|hingga|to)\\s{0,3})?(\\d{1,3})\\s{0,3}(?:km|kilometers?|kilometres?)(?![\\p{L}\\p{N}])'
const MOST = '(?:maks(?:imal|imum|\\.)?|max(?:imal|imum|\\.)?|paling jauh|tidak lebih dari|up to|at most|within|hingga|sampai|dalam jarak|jarak maksimal)'
const HOME = '(?:rumah|tempat tinggal|kediaman|domisili|home)'
/** `radius 10 km`, `maks 15 km dari rumah`, `bersedia kerja maksimal 20 km`; at the end `10 km dari rumah`, which may only tell where something is. */
const REACH = new RegExp([
  `${HERE}radius(?: (?:kerja|maks(?:imal)?|max|of))?\\s{0,3}:?\\s{0,3}${KM}`,
  `${HERE}${MOST}\\s{0,3}${KM}\\s{1,3}(?:dari|from)\\s{1,3}(?:my\\s)?${HOME}`,
  `${HERE}(?:bersedia|siap|mau|jangkauan|willing to (?:work|travel|commute))[^\\n\\d.;]{0,40}${MOST}\\s{0,3}${KM}`,
  `${HERE}${KM}\\s{1,3}(?:dari|from)\\s{1,3}(?:my\\s)?${HOME}`,
].join('|'), 'iu')
const BARE = 6
const GUESSED = 650

/** How far from home a person would work, in whole kilometres, where they say so in a number. Of a range the farther end is taken, and guessed. */
export function readReach (text: string): Reading<number> | undefined {
  const match = REACH.exec(text)
  if (match === null) return undefined
  const [surface, ...numbers] = match
  const last = numbers.findLastIndex(number => number !== undefined)
  const km = Number(numbers[last])
  const sure = numbers[last - 1] === undefined && last < BARE
  return { value: km, from: [{ start: match.index, end: match.index + surface.length, surface, confidence: sure ? SURE : GUESSED, says: String(km) }], sure }
}
