import { generate, correction } from 'lean-qr'
import type { Pdf } from './pdf.ts'

/** Light modules round the code, which readers need. */
const QUIET = 4

/** Draws a QR code as one filled path. Lines of the middle level of correction survive folds and thumbs. */
export function drawQr (pdf: Pdf, text: string, x: number, y: number, side: number): void {
  const code = generate(text, { minCorrectionLevel: correction.M })
  const module = side / (code.size + 2 * QUIET)
  for (let row = 0; row < code.size; row++) {
    for (let from = 0; from < code.size; from++) {
      if (!code.get(from, row)) continue
      let to = from + 1
      while (to < code.size && code.get(to, row)) to++
      // A hair of overlap, so that no white line shows between rows.
      pdf.rect(x + (from + QUIET) * module, y + (row + QUIET) * module, (to - from) * module, module * 1.02)
      from = to
    }
  }
  pdf.fill('black')
}
