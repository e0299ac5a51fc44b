#!/usr/bin/env node
import { ExpectedError } from '../errors/expected-error.ts'
import { CommandError, EXIT } from './exit.ts'

const HELP = `padan COMMAND [options]

  rank      rank the people of one file for the openings of another; needs no server
  place     place people under capacity, with proof; needs no server
  plan-fair plan a fair's day: who is at which booth when; needs no server
  import    store the records of a file
  draft     read an advert or a CV into a record to confirm; needs no server
  taxonomy  read SKKNI decrees and schemes into a catalogue, and check it
  demo      make the demo city
  serve     serve the API
  config    show the settings, without their secrets
  backup    write everything to a file
  restore   put a backup into a new database
  audit     verify the audit trail
  keys      rotate the master key
  accounts  let an admin in again

padan COMMAND --help tells more. Exit codes: 0 done, 1 the run failed, 2 the command line is wrong, 3 the data is wrong.
`

/** Each command is loaded when it is asked for: ranking two files needs no database and no server. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  rank: async args => await (await import('./rank-command.ts')).rankCommand(args),
  place: async args => await (await import('./place-command.ts')).placeCommand(args),
  'plan-fair': async args => await (await import('./plan-fair-command.ts')).planFairCommand(args),
  import: async args => await (await import('./import-command.ts')).importCommand(args),
  draft: async args => await (await import('./draft-command.ts')).draftCommand(args),
  taxonomy: async args => await (await import('./taxonomy-command.ts')).taxonomyCommand(args),
  demo: async args => await (await import('./demo-command.ts')).demoCommand(args),
  backup: async args => await (await import('./backup-command.ts')).backupCommand(args),
  restore: async args => await (await import('./backup-command.ts')).restoreCommand(args),
  audit: async args => await (await import('./audit-command.ts')).auditCommand(args),
  keys: async args => await (await import('./keys-command.ts')).keysCommand(args),
  accounts: async args => await (await import('./accounts-command.ts')).accountsCommand(args),
  config: async args => await (await import('./config-command.ts')).configCommand(args),
  serve: async args => await (await import('./serve-command.ts')).serveCommand(args),
}

// Whoever reads our output may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.failed)
})

try {
  await main(process.argv.slice(2))
} catch (error) {
  const told = tell(error)
  process.stderr.write(`padan: ${told.message}\n`)
  process.exitCode = told.exitCode
}

async function main ([name, ...args]: readonly string[]): Promise<void> {
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP)
    return
  }
  if (name === undefined || !Object.hasOwn(COMMANDS, name)) {
    throw new CommandError(EXIT.usage, `${name === undefined ? 'a command is missing' : `there is no command '${name}'`}.\n\n${HELP}`)
  }
  await COMMANDS[name](args)
}

function tell (error: unknown): { message: string, exitCode: number } {
  if (error instanceof CommandError) return error
  if (error instanceof ExpectedError) return { message: error.message, exitCode: error.name === 'ConfigError' ? EXIT.usage : EXIT.failed }
  const { code, message } = error as { code?: string, message?: string }
  return { message: `the run failed: ${message ?? String(error)}${code === undefined ? '' : ` (${code})`}`, exitCode: EXIT.failed }
}
