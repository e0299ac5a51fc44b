/** One question of one advert: what the column says, and what was read. Null where either says nothing. */
export interface Answer<Gold, Said> {
  gold: Gold | null
  said: Said | null
}

export interface Score {
  /** Adverts whose column says something. */
  gold: number
  /** Adverts of which something was read. */
  said: number
  right: number
}

/** Counts answers: right ones are those that agree where both sides speak. An answer where the column is silent counts as neither. */
export function scoreOf<Gold, Said> (answers: ReadonlyArray<Answer<Gold, Said>>, agree: (gold: Gold, said: Said) => boolean): Score {
  const score: Score = { gold: 0, said: 0, right: 0 }
  for (const { gold, said } of answers) {
    if (gold === null) continue
    score.gold++
    if (said === null) continue
    score.said++
    if (agree(gold, said)) score.right++
  }
  return score
}

export function precisionOf ({ said, right }: Score): number {
  return said === 0 ? 0 : right / said
}

export function recallOf ({ gold, right }: Score): number {
  return gold === 0 ? 0 : right / gold
}

export function f1Of (score: Score): number {
  return score.gold + score.said === 0 ? 0 : 2 * score.right / (score.gold + score.said)
}
