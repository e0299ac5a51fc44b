import t from 'tap'
import { onBothDatabases } from './both-databases.ts'
import { registryImportsSuite } from './suites/registry-imports.ts'

await onBothDatabases(t, { 'imports of the registry': registryImportsSuite })
