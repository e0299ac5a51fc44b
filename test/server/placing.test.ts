import t from 'tap'
import { onBothDatabases } from './both-databases.ts'
import { fairPlansSuite } from './suites/fair-plans.ts'
import { jobsSuite } from './suites/jobs.ts'
import { placementsSuite } from './suites/placements.ts'

await onBothDatabases(t, {
  placements: placementsSuite,
  'fair plans': fairPlansSuite,
  jobs: jobsSuite,
})
