import { posix } from 'node:path'
import { damaged, sheetError } from './sheet-error.ts'
import { readAll } from './xml-events.ts'
import type { ZipParts } from './zip-parts.ts'

/** Where the parts of a workbook are. */
export interface Workbook {
  /** The sheet that is to be read. */
  sheet: string
  sharedStrings?: string
  styles?: string
  /** Names of the sheets that are shown. */
  shown: string[]
  /** Days are counted from 1904, not from 1900. */
  countsFrom1904: boolean
}

interface Sheet {
  name: string
  relation: string
  isHidden: boolean
}

const CONTENT_TYPES = '[Content_Types].xml'
const ROOT_RELATIONS = '_rels/.rels'
const MOST_NAMED = 20

/** Finds a sheet by its name, or by its number from 1; the first that is shown when none is asked for. Throws FileError. */
export async function findSheet (parts: ZipParts, wanted: string | undefined): Promise<Workbook> {
  await refuseMacros(parts)
  const root = await relationsOf(parts, ROOT_RELATIONS, '')
  const book = root.find(({ type }) => type === 'officeDocument')?.target
  if (book === undefined) throw notSpreadsheet()
  const relations = await relationsOf(parts, posix.join(posix.dirname(book), '_rels', `${posix.basename(book)}.rels`), posix.dirname(book))
  const sheets: Sheet[] = []
  let countsFrom1904 = false
  let isWorkbook = false
  await readAll(parts.read(book), {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true
      else if (name === 'workbookPr') countsFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      else if (name === 'sheet') {
        const relation = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? ''
        sheets.push({ name: attributes.name ?? '', relation, isHidden: (attributes.state ?? 'visible') !== 'visible' })
      }
    },
  })
  if (!isWorkbook) throw notSpreadsheet()
  const chosen = choose(sheets, wanted)
  const target = relations.find(({ id }) => id === chosen.relation)?.target
  if (target === undefined || !parts.has(target)) throw damaged()
  const part = (type: string): string | undefined => relations.find(relation => relation.type === type && parts.has(relation.target))?.target
  return { sheet: target, sharedStrings: part('sharedStrings'), styles: part('styles'), shown: sheets.filter(({ isHidden }) => !isHidden).map(({ name }) => name), countsFrom1904 }
}

function choose (sheets: readonly Sheet[], wanted: string | undefined): Sheet {
  const found = wanted === undefined
    ? sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]
    : sheets.find(({ name }) => name === wanted) ?? sheets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase()) ??
      (/^\d{1,4}$/.test(wanted) ? sheets[Number(wanted) - 1] : undefined)
  if (found !== undefined) return found
  if (wanted === undefined) throw damaged()
  const names = sheets.slice(0, MOST_NAMED).map(({ name }) => `'${name.slice(0, 31)}'`).join(', ')
  throw sheetError('no-such-sheet', `one of ${names}`,
    `The workbook has no sheet '${wanted.slice(0, 31)}'; it has ${names}.`,
    `Buku kerja tidak memuat lembar '${wanted.slice(0, 31)}'; yang ada: ${names}.`)
}

/** A macro is never run here; but a file that brings one is not what an office should pass on. */
async function refuseMacros (parts: ZipParts): Promise<void> {
  let hasMacros = parts.has('xl/vbaProject.bin')
  await readAll(parts.read(CONTENT_TYPES), {
    open: (_name, { ContentType: type = '' }) => { hasMacros ||= /macroEnabled|vbaProject/i.test(type) },
  })
  if (!hasMacros) return
  throw sheetError('macro-file', 'a workbook without macros',
    'The workbook holds macros (.xlsm). Save it as .xlsx, without macros, and send it again.',
    'Buku kerja memuat makro (.xlsm). Simpan sebagai .xlsx, tanpa makro, lalu kirim lagi.')
}

interface Relation {
  id: string
  /** The last word of its address. */
  type: string
  target: string
}

async function relationsOf (parts: ZipParts, path: string, folder: string): Promise<Relation[]> {
  const relations: Relation[] = []
  if (!parts.has(path)) return relations
  await readAll(parts.read(path), {
    open: (name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode = '' }) => {
      // What lies outside the file is never fetched.
      if (name !== 'Relationship' || mode.toLowerCase() === 'external') return
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target) })
    },
  })
  return relations
}

function notSpreadsheet (): Error {
  return sheetError('not-a-workbook', 'an .xlsx file',
    'The file is packed like an .xlsx workbook and is none. Save the table as .xlsx and send it again.',
    'Berkas dikemas seperti buku kerja .xlsx tetapi bukan. Simpan tabel sebagai .xlsx lalu kirim lagi.')
}
