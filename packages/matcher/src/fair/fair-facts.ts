/** A fair as numbers. Seekers, booths, slots and waves go by their place in the market and the fair. */
export interface FairFacts {
  readonly numPeople: number
  readonly numBooths: number
  readonly numSlots: number
  readonly numWaves: number
  /** The booth of each vacancy of the market, or -1. */
  readonly boothOf: Int32Array
  /** Tables, none more than there are people. */
  readonly tables: Uint32Array
  /** By booth and slot: 1 while interviews are held. */
  readonly isOpen: Uint8Array
  readonly isAccessible: Uint8Array
  /** By booth and booth: 1 where the way is too long for one break. */
  readonly isFar: Uint8Array
  readonly interviewsEach: number
  /** The most interviews a slot can see: the hall, or the open tables if they are fewer. */
  readonly slotRoom: Float64Array
  /** The most people in the hall; none more than there are. */
  readonly hall: number
  /** The wave of each slot, or -1; with no waves, -1 everywhere. */
  readonly waveOf: Int32Array
  readonly waveSize: Float64Array
  readonly isResident: Uint8Array
  readonly perMille: number
  readonly needsAccess: Uint8Array
  /** The first slot in which somebody can come; `numSlots` for somebody who does not come. */
  readonly from: Uint32Array
  readonly hasLate: boolean
}

export const NO_BOOTH = -1
export const NO_WAVE = -1
