import type { ClaimedCaps } from './claimed-caps.ts'
import type { Claims } from './claims.ts'

/**
 * Whom a vacancy would take, from the definition and without haste. Those fixed there have their seats and, one after another by id, the first
 * reserve they belong to that still has room; of the others, in line, only the best of each type up to its cap are looked at; of these the reserves are
 * filled one after another with the best of their group; then come the rest. The first in this sequence have the seats that are left.
 */
export function chosen (claims: Claims, vacancy: number, people: readonly number[]): number[] {
  const { seekers } = claims.market
  const fixed = people.filter(seeker => claims.fixedAt(seeker) === vacancy).sort((a, b) => seekers[a] < seekers[b] ? -1 : 1)
  const others = people.filter(seeker => claims.fixedAt(seeker) !== vacancy).sort((a, b) => claims.inLine(vacancy, a, b))
  const allowed = new Set(others)
  for (const cap of claims.typeCaps(vacancy)) {
    const room = cap.atMost - fixed.filter(seeker => claims.hasLabel(seeker, cap)).length
    others.filter(seeker => claims.hasLabel(seeker, cap)).slice(room).forEach(seeker => allowed.delete(seeker))
  }
  const sequence = new Set<number>()
  const counted = new Set<number>()
  for (const reserve of claims.reserves(vacancy)) {
    const filled = fixed.filter(seeker => !counted.has(seeker) && claims.hasLabel(seeker, reserve)).slice(0, reserve.seats)
    filled.forEach(seeker => counted.add(seeker))
    const group = [...allowed].filter(seeker => !sequence.has(seeker) && claims.hasLabel(seeker, reserve))
    group.slice(0, reserve.seats - filled.length).forEach(seeker => sequence.add(seeker))
  }
  allowed.forEach(seeker => sequence.add(seeker))
  return [...fixed, ...[...sequence].slice(0, Math.max(0, claims.market.seats[vacancy] - fixed.length))]
}

/** Who has to go if a vacancy takes a seeker in: nobody (null), another seeker (as number), or the seeker, who is then not taken (undefined). */
export function takenInsteadOf (claims: Claims, caps: ClaimedCaps, vacancy: number, seeker: number): number | null | undefined {
  const there = claims.admitted[vacancy]
  const withOne = chosen(claims, vacancy, [...there, seeker])
  const giver = withOne.length > there.length ? caps.giver(vacancy) : -1
  if (withOne.length > there.length && giver !== vacancy) {
    // All fit at the vacancy; what gives way, if anything, is another vacancy of a full set.
    return giver === -1 ? null : chosen(claims, giver, claims.admitted[giver]).at(-1)
  }
  const kept = withOne.slice(0, there.length)
  return kept.includes(seeker) ? there.find(other => !kept.includes(other)) : undefined
}
