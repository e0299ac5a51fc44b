import type { Taxonomy } from '@padan/taxonomy'
import { cardPdf } from '../forms/ak-1.ts'
import { registrationPdf } from '../forms/ak-2.ts'
import type { FormPerson } from '../forms/form-person.ts'
import { placeOf, titleOf } from '../forms/names.ts'
import type { StoredPerson } from '../people/people-rows.ts'
import type { Picture } from '../forms/picture.ts'
import type { Card, Report } from './card-rows.ts'
import type { Office } from './office.ts'

/** Where the QR code of a card leads: to the public page when the office has told where that is, else it is the token alone. */
export function codeOf ({ publicUrl }: Pick<Office, 'publicUrl'>, token: string): string {
  return publicUrl === undefined ? token : `${publicUrl}/v1/card-check/${token}`
}

/** The printed card. */
export async function cardDocument (office: Office, person: StoredPerson, card: Card, reports: readonly Report[], photo?: Picture): Promise<Buffer> {
  return await cardPdf({
    office,
    person: formPerson(person),
    number: card.number,
    groups: office.pattern.groups.reduce((sum, length) => sum + length, 0) === card.number.length ? office.pattern.groups : [card.number.length],
    issuedOn: card.issuedOn,
    expiresOn: card.expiresOn,
    code: codeOf(office, card.token),
    reported: [1, 2, 3].map(number => reports.find(report => report.number === number)?.reportedOn ?? undefined),
    photo,
    logo: office.logoPicture,
    showStatus: office.showStatus,
  })
}

/** The sheet AK/II of a person. */
export async function registrationDocument (office: Office, taxonomy: Taxonomy, { details, profile, ...person }: StoredPerson, day: string, number?: string): Promise<Buffer> {
  const { wish } = profile
  const wage = typeof wish?.wage === 'number' ? wish.wage : undefined
  return await registrationPdf({
    office,
    number,
    day,
    person: {
      ...details,
      ...formPerson({ details, profile, ...person }),
      wished: {
        jobs: Array.isArray(wish?.occupations) ? wish.occupations.map(code => titleOf(taxonomy.occupations, code)) : wish?.occupations === 'any' ? ['pekerjaan apa pun'] : [],
        place: wishedPlace(details, profile, taxonomy),
        wage,
      },
      needs: profile.needs?.map(code => titleOf(taxonomy.accommodations, code)),
    },
  })
}

const WHERE = { domestic: 'dalam negeri', abroad: 'luar negeri', either: 'dalam atau luar negeri' } as const

function wishedPlace ({ placeWanted }: StoredPerson['details'], { region, reachKm, willingToMove }: StoredPerson['profile'], taxonomy: Taxonomy): string {
  return [
    placeWanted === undefined ? undefined : WHERE[placeWanted],
    reachKm === undefined ? undefined : `sampai ${reachKm} km dari ${region === undefined ? 'tempat tinggal' : placeOf(taxonomy, region)}`,
    willingToMove === true ? 'bersedia pindah' : undefined,
  ].filter(part => part !== undefined).join('; ')
}

function formPerson ({ details }: StoredPerson): FormPerson {
  const { name, nik, birthPlace, birthDate, sex, maritalStatus, religion, address, phone, education, skills } = details
  return { name, nik, birthPlace, birthDate, sex, maritalStatus, religion, address, phone, education, skills }
}
