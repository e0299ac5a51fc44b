import type { Education, Experience, HeldLicence, HeldUnit, RequiredEducation, RequiredExperience, RequiredUnit } from '@padan/matcher'
import { listCell, readWhole, type Cell } from './cells.ts'

/** `CODE:evidence:expires`; the evidence is `claimed` when it is left out. */
export const heldUnitsCell: Cell = listCell<HeldUnit>(
  text => {
    const [unit, evidence, ...expires] = parts(text)
    return { unit, evidence: evidence === undefined || evidence === '' ? 'claimed' : evidence.toLowerCase(), ...given('expires', expires) }
  },
  ({ unit, evidence, expires }) => expires === undefined ? `${unit}:${evidence}` : `${unit}:${evidence}:${expires}`
)

/** `LEVEL:field`. A field's code may hold colons itself. */
export const educationsCell: Cell = listCell<Education>(
  text => {
    const [level, ...field] = parts(text)
    return { level, ...given('field', field) }
  },
  ({ level, field }) => field === undefined ? level : `${level}:${field}`
)

/** `KBJI:months`. */
export const experiencesCell: Cell = listCell<Experience>(
  text => {
    const [occupation, ...months] = parts(text)
    return { occupation, months: readWhole(months.join(':')) }
  },
  ({ occupation, months }) => `${occupation}:${months}`
)

/** `licence:expires`. */
export const heldLicencesCell: Cell = listCell<HeldLicence>(
  text => {
    const [licence, ...expires] = parts(text)
    return { licence, ...given('expires', expires) }
  },
  ({ licence, expires }) => expires === undefined ? licence : `${licence}:${expires}`
)

/** `CODE:3!*`: importance 1 to 5, `!` for a must, `*` for a certificate. */
export const requiredUnitsCell: Cell = listCell<RequiredUnit>(
  text => {
    const [, body, marks] = /^(.*?)([!*]*)$/.exec(text) as RegExpExecArray
    const [unit, ...importance] = parts(body)
    return {
      unit,
      ...(importance.length === 0 ? {} : { importance: readWhole(importance.join(':')) }),
      ...(marks.includes('!') ? { must: true } : {}),
      ...(marks.includes('*') ? { certificate: true } : {}),
    }
  },
  ({ unit, importance, must, certificate }) =>
    `${unit}${importance === undefined ? '' : `:${importance}`}${must === true ? '!' : ''}${certificate === true ? '*' : ''}`
)

/** `SMK`, or `SMK!` for a must. */
export const requiredEducationCell: Cell = {
  read: text => text.endsWith('!') ? { min: text.slice(0, -1).trim(), must: true } : { min: text },
  write: ({ min, must }: RequiredEducation) => must === true ? `${min}!` : min,
}

/** Whole months. */
export const requiredExperienceCell: Cell = {
  read: text => ({ months: readWhole(text) }),
  write: ({ months }: RequiredExperience) => String(months),
}

function parts (text: string): string[] {
  return text.split(':').map(part => part.trim())
}

function given (name: string, rest: readonly string[]): Record<string, string> {
  const text = rest.join(':')
  return text === '' ? {} : { [name]: text }
}
