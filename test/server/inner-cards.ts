import type * as numberPattern from '../../packages/server/dist/cards/number-pattern.js'
import type * as queueClock from '../../packages/server/dist/cards/queue-clock.js'
import type * as sweep from '../../packages/server/dist/cards/sweep-cards.js'
import type * as token from '../../packages/server/dist/cards/token.js'
import type * as pdfTexts from '../../packages/server/dist/decrees/pdf-text.js'
import type * as ak1 from '../../packages/server/dist/forms/ak-1.js'
import type * as ak2 from '../../packages/server/dist/forms/ak-2.js'
import type * as ak3 from '../../packages/server/dist/forms/ak-3.js'
import type * as ak4 from '../../packages/server/dist/forms/ak-4.js'
import type * as ak5 from '../../packages/server/dist/forms/ak-5.js'
import type * as pdf from '../../packages/server/dist/forms/pdf.js'
import type * as picture from '../../packages/server/dist/forms/picture.js'
import type * as believed from '../../packages/server/dist/nightly/believed-day.js'
import type * as keeping from '../../packages/server/dist/privacy/keeping.js'
import type * as retentions from '../../packages/server/dist/privacy/retention.js'
import type * as nightly from '../../packages/server/dist/nightly/daily-sweep.js'
import type * as days from '../../packages/server/dist/people/days.js'
import type * as desk from '../../packages/server/dist/people/desk.js'
import type * as erase from '../../packages/server/dist/people/erase-person.js'
import type * as leave from '../../packages/server/dist/people/leave-register.js'
import type * as nik from '../../packages/server/dist/people/nik.js'

/** Inner parts of people, cards and forms, from the built package. */
const inner = async <Module>(path: string): Promise<Module> => await import(new URL(`../../../packages/server/dist/${path}.js`, import.meta.url).href) as Module

export const { cardNumber, readPattern } = await inner<typeof numberPattern>('cards/number-pattern')
export const { queueAge } = await inner<typeof queueClock>('cards/queue-clock')
export const { readCardToken, signCardToken } = await inner<typeof token>('cards/token')
export const { pdfText } = await inner<typeof pdfTexts>('decrees/pdf-text')
export const { cardPdf } = await inner<typeof ak1>('forms/ak-1')
export const { registrationPdf } = await inner<typeof ak2>('forms/ak-2')
export const { vacancyPdf } = await inner<typeof ak3>('forms/ak-3')
export const { callPdf } = await inner<typeof ak4>('forms/ak-4')
export const { introductionPdf } = await inner<typeof ak5>('forms/ak-5')
export const { unprintable } = await inner<typeof pdf>('forms/pdf')
export const { readPicture } = await inner<typeof picture>('forms/picture')
export const { addMonths, ageOn } = await inner<typeof days>('people/days')
export const { maskNik, nikFault, nikRemarks, plainNik } = await inner<typeof nik>('people/nik')
export const { sweepCards } = await inner<typeof sweep>('cards/sweep-cards')
export const { deskOf } = await inner<typeof desk>('people/desk')
export const { erasePersonRecords } = await inner<typeof erase>('people/erase-person')
export const { markHired } = await inner<typeof leave>('people/leave-register')
export const { BelievedDay } = await inner<typeof believed>('nightly/believed-day')
export const { DEFAULT_KEEPING } = await inner<typeof keeping>('privacy/keeping')
export const { retentionOf } = await inner<typeof retentions>('privacy/retention')
export const { DailySweep } = await inner<typeof nightly>('nightly/daily-sweep')
