import type { Notice } from '../schemas/import.ts'
import type { SheetSeen } from '../sheets/sheet-rows.ts'

/** The sheet of our templates that explains the columns. */
export const EXPLANATION = { id: 'Penjelasan', en: 'Explanation' } as const

/** More than one sheet could have been meant. The names of sheets are not told: they may be anybody's. */
export function otherSheets (shown: readonly string[]): Notice[] {
  const count = shown.filter(name => name !== EXPLANATION.id && name !== EXPLANATION.en).length
  if (count < 2) return []
  return [{
    code: 'other-sheets',
    message: `The workbook has ${count} sheets; the first was read. To read another, say sheet= with its name or number.`,
    messageId: `Buku kerja memuat ${count} lembar; yang dibaca adalah lembar pertama. Untuk membaca lembar lain, sebutkan nama atau nomornya dengan sheet=.`,
  }]
}

/** What a reader of the sheet itself may not have seen, or sees otherwise than it is read. */
export function sheetNotices ({ hiddenRows, tallCells }: SheetSeen): Notice[] {
  const notices: Notice[] = []
  if (hiddenRows > 0) {
    notices.push({
      code: 'hidden-rows',
      message: `${hiddenRows} rows are hidden in the sheet, by a filter or by hand. They were read like all others; delete them if they should not be.`,
      messageId: `${hiddenRows} baris tersembunyi dalam lembar, oleh filter atau secara manual. Baris itu dibaca seperti yang lain; hapus bila tidak diinginkan.`,
    })
  }
  if (tallCells > 0) {
    notices.push({
      code: 'merged-cells',
      message: `${tallCells} merged cells go over several rows. Each is read in its first row alone, the others are empty there; unmerge them and fill in every row.`,
      messageId: `${tallCells} sel gabungan mencakup beberapa baris. Masing-masing hanya dibaca pada baris pertamanya, baris lain kosong; pisahkan sel itu dan isi setiap baris.`,
    })
  }
  return notices
}
