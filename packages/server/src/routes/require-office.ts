import type { Office } from '../cards/office.ts'
import { Problem } from '../errors/problem.ts'
import type { RouteContext } from './context.ts'

/** Whose cards and forms these are. Throws Problem `office-not-set`. */
export function requireOffice ({ office }: Pick<RouteContext, 'office'>): Office {
  if (office === undefined) throw new Problem('office-not-set')
  return office
}
