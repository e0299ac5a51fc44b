import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { ENGINE_VERSION } from '@padan/matcher'
import Fastify, { LogController, type FastifyBaseLogger } from 'fastify'
import type { Logger } from 'pino'
import { Access, type AccessConfig } from './access/access.ts'
import type { OidcConfig } from './access/city-login.ts'
import { SYSTEM_CLOCK, type Clock } from './access/clock.ts'
import { addFieldGuard } from './access/field-guard.ts'
import { addGuard, SECURITY_SCHEMES } from './access/guard.ts'
import { signerOf, type BsreConfig } from './cards/bsre-signer.ts'
import type { DocumentSigner } from './cards/document-signer.ts'
import type { Office } from './cards/office.ts'
import type { Config } from './config.ts'
import { addClosing } from './http/closing.ts'
import { answerClientError } from './http/client-error.ts'
import { answerError } from './http/error-handler.ts'
import type { App } from './http/app-type.ts'
import { IdempotentWrites } from './http/idempotency.ts'
import { addJsonBody } from './http/json-body.ts'
import { addRequestLog } from './http/log.ts'
import { addNotFound } from './http/not-found.ts'
import { addSecurityHeaders } from './http/security-headers.ts'
import { requestIdOf } from './http/request-id.ts'
import { serializerCompiler } from './http/serialization.ts'
import { validatorCompiler } from './http/validation.ts'
import { JobRunner } from './jobs/job-runner.ts'
import { BelievedDay } from './nightly/believed-day.ts'
import { DailySweep } from './nightly/daily-sweep.ts'
import { DEFAULT_KEEPING } from './privacy/keeping.ts'
import { retentionOf } from './privacy/retention.ts'
import { addChangeRoutes } from './routes/changes.ts'
import { addAccountRoutes } from './routes/accounts.ts'
import type { RouteContext } from './routes/context.ts'
import { addEmployerRoutes } from './routes/employers.ts'
import { addCityLoginRoutes } from './routes/city-login.ts'
import { addCardCheckRoutes } from './routes/card-check.ts'
import { addCardRoutes } from './routes/cards.ts'
import { addCardRequestRoutes } from './routes/card-requests.ts'
import { addDraftRoutes } from './routes/drafts.ts'
import { addFairPlanRoutes } from './routes/fair-plans.ts'
import { addHealthRoutes } from './routes/health.ts'
import { addImportRoutes } from './routes/imports.ts'
import { addKeyRoutes } from './routes/keys.ts'
import { addJobRoutes } from './routes/jobs.ts'
import { addMetrics } from './routes/metrics.ts'
import { addOversightRoutes } from './routes/oversight.ts'
import { addPageRoutes } from './routes/pages.ts'
import { addPairRoutes } from './routes/pairs.ts'
import { addPeopleListRoutes } from './routes/people-lists.ts'
import { addPeopleRoutes } from './routes/people.ts'
import { addPlacementRoutes } from './routes/placements.ts'
import { addPostingRoutes } from './routes/postings.ts'
import { addReferralRoutes } from './routes/referrals.ts'
import { addPrivacyRoutes } from './routes/privacy.ts'
import { addProfileRoutes } from './routes/profiles.ts'
import { addRankRoutes } from './routes/rank.ts'
import { addRecordRoutes } from './routes/records.ts'
import { addRegistryImportRoutes } from './routes/registry-imports.ts'
import { addRegistrationRoutes } from './routes/registrations.ts'
import { addSessionRoutes } from './routes/sessions.ts'
import { addStatisticsRoutes } from './routes/statistics.ts'
import { addTaxonomyRoutes } from './routes/taxonomy.ts'
import { addTemplateRoutes } from './routes/templates.ts'
import { addWebhookRoutes } from './routes/webhooks.ts'
import { PostingClock } from './postings/posting-clock.ts'
import { SHARED_SCHEMAS } from './schemas/shared.ts'
import type { Registry } from './store/registry.ts'
import { dayInJakarta } from './time.ts'
import { Dispatcher } from './webhooks/dispatcher.ts'
import { WordReader } from './words/word-reader.ts'

const HEADERS_LIMIT = 16_384
/** An id of 128 characters, each percent-encoded from up to four bytes. */
const LONGEST_PARAMETER = 128 * 4 * 3
/** Longest silence on a connection; a large import is worked on for minutes before it is answered. */
const CONNECTION_TIMEOUT_MS = 600_000
const HEADERS_TIMEOUT_MS = 60_000
/** How often requests that take too long are looked for. */
const CHECK_MS = 2000
/** Where no office is named no card is issued; those issued before are looked after all the same. */
const DEFAULT_GRACE_DAYS = 30

export interface AppOptions {
  registry: Registry
  logger: Logger
  config: Pick<Config, 'BODY_LIMIT' | 'IMPORT_LIMIT' | 'REQUEST_TIMEOUT_MS' | 'JOB_BODY_LIMIT' | 'JOBS_AT_ONCE' | 'JOBS_WAITING' | 'JOB_MEMORY' | 'PADAN_PROXIES' | 'WEBHOOK_ALLOW' | keyof AccessConfig | keyof OidcConfig | keyof BsreConfig>
  /** Folder of the backups that are asked for over HTTP; without it there are none. */
  backups?: string
  /** The clocks, for sessions and for the day that is judged when a request names none. */
  clock?: Clock
  /** Whose cards and forms are made here. Default: nobody's; there are none then. */
  office?: Office
  /** What puts a certified signature under cards. Default: what the settings name, else nothing. */
  signer?: DocumentSigner
}

/** The application, with what is asked of it besides requests. */
export type BuiltApp = App & { readonly access: Access }

/** Makes the application. Whoever opened the registry closes it, after the application. */
export async function build ({ registry, logger, config, backups, clock = SYSTEM_CLOCK, office, signer = signerOf(config) }: AppOptions): Promise<BuiltApp> {
  const app: App = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    bodyLimit: config.BODY_LIMIT,
    trustProxy: config.PADAN_PROXIES === undefined ? false : config.PADAN_PROXIES.split(',').map(proxy => proxy.trim()),
    requestTimeout: config.REQUEST_TIMEOUT_MS,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    http: {
      maxHeaderSize: HEADERS_LIMIT,
      connectionsCheckingInterval: CHECK_MS,
      // Node takes the larger of the two for the whole request.
      headersTimeout: Math.min(HEADERS_TIMEOUT_MS, config.REQUEST_TIMEOUT_MS),
    },
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    clientErrorHandler: answerClientError,
    frameworkErrors: answerError,
  })
  app.setErrorHandler(answerError)
  app.setValidatorCompiler(validatorCompiler(SHARED_SCHEMAS))
  app.setSerializerCompiler(serializerCompiler(SHARED_SCHEMAS))
  for (const schema of SHARED_SCHEMAS) app.addSchema(schema)
  addRequestLog(app)
  addClosing(app)
  addNotFound(app)
  addJsonBody(app)
  const onTrouble = (error: unknown): void => logger.error({ err: error }, 'trouble in the background')
  const access = new Access({ registry, config, clock, onTrouble })
  addGuard(app, access)
  addFieldGuard(app)
  addSecurityHeaders(app)
  await addDocuments(app)
  addMetrics(app, registry)
  const jobs = new JobRunner({ registry, atOnce: config.JOBS_AT_ONCE, memory: config.JOB_MEMORY, now: () => clock.now(), onTrouble })
  const today = (): string => dayInJakarta(clock.now())
  const webhookOrigins = new Set(config.WEBHOOK_ALLOW.split(',').map(origin => origin.trim()).filter(origin => origin !== ''))
  const dispatcher = new Dispatcher({ registry, open: (id, sealed) => registry.vault.open(id, sealed), allowed: webhookOrigins, now: () => clock.now(), onTrouble })
  const wake = (): void => dispatcher.wake()
  const now = (): Date => clock.now()
  const day = new BelievedDay({ registry, now, onTrouble })
  const postingClock = new PostingClock({ registry, day, now, onChange: wake, onTrouble })
  const retention = retentionOf(office?.keepDays ?? DEFAULT_KEEPING)
  const dailySweep = new DailySweep({ registry, day, graceDays: office?.reportGraceDays ?? DEFAULT_GRACE_DAYS, retention, onAccountGone: account => access.sessions.forget(account), now, onTrouble })
  registry.loaded.then(async () => {
    dispatcher.start()
    postingClock.start()
    dailySweep.start()
    await jobs.open()
  }).catch(onTrouble)
  const words = new WordReader(registry.catalogues)
  app.addHook('onClose', async () => {
    await jobs.close()
    await dailySweep.close()
    await postingClock.close()
    await dispatcher.close()
    await words.close()
    await access.close()
  })
  await app.register(async (scope: App) => {
    const context: RouteContext = { registry, config, jobs, access, words, office, signer, backups, webhookOrigins, wake, day, retention, writes: new IdempotentWrites(registry), now: () => clock.now(), today }
    await addRoutes(scope, context)
    addCityLoginRoutes(scope, context, config)
  })
  await app.ready()
  return Object.assign(app, { access })
}

async function addRoutes (app: App, context: RouteContext): Promise<void> {
  const { registry } = context
  app.addHook('preHandler', async request => {
    if (request.routeOptions.url?.startsWith('/v1/') === true) registry.requireReady()
  })
  addPageRoutes(app)
  addHealthRoutes(app, context)
  addSessionRoutes(app, context)
  addAccountRoutes(app, context)
  addKeyRoutes(app, context)
  addRankRoutes(app, context)
  addPairRoutes(app, context)
  addProfileRoutes(app, context)
  addTaxonomyRoutes(app, context)
  addDraftRoutes(app, context)
  addRecordRoutes(app, context, 'seekers')
  addRecordRoutes(app, context, 'vacancies')
  addPlacementRoutes(app, context)
  addFairPlanRoutes(app, context)
  addJobRoutes(app, context)
  addTemplateRoutes(app)
  addEmployerRoutes(app, context)
  addPostingRoutes(app, context)
  addReferralRoutes(app, context)
  addWebhookRoutes(app, context)
  addChangeRoutes(app, context)
  addRegistrationRoutes(app, context)
  addPeopleListRoutes(app, context)
  addPeopleRoutes(app, context)
  addCardRequestRoutes(app, context)
  addCardRoutes(app, context)
  addCardCheckRoutes(app, context)
  addStatisticsRoutes(app, context)
  addPrivacyRoutes(app, context)
  addOversightRoutes(app, context)
  await addImportRoutes(app, context)
  await addRegistryImportRoutes(app, context)
}

async function addDocuments (app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Padan',
        version: ENGINE_VERSION,
        description: 'Ranks job seekers for vacancies and vacancies for job seekers, exactly, with every point explained. Every refusal is a problem document (RFC 9457).',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      components: { securitySchemes: SECURITY_SCHEMES },
      tags: [
        { name: 'access', description: 'Signing in, accounts and keys of systems.' },
        { name: 'ranking', description: 'Rankings, ledgers and gaps.' },
        { name: 'placement', description: 'Who goes where, under capacity, with proof.' },
        { name: 'jobs', description: 'Work that takes longer than an answer may.' },
        { name: 'seekers', description: 'People looking for work.' },
        { name: 'vacancies', description: 'Openings.' },
        { name: 'employers', description: 'Firms that offer work, and who vouched for them.' },
        { name: 'postings', description: 'What firms offer, and what is open to all.' },
        { name: 'referrals', description: 'People sent to postings, and what became of it.' },
        { name: 'webhooks', description: 'Systems that are told of events.' },
        { name: 'changes', description: 'What changed, for systems that follow.' },
        { name: 'people', description: 'The registry: who people are, sealed.' },
        { name: 'imports', description: 'Tables of the registry, in and out.' },
        { name: 'cards', description: 'Cards AK/I: requests, issue, reports, checks.' },
        { name: 'statistics', description: 'Tables of the monthly report.' },
        { name: 'taxonomy', description: 'Reference data.' },
        { name: 'drafts', description: 'Words of adverts and CVs as records to confirm.' },
        { name: 'privacy', description: 'What people may ask about their own data.' },
        { name: 'oversight', description: 'For whoever answers for the service.' },
        { name: 'health', description: 'For supervisors.' },
      ],
    },
    refResolver: { buildLocalReference: (json, _baseUri, _fragment, index) => typeof json.$id === 'string' ? json.$id : `schema-${index}` },
  })
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true })
}
