import { placeStable, verifyStable, type Groups, type Market, type OnProgress } from '@padan/matcher/placement'
import type { PlacementOptions, PlacementRequest } from '../schemas/placement.ts'
import type { MadePlacement } from './made-placement.ts'
import { filledVacancies, placedSeekers } from './placed-items.ts'
import { whyUnplaced } from './why-unplaced.ts'

/** A stable placement with its certificate. Throws RangeError for options that do not go with the market. */
export function runStable (market: Market, options: PlacementOptions, onProgress: OnProgress, whyNot: NonNullable<PlacementRequest['whyNot']> = {}): MadePlacement {
  const { ties, refusals, fixed, withdrawn, caps, groups, typeCaps, labelCaps, reserves } = options
  const placement = placeStable(market, {
    ...ties === undefined ? {} : { ties },
    ...refusals === undefined ? {} : { refusals },
    ...fixed === undefined ? {} : { fixed },
    ...withdrawn === undefined ? {} : { withdrawn },
    ...caps === undefined ? {} : { caps },
    ...groups === undefined ? {} : { groups: readGroups(market, groups) },
    ...typeCaps === undefined ? {} : { typeCaps },
    ...labelCaps === undefined ? {} : { labelCaps },
    ...reserves === undefined ? {} : { reserves },
    onProgress,
  })
  const { rule, seed } = placement.options.ties
  return {
    certificate: { method: 'stable', proposals: placement.proposals, pairsLookedAt: placement.pairsLookedAt, ties: { rule, seed } },
    verdict: verifyStable(market, placement),
    reported: placement,
    seekers: placedSeekers(market, placement, whyUnplaced(market, placement, whyNot)),
    vacancies: filledVacancies(market, placement, () => ({})),
  }
}

/** Labels by id as labels in the order of the market. Throws RangeError for an id that is not there and for one with two labels. */
function readGroups ({ seekers }: Market, groups: NonNullable<PlacementOptions['groups']>): Groups {
  const numberOf = new Map(seekers.map((id, number) => [id, number]))
  return Object.fromEntries(Object.entries(groups).map(([name, labels]) => {
    const labelOf: Array<string | null> = seekers.map(() => null)
    for (const { id, label } of labels) {
      const number = numberOf.get(id)
      if (number === undefined) throw new RangeError(`groups.${name} names the seeker '${id}', and there is none in the market.`)
      if (labelOf[number] !== null) throw new RangeError(`groups.${name} gives the seeker '${id}' two labels; give one.`)
      labelOf[number] = label
    }
    return [name, labelOf]
  }))
}
