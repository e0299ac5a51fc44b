import { rows, type FieldTable } from './field-table.ts'
import { SEEN_OF_MATCHES, SET_OF_MATCHES } from './match-fields.ts'
import { VIEWERS, type Viewer } from './viewers.ts'

const OFFICE: readonly Viewer[] = ['admin', 'officer', 'verifier']
const VERIFIERS: readonly Viewer[] = ['admin', 'verifier']
const OFFICE_AND_SELF: readonly Viewer[] = [...OFFICE, 'seeker']
const WITH_TEACHER: readonly Viewer[] = [...OFFICE_AND_SELF, 'teacher']
const WITH_EMPLOYER: readonly Viewer[] = [...WITH_TEACHER, 'employer']
const OFFICE_AND_SYSTEMS: readonly Viewer[] = [...OFFICE, 'system']

/** For whoever may call the route. */
const all = (fields: string) => rows([VIEWERS, fields])
const PAGE = all('items next')
const ITEMS = all('items')
const ID = all('id')
const GUARDIAN = all('name relation phone')
const DEMAND = all('kind min max reasonCode reason sex')
const WAGE = all('region year rupiah source')
const HISTORY = all('name year level school major employer position from to wage leftBecause')
const DATA_REQUEST = all('id personId kind state askedAt dueAt overdue hoursLeft about words decidedAt decidedBy answer reviewedAt reviewedBy outcome review')
const POSTING = 'title opens units education fields experience occupation sector region point remote wage jobType hours licences provides adultsOnly seats closes description conditions hoursText channel scheme months allowance allowancePayer endorsement wageExemption externalId wllpId karirhubId'
const POSTING_PARTS = all('unit importance must certificate min max months lat lng male female either kind reasonCode reason sex')
/** The firm's number in the office's other systems: imports find the firm by it, so that the firm itself must not choose it. */
const EMPLOYER = rows([VIEWERS, 'name nib kind sector region address phone email website workers wllpId karirhubId'], [OFFICE_AND_SYSTEMS, 'externalId'])

/**
 * Field level: who sees which field, said in this one place. Whether somebody sees the object at all is settled before, by the route's rule and
 * `requireReach`; by the state of a referral, in `views.ts`. What is not here is shown to nobody: a field without a row stops the start.
 */
export const SEEN: FieldTable = {
  ...SEEN_OF_MATCHES,

  // People. `nik` is masked for everybody; the whole of it has a route of its own, with a reason and a trace.
  Person: rows(
    [[...WITH_EMPLOYER, 'organiser', 'system'], 'id'],
    [[...WITH_EMPLOYER, 'system'], 'profile'],
    [WITH_EMPLOYER, 'name phone email'],
    [WITH_TEACHER, 'state revision createdAt updatedAt school'],
    [OFFICE_AND_SELF, 'nik birthPlace birthDate sex address maritalStatus religion trainings languages experience heightCm weightKg disability placeWanted education skills guardian missing'],
    [OFFICE, 'notes account remarks']
  ),
  // An employer sees what speaks for the person. Where the person lives, from when of age, what is needed at work and what is hoped for are the person's to tell.
  'Person.profile': rows(
    [[...WITH_EMPLOYER, 'system'], 'units education experience licences'],
    [[...WITH_TEACHER, 'system'], 'region point wish reachKm willingToMove needs adultFrom']
  ),
  'Person.profile.*': all('unit evidence expires level field occupation months lat lng wage occupations sectors jobTypes maxHours licence'),
  'Person.trainings': HISTORY,
  'Person.experience': HISTORY,
  'Person.education': HISTORY,
  'Person.skills': HISTORY,
  'Person.guardian': GUARDIAN,
  'Person.missing': all('part required text textId'),
  listPeople: PAGE,
  registerSelf: all('id request card number'),
  registerAtCounter: all('id request card number'),
  findPerson: ID,
  putPerson: all('id revision'),
  putPhoto: ID,
  removePerson: ID,
  reactivatePerson: ID,
  revealNik: all('nik'),
  listPersonEvents: ITEMS,
  PersonEvent: all('number kind reason on at by detail'),
  listRegistrationEvents: PAGE,
  'listRegistrationEvents.items': all('id person number kind reason on at by sex ageGroup education'),

  // Cards.
  requestCard: ID,
  listCardRequests: all('items waiting'),
  CardRequest: all('id person name kind askedAt hours dueAt overdue minor remarks revision'),
  approveCardRequest: all('id card number'),
  returnCardRequest: ID,
  getCard: all('card request'),
  'getCard.request': all('id kind state askedAt reasons note revision'),
  Card: all('id person number issuedOn expiresOn state reason token signature reports'),
  'Card.signature': all('signer at sha256'),
  'Card.reports': all('number dueOn reportedOn missed'),
  reportCard: all('card number'),
  listDueReports: ITEMS,
  DueReport: all('card person cardNumber number dueOn'),
  revokeCard: ID,
  signCard: all('signer at sha256'),
  rotateCardKey: all('kid'),
  revokeCardKey: all('kid cards'),
  CardCheck: all('genuine fault number office issuedOn expiresOn state holder'),
  getCardKeys: all('keys'),
  'getCardKeys.keys': all('kty crv x kid use alg'),

  // Employers, postings, referrals. When and where somebody comes to the office is between the two.
  Receipt: all('id revision'),
  EmployerList: PAGE,
  EmployerView: rows([VIEWERS, 'id state reason revision employer'], [OFFICE_AND_SYSTEMS, 'duplicates']),
  Employer: EMPLOYER,
  Duplicates: ITEMS,
  'Duplicates.items': all('id state name score reasons'),
  'Duplicates.items.reasons': all('code points'),
  OpenPostingList: PAGE,
  OpenPosting: all('id employer kindOfWork place seatsLeft minimumWage demands posting'),
  'OpenPosting.minimumWage': WAGE,
  'OpenPosting.demands': DEMAND,
  // Headcounts by sex are for the statistics, demands for the office until it has approved them.
  'OpenPosting.posting': all(POSTING),
  'OpenPosting.posting.*': POSTING_PARTS,
  Posting: all(`${POSTING} headcounts demands`),
  'Posting.*': POSTING_PARTS,
  PostingList: PAGE,
  PostingView: all('id employerId state reason revision filled minimumWage demands posting'),
  'PostingView.minimumWage': WAGE,
  'PostingView.demands': all('demand state decision'),
  'PostingView.demands.demand': DEMAND,
  DemandList: ITEMS,
  'DemandList.items': all('number postingId demand state decision'),
  'DemandList.items.demand': DEMAND,
  ReferralList: PAGE,
  ReferralView: rows([VIEWERS, 'id number postingId employerId personId state reasonCode starts revision shared'], [['employer'], 'person'], [OFFICE_AND_SELF, 'call']),
  'ReferralView.call': all('at place bring'),

  // Other systems.
  Webhook: all('id url kinds isActive'),
  WebhookList: ITEMS,
  WebhookSecret: all('id secret'),
  DeliveryList: ITEMS,
  'DeliveryList.items': all('revision state attempts lastStatus lastError nextAt'),
  replayDeliveries: all('replayed'),
  ChangeList: PAGE,
  'ChangeList.items': all('revision type id deleted kind'),

  // Accounts, sessions, keys: whose they are is settled by the routes.
  setUp: all('account'),
  setPassword: all('account'),
  SignedIn: all('session token expires account role'),
  beginCityLogin: all('url ticket seconds'),
  listIdentities: ITEMS,
  'listIdentities.items': all('issuer linked'),
  listSessions: ITEMS,
  listAccountSessions: ITEMS,
  endAccountSessions: all('ended'),
  Session: all('id created seen expires current'),
  Account: all('id role of state login revision created updated'),
  AccountList: PAGE,
  Invited: all('account code expires'),
  listKeys: ITEMS,
  Key: all('id name scopes madeBy created expires usedOn revoked key'),

  // The rights of people, and what is answered for.
  listPurposes: ITEMS,
  'listPurposes.items': all('purpose version basis basisId notice noticeId'),
  listConsents: ITEMS,
  'listConsents.items': all('purpose givenAt withdrawnAt evidence by'),
  giveConsent: ID,
  withdrawConsent: ID,
  askDataRequest: all('id dueAt'),
  listPersonRequests: ITEMS,
  'listPersonRequests.items': DATA_REQUEST,
  listDataRequests: PAGE,
  'listDataRequests.items': DATA_REQUEST,
  decideDataRequest: all('id kind'),
  reviewObjection: ID,
  listAudit: PAGE,
  'listAudit.items': all('number at actor action subject reason words detail previous hash'),
  verifyAudit: all('valid entries head anchor problem'),
  'verifyAudit.*': all('number hash what whatId'),
  getProcessingRecord: all('at tables consents retention'),
  'getProcessingRecord.*': all('table rows personal what whatId purpose purposeId until untilId version basis basisId days why whyId'),
  makeBreachPack: all('dueAt overdue acts people letters'),
  'makeBreachPack.letters': all('agency agencyId person personId'),
  sweepRetention: all('dryRun swept'),
  'sweepRetention.swept': all('table days rows'),
  makeBackup: all('file at layout rows bytes'),
}

/**
 * Who may set which field of what is sent. Somebody else's attempt is refused (403 `not-allowed`, with the field's name), and a field that is left
 * out by somebody who may not set it stays as it is. A value that stands for the default is no attempt. Roles, states, revisions, ids and days of an
 * act are in no body: they follow from acts.
 */
export const SETTABLE: FieldTable = {
  ...SET_OF_MATCHES,

  // The interviewer's notes are the office's.
  PersonDetails: rows(
    [VIEWERS, 'name nik birthPlace birthDate sex address phone email maritalStatus religion education skills trainings languages experience heightCm weightKg disability placeWanted'],
    [OFFICE, 'notes']
  ),
  'PersonDetails.*': HISTORY,
  'registerSelf body': all('login password person profile consents guardian'),
  'registerSelf body.guardian': GUARDIAN,
  'registerAtCounter body': rows([OFFICE, 'person profile consents guardian school request'], [VERIFIERS, 'approve guardianVerified']),
  'registerAtCounter body.guardian': GUARDIAN,
  'putPerson body': all('person profile guardian'),
  'putPerson body.guardian': GUARDIAN,
  'findPerson body': all('nik number'),
  'revealNik body': all('reason'),
  'removePerson body': all('reason'),
  'reactivatePerson body': all('reason'),
  'exportPeople body': all('reason format table state'),

  'requestCard body': all('kind'),
  'approveCardRequest body': rows([VERIFIERS, 'guardianVerified']),
  'returnCardRequest body': all('reasons note'),
  'revokeCard body': all('reason'),
  'signCard body': all('nik passphrase'),
  'revokeCardKey body': all('reason'),

  Employer: EMPLOYER,
  'returnEmployer body': all('reason'),
  'draftPosting body': all('employerId posting'),
  Posting: all(`${POSTING} headcounts demands`),
  'Posting.*': POSTING_PARTS,
  'publishPosting body': all('decisions'),
  'publishPosting body.decisions': all('kind approve reason'),
  'returnPosting body': all('reason'),
  'closePosting body': all('reason'),
  'refer body': all('postingId personId call'),
  'refer body.call': all('at place bring'),
  'answerReferral body': all('outcome reason starts'),
  'addWebhook body': all('url kinds'),

  'setUp body': all('code login password'),
  'setPassword body': all('code password'),
  'changePassword body': all('current password'),
  'signIn body': all('login password'),
  'cityLogIn body': all('ticket response code'),
  'linkIdentity body': all('ticket response password'),
  'createAccount body': all('role of login'),
  'changeAccount body': all('state'),
  'makeKey body': all('name scopes days'),

  // That somebody saw the guardian is the office's word.
  'giveConsent body': rows([VIEWERS, 'purpose way accessible'], [OFFICE, 'guardianVerifiedOn']),
  'withdrawConsent body': all('purpose'),
  'askDataRequest body': all('kind words vacancyId rankingId'),
  'decideDataRequest body': all('granted answer'),
  'reviewObjection body': all('outcome answer'),
  'makeBreachPack body': all('from to foundAt actors what whatId fields'),
  'sweepRetention body': all('dryRun'),
}

const PROFILE_CELLS = 'units experience region lat lng reachKm willingToMove licences needs wishWage wishOccupations wishSectors wishJobTypes wishMaxHours'
const POSTING_CELLS = 'externalId title seats closes opens channel scheme occupation sector region lat lng remote wageMin wageMax hours hoursText conditions description units education fields experienceMonths jobType licences provides adultsOnly headsMale headsFemale headsEither months allowance allowancePayer endorsement wageExemption wllpId karirhubId'

/** Who has which column of a list as a table, by its operation. A column that is not here is in no table. */
export const COLUMNS: FieldTable = {
  listPeople: rows([WITH_TEACHER, `id ${PROFILE_CELLS} state school createdAt`], [OFFICE, 'consents']),
  exportPeople: rows([
    ['admin'],
    `id nik name birthPlace birthDate sex address phone email maritalStatus religion educationLevel educationField schoolName major graduationYear skills languages heightCm weightKg disability placeWanted notes consents guardianName guardianRelation guardianPhone ${PROFILE_CELLS} state school createdAt personId order employer position from to wage leftBecause level year number issuer scheme issuedOn expiresOn`,
  ]),
  listRegistrationEvents: all('person number kind reason on at by sex ageGroup education'),
  listCardRequests: all('id person name kind askedAt hours dueAt overdue minor remarks'),
  listDueReports: all('card person cardNumber number dueOn'),
  listEmployers: all('id state externalId name nib kind sector region address phone email website workers wllpId karirhubId'),
  listPostings: all(`id state filled employer ${POSTING_CELLS}`),
  listOpenPostings: all(`id employerName seatsLeft minimumWage employer ${POSTING_CELLS}`),
  listDemands: all('number postingId kind sex min max reasonCode reason state decision'),
  listReferrals: rows([VIEWERS, 'id number postingId employerId personId state reasonCode starts'], [OFFICE_AND_SELF, 'callAt callPlace']),
  listDataRequests: all('id personId kind state askedAt dueAt overdue hoursLeft words about'),
  listPersonRequests: all('id personId kind state askedAt dueAt overdue hoursLeft words about decidedAt decidedBy answer reviewedAt reviewedBy outcome'),
  listConsents: all('purpose givenAt withdrawnAt evidence by'),
  listPersonEvents: all('number kind reason on at by detail'),
  findEmployerDuplicates: all('id state name score reasons'),
  listAccounts: all('id role of state login created updated'),
  listKeys: all('id name scopes madeBy created expires usedOn revoked'),
  listWebhooks: all('id url kinds isActive'),
  listAudit: all('number at actor action subject reason words detail previous hash'),
  getProcessingRecord: all('table rows personal what whatId purpose purposeId until untilId'),
  listDeliveries: all('revision state attempts lastStatus lastError nextAt'),
  getPeopleStock: all('part ageGroup sex before registered placed removed after'),
  listSeeker: all(`id education adultFrom ${PROFILE_CELLS}`),
  listVacancy: all('id title seats opens closes units education fields experienceMonths occupation sector region lat lng remote wageMin wageMax jobType hours licences provides adultsOnly'),
  rankSeekers: all('rank vacancyId seekerId score potential fit appeal reasons'),
  rankVacancies: all('rank vacancyId seekerId score potential fit appeal reasons'),
  getResultPart: all('seekerId vacancyId score rank whyNot seats place charge referred ahead booth slot change was is bystander wave come why'),
}

/** Tables whose columns are those of the file that the caller sent. */
export const OWN_COLUMNS: ReadonlySet<string> = new Set(['getBadRows'])
