/** Plain SVG, without scripts and styles. */
export function svg (width: number, height: number, drawn: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans, Verdana, sans-serif" font-size="13">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${drawn.join('\n')}
</svg>
`
}

export interface TextLook {
  fill?: string
  size?: number
  anchor?: 'start' | 'middle' | 'end'
}

export function text (x: number, y: number, words: string, { fill = '#222222', size = 13, anchor = 'start' }: TextLook = {}): string {
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${fill}">${escaped(words)}</text>`
}

export function box (x: number, y: number, width: number, height: number, fill: string, stroke = '#888888'): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${fill}" stroke="${stroke}"/>`
}

export function line (x1: number, y1: number, x2: number, y2: number, stroke: string, dash = ''): string {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${stroke}" stroke-width="2"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`
}

export function escaped (words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
