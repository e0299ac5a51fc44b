import { normaliseName } from '../normalise.ts'
import { foldCode } from '../unit-code.ts'
import type { DecreeUnit, ListedUnit } from './decree.ts'
import type { LineLog } from './line-log.ts'

/** Compares what was read with itself: the table of units with their descriptions, titles with titles. */
export function checkUnits (units: readonly DecreeUnit[], listed: readonly ListedUnit[], decree: string | null, log: LineLog): void {
  if (units.length === 0) log.find('no-units', -1, null, '')
  if (decree === null) log.find('no-decree', -1, null, '')
  const described = firstByCode(units, (unit, first) => {
    log.find('described-twice', unit.line - 1, unit.code, String(first.line))
    sameTitle(unit, first, log)
  })
  const inList = firstByCode(listed, (row, first) => {
    log.find('listed-twice', row.line - 1, row.code, String(first.line))
    sameTitle(row, first, log)
  })
  for (const unit of units) checkUnit(unit, log)
  compare(described, inList, listed.length > 0, log)
}

function checkUnit ({ code, title, elements, line }: DecreeUnit, log: LineLog): void {
  if (title === '') log.find('no-title', line - 1, code, '')
  if (elements.length === 0) log.find('no-elements', line - 1, code, '')
  for (const { number, title, criteria } of elements) {
    if (title === '') log.find('no-element-title', line - 1, code, String(number))
    if (criteria.length === 0) log.find('no-criteria', line - 1, code, `${number}. ${title}`)
    for (const criterion of criteria) if (criterion.text === '') log.find('empty-criterion', line - 1, code, criterion.number)
  }
}

function compare (described: ReadonlyMap<string, DecreeUnit>, inList: ReadonlyMap<string, ListedUnit>, hasList: boolean, log: LineLog): void {
  const byFold = new Map(Array.from(described.keys(), code => [foldCode(code), code]))
  for (const row of inList.values()) {
    const unit = described.get(row.code)
    if (unit !== undefined) {
      sameTitle(unit, row, log)
      continue
    }
    const alike = byFold.get(foldCode(row.code))
    log.find('not-described', row.line - 1, row.code, alike === undefined ? row.title : `${row.code} ~ ${alike}`)
  }
  if (!hasList) return
  for (const unit of described.values()) {
    if (!inList.has(unit.code)) log.find('not-listed', unit.line - 1, unit.code, unit.title)
  }
}

function firstByCode<Item extends { code: string }> (items: readonly Item[], onRepeat: (item: Item, first: Item) => void): Map<string, Item> {
  const firsts = new Map<string, Item>()
  for (const item of items) {
    const first = firsts.get(item.code)
    if (first === undefined) firsts.set(item.code, item)
    else onRepeat(item, first)
  }
  return firsts
}

function sameTitle (item: { code: string, title: string, line: number }, other: { title: string, line: number }, log: LineLog): void {
  if (normaliseName(item.title) !== normaliseName(other.title)) log.find('two-titles', item.line - 1, item.code, `${item.title} | ${other.line}: ${other.title}`)
}
