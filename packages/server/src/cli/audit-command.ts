import { readFile } from 'node:fs/promises'
import { anchorIn, parseHead } from '../audit/anchor.ts'
import { verifyChain } from '../audit/chain.ts'
import type { AuditHead } from '../audit/entry.ts'
import { keysFolderOf, readConfig } from '../config.ts'
import { openForReading } from '../database/open-for-reading.ts'
import { KeyFolder } from '../vault/master-key.ts'
import { CommandError, EXIT, usageError } from './exit.ts'
import { languageOption } from './language.ts'
import { readOptions, textOption } from './options.ts'
import { count } from './progress.ts'

export const AUDIT_HELP = `padan audit verify [--anchor FILE] [--language id|en]

Walks the audit trail from its first entry to its last and tells whether anything was changed, taken out, put in or cut off. The finding is JSON on standard
output: keep it, and give it to the next run as its anchor. Exit code 3 when the trail is not whole. Works beside a running service on PostgreSQL.

  --anchor FILE       the end of the trail as it was once printed (default: the one in the keys folder)
  --language id|en    language of the messages
`

/** The audit trail. Throws CommandError. */
export async function auditCommand ([what, ...args]: readonly string[]): Promise<void> {
  if (what === '--help' || what === '-h') {
    process.stdout.write(AUDIT_HELP)
    return
  }
  if (what !== 'verify') throw usageError(`padan audit takes verify, got '${what ?? ''}'.\n\n${AUDIT_HELP}`)
  const options = readOptions(args, { anchor: { type: 'string' }, language: { type: 'string' } })
  if (options.help === true) {
    process.stdout.write(AUDIT_HELP)
    return
  }
  const config = readConfig(process.env)
  const language = languageOption(options)
  const file = textOption(options, 'anchor')
  const anchor = file === undefined ? anchorIn(new KeyFolder(keysFolderOf(config))).read() : await anchorOf(file)
  const database = await openForReading({ url: config.DATABASE_URL, folder: config.PADAN_DATA })
  try {
    const found = await verifyChain(database.db, anchor)
    process.stdout.write(`${JSON.stringify(found)}\n`)
    if (found.problem !== null) throw new CommandError(EXIT.data, language === 'id' ? found.problem.whatId : found.problem.what)
    process.stderr.write(language === 'id' ? `Jejak audit utuh: ${count(found.entries)} catatan.\n` : `The audit trail is whole: ${count(found.entries)} entries.\n`)
  } finally {
    await database.close()
  }
}

/** The head of an earlier finding, or the file from the keys folder. */
async function anchorOf (path: string): Promise<AuditHead> {
  const text = await readFile(path, 'utf8').catch(error => { throw new CommandError(EXIT.failed, `${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`) })
  const head = parseHead(text) ?? parseHead(JSON.stringify(headIn(text)))
  if (head === undefined) throw new CommandError(EXIT.data, `${path} holds no end of an audit trail: what padan audit verify printed was expected.`)
  return head
}

function headIn (text: string): unknown {
  try {
    return JSON.parse(text).head ?? {}
  } catch {
    return {}
  }
}
