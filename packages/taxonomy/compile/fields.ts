import { normaliseName } from '../dist/normalise.js'
import { packInts } from '../dist/packed-ints.js'
import type { FieldTable } from '../dist/tables.js'
import { cellList, readOwnTable } from './read-table.ts'
import type { TableReader } from './read-table.ts'

interface FieldRow {
  code: string
  title: string
  parent: string | null
}

/** The vocational spectrum, then the university tree with study programmes at its leaves, then what twins join them. */
export function compileFields (read: TableReader): FieldTable {
  const science = scienceRows(read)
  const rows = [...spectrumRows(read), ...science, ...programmeRows(read, science)]
  const places = new Map(rows.map(({ code }, place) => [code, place]))
  return {
    codes: rows.map(({ code }) => code),
    titles: rows.map(({ title }) => title),
    parents: packInts(rows.map(({ parent }) => parent === null ? 0 : placeOf(places, parent) + 1)),
    twins: twinPairs(rows, places),
  }
}

function spectrumRows (read: TableReader): FieldRow[] {
  const rows = new Map<string, FieldRow>()
  for (const row of read('smk_spektrum.csv')) {
    const [bidang, program, konsentrasi] = row.id_lokal!.split('.')
    const chain = [
      { code: `smk:${bidang}`, title: row.bidang_keahlian!, parent: null },
      { code: `smk:${bidang}.${program}`, title: row.program_keahlian!, parent: `smk:${bidang}` },
      { code: `smk:${bidang}.${program}.${konsentrasi}`, title: row.konsentrasi_keahlian!, parent: `smk:${bidang}.${program}` },
    ]
    for (const field of chain) {
      const known = rows.get(field.code)
      if (known !== undefined && known.title !== field.title) throw new Error(`${field.code} is both "${known.title}" and "${field.title}".`)
      rows.set(field.code, known ?? field)
    }
  }
  return [...rows.values()]
}

/**
 * The science tree. Its parent column is not to be trusted (it gives economics to languages), the order and the levels are:
 * a row belongs to the last row above it of a higher level.
 */
function scienceRows (read: TableReader): FieldRow[] {
  const open: Array<{ level: number, code: string }> = []
  return read('rumpun_ilmu_dikti.csv').map(row => {
    const level = Number(row.level)
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop()
    const parent = open.at(-1)?.code ?? null
    const code = `pt:${row.kode}`
    open.push({ level, code })
    return { code, title: row.nama!, parent }
  })
}

/**
 * Study programmes, most common first; spellings that differ by case, accents and apostrophes are one. A programme stands
 * under the node that the hand-made table names, else under the deepest node of the same name, else alone.
 */
function programmeRows (read: TableReader, science: readonly FieldRow[]): FieldRow[] {
  const byTable = programmeParents()
  const byName = new Map(science.map(({ code, title }) => [normaliseName(title), code]))
  const rows = new Map<string, FieldRow>()
  for (const { nama: title } of read('program_studi.csv')) {
    const name = normaliseName(title!)
    if (!rows.has(name)) {
      rows.set(name, { code: `ps:${name.replaceAll(' ', '-')}`, title: title!, parent: byTable.get(name) ?? byName.get(name) ?? null })
    }
  }
  for (const name of byTable.keys()) {
    if (!rows.has(name)) throw new Error(`The table of study programmes names "${name}", which the list of programmes does not hold.`)
  }
  return [...rows.values()]
}

function programmeParents (): Map<string, string> {
  const parents = new Map<string, string>()
  for (const row of readOwnTable('study-programmes.csv')) {
    for (const programme of cellList(row.programmes!)) {
      const name = normaliseName(programme)
      const known = parents.get(name)
      if (known !== undefined && known !== `pt:${row.pt}`) throw new Error(`The table of study programmes puts "${programme}" under ${known} and pt:${row.pt}.`)
      parents.set(name, `pt:${row.pt}`)
    }
  }
  return parents
}

/** Fields of one name that do not stand above one another, and the hand-checked pairs of the two trees. */
function twinPairs (rows: readonly FieldRow[], places: ReadonlyMap<string, number>): Array<[number, number]> {
  const pairs = new Map<string, [number, number]>()
  const add = (a: number, b: number): void => {
    const pair: [number, number] = a < b ? [a, b] : [b, a]
    pairs.set(pair.join(), pair)
  }

  const byName = new Map<string, number[]>()
  rows.forEach(({ title }, place) => {
    const name = normaliseName(title)
    for (const other of byName.get(name) ?? []) {
      if (!standsAbove(rows, places, other, place) && !standsAbove(rows, places, place, other)) add(other, place)
    }
    byName.set(name, [...byName.get(name) ?? [], place])
  })
  for (const row of readOwnTable('field-twins.csv')) add(placeOf(places, row.smk!), placeOf(places, row.pt!))
  return [...pairs.values()].sort(([a, b], [c, d]) => a - c || b - d)
}

function standsAbove (rows: readonly FieldRow[], places: ReadonlyMap<string, number>, upper: number, lower: number): boolean {
  let parent = rows[lower]!.parent
  while (parent !== null) {
    const place = placeOf(places, parent)
    if (place === upper) return true
    parent = rows[place]!.parent
  }
  return false
}

function placeOf (places: ReadonlyMap<string, number>, code: string): number {
  const place = places.get(code)
  if (place === undefined) throw new Error(`There is no field ${code}.`)
  return place
}
