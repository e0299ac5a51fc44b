import type { Row } from './row.ts'
import { shortNumber } from './row.ts'

/** One bar: a case's median, with its spread where there is one. */
interface Bar {
  label: string
  median: number
  low: number
  high: number
}

const WIDTH = 760
const LEAST_LEFT = 130
/** Room for a letter of a label, a little more than it takes. */
const LETTER = 7.5
const RIGHT = 110
const TOP = 44
const ROW_HEIGHT = 30
const BAR_HEIGHT = 16

/** A case that was run once has a time and no median. */
const CENTRES: readonly string[] = ['median', 'time']

/** Colours that can be read on a light and on a dark page. */
const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .title { font-weight: 600 }
  .tick { fill: #57606a; font-size: 11px }
  .grid { stroke: #d0d7de }
  .bar { fill: #8c959f }
  .index { fill: #1a7f37 }
  .spread { stroke: #24292f }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .tick { fill: #9198a1 }
    .grid { stroke: #3d444d }
    .bar { fill: #656c76 }
    .index { fill: #3fb950 }
    .spread { stroke: #e6edf3 }
  }`

/** The cases of one bench as bars over a logarithmic axis, medians as bars and p10 to p99 as lines; undefined for a bench of fewer than two timed cases. */
export function barChart (bench: string, rows: readonly Row[]): string | undefined {
  const bars = barsOf(rows)
  if (bars.length < 2) return undefined
  const unit = rows.find(({ metric }) => CENTRES.includes(metric))!.unit
  const lowest = 10 ** Math.floor(Math.log10(Math.min(...bars.map(({ low }) => low))))
  const highest = 10 ** Math.ceil(Math.log10(Math.max(...bars.map(({ high }) => high))))
  const left = Math.max(LEAST_LEFT, ...bars.map(({ label }) => Math.ceil(LETTER * label.length) + 16))
  const x = (value: number): number => Math.round(left + (WIDTH - left - RIGHT) * Math.log(value / lowest) / Math.log(highest / lowest))
  const height = TOP + bars.length * ROW_HEIGHT + 24
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img">`,
    `<title>${escape(bench)}</title>`,
    `<style>${STYLE}\n</style>`,
    `<text class="title" x="0" y="16">${escape(bench)}: ${bars.some(({ low, high }) => low < high) ? 'median, and p10 to p99' : 'time'}, ${escape(unit)}, logarithmic</text>`,
  ]
  for (let tick = lowest; tick <= highest * 1.001; tick *= 10) {
    lines.push(
      `<line class="grid" x1="${x(tick)}" y1="${TOP - 8}" x2="${x(tick)}" y2="${height - 22}"/>`,
      `<text class="tick" x="${x(tick)}" y="${height - 6}" text-anchor="middle">${shortNumber(tick)}</text>`
    )
  }
  bars.forEach((bar, row) => lines.push(...drawBar(bar, TOP + row * ROW_HEIGHT, x, lowest, unit)))
  return `${lines.join('\n')}\n</svg>\n`
}

function drawBar ({ label, median, low, high }: Bar, top: number, x: (value: number) => number, lowest: number, unit: string): string[] {
  const left = x(lowest)
  const middle = top + BAR_HEIGHT / 2
  return [
    `<text x="${left - 8}" y="${middle + 4}" text-anchor="end">${escape(label)}</text>`,
    `<rect class="${/^index\b/.test(label) ? 'index' : 'bar'}" x="${left}" y="${top}" width="${Math.max(1, x(median) - left)}" height="${BAR_HEIGHT}" rx="2"/>`,
    `<line class="spread" x1="${x(low)}" y1="${middle}" x2="${x(high)}" y2="${middle}"/>`,
    `<text x="${Math.max(x(median), x(high)) + 8}" y="${middle + 4}">${shortNumber(median)} ${escape(unit)}</text>`,
  ]
}

function barsOf (rows: readonly Row[]): Bar[] {
  const cases = [...new Set(rows.map(row => row.case))]
  return cases.flatMap(label => {
    const figure = (metric: string): number | undefined => rows.find(row => row.case === label && row.metric === metric)?.value
    const median = figure('median') ?? figure('time')
    if (median === undefined || median <= 0) return []
    return [{ label, median, low: figure('p10') ?? median, high: figure('p99') ?? median }]
  })
}

function escape (text: string): string {
  return text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`)
}
