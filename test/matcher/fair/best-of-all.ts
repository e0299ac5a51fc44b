import type { Fair } from '@padan/matcher/fair'
import type { SmallFair } from './small-fairs.ts'

export interface Best {
  people: number
  access: number
  residents: number
  score: number
  /** Slots up to the last interview, the fewest of equally good plans. */
  slots: number
}

type Day = Array<{ booth: number, slot: number, score: number }>

/** Every plan there is, tried out. Of those with the most people, then the most who need access, then the most residents up to the share of the people: the best score, and of these the earliest end. */
export function bestOfAll ({ market, fair }: SmallFair): Best {
  const most = Math.max(...everyPlan({ market, fair }).map(({ people }) => people))
  const reserved = Math.ceil((fair.residents?.perMille ?? 0) * most / 1000)
  const worth = (plan: Best): number[] => [plan.people, plan.access, Math.min(plan.residents, reserved), plan.score, -plan.slots]
  return everyPlan({ market, fair }).reduce((best, next) => compare(worth(next), worth(best)) > 0 ? next : best)
}

function compare (a: number[], b: number[]): number {
  const at = a.findIndex((value, n) => value !== b[n])
  return at === -1 ? 0 : a[at]! - b[at]!
}

const known = new WeakMap<Fair, Best[]>()

function everyPlan ({ market, fair }: SmallFair): Best[] {
  const found = known.get(fair)
  if (found !== undefined) return found
  const { slots, booths, hall = Infinity, waves = [] } = fair
  const days = market.seekers.map((_, seeker) => daysOf({ market, fair }, seeker))
  const cells = booths.map(() => slots.map(() => 0))
  const inHall = slots.map(() => 0)
  const inWave = waves.map(() => 0)
  const plans = new Map<string, Best>()
  const isResident = market.seekers.map(id => Number(fair.residents?.seekers.includes(id) ?? false))
  const needsAccess = market.seekers.map(id => Number(fair.access?.includes(id) ?? false))
  const count = (day: Day, by: number): void => {
    for (const { booth, slot } of day) cells[booth]![slot]! += by
    if (day.length === 0) return
    for (let slot = day[0]!.slot; slot <= day[day.length - 1]!.slot; slot++) inHall[slot]! += by
    const wave = waves.findIndex(({ slots: own }) => own.includes(slots[day[0]!.slot]!))
    if (wave >= 0) inWave[wave]! += by
  }
  const isWithin = (day: Day): boolean => day.every(({ booth, slot }) => cells[booth]![slot]! <= booths[booth]!.tables) && inHall.every(people => people <= hall) && inWave.every((people, n) => people <= waves[n]!.size)
  const go = (seeker: number, sum: Best): void => {
    if (seeker === days.length) {
      const key = `${sum.people} ${sum.access} ${sum.residents}`
      const before = plans.get(key)
      if (before === undefined || compare([sum.score, -sum.slots], [before.score, -before.slots]) > 0) plans.set(key, sum)
      return
    }
    for (const day of days[seeker]!) {
      const served = Number(day.length > 0)
      count(day, 1)
      if (isWithin(day)) {
        go(seeker + 1, {
          people: sum.people + served,
          access: sum.access + served * needsAccess[seeker]!,
          residents: sum.residents + served * isResident[seeker]!,
          score: sum.score + day.reduce((all, { score }) => all + score, 0),
          slots: Math.max(sum.slots, ...day.map(({ slot }) => slot + 1)),
        })
      }
      count(day, -1)
    }
  }
  go(0, { people: 0, access: 0, residents: 0, score: 0, slots: 0 })
  const all = [...plans.values()]
  known.set(fair, all)
  return all
}

/** All days one person could have, the empty one included. */
function daysOf ({ market, fair }: SmallFair, seeker: number): Day[] {
  const { slots, booths, interviewsEach = 1, walk = Infinity, waves = [], late = [], absent = [], access = [] } = fair
  const id = market.seekers[seeker]!
  if (absent.includes(id)) return [[]]
  const from = Math.max(0, ...late.filter(one => one.seeker === id).map(one => slots.indexOf(one.from)))
  const worth = booths.map(booth => Math.max(...[...market.vacancy.keys()]
    .filter(pair => pair >= market.start[seeker]! && pair < market.start[seeker + 1]! && booth.vacancies.includes(market.vacancies[market.vacancy[pair]!]!))
    .map(pair => market.score![pair]!)))
  const isFar = (a: number, b: number): boolean => {
    const [one, two] = [booths[a]!.at, booths[b]!.at]
    return one !== undefined && two !== undefined && Math.hypot(one.x - two.x, one.y - two.y) > walk
  }
  const days: Day[] = [[]]
  const grow = (day: Day, slot: number): void => {
    if (slot === slots.length) return
    grow(day, slot + 1)
    if (slot < from || day.length === interviewsEach) return
    if (day.length === 0 && waves.length > 0 && !waves.some(({ slots: own }) => own.includes(slots[slot]!))) return
    booths.forEach(({ open = slots, accessible, tables }, booth) => {
      if (worth[booth] === -Infinity || tables === 0 || !open.includes(slots[slot]!) || (access.includes(id) && accessible !== true)) return
      const last = day[day.length - 1]
      if (day.some(other => other.booth === booth) || (last !== undefined && last.slot === slot - 1 && isFar(last.booth, booth))) return
      const next = [...day, { booth, slot, score: worth[booth]! }]
      days.push(next)
      grow(next, slot + 1)
    })
  }
  grow([], 0)
  return days
}
