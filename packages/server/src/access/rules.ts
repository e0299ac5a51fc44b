import { ROLES, type Reach, type Role } from './caller.ts'

/** What a key may be made for. Each is asked for by some route. */
export const SCOPES = [
  'seekers:read', 'seekers:write', 'vacancies:read', 'vacancies:write', 'rank', 'placements:read', 'placements:write', 'metrics:read', 'statistics:read',
  'employers:read', 'employers:write', 'postings:read', 'postings:write', 'changes:read',
] as const
export type Scope = typeof SCOPES[number]

/** Who may call a route. */
export interface Rule {
  /** Everybody, signed in or not. */
  readonly public?: true
  /** Roles of accounts, and how far each reaches. */
  readonly roles?: Readonly<Partial<Record<Role, Reach>>>
  /** What a key needs; without one no key may call. A key reaches everything. */
  readonly scope?: Scope
  /** Match data: open to callers of this machine when the service is open (`PADAN_ACCESS=open`). */
  readonly local?: true
  /** Reads people: so many a minute and no more, so that a leaked key does not copy the register. */
  readonly metered?: true
}

const PUBLIC: Rule = { public: true }
/** Who works at the office's counters. */
const STAFF: NonNullable<Rule['roles']> = { admin: 'all', officer: 'all', verifier: 'all' }
const VERIFIERS: NonNullable<Rule['roles']> = { admin: 'all', verifier: 'all' }
const matching = (scope: Scope, roles: Rule['roles'] = {}): Rule => ({ roles: { admin: 'all', officer: 'all', ...roles }, scope, local: true })

const everybody = (reach: Reach, roles: Rule['roles'] = {}): Rule => ({ roles: { ...Object.fromEntries(ROLES.map(role => [role, reach])), ...roles } })

/**
 * The one table of who may do what, by the operation's id in the OpenAPI document. A route that is not in it stops the start.
 * What an account of reach `own` may touch is settled by each use case with `requireReach`.
 */
export const RULES: Readonly<Record<string, Rule>> = {
  live: PUBLIC,
  ready: PUBLIC,
  metrics: { roles: { admin: 'all' }, scope: 'metrics:read', local: true },

  // Accounts. A session or a key is never made by a key.
  setUp: PUBLIC,
  signIn: PUBLIC,
  setPassword: PUBLIC,
  beginCityLogin: PUBLIC,
  cityLogIn: PUBLIC,
  listIdentities: everybody('own'),
  linkIdentity: everybody('own'),
  unlinkIdentities: everybody('own', { admin: 'all' }),
  getOwnAccount: everybody('own'),
  changePassword: everybody('own'),
  listSessions: everybody('own'),
  endSession: everybody('own', { admin: 'all' }),
  listAccounts: { roles: { admin: 'all' } },
  // An officer gives seekers an account, and nobody else.
  createAccount: { roles: { admin: 'all', officer: 'own' } },
  getAccount: { roles: { admin: 'all' } },
  changeAccount: { roles: { admin: 'all' } },
  listAccountSessions: { roles: { admin: 'all' } },
  endAccountSessions: { roles: { admin: 'all' } },
  resetAccount: { roles: { admin: 'all', officer: 'own' } },
  listKeys: { roles: { admin: 'all' } },
  makeKey: { roles: { admin: 'all' } },
  revokeKey: { roles: { admin: 'all' } },

  // Reference data: published, and nothing of anybody's.
  taxonomy: PUBLIC,
  findTaxonomy: PUBLIC,
  getTaxonomyEntry: PUBLIC,
  listProfiles: PUBLIC,
  suggestTaxonomy: PUBLIC,
  getTemplate: PUBLIC,

  // Words into records to confirm: nothing is stored, and nothing stored is read.
  draftVacancy: matching('vacancies:write', { employer: 'own', organiser: 'own', teacher: 'own' }),
  draftSeeker: matching('seekers:write', { verifier: 'all', teacher: 'own', seeker: 'own' }),

  // Match records, for systems that use Padan as a matcher.
  listSeeker: matching('seekers:read'),
  getSeeker: matching('seekers:read', { seeker: 'own' }),
  putSeeker: matching('seekers:write'),
  deleteSeeker: matching('seekers:write'),
  importSeekers: matching('seekers:write'),
  listVacancy: matching('vacancies:read'),
  getVacancy: matching('vacancies:read'),
  putVacancy: matching('vacancies:write'),
  deleteVacancy: matching('vacancies:write'),
  importVacancies: matching('vacancies:write'),

  // Seekers ask for themselves; a ranking of people is the office's alone.
  rankSeekers: matching('rank'),
  rankVacancies: matching('rank', { seeker: 'own' }),
  explainStoredPair: matching('rank', { seeker: 'own' }),
  explainPair: matching('rank', { seeker: 'own' }),
  findGaps: matching('rank', { seeker: 'own' }),

  // Employers, their postings and whom they were referred.
  registerEmployer: { roles: { admin: 'all', officer: 'all', employer: 'own' }, scope: 'employers:write' },
  changeEmployer: { roles: { admin: 'all', officer: 'all', employer: 'own' }, scope: 'employers:write' },
  listEmployers: { roles: { admin: 'all', officer: 'all', verifier: 'all' }, scope: 'employers:read' },
  getEmployer: { roles: { admin: 'all', officer: 'all', verifier: 'all', employer: 'own' }, scope: 'employers:read' },
  findEmployerDuplicates: { roles: { admin: 'all', officer: 'all', verifier: 'all' } },
  verifyEmployer: { roles: { admin: 'all', officer: 'all', verifier: 'all' } },
  returnEmployer: { roles: { admin: 'all', officer: 'all', verifier: 'all' } },
  listOpenPostings: PUBLIC,
  getOpenPosting: PUBLIC,
  listPostings: { roles: { admin: 'all', officer: 'all', employer: 'own' }, scope: 'postings:read' },
  getPosting: { roles: { admin: 'all', officer: 'all', employer: 'own' }, scope: 'postings:read' },
  getVacancyForm: { roles: { admin: 'all', officer: 'all', employer: 'own' } },
  draftPosting: { roles: { admin: 'all', officer: 'all', employer: 'own' }, scope: 'postings:write' },
  changePosting: { roles: { admin: 'all', officer: 'all', employer: 'own' }, scope: 'postings:write' },
  submitPosting: { roles: { admin: 'all', officer: 'all', employer: 'own' }, scope: 'postings:write' },
  closePosting: { roles: { admin: 'all', officer: 'all', employer: 'own' }, scope: 'postings:write' },
  publishPosting: { roles: { admin: 'all', officer: 'all' } },
  returnPosting: { roles: { admin: 'all', officer: 'all' } },
  listDemands: { roles: { admin: 'all', officer: 'all' } },
  refer: { roles: { admin: 'all', officer: 'all' } },
  sendReferralOn: { roles: { admin: 'all', officer: 'all' } },
  listReferrals: { roles: { admin: 'all', officer: 'all', employer: 'own', seeker: 'own' }, metered: true },
  getReferral: { roles: { admin: 'all', officer: 'all', employer: 'own', seeker: 'own' }, metered: true },
  getCallLetter: { roles: { admin: 'all', officer: 'all', seeker: 'own' }, metered: true },
  getIntroductionLetter: { roles: { admin: 'all', officer: 'all', seeker: 'own' }, metered: true },
  answerReferral: { roles: { admin: 'all', officer: 'all', employer: 'own' } },

  // Other systems: told of what happens, or following it.
  addWebhook: { roles: { admin: 'all' } },
  listWebhooks: { roles: { admin: 'all' } },
  rotateWebhookSecret: { roles: { admin: 'all' } },
  removeWebhook: { roles: { admin: 'all' } },
  listDeliveries: { roles: { admin: 'all' } },
  replayDeliveries: { roles: { admin: 'all' } },
  listChanges: { roles: { admin: 'all', officer: 'all' }, scope: 'changes:read', local: true },

  // The registry. Teachers reach their own school's people.
  registerSelf: PUBLIC,
  registerAtCounter: { roles: STAFF },
  findPerson: { roles: STAFF, metered: true },
  listPeople: { roles: { ...STAFF, teacher: 'own' }, metered: true },
  exportPeople: { roles: { admin: 'all' }, metered: true },
  listRegistrationEvents: { roles: STAFF, metered: true },
  getPerson: { roles: { ...STAFF, teacher: 'own', seeker: 'own' }, metered: true },
  putPerson: { roles: { ...STAFF, seeker: 'own' } },
  putPhoto: { roles: { ...STAFF, seeker: 'own' } },
  getPhoto: { roles: { ...STAFF, seeker: 'own' }, metered: true },
  listPersonEvents: { roles: { ...STAFF, seeker: 'own' }, metered: true },
  revealNik: { roles: STAFF, metered: true },
  removePerson: { roles: { ...STAFF, seeker: 'own' } },
  reactivatePerson: { roles: STAFF },

  // Tables of the registry. A teacher brings in pupils of the own school, an employer its own postings, and nothing else.
  importPeople: { roles: { admin: 'all', officer: 'all' } },
  importPupils: { roles: { admin: 'all', officer: 'all', teacher: 'own' } },
  importCertificates: { roles: { admin: 'all', officer: 'all' } },
  importOutcomes: { roles: { admin: 'all', officer: 'all' } },
  importWorkHistory: { roles: { admin: 'all', officer: 'all' } },
  importSchools: { roles: { admin: 'all', officer: 'all' } },
  importTrainings: { roles: { admin: 'all', officer: 'all' } },
  importSkills: { roles: { admin: 'all', officer: 'all' } },
  importEmployers: { roles: { admin: 'all', officer: 'all' } },
  importPostings: { roles: { admin: 'all', officer: 'all', employer: 'own' } },
  getImportTemplate: PUBLIC,
  getImport: { roles: { admin: 'all', officer: 'all', teacher: 'own', employer: 'own' } },
  cancelImport: { roles: { admin: 'all', officer: 'all', teacher: 'own', employer: 'own' } },
  getBadRows: { roles: { admin: 'all', officer: 'all', teacher: 'own', employer: 'own' }, metered: true },

  // Cards: a verifier decides, the holder asks, prints and reports.
  requestCard: { roles: { ...STAFF, seeker: 'own' } },
  listCardRequests: { roles: STAFF, metered: true },
  approveCardRequest: { roles: VERIFIERS },
  returnCardRequest: { roles: VERIFIERS },
  getCard: { roles: { ...STAFF, seeker: 'own' }, metered: true },
  getCardPdf: { roles: { ...STAFF, seeker: 'own' }, metered: true },
  getRegistrationPdf: { roles: { ...STAFF, seeker: 'own' }, metered: true },
  revokeCard: { roles: VERIFIERS },
  signCard: { roles: VERIFIERS },
  reportCard: { roles: { ...STAFF, seeker: 'own' } },
  listDueReports: { roles: STAFF, metered: true },
  rotateCardKey: { roles: { admin: 'all' } },
  revokeCardKey: { roles: { admin: 'all' } },
  checkCard: PUBLIC,
  getCardKeys: PUBLIC,

  getPeopleStock: { roles: { admin: 'all', officer: 'all' }, scope: 'statistics:read' },
  closeMonth: { roles: { admin: 'all', officer: 'all' } },

  // The rights of people over their data; the officers' clocks; and what an admin answers for.
  listPurposes: PUBLIC,
  listConsents: { roles: { ...STAFF, seeker: 'own' }, metered: true },
  giveConsent: { roles: { ...STAFF, seeker: 'own' } },
  withdrawConsent: { roles: { ...STAFF, seeker: 'own' } },
  askDataRequest: { roles: { ...STAFF, seeker: 'own' } },
  listPersonRequests: { roles: { ...STAFF, seeker: 'own' }, metered: true },
  listDataRequests: { roles: { admin: 'all', officer: 'all' }, metered: true },
  decideDataRequest: { roles: { admin: 'all', officer: 'all' } },
  reviewObjection: { roles: { admin: 'all', officer: 'all' } },
  exportPerson: { roles: { admin: 'all', officer: 'all', seeker: 'own' }, metered: true },
  listAudit: { roles: { admin: 'all' } },
  verifyAudit: { roles: { admin: 'all' } },
  getProcessingRecord: { roles: { admin: 'all', officer: 'all' } },
  makeBreachPack: { roles: { admin: 'all' } },
  sweepRetention: { roles: { admin: 'all' } },
  makeBackup: { roles: { admin: 'all' } },

  place: matching('placements:write'),
  planFair: matching('placements:write', { organiser: 'own' }),
  replanFair: matching('placements:write', { organiser: 'own' }),
  getJob: matching('placements:read', { organiser: 'own' }),
  cancelJob: matching('placements:write', { organiser: 'own' }),
  getResult: matching('placements:read', { organiser: 'own' }),
  getResultPart: matching('placements:read', { organiser: 'own' }),
}

/** Pages without an operation: the documents and the explanations of problems. */
const PUBLIC_PAGES = new Set(['/', '/openapi.json', '/problems/:code'])

/** The rule of a route. Throws for a route that has none: better no start than an open door. */
export function ruleOf (url: string, operationId: string | undefined): Rule {
  if (operationId === undefined) {
    if (PUBLIC_PAGES.has(url) || url === '/docs' || url.startsWith('/docs/')) return PUBLIC
    throw new Error(`The route ${url} has neither an operationId nor a place among the public pages of access/rules.ts.`)
  }
  if (!Object.hasOwn(RULES, operationId)) throw new Error(`The route ${url} has no rule: add '${operationId}' to access/rules.ts.`)
  return RULES[operationId]
}
