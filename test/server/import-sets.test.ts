import t from 'tap'
import { onBothDatabases } from './both-databases.ts'
import { importSetsSuite } from './suites/import-sets.ts'

await onBothDatabases(t, { 'imports by the set': importSetsSuite })
