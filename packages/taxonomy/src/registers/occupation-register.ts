import { foldLooseCode } from '../register.ts'
import type { OccupationTable } from '../tables.ts'
import { Tree } from '../tree.ts'
import type { Occupation, RelatedRegister } from '../types.ts'
import { TreeRegister } from './tree-register.ts'

/** Per mille by the length of the common code: 1, 2, 3 and 4 digits. */
const CREDIT_BY_DEPTH = Object.freeze([0, 300, 600, 800])

/** KBJI 2014, five storeys: 1, 2, 3, 4 and 6 digits. */
export function createOccupationRegister (table: OccupationTable): RelatedRegister<Occupation> {
  const { codes, titles } = table
  const tree = new Tree(parentsByCode(codes))
  const withIsco = new Set(table.isco08)
  return new TreeRegister<Occupation>({
    noun: 'occupation',
    codes,
    fold: foldLooseCode,
    names: row => [titles[row]!],
    item: row => {
      const group = codes[row]!.slice(0, 4)
      return {
        index: row,
        code: codes[row]!,
        title: titles[row]!,
        parent: tree.parents[row]! < 0 ? null : tree.parents[row]!,
        isco08: withIsco.has(group) ? group : null,
      }
    },
  }, tree, CREDIT_BY_DEPTH)
}

/** The parent of `1111.01` is `1111`; of any other code, the code without its last digit. */
function parentsByCode (codes: readonly string[]): Int32Array {
  const rows = new Map(codes.map((code, row) => [code, row]))
  return Int32Array.from(codes, code => rows.get(code.length > 4 ? code.slice(0, 4) : code.slice(0, -1)) ?? -1)
}
