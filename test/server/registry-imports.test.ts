import t from 'tap'
import { onBothDatabases } from './both-databases.ts'
import { exchangeTablesSuite } from './suites/exchange-tables.ts'
import { registryImportsSuite } from './suites/registry-imports.ts'

await onBothDatabases(t, { 'imports of the registry': registryImportsSuite, 'tables in and out': exchangeTablesSuite })
