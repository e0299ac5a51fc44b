import { checkNames } from '../engine/options.ts'
import type { Change } from './change.ts'
import type { Fair, Interview } from './fair.ts'
import { readList } from './read-values.ts'

const CHANGE_NAMES = ['now', 'leave', 'hours', 'late', 'absent', 'walkIns']

/**
 * The fair after a change. What is over keeps its hours; of people who have had an interview, only later ones are cancelled, so they are not `absent`. Any
 * plan from before or after the change will do: what is over is the same in all.
 */
export function changedFair (fair: Fair, plan: { readonly interviews: readonly Interview[] }, change: Change): { fair: Fair, now: number, goneHome: ReadonlySet<string> } {
  checkNames(change, CHANGE_NAMES)
  const { slots } = fair
  const { leave = [], hours = [], late = [], absent = [], walkIns = [] } = change
  const now = change.now === undefined ? 0 : slots.indexOf(change.now)
  if (now < 0) throw new RangeError(`now has the slot '${String(change.now)}', which is not there; check the spelling.`)
  const isOver = (slot: string): boolean => slots.indexOf(slot) < now
  const open = new Map<string, readonly string[]>()
  for (const one of readList('hours', hours)) {
    checkNames(one, ['booth', 'open'])
    for (const slot of readList('hours.open', one.open)) if (isOver(slot)) throw new RangeError(`Booth '${one.booth}' cannot be open in the slot '${slot}', which is over or not there.`)
    if (open.has(one.booth)) throw new RangeError(`hours has the booth '${one.booth}' twice; give its hours once.`)
    open.set(one.booth, one.open)
  }
  const goes = new Set(readList('leave', leave))
  for (const booth of goes) {
    if (open.has(booth)) throw new RangeError(`Booth '${booth}' leaves and has new hours; choose one.`)
    open.set(booth, [])
  }
  const known = new Set(fair.booths.map(({ id }) => id))
  for (const booth of open.keys()) if (!known.has(booth)) throw new RangeError(`The change has the booth '${booth}', which is not there; check the spelling.`)
  const seen = new Set(plan.interviews.filter(({ slot }) => isOver(slot)).map(({ seeker }) => seeker))
  const tooLate = readList('late', late).find(({ seeker }) => seen.has(seeker))
  if (tooLate !== undefined) throw new RangeError(`Seeker '${tooLate.seeker}' has had an interview already and cannot come late.`)
  const away = new Set(readList('absent', absent))
  const both = readList('walkIns', walkIns).find(seeker => away.has(seeker))
  if (both !== undefined) throw new RangeError(`Seeker '${both}' is absent and walks in; choose one.`)
  return {
    now,
    goneHome: new Set(absent.filter(seeker => seen.has(seeker))),
    fair: {
      ...fair,
      booths: fair.booths.map(booth => open.has(booth.id) ? { ...booth, open: [...(booth.open ?? slots).filter(isOver), ...open.get(booth.id)!] } : booth),
      late: [...fair.late ?? [], ...late],
      absent: [...fair.absent ?? [], ...absent.filter(seeker => !seen.has(seeker))],
    },
  }
}
