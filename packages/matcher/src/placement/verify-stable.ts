import { checkMarket } from './check-market.ts'
import { ClaimedCaps } from './claimed-caps.ts'
import { takenInsteadOf } from './claimed-choice.ts'
import { Claims } from './claims.ts'
import { NOWHERE, type Market } from './market.ts'
import type { StablePlacement } from './place-stable.ts'
import { Pulse } from './pulse.ts'
import { checkVerifyOptions, Findings, type Verdict, type VerifyOptions } from './verdict.ts'
import type { CapShare } from './stable-options.ts'
import { wantedBy } from './wanted-by.ts'

/**
 * Checks a stable placement against the market and the terms it carries, from the definitions alone; nothing that made it is used. Codes:
 * - `no-such-vacancy`: the number of a place is neither a vacancy's nor NOWHERE (`place`);
 * - `not-fixed`: somebody who is fixed is elsewhere (`place`);
 * - `withdrawn-seeker`, `withdrawn-vacancy`: placed, though the one or the other takes no part;
 * - `not-listed`, `refused` (`by`): placed on a pair that the market does not list, or that a side refused;
 * - `over-seats` (`placed`, `seats`), `over-cap` (`setId`, `placed`, `atMost`), `over-type-cap` (`group`, `label`, `placed`, `atMost`), `over-label-cap`
 *   (`capId`, `group`, `label`, `placed`, `atMost`, over all its vacancies); `over-share` (of a cap: `what`, `placed`, `perMille`, `of`), in exact thousandths;
 * - `blocking-pair` (`insteadOf`): the seeker would rather be at the vacancy, and its choice rule takes the seeker in beside all who are
 *   placed: in place of somebody, or of nobody (null). A reserve that is not honoured shows as such a pair.
 *
 * Blocking pairs are only looked for where nothing else is wrong. O(pairs), and the people placed at a vacancy are sorted once for every kind of
 * people that its reserves and type caps tell apart (and once for every blocking pair).
 */
export function verifyStable (market: Market, placement: StablePlacement, options: VerifyOptions = {}): Verdict {
  checkVerifyOptions(options)
  checkMarket(market)
  const { vacancyOf } = placement
  if (!(vacancyOf instanceof Int32Array)) throw new TypeError('placement.vacancyOf must be an Int32Array.')
  if (vacancyOf.length !== market.seekers.length) throw new RangeError(`placement.vacancyOf must have ${market.seekers.length} numbers (one a seeker), got ${vacancyOf.length}.`)
  const findings = new Findings(options.limit)
  // Each seeker once, each pair when wishes are gathered and again when they are tried.
  const pulse = new Pulse(options, market.seekers.length + 2 * market.vacancy.length)
  const claims = new Claims(market, placement)
  const caps = new ClaimedCaps(claims)
  checkPlaces(claims, findings, pulse)
  checkLimits(claims, caps, findings)
  if (findings.size === 0) checkBlocking(claims, caps, findings, pulse)
  pulse.end()
  return findings.verdict('stable')
}

function checkPlaces (claims: Claims, findings: Findings, pulse: Pulse): void {
  const { market: { seekers, vacancies }, vacancyOf } = claims
  seekers.forEach((id, seeker) => {
    pulse.step()
    const to = vacancyOf[seeker]
    const fixed = claims.fixedAt(seeker)
    if (fixed !== undefined) {
      if (fixed !== to) findings.add('not-fixed', id, vacancies[fixed], { place: to })
      return
    }
    if (to === NOWHERE) return
    if (to < 0 || to >= vacancies.length) {
      findings.add('no-such-vacancy', id, null, { place: to })
      return
    }
    const by = claims.refusedBy(seeker, to)
    if (claims.isSeekerGone(seeker)) findings.add('withdrawn-seeker', id, vacancies[to])
    if (claims.isVacancyGone(to)) findings.add('withdrawn-vacancy', id, vacancies[to])
    if (claims.pair(seeker, to) === -1) findings.add('not-listed', id, vacancies[to])
    if (by !== undefined) findings.add('refused', id, vacancies[to], { by })
  })
}

function checkLimits (claims: Claims, caps: ClaimedCaps, findings: Findings): void {
  const { market: { vacancies, seats }, admitted } = claims
  admitted.forEach((there, vacancy) => {
    if (there.length > seats[vacancy]) findings.add('over-seats', null, vacancies[vacancy], { placed: there.length, seats: seats[vacancy] })
    for (const cap of claims.typeCaps(vacancy)) {
      const placed = there.filter(seeker => claims.hasLabel(seeker, cap)).length
      if (placed > cap.atMost) findings.add('over-type-cap', null, vacancies[vacancy], { group: cap.group, label: cap.label, placed, atMost: cap.atMost })
      checkShare(findings, cap.label, cap.share, placed)
    }
  })
  for (const { set, placed } of caps.sets) {
    if (set === null) continue
    if (placed > set.atMost) findings.add('over-cap', null, null, { setId: set.id, placed, atMost: set.atMost })
    checkShare(findings, set.id, set.share, placed)
  }
  for (const cap of claims.terms.labelCaps) {
    const placed = cap.members.reduce((sum, { vacancyId }) => sum + admitted[claims.vacancyNumber(vacancyId)].filter(seeker => claims.hasLabel(seeker, cap)).length, 0)
    if (placed > cap.atMost) findings.add('over-label-cap', null, null, { capId: cap.id, group: cap.group, label: cap.label, placed, atMost: cap.atMost })
    checkShare(findings, cap.id, cap.share, placed)
  }
}

/** From the share itself, whatever number was made of it. */
function checkShare (findings: Findings, what: string, share: CapShare | undefined, placed: number): void {
  if (share !== undefined && placed * 1000 > share.perMille * share.of) findings.add('over-share', null, null, { what, placed, perMille: share.perMille, of: share.of })
}

function checkBlocking (claims: Claims, caps: ClaimedCaps, findings: Findings, pulse: Pulse): void {
  const { market: { seekers, vacancies } } = claims
  wantedBy(claims, pulse).forEach((wanting, vacancy) => {
    pulse.step(wanting.length)
    for (const kind of kinds(claims, vacancy, wanting)) {
      // A choice rule tells people of one kind apart by their place in line alone: where it does not take the first, it takes none.
      const first = kind.reduce((a, b) => claims.inLine(vacancy, a, b) < 0 ? a : b)
      if (takenInsteadOf(claims, caps, vacancy, first) === undefined) continue
      for (const seeker of kind) {
        const insteadOf = takenInsteadOf(claims, caps, vacancy, seeker)
        if (insteadOf !== undefined) findings.add('blocking-pair', seekers[seeker], vacancies[vacancy], { insteadOf: insteadOf === null ? null : seekers[insteadOf] })
      }
    }
  })
}

/** People by the reserves and type caps of a vacancy that they come under. */
function kinds (claims: Claims, vacancy: number, people: readonly number[]): Iterable<number[]> {
  const quotas = [...claims.typeCaps(vacancy), ...claims.reserves(vacancy)]
  const byKind = new Map<string, number[]>()
  for (const seeker of people) {
    const kind = quotas.map(quota => Number(claims.hasLabel(seeker, quota))).join('')
    const list = byKind.get(kind)
    if (list === undefined) byKind.set(kind, [seeker])
    else list.push(seeker)
  }
  return byKind.values()
}
