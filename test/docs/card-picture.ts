import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT, walkCardPath } from './card-path.ts'

/** Draws docs/card-ak1.png from the card that the README's commands print. Needs pdftoppm (Debian package poppler-utils). */
const folder = mkdtempSync(join(tmpdir(), 'padan-picture-'))
const { card } = await walkCardPath()
writeFileSync(join(folder, 'card.pdf'), card)
execFileSync('pdftoppm', ['-r', '96', '-png', '-singlefile', join(folder, 'card.pdf'), join(ROOT, 'docs/card-ak1')])
rmSync(folder, { recursive: true })
