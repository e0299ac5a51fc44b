import { createServer, type AddressInfo } from 'node:net'
import type { Catalogue, Taxonomy } from '@padan/taxonomy'
import type { Logger } from 'pino'
import { build } from './app.ts'
import { anchorIn } from './audit/anchor.ts'
import { Audit } from './audit/audit.ts'
import { readOffice } from './cards/office.ts'
import { backupsFolderOf, redactedConfig, type Config } from './config.ts'
import { openDatabase, type Database } from './database/open.ts'
import { ExpectedError } from './errors/expected-error.ts'
import { Registry } from './store/registry.ts'
import { openVault } from './vault/open-vault.ts'

export interface ServiceOptions {
  config: Config
  taxonomy: Taxonomy
  /** The users' own catalogues that `taxonomy` was made with. Default: none. */
  catalogues?: readonly Catalogue[]
  logger: Logger
  /** Told how many records have been read while the index is built. */
  onProgress?: (loaded: number, total: number) => void
}

export interface Service {
  readonly registry: Registry
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly url: string
  /** For the first admin: good for POST /v1/setup, once. Undefined when there is an admin, and when the service is open. */
  readonly setupCode?: string
  /** Stops accepting, lets requests under way finish, closes the database. */
  close: () => Promise<void>
}

/** Thrown when somebody else has the port. */
export class PortTakenError extends ExpectedError {
  override readonly name = 'PortTakenError'
}

/**
 * Opens the database, listens, and then builds the index: until that is done, `/health/ready` and every route under `/v1` answer 503.
 * Throws PortTakenError, DatabaseInUseError, FolderInUseError, KeyError, OfficeError or PatternError.
 */
export async function startService ({ config, taxonomy, catalogues, logger, onProgress }: ServiceOptions): Promise<Service> {
  const office = config.PADAN_OFFICE === undefined ? undefined : readOffice(config.PADAN_OFFICE)
  await requireFreePort(config.HOST, config.PORT)
  logger.info({ settings: redactedConfig(config) }, 'starting')
  const database = await openDatabase({ url: config.DATABASE_URL, poolSize: config.DATABASE_POOL, statementMs: config.DATABASE_TIMEOUT_MS, folder: config.PADAN_DATA })
  const onTrouble = (error: unknown): void => logger.error({ err: error }, 'trouble in the background')
  const { vault, folder } = await openKeys(database, config)
  const registry = new Registry({
    database,
    taxonomy,
    catalogues,
    vault,
    audit: new Audit({ anchor: anchorIn(folder), onTrouble: error => logger.error({ err: error, told: (error as Error).message }, 'the audit trail is not as it was left') }),
    writeWaitMs: config.WRITE_WAIT_MS,
    onProgress,
    onColdStart: reason => logger.warn({ reason }, 'the snapshot of the index is not used; every record is read instead'),
    onTrouble,
  })
  const app = await build({ registry, logger, config, backups: backupsFolderOf(config), office })
  const close = async (): Promise<void> => {
    // Who does not finish in time is cut off; the database still closes in order.
    const deadline = setTimeout(() => app.server.closeAllConnections(), config.SHUTDOWN_MS)
    deadline.unref()
    await app.close()
    clearTimeout(deadline)
    await registry.close()
  }
  let setupCode: string | undefined
  try {
    await app.listen({ host: config.HOST, port: config.PORT })
    await registry.load()
    if (config.PADAN_ACCESS === 'closed') setupCode = (await app.access.makeSetupCode())?.code
    if (registry.unusable > 0) logger.warn({ unusable: registry.unusable }, 'stored records that the reference data no longer knows are in no ranking')
  } catch (error) {
    await close()
    throw isTaken(error) ? portTaken(config) : error
  }
  return { registry, url: urlOf(app.server.address() as AddressInfo), setupCode, close }
}

async function openKeys (database: Database, config: Config): ReturnType<typeof openVault> {
  try {
    return await openVault(database.db, config)
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Asks for the port before the slow part of the start. */
async function requireFreePort (host: string, port: number): Promise<void> {
  if (port === 0) return
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(isTaken(error) ? portTaken({ HOST: host, PORT: port }) : error))
    server.listen({ host, port }, () => server.close(() => resolve()))
  })
}

function isTaken (error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
}

function portTaken ({ HOST, PORT }: Pick<Config, 'HOST' | 'PORT'>): PortTakenError {
  return new PortTakenError(`Port ${PORT} on ${HOST} is taken. Stop the other program, or choose another port: PORT=${PORT === 65_535 ? 3001 : PORT + 1}.`)
}

function urlOf ({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}
