/** One stand on the floor, where one firm holds interviews for one vacancy or several. */
export interface Booth {
  /** Each once. */
  readonly id: string
  /** Ids of the market's vacancies that are interviewed for here; a vacancy has one booth at most. One without a booth holds no interviews. */
  readonly vacancies: readonly string[]
  /** Interviews it can hold in one slot: a whole number >= 0. */
  readonly tables: number
  /** Names of the slots in which it holds interviews. Default all. */
  readonly open?: readonly string[]
  /** Whether somebody who needs an accessible booth can be seen here. Default false. */
  readonly accessible?: boolean
  /** Where it stands, in metres from a corner of the hall. Without it, the booth is near to every other. */
  readonly at?: { readonly x: number, readonly y: number }
}

/** People invited to come together: whoever has the first interview in one of its slots belongs to it. */
export interface Wave {
  /** Each once. */
  readonly id: string
  /** Names of its slots; a slot belongs to one wave at most. */
  readonly slots: readonly string[]
  /** The most people it may bring: a whole number >= 0. */
  readonly size: number
}

/** A day on which people of a market go from booth to booth, one interview a slot. */
export interface Fair {
  /** Names of the slots in the order of the day, each once; all equally long. Such as `09:00`. */
  readonly slots: readonly string[]
  readonly booths: readonly Booth[]
  /** The most interviews for one person: a whole number from 1. Default 1. Nobody visits a booth twice. */
  readonly interviewsEach?: number
  /** The most people in the hall at once; somebody is there from the first interview to the last, pauses included. Default no bound. */
  readonly hall?: number
  /** Metres that the break between two slots suffices for. Booths farther apart need a free slot between. Default no bound. */
  readonly walk?: number
  /** Default one wave without a bound. With waves, nobody's first interview is in a slot that belongs to none. */
  readonly waves?: readonly Wave[]
  /** A soft reserve: of those who have an interview, `perMille` are residents if so many can be; where residents run out, the rest is for all. */
  readonly residents?: { readonly seekers: readonly string[], readonly perMille: number }
  /** Ids of the seekers who need an accessible booth. They are served first, and at accessible booths alone. */
  readonly access?: readonly string[]
  /** People who cannot come before a slot. */
  readonly late?: ReadonlyArray<{ readonly seeker: string, readonly from: string }>
  /** Ids of the seekers who do not come. */
  readonly absent?: readonly string[]
}

/** An appointment. */
export interface Interview {
  readonly seeker: string
  readonly booth: string
  /** The vacancy of the booth that scores highest for the seeker; the first of equals. */
  readonly vacancy: string
  readonly slot: string
  /** What the pair is worth in the market; 0 in a market without scores. */
  readonly score: number
}

/** When somebody is asked to come: for the slot of the first interview. */
export interface Invitation {
  readonly seeker: string
  /** Null in a fair without waves. */
  readonly wave: string | null
  readonly slot: string
}

/**
 * Why somebody has no interview: does not come (`absent`); no pair at any booth (`no-booth`); no such booth is accessible to somebody who
 * needs that (`no-accessible-booth`); those booths have no tables or no open slots that somebody who comes late could use (`no-open-table`);
 * others have the places (`full`).
 */
export type WhyNot = 'absent' | 'no-booth' | 'no-accessible-booth' | 'no-open-table' | 'full'

/**
 * What is full, as the side of a cut: no more of a group can have an interview than those who may visit a booth outside `booths`,
 * plus the tables of these booths in open slots outside `slots`, plus the hall in these slots outside `waves`, plus the sizes of these waves.
 */
export interface Cut {
  readonly booths: readonly string[]
  readonly slots: readonly string[]
  readonly waves: readonly string[]
}

/**
 * What anyone can check without knowing how the plan was made. Each figure stands beside a bound that no plan exceeds (or undercuts); where
 * the two are equal the figure is proven to be the best, and where they are not nothing is claimed.
 */
export interface FairProof {
  /** People with an interview, and the most there can be. */
  readonly people: number
  readonly peopleBound: number
  /** The same for the people who need an accessible booth. */
  readonly access: number
  readonly accessBound: number
  /** Residents with an interview, the share of `people` reserved for them, and the most there can be once accessibility is served. */
  readonly residents: number
  readonly residentsReserved: number
  readonly residentsBound: number
  /** Total score, and a bound for every plan that serves as many people, as many of them in need of access, and as many residents as reserved or possible. */
  readonly score: number
  readonly scoreBound: number
  /** Slots from the beginning of the day to the last interview, and the fewest that these interviews need. */
  readonly slotsUsed: number
  readonly slotsLowerBound: number
  readonly cuts: { readonly everybody: Cut, readonly access: Cut, readonly accessResidents: Cut, readonly accessOrResidents: Cut }
  /** Lagrange multipliers of the score bound: worth of a person served, by group, and of a place, by booth, slot and wave in the fair's order. */
  readonly prices: Prices
}

export interface Prices {
  readonly person: number
  readonly access: number
  readonly resident: number
  readonly booths: readonly number[]
  readonly slots: readonly number[]
  readonly waves: readonly number[]
}

/** What a change needs to know of a plan: it may come back from a file or a database. */
export interface PlanSoFar {
  readonly interviews: readonly Interview[]
  readonly proof: { readonly prices: Prices }
}

export interface FairPlan {
  /** By the seeker's number in the market, then by slot. */
  readonly interviews: readonly Interview[]
  readonly invitations: readonly Invitation[]
  /** Everybody of the market who has no interview. */
  readonly without: ReadonlyArray<{ readonly seeker: string, readonly why: WhyNot }>
  readonly proof: FairProof
}
