import { reference } from '../schemas/common.ts'
import { PersonViewSchema } from '../schemas/people.ts'
import { SEEN } from './field-rules.ts'
import { partOf, seenBy } from './fields.ts'

const PERSON = partOf(reference(PersonViewSchema), 'Person', SEEN, ['employer'])

/** The person of a referral as its employer sees it: what is answered, and what the trail says was shown. */
export function personForEmployer (person: object): object {
  return seenBy('employer', person, PERSON) as object
}
