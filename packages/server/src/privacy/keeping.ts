/** For how many days the office keeps people with whom it has no task left, counted from the last thing that happened. Its own archive schedule decides: see the office file. */
export interface Keeping {
  /** Somebody who was placed or left the register, and may come back to it. */
  people: number
  /** A registration that was begun and never came to a card. */
  applicants: number
}

/** Five years and one. No law that was found names a time. */
export const DEFAULT_KEEPING: Readonly<Keeping> = Object.freeze({ people: 1825, applicants: 365 })
