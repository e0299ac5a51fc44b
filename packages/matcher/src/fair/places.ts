import { NO_WAVE, type FairFacts } from './fair-facts.ts'

/**
 * Where visits end in the flow: each booth's tables and, where the hall or the waves may bind, the slots and waves behind them.
 *
 *     person ─ booth ─ (tables) ─ slot ─ (hall) ─ wave ─ (size) ─ all
 *
 * Counts only; which person sits where is the timetable's work.
 */
export interface Places {
  readonly facts: FairFacts
  /** Interviews a booth can hold on the day. */
  readonly room: Float64Array
  /** Visits to each booth. */
  readonly load: Float64Array
  /** Whether slots are told apart; if not, the booths' room is all there is. */
  readonly hasSlots: boolean
  /** By booth and slot. */
  readonly cellLoad: Uint32Array
  readonly slotLoad: Float64Array
  readonly waveLoad: Float64Array
}

export function emptyPlaces (facts: FairFacts): Places {
  const { numBooths, numSlots, tables, isOpen, slotRoom, numWaves } = facts
  const room = new Float64Array(numBooths)
  let hasSlots = numWaves > 0
  for (let slot = 0; slot < numSlots; slot++) {
    let open = 0
    for (let booth = 0; booth < numBooths; booth++) {
      if (isOpen[booth * numSlots + slot] === 0) continue
      room[booth] += tables[booth]
      open += tables[booth]
    }
    if (slotRoom[slot] < open) hasSlots = true
  }
  return {
    facts,
    room,
    load: new Float64Array(numBooths),
    hasSlots,
    cellLoad: new Uint32Array(numBooths * numSlots),
    slotLoad: new Float64Array(numSlots),
    waveLoad: new Float64Array(numWaves),
  }
}

/** Whether one more can pass from a slot, and over which wave: a wave, NO_WAVE for straight to the end, or undefined for nowhere. */
export function waveBehind ({ numWaves, waveOf }: FairFacts, withWaves: boolean, slot: number): number | undefined {
  if (!withWaves || numWaves === 0) return NO_WAVE
  return waveOf[slot] === NO_WAVE ? undefined : waveOf[slot]
}
