import { Ajv } from 'ajv'
import { Type, type Static } from 'typebox'
import { ExpectedError } from './errors/expected-error.ts'

/** Settings come from the environment; every one has a default. */
export const ConfigSchema = Type.Object({
  HOST: Type.String({ default: '127.0.0.1', minLength: 1, description: 'Address to listen on.' }),
  PORT: Type.Integer({ default: 3000, minimum: 0, maximum: 65_535, description: 'Port to listen on; 0 takes any free one.' }),
  DATABASE_URL: Type.Optional(Type.String({ pattern: '^postgres(ql)?://', description: 'A PostgreSQL server. Without it the embedded database is used.' })),
  PADAN_DATA: Type.String({ default: '.padan/data', minLength: 1, description: 'Folder of the embedded database.' }),
  PADAN_KEYS: Type.Optional(Type.String({ minLength: 1, description: 'Folder of the keys. Default: beside PADAN_DATA, with -keys after its name.' })),
  PADAN_BACKUPS: Type.Optional(Type.String({ minLength: 1, description: 'Folder of the backups that are asked for over HTTP. Default: beside PADAN_DATA, with -backups after its name.' })),
  PADAN_MASTER_KEY: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9+/_-]{43}=?$', description: 'The master key, 32 bytes in base64, instead of the file master.key in PADAN_KEYS.' })),
  DATABASE_POOL: Type.Integer({ default: 5, minimum: 2, maximum: 50, description: 'Connections to a PostgreSQL server, besides the one that holds the writer lock.' }),
  DATABASE_TIMEOUT_MS: Type.Integer({ default: 120_000, minimum: 100, maximum: 3_600_000, description: 'Longest time for one statement on a PostgreSQL server; a slower one is ended, and the request refused.' }),
  WRITE_WAIT_MS: Type.Integer({ default: 60_000, minimum: 100, maximum: 3_600_000, description: 'Longest that a write waits for those before it; then it is refused, before it began.' }),
  PADAN_ACCESS: Type.Union([Type.Literal('closed'), Type.Literal('open')], {
    default: 'closed', description: 'closed: everybody signs in; open: match data is open to whoever is on this machine, and HOST must be of this machine alone.',
  }),
  PADAN_PROXIES: Type.Optional(Type.String({ pattern: '^[0-9A-Fa-f.:/]+( *, *[0-9A-Fa-f.:/]+)*$', description: 'Addresses or networks of the proxies in front, by commas: their X-Forwarded-For is believed.' })),
  SESSION_IDLE_MINUTES: Type.Integer({ default: 30, minimum: 1, maximum: 1440, description: 'Minutes without a request after which a session ends.' }),
  SESSION_HOURS: Type.Integer({ default: 12, minimum: 1, maximum: 168, description: 'Hours after which a session ends in any case.' }),
  OIDC_ISSUER: Type.Optional(Type.String({ pattern: '^https?://', description: 'The city\'s own log-in (OpenID Connect), by its issuer. Without it people sign in with passwords alone.' })),
  OIDC_CLIENT_ID: Type.Optional(Type.String({ minLength: 1, description: 'What the city\'s log-in knows this service as.' })),
  OIDC_CLIENT_SECRET: Type.Optional(Type.String({ minLength: 1, description: 'Its secret there. Without one it is a public client.' })),
  OIDC_REDIRECT_URI: Type.Optional(Type.String({ pattern: '^https?://', description: 'The page that the city\'s log-in sends people back to.' })),
  OIDC_SCOPE: Type.String({ default: 'openid', pattern: '(^| )openid( |$)', description: 'What is asked for at the city\'s log-in.' }),
  OIDC_NEW_ACCOUNTS: Type.Optional(Type.Union([Type.Literal('officer'), Type.Literal('verifier'), Type.Literal('organiser')], {
    description: 'Whoever the city\'s log-in lets in and no account is linked with gets one of this role. Default: nobody does.',
  })),
  BSRE_URL: Type.Optional(Type.String({ pattern: '^https?://', description: 'The eSign Client Service of BSrE that signs cards. Without it nothing is signed.' })),
  BSRE_USERNAME: Type.Optional(Type.String({ minLength: 1, pattern: '^[^:]+$', description: 'What that service knows this one as.' })),
  BSRE_PASSWORD: Type.Optional(Type.String({ minLength: 1, description: 'Its password there.' })),
  PADAN_OFFICE: Type.Optional(Type.String({ minLength: 1, description: 'File that says whose cards and forms are made here (JSON). Without it none are.' })),
  PASSWORD_COST: Type.Integer({ default: 17, minimum: 14, maximum: 20, description: 'Base-2 logarithm of the cost N of scrypt; 17 takes 128 MiB and some tenths of a second.' }),
  READS_PER_MINUTE: Type.Integer({ default: 600, minimum: 10, maximum: 1_000_000, description: 'Reads of people a minute that one account or key may make.' }),
  NIKS_PER_HOUR: Type.Integer({ default: 30, minimum: 1, maximum: 10_000, description: 'NIKs an hour that one account may have shown in full.' }),
  LOG_LEVEL: Type.Union(
    [Type.Literal('fatal'), Type.Literal('error'), Type.Literal('warn'), Type.Literal('info'), Type.Literal('debug'), Type.Literal('silent')],
    { default: 'info', description: 'How much is logged.' }
  ),
  BODY_LIMIT: Type.Integer({ default: 1_048_576, minimum: 1024, maximum: 16_777_216, description: 'Most bytes of a JSON body.' }),
  IMPORT_LIMIT: Type.Integer({ default: 104_857_600, minimum: 1024, maximum: 2_147_483_647, description: 'Most bytes of a bulk import.' }),
  REQUEST_TIMEOUT_MS: Type.Integer({ default: 300_000, minimum: 1000, maximum: 3_600_000, description: 'Longest time for a whole request to arrive.' }),
  JOB_BODY_LIMIT: Type.Integer({ default: 16_777_216, minimum: 1024, maximum: 134_217_728, description: 'Most bytes of a request for a job.' }),
  JOBS_AT_ONCE: Type.Integer({ default: 1, minimum: 1, maximum: 64, description: 'Jobs that run at once, each in a thread of its own.' }),
  JOBS_WAITING: Type.Integer({ default: 20, minimum: 1, maximum: 10_000, description: 'Jobs that may wait for their turn; more are refused.' }),
  JOB_MEMORY: Type.Integer({ default: 4096, minimum: 64, maximum: 1_048_576, description: 'Most megabytes of objects that one job may hold; one that needs more fails.' }),
  WEBHOOK_ALLOW: Type.String({ default: '', maxLength: 2000, description: 'Origins that webhooks may be sent to although they are not https on the public internet, with commas between them, such as http://127.0.0.1:8080.' }),
  SHUTDOWN_MS: Type.Integer({ default: 10_000, minimum: 0, maximum: 600_000, description: 'Longest wait for requests under way when stopping.' }),
})

/** Never repeated: a database address holds a password. */
const SECRET: ReadonlySet<string> = new Set(['DATABASE_URL', 'PADAN_MASTER_KEY', 'OIDC_CLIENT_SECRET', 'BSRE_PASSWORD'])

export type Config = Readonly<Static<typeof ConfigSchema>>

/** Addresses that nobody else can reach. */
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost'])

/** Thrown at start with every setting that is wrong, one sentence each. */
export class ConfigError extends ExpectedError {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor (problems: readonly string[]) {
    super(`The settings cannot be used:\n${problems.map(problem => `- ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

/** Reads the settings, fills in defaults and freezes them. An empty value counts as not set. Throws ConfigError. */
export function readConfig (environment: Readonly<Record<string, string | undefined>>): Config {
  const given: Record<string, unknown> = {}
  for (const key of Object.keys(ConfigSchema.properties)) {
    const value = environment[key]
    if (value !== undefined && value !== '') given[key] = value
  }
  const ajv = new Ajv({ allErrors: true, coerceTypes: true, useDefaults: true })
  if (!ajv.validate(ConfigSchema, given)) {
    throw new ConfigError((ajv.errors ?? []).map(error => {
      const key = error.instancePath.slice(1)
      const came = SECRET.has(key) ? '' : `, got '${String(environment[key])}'`
      return `${key} ${error.message ?? 'is not usable'}${came}.`
    }))
  }
  const config = given as Static<typeof ConfigSchema>
  if (config.PADAN_ACCESS === 'open' && !LOOPBACK.has(config.HOST)) {
    throw new ConfigError([`PADAN_ACCESS=open is for this machine alone: HOST must be one of ${[...LOOPBACK].join(', ')}, got '${config.HOST}'. Leave PADAN_ACCESS out, and sign in.`])
  }
  const problems = [...problemsOfOidc(config), ...problemsOfSigner(config)]
  if (problems.length > 0) throw new ConfigError(problems)
  return Object.freeze(config)
}

/** The city's log-in is reached over TLS, or is on this machine; and it is set whole or not at all. */
function problemsOfOidc (config: Config): string[] {
  const problems: string[] = []
  const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_REDIRECT_URI'] as const
  const missing = needed.filter(key => config[key] === undefined)
  const given = [...needed, 'OIDC_CLIENT_SECRET', 'OIDC_NEW_ACCOUNTS'] as const
  if (missing.length > 0 && given.some(key => config[key] !== undefined)) problems.push(`${missing.join(' and ')} must be set too for the city's log-in.`)
  return [...problems, ...['OIDC_ISSUER' as const, 'OIDC_REDIRECT_URI' as const].flatMap(key => problemsOfAddress(key, config[key]))]
}

/** Passphrases of officers pass to the signer: over TLS, or within this machine. */
function problemsOfSigner (config: Config): string[] {
  const keys = ['BSRE_URL', 'BSRE_USERNAME', 'BSRE_PASSWORD'] as const
  const missing = keys.filter(key => config[key] === undefined)
  const isWhole = missing.length === 0 || missing.length === keys.length
  return [...(isWhole ? [] : [`${missing.join(' and ')} must be set too for certified signatures.`]), ...problemsOfAddress('BSRE_URL', config.BSRE_URL)]
}

/** What carries secrets is reached over TLS, or is on this machine. */
function problemsOfAddress (key: keyof Config, url: string | undefined): string[] {
  if (url === undefined) return []
  if (!URL.canParse(url)) return [`${key} must be an address, got '${url}'.`]
  const isOpen = url.startsWith('http:') && !LOOPBACK.has(new URL(url).hostname.replaceAll(/[[\]]/g, ''))
  return isOpen ? [`${key} must begin with https:// unless it is on this machine, got '${url}'.`] : []
}

/** The settings as they may be shown: of a secret, that it is set; of the database, where it is. */
export function redactedConfig (config: Config): Record<string, string | number> {
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, key === 'DATABASE_URL' ? withoutSecrets(String(value)) : SECRET.has(key) ? '[set]' : value]))
}

function withoutSecrets (url: string): string {
  if (!URL.canParse(url)) return '[set]'
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
}

/** Folder of the keys: outside the data folder, so that a copy of the data opens nothing. */
export function keysFolderOf ({ PADAN_KEYS, PADAN_DATA }: Pick<Config, 'PADAN_KEYS' | 'PADAN_DATA'>): string {
  return PADAN_KEYS ?? `${PADAN_DATA.replace(/[/\\]+$/, '')}-keys`
}

export function backupsFolderOf ({ PADAN_BACKUPS, PADAN_DATA }: Pick<Config, 'PADAN_BACKUPS' | 'PADAN_DATA'>): string {
  return PADAN_BACKUPS ?? `${PADAN_DATA.replace(/[/\\]+$/, '')}-backups`
}
