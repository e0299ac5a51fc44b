import { checkNames } from '../engine/options.ts'
import type { Market } from '../placement/market.ts'
import type { Booth, Fair } from './fair.ts'
import { NO_BOOTH, NO_WAVE, type FairFacts } from './fair-facts.ts'
import { numbered, readFlag, readList, readNumber, readText, readWhole } from './read-values.ts'

const FAIR_NAMES = ['slots', 'booths', 'interviewsEach', 'hall', 'walk', 'waves', 'residents', 'access', 'late', 'absent']
const BOOTH_NAMES = ['id', 'vacancies', 'tables', 'open', 'accessible', 'at']
const PER_MILLE = 1000

/** Checks a fair against its market and turns names into numbers. Throws RangeError with the first thing that is wrong. O(booths² + people). */
export function readFair (market: Market, fair: Fair, seekers: ReadonlyMap<string, number> = numbered('market.seekers', market.seekers)): FairFacts {
  checkNames(fair, FAIR_NAMES)
  const slots = numbered('slots', readList('slots', fair.slots))
  const booths = readList<Booth>('booths', fair.booths)
  const numPeople = market.seekers.length
  const numSlots = slots.size
  booths.forEach((booth, n) => checkNames(object(`booths[${n}]`, booth), BOOTH_NAMES))
  numbered('booths', booths.map(({ id }) => id))
  const tables = Uint32Array.from(booths, ({ id, tables }) => Math.min(numPeople, readWhole(`tables of booth '${id}'`, tables, 0)))
  const isOpen = readOpen(booths, slots)
  const hall = fair.hall === undefined ? Infinity : readWhole('hall', fair.hall, 0)
  const needsAccess = readGroup('access', fair.access, seekers)
  return {
    numPeople,
    numBooths: booths.length,
    numSlots,
    boothOf: readVacancies(market, booths),
    tables,
    isOpen,
    isAccessible: Uint8Array.from(booths, ({ id, accessible }) => Number(readFlag(`accessible of booth '${id}'`, accessible))),
    isFar: readFar(booths, fair.walk),
    interviewsEach: Math.min(numSlots, fair.interviewsEach === undefined ? 1 : readWhole('interviewsEach', fair.interviewsEach, 1)),
    slotRoom: Float64Array.from(slots.keys(), (_, slot) => Math.min(hall, openTables(tables, isOpen, slot, numSlots))),
    hall: Math.min(hall, numPeople),
    ...readWaves(fair, slots),
    ...readResidents(fair, seekers),
    needsAccess,
    ...readComing(fair, seekers, slots),
  }
}

function readVacancies (market: Market, booths: readonly Booth[]): Int32Array {
  const vacancies = numbered('market.vacancies', market.vacancies)
  const boothOf = new Int32Array(vacancies.size).fill(NO_BOOTH)
  booths.forEach(({ id, vacancies: own }, booth) => {
    for (const name of readList<string>(`vacancies of booth '${id}'`, own)) {
      const vacancy = look(vacancies, name, `Booth '${id}' has the vacancy`)
      if (boothOf[vacancy] !== NO_BOOTH) throw new RangeError(`The vacancy '${name}' is at booth '${booths[boothOf[vacancy]].id}' and again at booth '${id}'; give it one.`)
      boothOf[vacancy] = booth
    }
  })
  return boothOf
}

function readOpen (booths: readonly Booth[], slots: ReadonlyMap<string, number>): Uint8Array {
  const isOpen = new Uint8Array(booths.length * slots.size)
  booths.forEach(({ id, open }, booth) => {
    for (const name of open === undefined ? slots.keys() : readList<string>(`open of booth '${id}'`, open)) isOpen[booth * slots.size + look(slots, name, `Booth '${id}' is open in the slot`)] = 1
  })
  return isOpen
}

function openTables (tables: Uint32Array, isOpen: Uint8Array, slot: number, numSlots: number): number {
  return tables.reduce((sum, count, booth) => sum + count * isOpen[booth * numSlots + slot], 0)
}

function readFar (booths: readonly Booth[], walk: number | undefined): Uint8Array {
  const isFar = new Uint8Array(booths.length * booths.length)
  for (const { id, at } of booths) {
    if (at === undefined) continue
    readNumber(`at.x of booth '${id}'`, object(`at of booth '${id}'`, at).x)
    readNumber(`at.y of booth '${id}'`, at.y)
  }
  if (walk === undefined) return isFar
  const reach = readNumber('walk', walk)
  if (reach < 0) throw new RangeError(`walk must be metres from 0, got ${reach}.`)
  booths.forEach(({ at: from }, a) => booths.forEach(({ at: to }, b) => {
    if (from !== undefined && to !== undefined && (from.x - to.x) ** 2 + (from.y - to.y) ** 2 > reach * reach) isFar[a * booths.length + b] = 1
  }))
  return isFar
}

function readWaves ({ waves = [] }: Fair, slots: ReadonlyMap<string, number>): Pick<FairFacts, 'numWaves' | 'waveOf' | 'waveSize'> {
  const waveOf = new Int32Array(slots.size).fill(NO_WAVE)
  readList('waves', waves).forEach((wave, n) => checkNames(object(`waves[${n}]`, wave), ['id', 'slots', 'size']))
  numbered('waves', waves.map(({ id }) => id))
  waves.forEach(({ id, slots: own }, wave) => {
    for (const name of readList<string>(`slots of wave '${id}'`, own)) {
      const slot = look(slots, name, `Wave '${id}' has the slot`)
      if (waveOf[slot] !== NO_WAVE && waveOf[slot] !== wave) throw new RangeError(`The slot '${name}' is in wave '${waves[waveOf[slot]].id}' and again in wave '${id}'; give it one.`)
      waveOf[slot] = wave
    }
  })
  return { numWaves: waves.length, waveOf, waveSize: Float64Array.from(waves, ({ id, size }) => readWhole(`size of wave '${id}'`, size, 0)) }
}

function readResidents ({ residents }: Fair, seekers: ReadonlyMap<string, number>): Pick<FairFacts, 'isResident' | 'perMille'> {
  if (residents === undefined) return { isResident: new Uint8Array(seekers.size), perMille: 0 }
  checkNames(residents, ['seekers', 'perMille'])
  const perMille = readWhole('residents.perMille', residents.perMille, 0)
  if (perMille > PER_MILLE) throw new RangeError(`residents.perMille must be a whole number from 0 to 1000, got ${perMille}.`)
  return { isResident: readGroup('residents.seekers', residents.seekers, seekers), perMille }
}

function readComing ({ late = [], absent }: Fair, seekers: ReadonlyMap<string, number>, slots: ReadonlyMap<string, number>): Pick<FairFacts, 'from' | 'hasLate'> {
  const from = new Uint32Array(seekers.size)
  readList('late', late).forEach((one, n) => {
    checkNames(object(`late[${n}]`, one), ['seeker', 'from'])
    const seeker = look(seekers, one.seeker, 'late has the seeker')
    from[seeker] = Math.max(from[seeker], look(slots, one.from, `Seeker '${one.seeker}' comes late in the slot`))
  })
  const hasLate = from.some(slot => slot > 0)
  readGroup('absent', absent, seekers).forEach((is, seeker) => { if (is === 1) from[seeker] = slots.size })
  return { from, hasLate }
}

function readGroup (name: string, ids: readonly string[] | undefined, seekers: ReadonlyMap<string, number>): Uint8Array {
  const isMember = new Uint8Array(seekers.size)
  if (ids !== undefined) for (const id of readList<string>(name, ids)) isMember[look(seekers, id, `${name} has the seeker`)] = 1
  return isMember
}

function look (numbers: ReadonlyMap<string, number>, name: string, what: string): number {
  const found = numbers.get(readText(what, name))
  if (found === undefined) throw new RangeError(`${what} '${name}', which is not there; check the spelling.`)
  return found
}

function object<T> (name: string, value: T): T {
  if (value === null || typeof value !== 'object') throw new RangeError(`${name} must be an object, got ${value === null ? 'null' : typeof value}.`)
  return value
}
