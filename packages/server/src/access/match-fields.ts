import { rows, whole, type FieldTable } from './field-table.ts'
import { VIEWERS } from './viewers.ts'

const bodyOf = (operation: string) => `${operation} body`
const all = (...lines: string[]) => rows([VIEWERS, lines.join(' ')])

const RECORDS = all(
  'id units education experience region point wish reachKm willingToMove licences needs adultFrom unit evidence expires level field occupation months lat lng wage occupations',
  'sectors jobTypes maxHours licence items next title seats opens closes fields sector remote jobType hours provides adultsOnly importance must certificate min max'
)
const RANKINGS = all(
  'profile shares asOf taxonomy engine results unit education field experience distance wage wish job-type id score potential fit appeal unitWeights ledger seekerId vacancyId',
  'eligible rows rules askNext criterion side weight credit points status because kind by held evidence expired relatedness reason via required stepsBelow wanted requiredMonths',
  'countedMonths occupation metres offer in wished offered hours maxHours rule result code subject of prose steps step gain unlocks units items name vacancy limit explain seeker',
  'language offers'
)
const TAXONOMY = all(
  'version counts provenance units clusters levels fields occupations sectors regions licences accommodations table rows source edition licence collected items kind code title',
  'name within score titleEn parent covers'
)
const DRAFTS = all(
  'kind record fields beside leftOut complete refused title seats opens closes units education experience occupation sector region point remote wage jobType hours licences provides',
  'adultsOnly unit importance must certificate min months lat lng max field state confidence from alternatives notes start end surface says value concepts languages code wish',
  'reachKm willingToMove needs adultFrom evidence expires level occupations sectors jobTypes maxHours licence text asOf'
)
const MARKETS = all(
  'now leave hours late absent walkIns booth open seeker from method ledgers preferences costs options whyNot labels profile asOf seekers vacancies perSeeker perVacancy seekersBy',
  'vacanciesBy seats unstatedSeats name shares unit education field experience distance wage wish job-type vacancyId id prefers numbers matrix rows columns ties refusals fixed',
  'withdrawn caps groups typeCaps labelCaps reserves objective limit balance rounds rule seed seekerId by atMost share members perMille of target setId label group first fair slots',
  'booths interviewsEach hall walk waves residents access tables accessible at x y size change'
)
const RESULTS = all(
  'id kind state before progress created started finished result problem done total method from engine taxonomy profile asOf seekers vacancies seats pairs oneSided certificate',
  'verdict report count first seeker vacancy listedBy proposals pairsLookedAt ties objective placed sumOfSurpluses sumOfPrices limit balance fairLoad rule seed ok violations',
  'numViolations counts code seekerId vacancyId people reached referrals offList fillRate filled coverage gini congestion envy meanRank totalScore meanScore groups most overSeats',
  'none upTo1 upTo2 upTo5 upTo10 over10 plain justified envious blockingPairs rates fourFifths unlabelled label selected rate ratio passes booths slots interviews invited without',
  'proof replan peopleBound access accessBound residents residentsReserved residentsBound score scoreBound slotsUsed slotsLowerBound cuts prices everybody accessResidents',
  'accessOrResidents waves person resident proven booth slot of changes kept moved cancelled added bystanders dropped items next rank whyNot surplus cover price list leftOut',
  'referred plainReferred fairShare wave why bystander reason facts change by charge plainPlace ahead to'
)
const IMPORTS = all(
  'type title status detail instance errors row id pointer column code received expected message messageId dryRun mode rows stored created replaced rejected errorsTruncated notices',
  'kind state done changed unchanged columns missing problem header by job'
)

/** What is computed, published or said about work in progress: it tells of nobody more than an id, and whoever may call has all of it. */
export const SEEN_OF_MATCHES: FieldTable = {
  ...whole('Seeker SeekerList Vacancy VacancyList'.split(' '), RECORDS),
  ...whole('Ranking Shares Ledger Because ExplainedLedger Gap listProfiles Profile'.split(' '), RANKINGS),
  ...whole('TaxonomySummary TaxonomyList TaxonomyItem Suggestions'.split(' '), TAXONOMY),
  ...whole('VacancyDraft SeekerDraft'.split(' '), DRAFTS),
  ...whole('Job PlacementResult Verdict MarketReport FairPlanResult ItemList'.split(' '), RESULTS),
  ...whole(['FairChange'], MARKETS),
  ...whole('Problem FieldError ImportReport RegistryImport'.split(' '), IMPORTS),
  ...whole('importPeople importPupils importCertificates importOutcomes importWorkHistory importSchools importTrainings importSkills importEmployers importPostings'.split(' '), IMPORTS),
  ...whole(['PeopleStock'], all('month closed cells total vacancies before registered placed removed after ageGroup sex male female either filled')),
  live: all('status'),
  ready: all('status seekers vacancies unusable'),
}

/** What of the same is sent. The matcher's own checker refuses what a record may not have, with its reason. */
export const SET_OF_MATCHES: FieldTable = {
  ...whole('putSeeker putVacancy'.split(' ').map(bodyOf), RECORDS),
  ...whole('registerSelf registerAtCounter putPerson'.split(' ').map(operation => `${bodyOf(operation)}.profile`), RECORDS),
  ...whole('rankSeekers rankVacancies explainPair findGaps'.split(' ').map(bodyOf), RANKINGS),
  'draftVacancy body': DRAFTS,
  'draftSeeker body': DRAFTS,
  ...whole('PlacementRequest FairPlanRequest Fair ReplanRequest FairChange'.split(' '), MARKETS),
}
