import { ConfigSchema, readConfig, redactedConfig } from '../config.ts'
import { readOptions } from './options.ts'
import { textTable } from './text-table.ts'

export const CONFIG_HELP = `padan config

Shows every setting as the environment gives it, or its default, checked as at a start. Secrets are not shown, only that they are set.
`

/** Prints the settings. Throws ConfigError. */
export async function configCommand (args: readonly string[]): Promise<void> {
  if (readOptions(args, {}).help === true) {
    process.stdout.write(CONFIG_HELP)
    return
  }
  const settings = redactedConfig(readConfig(process.env))
  const rows = Object.entries<object>(ConfigSchema.properties).map(([name, schema]) => [name, String(settings[name] ?? ''), (schema as { description: string }).description])
  process.stdout.write(`${textTable([{ title: 'setting' }, { title: 'value' }, { title: 'meaning' }], rows)}\n`)
}
