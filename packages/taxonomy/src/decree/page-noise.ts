import { squeeze } from './decree-lines.ts'
import { headingOf } from './headings.ts'

/** `- 12 -`, `Halaman 12 dari 80`: nothing but a page number. */
const PAGE_MARK = /^(?:[-–—] ?\d{1,4} ?[-–—]|(?:halaman|hal\.?|page) \d{1,4}(?: (?:dari|of|\/) \d{1,4})?)$/i

/** An address alone in its line is printed on pages by whoever publishes them. */
const ADDRESS = /^(?:https?:\/\/|www\.|jdih\.)\S+$/i

const BARE_NUMBER = /^\d{1,4}$/

/** A bare number is a page's where it follows the last one by at most this much. */
const MOST_PAGES_WITHOUT_NUMBER = 5

/** Lines at the edge of fewer pages than this are no running heads. */
const LEAST_REPEATS = 3

export type PageNoise = 'page' | 'stray-number'

/**
 * Page numbers, addresses, and the running heads beside them: lines that are the same beside half of all page numbers or more. A number that stands alone and
 * does not go on from the last page is told, since it may belong to a text.
 */
export function pageNoise (lines: readonly string[]): Map<number, PageNoise> {
  const noise = new Map<number, PageNoise>()
  const marks: number[] = []
  let lastPage: number | undefined
  lines.forEach((line, place) => {
    const text = squeeze(line.length > 60 ? '' : line)
    if (ADDRESS.test(text)) {
      noise.set(place, 'page')
      return
    } else if (PAGE_MARK.test(text)) {
      lastPage = Number(/\d+/.exec(text)![0])
    } else if (BARE_NUMBER.test(text)) {
      const page = Number(text)
      const follows = lastPage === undefined ? page <= MOST_PAGES_WITHOUT_NUMBER : page > lastPage && page <= lastPage + MOST_PAGES_WITHOUT_NUMBER
      noise.set(place, follows ? 'page' : 'stray-number')
      if (!follows) return
      lastPage = page
    } else return
    noise.set(place, 'page')
    marks.push(place)
  })
  for (const place of runningHeads(lines, marks)) noise.set(place, 'page')
  return noise
}

function runningHeads (lines: readonly string[], marks: readonly number[]): number[] {
  const places = new Map<string, number[]>()
  const beside = new Set<number>()
  const markSet = new Set(marks)
  for (const mark of marks) {
    for (const step of [-1, 1]) {
      const place = nextFilled(lines, mark, step)
      if (place === undefined || markSet.has(place) || beside.has(place)) continue
      beside.add(place)
      const text = squeeze(lines[place]!.slice(0, 200))
      if (headingOf(text) !== undefined) continue
      const known = places.get(text)
      if (known === undefined) places.set(text, [place])
      else known.push(place)
    }
  }
  return [...places.values()].filter(found => found.length >= LEAST_REPEATS && 2 * found.length >= marks.length).flat()
}

/** The nearest line with text, at most three lines away. */
function nextFilled (lines: readonly string[], from: number, step: number): number | undefined {
  for (let place = from + step; place !== from + 4 * step; place += step) {
    if (lines[place] !== undefined && lines[place]!.trim() !== '') return place
  }
  return undefined
}
