import type { Unit, UnitRegister } from './types.ts'
import { versionStem } from './unit-code.ts'

/** The unit and its other editions, oldest first. */
export function editions (units: UnitRegister, unit: number): Unit[] {
  const others = units.relatives(unit).filter(({ reason }) => reason === 'version' || reason === 'twin')
  return [unit, ...others.map(({ held }) => held)].map(index => units.at(index)).sort(olderFirst)
}

/** The newest edition that takes the place of a unit; -1 if none is known. */
export function successor (units: UnitRegister, unit: number): number {
  const own = units.at(unit)
  const stem = versionStem(own.plainCode, own.format)
  const newer = editions(units, unit).filter(other => other.index !== unit)
  const versions = newer.filter(other => versionStem(other.plainCode, other.format) === stem && versionOf(other) > versionOf(own))
  // A family's twin says nothing about age unless the one code is of the old format and the other is not.
  const modern = own.format === 'lama' ? newer.filter(({ format }) => format === 'kbli') : []
  return (versions.at(-1) ?? modern.at(-1))?.index ?? -1
}

/** Old format, then version, year (an unknown one counts as early) and key. */
function olderFirst (left: Unit, right: Unit): number {
  return Number(left.format !== 'lama') - Number(right.format !== 'lama') ||
    versionOf(left) - versionOf(right) ||
    (left.year ?? 0) - (right.year ?? 0) ||
    (left.code < right.code ? -1 : 1)
}

/** The last part of the code: `2` of `J.611000.003.02`. */
function versionOf ({ plainCode }: Unit): number {
  return Number(plainCode.slice(plainCode.lastIndexOf('.') + 1)) || 0
}
