import type { Taxonomy } from '@padan/taxonomy'
import type { Office } from '../cards/office.ts'
import type { Employer } from '../employers/employer-schema.ts'
import { vacancyPdf } from '../forms/ak-3.ts'
import { placeOf, rupiah, titleOf } from '../forms/names.ts'
import { printable } from '../forms/pdf.ts'
import { minimumWageFor } from './check-posting.ts'
import type { Demand, Posting } from './posting-schema.ts'
import type { StoredDemand, StoredPosting } from './posting-rows.ts'

export interface VacancyFormFacts {
  posting: StoredPosting
  employer: Employer
  demands: readonly StoredDemand[]
}

const CHANNELS: Readonly<Record<Posting['channel'], string>> = { AKL: 'AKL (antarkerja lokal)', AKAD: 'AKAD (antarkerja antardaerah)', AKAN: 'AKAN (antarkerja antarnegara)' }

/** The sheet AK/III of a posting. Of demands of age or sex it bears those that an officer approved, with their reasons. */
export async function vacancyDocument (office: Office, taxonomy: Taxonomy, { posting: { id, record }, employer, demands }: VacancyFormFacts, day: string): Promise<Buffer> {
  const { seats, headcounts = { male: 0, female: 0, either: seats }, units, education, fields, experience, hours, hoursText, wage, provides, region } = record
  const minimum = minimumWageFor(record, taxonomy, day)
  const must = (isMust: boolean | undefined): string => isMust === true ? ' (wajib)' : ''
  return await vacancyPdf({
    office,
    number: record.externalId ?? id,
    day,
    employer: {
      name: printable(employer.name),
      businessNumber: employer.nib,
      address: printable(employer.address),
      sector: employer.sector === undefined ? undefined : titleOf(taxonomy.sectors, employer.sector),
      contact: employer.email,
      contactPhone: employer.phone,
    },
    vacancy: {
      title: printable(record.title),
      occupation: record.occupation === undefined ? undefined : titleOf(taxonomy.occupations, record.occupation),
      channel: CHANNELS[record.channel],
      description: record.description === undefined ? undefined : printable(record.description),
      seats: headcounts,
      education: education === undefined
        ? undefined
        : [
            education === 'any' ? 'semua jenjang' : `${education.min}${must(education.must)}`,
            ...(Array.isArray(fields) ? fields.map(field => titleOf(taxonomy.fields, field)) : []),
          ].join('; '),
      skills: Array.isArray(units) ? units.map(({ unit, must: isMust }) => printable(`${titleOf(taxonomy.units, unit)}${must(isMust)}`)) : [],
      experienceMonths: experience === undefined || experience === 'any' ? undefined : experience.months,
      place: [region === undefined ? undefined : placeOf(taxonomy, region), record.remote === true ? 'dapat dari mana saja' : undefined].filter(part => part !== undefined).join('; '),
      wageMin: wage?.min,
      wageMax: wage?.max,
      minimumWage: minimum === undefined ? undefined : `${rupiah(minimum.rupiah)} (${placeOf(taxonomy, minimum.region)}, ${minimum.year})`,
      hours: [hours === undefined ? undefined : `${hours} jam seminggu`, hoursText === undefined ? undefined : printable(hoursText)].filter(part => part !== undefined).join('; '),
      conditions: record.conditions === undefined ? undefined : printable(record.conditions),
      accommodations: provides?.map(code => titleOf(taxonomy.accommodations, code)),
      from: record.opens ?? day,
      until: record.closes,
      approvedDemands: demands.filter(({ state }) => state === 'approved').map(({ demand }) => ({ demand: demandText(demand), reason: printable(demand.reason) })),
    },
  })
}

function demandText (demand: Demand): string {
  if (demand.kind === 'sex') return demand.sex === 'male' ? 'laki-laki' : 'perempuan'
  const { min, max } = demand
  if (min === undefined) return `usia paling tinggi ${max} tahun`
  return max === undefined ? `usia paling rendah ${min} tahun` : `usia ${min} sampai ${max} tahun`
}
