/** One figure. `ratio` says how many times the figure named by `ratioTo` it is, on the same work in the same run. */
export interface Row {
  bench: string
  case: string
  metric: string
  value: number
  unit: string
  ratioTo: string | null
  ratio: number | null
  /** What was aimed at, such as `ratio >= 100` or `value <= 20`; null where nothing was. */
  goal: string | null
}

export interface ReadGoal {
  of: 'value' | 'ratio'
  direction: '<=' | '>='
  figure: number
}

const GOAL = /^(value|ratio) (<=|>=) (\d+(?:\.\d+)?)$/

export function readGoal (goal: string): ReadGoal {
  const match = GOAL.exec(goal)
  if (match === null) throw new Error(`A goal reads 'value <= 20' or 'ratio >= 100', got '${goal}'.`)
  return { of: match[1] as ReadGoal['of'], direction: match[2] as ReadGoal['direction'], figure: Number(match[3]) }
}

/** Whether a row's goal is reached; undefined for a row without one. */
export function isReached ({ goal, value, ratio }: Row): boolean | undefined {
  if (goal === null) return undefined
  const { of, direction, figure } = readGoal(goal)
  const measured = of === 'value' ? value : ratio
  if (measured === null) throw new Error(`The goal '${goal}' needs a ratio, and the row has none.`)
  return direction === '<=' ? measured <= figure : measured >= figure
}

/** A number as people read it: three digits of it, more only before the point. */
export function shortNumber (value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))
}
