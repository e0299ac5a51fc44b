import { ColumnRegister, foldLooseCode } from '../register.ts'
import type { LevelTable } from '../tables.ts'
import type { Level, Register } from '../types.ts'

/** The education ladder, lowest first. `S-1`, `s1` and `SLTA` are read as `S1`, `S1` and `SMA`. */
export function createLevelRegister (table: LevelTable): Register<Level> {
  return new ColumnRegister<Level>({
    noun: 'level',
    codes: table.codes,
    fold: foldLooseCode,
    aliases: table.aliases,
    names: row => [
      table.titles[row]!,
      table.codes[row]!,
      ...table.aliases.filter(([, code]) => code === table.codes[row]).map(([alias]) => alias),
    ],
    item: row => ({
      index: row,
      code: table.codes[row]!,
      title: table.titles[row]!,
      rank: table.ranks[row]!,
      kkni: table.kkni[row]!,
      general: table.general.includes(row),
    }),
  })
}
