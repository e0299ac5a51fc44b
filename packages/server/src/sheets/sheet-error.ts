import { FileError } from '../tables/file-error.ts'

/** A workbook that cannot be read as a whole. */
export function sheetError (code: string, expected: string, message: string, messageId: string, row?: number): FileError {
  return new FileError({ ...(row === undefined ? {} : { row }), code, expected, message, messageId })
}

export function damaged (): FileError {
  return sheetError('damaged-workbook', 'a whole .xlsx file',
    'The file is no workbook that can be read: it is cut off or damaged. Open it in a spreadsheet program, save it as .xlsx and send it again.',
    'Berkas bukan buku kerja yang dapat dibaca: terpotong atau rusak. Buka di program lembar kerja, simpan sebagai .xlsx, lalu kirim lagi.')
}

export function tooMuch (what: string, whatId: string): FileError {
  return sheetError('workbook-too-large', `at most ${what}`,
    `The workbook holds more than ${what}. Send the table alone, in several files if it is long, or as CSV.`,
    `Buku kerja memuat lebih dari ${whatId}. Kirim tabelnya saja, dalam beberapa berkas bila panjang, atau sebagai CSV.`)
}
