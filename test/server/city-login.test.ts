import t from 'tap'
import { onBothDatabases } from './both-databases.ts'
import { cityLoginSuite } from './suites/city-login.ts'

await onBothDatabases(t, { 'the city\'s log-in': cityLoginSuite })
