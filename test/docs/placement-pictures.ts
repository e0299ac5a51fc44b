import { createMatcher } from '@padan/matcher'
import { demoFair } from '@padan/matcher/demo'
import { planFair, verifyPlan, type Fair } from '@padan/matcher/fair'
import { marketFromCosts, marketFromLedgers, marketFromPreferences, placeBest, placeStable, recommendAll, verifyBest, verifyLists, verifyStable, type Market, type StableOptions, type Verdict } from '@padan/matcher/placement'
import { loadTaxonomy } from '@padan/taxonomy'
import { box, line, svg, text } from './svg.ts'

const HELD = '#2a7f3f'
const PALE = '#d1f2d9'
const AWAY = '#c00000'
const PLAIN = '#cc7a00'
const GREY = '#f2f2f2'

/** One picture for each way of placing, drawn from its result, which its verifier has passed. By file name under `docs/`. */
export async function placementPictures (): Promise<Record<string, string>> {
  return {
    'placement/place-stable.svg': stablePicture(),
    'placement/place-best.svg': bestPicture(),
    'placement/recommend-all.svg': await recommendPicture(),
    'placement/plan-fair.svg': fairPicture(),
  }
}

/** The example of `docs/placement.md`: who asked where and was turned away, and who is held. */
function stablePicture (): string {
  const { market } = marketFromPreferences({
    seekers: [{ id: 'ani', prefers: ['workshop', 'hotel'] }, { id: 'budi', prefers: ['workshop'] }, { id: 'citra', prefers: [['workshop', 'hotel']] }, { id: 'dewi', prefers: ['workshop', 'hotel'] }],
    vacancies: [{ id: 'workshop', seats: 2, prefers: ['budi', 'ani', 'citra', 'dewi'] }, { id: 'hotel', seats: 1, prefers: ['citra', 'ani'] }],
  })
  const options: StableOptions = { groups: { needs: [null, null, null, 'reserve'] }, reserves: [{ vacancyId: 'workshop', group: 'needs', label: 'reserve', seats: 1 }] }
  const placed = placeStable(market, options)
  checked(verifyStable(market, placed))
  const drawn = [text(20, 28, 'placeStable: nobody and no firm would both rather have each other', { size: 15 })]
  const yOf = (seeker: number): number => 70 + 46 * seeker
  const topOf = (vacancy: number): number => 60 + 110 * vacancy
  market.seekers.forEach((id, seeker) => {
    const own = placed.vacancyOf[seeker]
    for (let pair = market.start[seeker]; pair < market.start[seeker + 1]; pair++) {
      const to = market.vacancy[pair]
      // Asked in vain wherever they would rather be than where they are.
      const isAway = own !== to && (own === -1 || market.seekerRank![pair] < rankAt(market, seeker, own))
      if (isAway) drawn.push(line(130, yOf(seeker), 420, topOf(to) + 35, AWAY, '5 4'))
      if (own === to) drawn.push(line(130, yOf(seeker), 420, topOf(to) + 35, HELD))
    }
    drawn.push(box(20, yOf(seeker) - 17, 110, 34, own === -1 ? GREY : PALE), text(30, yOf(seeker) + 5, `${id}${id === 'dewi' ? ' (reserve)' : ''}`))
  })
  market.vacancies.forEach((id, vacancy) => {
    const held = market.seekers.filter((_, seeker) => placed.vacancyOf[seeker] === vacancy)
    drawn.push(box(420, topOf(vacancy), 240, 70, GREY), text(432, topOf(vacancy) + 24, `${id}: ${market.seats[vacancy]} ${market.seats[vacancy] === 1 ? 'seat' : 'seats'}`), text(432, topOf(vacancy) + 50, `holds ${held.join(', ')}`, { fill: HELD }))
  })
  drawn.push(line(20, 275, 50, 275, HELD), text(58, 280, 'held'), line(130, 275, 160, 275, AWAY, '5 4'), text(168, 280, 'asked, and was turned away'))
  return svg(680, 300, drawn)
}

function rankAt (market: Market, seeker: number, vacancy: number): number {
  return market.seekerRank![market.vacancy.indexOf(vacancy, market.start[seeker])]
}

/** The second example: scores, prices, and that nobody has more left elsewhere. */
function bestPicture (): string {
  const market = marketFromCosts([[8, 2], [7, 4]], { numbers: 'scores', rows: ['ani', 'budi'], columns: ['x', 'y'] })
  const { total, vacancyOf, vacancyPrice, seekerSurplus, ...rest } = placeBest(market)
  checked(verifyBest(market, { ...rest, total, vacancyOf, vacancyPrice, seekerSurplus }))
  const drawn = [text(20, 28, 'placeBest: no placement has a higher total, by its prices', { size: 15 })]
  market.vacancies.forEach((id, vacancy) => drawn.push(text(230 + 200 * vacancy, 62, `${id}, price of its seat ${vacancyPrice[vacancy]}`, { anchor: 'middle' })))
  market.seekers.forEach((id, seeker) => {
    const y = 80 + 70 * seeker
    drawn.push(text(20, y + 34, id))
    for (let pair = market.start[seeker]; pair < market.start[seeker + 1]; pair++) {
      const vacancy = market.vacancy[pair]
      const score = market.score![pair]
      drawn.push(
        box(140 + 200 * vacancy, y, 180, 56, vacancyOf[seeker] === vacancy ? PALE : GREY, vacancyOf[seeker] === vacancy ? HELD : '#888888'),
        text(230 + 200 * vacancy, y + 24, `score ${score}`, { anchor: 'middle' }),
        text(230 + 200 * vacancy, y + 44, `${score} - ${vacancyPrice[vacancy]} = ${score - vacancyPrice[vacancy]} left`, { anchor: 'middle', size: 11 })
      )
    }
    drawn.push(text(550, y + 34, `takes ${seekerSurplus[seeker]}`))
  })
  drawn.push(text(20, 250, `Total ${total} = surpluses ${seekerSurplus.join(' + ')} + prices ${vacancyPrice.join(' + ')}; no pair is above its two.`))
  return svg(680, 270, drawn)
}

/** 500 people and 60 seats, as `padan demo --placement`: how many are sent to each vacancy. */
async function recommendPicture (): Promise<string> {
  const taxonomy = await loadTaxonomy()
  const { day, seekers, vacancies } = demoFair(taxonomy)
  const matcher = createMatcher({ taxonomy })
  matcher.seekers.put(seekers)
  matcher.vacancies.put(vacancies)
  const market = marketFromLedgers(matcher, { asOf: day, perSeeker: 1000 })
  const drawn = [text(20, 28, `recommendAll: ${market.seekers.length} people, each sent to one vacancy of ${market.vacancies.length}`, { size: 15 })]
  const lists = [0, 1000].map(balance => recommendAll(market, { limit: 1, balance }))
  for (const one of lists) checked(verifyLists(market, one))
  const most = Math.max(...lists.flatMap(({ referred }) => [...referred]))
  lists.forEach(({ referred, balance }, row) => {
    const base = 190 + 160 * row
    const sorted = [...referred].sort((a, b) => b - a)
    const width = 640 / sorted.length
    sorted.forEach((count, at) => {
      const height = Math.round(130 * count / most)
      if (height > 0) drawn.push(`<rect x="${(20 + at * width).toFixed(1)}" y="${base - height}" width="${(0.8 * width).toFixed(1)}" height="${height}" fill="${row === 0 ? PLAIN : HELD}"/>`)
    })
    drawn.push(line(20, base, 660, base, '#888888'), text(300, base - 100, `balance ${balance}: at most ${sorted[0]} people sent to one vacancy,`), text(300, base - 80, `${sorted.filter(count => count === 0).length} vacancies to which nobody is sent`))
  })
  return svg(680, 370, drawn)
}

/** The example of `docs/fair.md`: who is at which booth when, and what the proof says. */
function fairPicture (): string {
  const market: Market = {
    seekers: ['ani', 'budi', 'citra', 'dewi', 'eko'],
    vacancies: ['las', 'jahit', 'kasir', 'gudang'],
    seats: Uint32Array.of(2, 2, 1, 3),
    start: Uint32Array.of(0, 2, 4, 6, 8, 9),
    vacancy: Uint32Array.of(0, 3, 0, 1, 1, 2, 0, 3, 0),
    score: Int32Array.of(90, 40, 80, 70, 60, 50, 75, 30, 65),
    seekerRank: null,
    vacancyRank: null,
  }
  const fair: Fair = {
    slots: ['09:00', '09:30'],
    booths: [{ id: 'A', vacancies: ['las'], tables: 1 }, { id: 'B', vacancies: ['jahit', 'kasir'], tables: 1, accessible: true }, { id: 'C', vacancies: ['gudang'], tables: 1, open: ['09:30'] }],
    interviewsEach: 2,
    residents: { seekers: ['ani', 'citra', 'eko'], perMille: 600 },
    access: ['citra'],
  }
  const plan = planFair(market, fair)
  checked(verifyPlan(market, fair, plan))
  const drawn = [text(20, 28, 'planFair: everybody who can have an interview has one, and nobody is in two places', { size: 15 })]
  fair.slots.forEach((slot, column) => drawn.push(text(290 + 200 * column, 62, slot, { anchor: 'middle' })))
  fair.booths.forEach(({ id, vacancies, accessible, open = fair.slots }, row) => {
    const y = 76 + 54 * row
    drawn.push(text(20, y + 20, `booth ${id}${accessible === true ? ', accessible' : ''}`), text(20, y + 37, vacancies.join(', '), { size: 11, fill: '#555555' }))
    fair.slots.forEach((slot, column) => {
      const there = plan.interviews.find(interview => interview.booth === id && interview.slot === slot)
      drawn.push(box(200 + 200 * column, y, 180, 44, there === undefined ? GREY : PALE, there === undefined ? '#888888' : HELD))
      drawn.push(text(290 + 200 * column, y + 27, there === undefined ? open.includes(slot) ? 'free' : 'closed' : `${there.seeker}, ${there.vacancy}, ${there.score}`, { anchor: 'middle' }))
    })
  })
  const { people, peopleBound, score, scoreBound, slotsUsed, slotsLowerBound } = plan.proof
  drawn.push(text(20, 264, `${people} people of at most ${peopleBound}, score ${score} of at most ${scoreBound}, ${slotsUsed} slots of at least ${slotsLowerBound}`))
  return svg(680, 284, drawn)
}

function checked ({ ok }: Pick<Verdict, 'ok'>): void {
  if (!ok) throw new Error('A picture shows only what its verifier has passed.')
}
