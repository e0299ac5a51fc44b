import { foldLooseCode } from '../register.ts'
import type { SectorTable } from '../tables.ts'
import { Tree } from '../tree.ts'
import type { RelatedRegister, Sector } from '../types.ts'
import { TreeRegister } from './tree-register.ts'

/** Per mille by what the codes share: the section, then 2, 3 and 4 digits. */
const CREDIT_BY_DEPTH = Object.freeze([200, 400, 600, 800])

/** KBLI 2020: sections and 2 to 5 digits. */
export function createSectorRegister (table: SectorTable): RelatedRegister<Sector> {
  const { codes, titles } = table
  const tree = new Tree(parentsByPlace(codes))
  return new TreeRegister<Sector>({
    noun: 'sector',
    codes,
    fold: foldLooseCode,
    names: row => [titles[row]!],
    item: row => ({
      index: row,
      code: codes[row]!,
      title: titles[row]!,
      parent: tree.parents[row]! < 0 ? null : tree.parents[row]!,
    }),
  }, tree, CREDIT_BY_DEPTH)
}

/** A division belongs to the section it stands after; any other code to the code without its last digit. */
function parentsByPlace (codes: readonly string[]): Int32Array {
  const rows = new Map(codes.map((code, row) => [code, row]))
  let section = -1
  return Int32Array.from(codes, (code, row) => {
    if (code.length === 1) {
      section = row
      return -1
    }
    return code.length === 2 ? section : rows.get(code.slice(0, -1)) ?? -1
  })
}
