import t from 'tap'
import { onBothDatabases } from './both-databases.ts'
import { exchangeTablesSuite } from './suites/exchange-tables.ts'
import { officeSheetsSuite } from './suites/office-sheets.ts'
import { registryImportsSuite } from './suites/registry-imports.ts'

await onBothDatabases(t, { 'imports of the registry': registryImportsSuite, 'tables in and out': exchangeTablesSuite, 'tables as offices have them': officeSheetsSuite })
