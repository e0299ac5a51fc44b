import { STATUS_CODES } from 'node:http'
import { PROBLEMS, type ProblemCode } from './codes.ts'

/** The page a problem's `type` points at, in both languages. */
export function problemPage (code: ProblemCode): string {
  const { status, title, titleId, help, helpId } = PROBLEMS[code]
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }</style>
<p>${status} ${escape(STATUS_CODES[status] ?? '')} · <code>${code}</code></p>
<h1>${escape(title)}</h1>
<p>${escape(help)}</p>
<div lang="id">
<h2>${escape(titleId)}</h2>
<p>${escape(helpId)}</p>
</div>
</html>
`
}

function escape (text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
