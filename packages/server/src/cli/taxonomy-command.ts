import { CommandError, EXIT, usageError } from './exit.ts'
import { checkCatalogueCommand } from './check-catalogue-command.ts'
import { importDecreeCommand } from './import-decree-command.ts'
import { importSchemesCommand } from './import-schemes-command.ts'

export const TAXONOMY_HELP = `padan taxonomy COMMAND FILE [options]

Brings units and schemes of your own into a catalogue, which --catalogue of the other commands takes. Needs no server and no database.

  import-decree FILE    read an SKKNI decree, PDF or text, into units with elements and performance criteria
  import-schemes FILE   read certification schemes from CSV: scheme code, title, KKNI level, unit codes
  check [FILE]          tell likely duplicates, what stands alone and unit codes that lead nowhere; without a file, of the shipped units and concepts

  --out FILE          write the catalogue there (default: standard output)
  --merge FILE        add to this catalogue; the same code for two things is told, and nothing is written
  --leave-out         import-decree: leave out units that are in conflict, and write the others
  --decree N/YYYY     import-decree: the decree, where the text does not name it
  --report FILE       import-decree: write every line that was not understood, and every finding, as CSV
  --language id|en    language of the messages
`

const COMMANDS: Readonly<Record<string, (path: string, args: readonly string[]) => Promise<void>>> = {
  'import-decree': importDecreeCommand,
  'import-schemes': importSchemesCommand,
  check: checkCatalogueCommand,
}

/** Makes and checks catalogues. Throws CommandError. */
export async function taxonomyCommand ([name, ...args]: readonly string[]): Promise<void> {
  if (name === '--help' || name === '-h' || args.includes('--help') || args.includes('-h')) {
    process.stdout.write(TAXONOMY_HELP)
    return
  }
  if (name === undefined || !Object.hasOwn(COMMANDS, name)) throw usageError(`padan taxonomy needs import-decree, import-schemes or check, got '${name ?? ''}'; see padan taxonomy --help.`)
  if (name === 'check' && (args[0] === undefined || args[0].startsWith('-'))) return await checkCatalogueCommand(undefined, args)
  const [path, ...options] = args
  if (path === undefined || path.startsWith('-')) throw usageError(`padan taxonomy ${name} needs a file before its options; see padan taxonomy --help.`)
  await COMMANDS[name](path, options).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'EISDIR' && error.code !== 'EACCES') throw error
    throw new CommandError(EXIT.failed, `${error.path ?? path} cannot be read or written: ${error.code === 'ENOENT' ? 'there is no such file or folder' : error.message}.`)
  })
}
