import type { Crowds, SeekerCrowds, VacancyCrowds } from '../index/crowds.ts'
import { PlaceTable } from '../index/place-table.ts'
import type { Postings } from '../index/postings.ts'
import type { SeekerPostings } from '../index/seeker-postings.ts'
import { seekerSegment, type SeekerSegment } from '../index/seeker-segment.ts'
import { Ids, type IdColumns } from '../index/ids.ts'
import { SetTable } from '../index/set-table.ts'
import type { Spheres } from '../index/spheres.ts'
import { vacancySegment, type VacancySegment } from '../index/vacancy-segment.ts'
import { SnapshotError, type Column, type Columns } from './array-file.ts'

const ID_COLUMNS = ['start', 'units', 'table'] as const
const POSTING_COLUMNS = ['blocks', 'firstPosting', 'firstBlock', 'firstLeaf'] as const
const SPHERE_COLUMNS = ['x', 'y', 'z', 'radius', 'reach'] as const
const CROWD_COLUMNS = ['summary', 'trade', 'blockSummary', 'blockTrade', 'whereabouts'] as const
const SEEKER_CROWD_COLUMNS = ['lanes'] as const
const VACANCY_CROWD_COLUMNS = ['slotSummary', 'slotTrade'] as const
const SEEKER_COLUMNS = ['dead', 'rows', 'held', 'experience', 'coordinates'] as const
const VACANCY_COLUMNS = ['dead', 'rows', 'asked', 'coordinates'] as const

/** A segment of seekers as named arrays. */
export function seekerColumns (segment: SeekerSegment, prefix: string): Columns {
  return {
    ...pick(segment, SEEKER_COLUMNS, prefix),
    [`${prefix}postings.lanes`]: segment.postings.lanes,
    ...pick(segment.crowds, SEEKER_CROWD_COLUMNS, `${prefix}crowds.`),
    ...sharedColumns(segment, prefix),
  }
}

/** A segment of vacancies as named arrays. */
export function vacancyColumns (segment: VacancySegment, prefix: string): Columns {
  return {
    ...pick(segment, VACANCY_COLUMNS, prefix),
    [`${prefix}postings.records`]: segment.postings.records,
    ...pick(segment.crowds, VACANCY_CROWD_COLUMNS, `${prefix}crowds.`),
    ...sharedColumns(segment, prefix),
  }
}

export function seekerSegmentFrom (columns: Columns, prefix: string): SeekerSegment {
  const own = give<Pick<SeekerSegment, typeof SEEKER_COLUMNS[number]>>(columns, SEEKER_COLUMNS, prefix)
  const { postings, crowds, ...parts } = sharedParts(columns, prefix)
  return seekerSegment({
    ...own,
    ...parts,
    postings: { ...postings, ...give<Pick<SeekerPostings, 'lanes'>>(columns, ['lanes'], `${prefix}postings.`) },
    crowds: { ...crowds, ...give<Pick<SeekerCrowds, typeof SEEKER_CROWD_COLUMNS[number]>>(columns, SEEKER_CROWD_COLUMNS, `${prefix}crowds.`) },
  })
}

export function vacancySegmentFrom (columns: Columns, prefix: string): VacancySegment {
  const own = give<Pick<VacancySegment, typeof VACANCY_COLUMNS[number]>>(columns, VACANCY_COLUMNS, prefix)
  const { postings, crowds, ...parts } = sharedParts(columns, prefix)
  return vacancySegment({
    ...own,
    ...parts,
    postings: { ...postings, ...give<Pick<Postings, 'records'>>(columns, ['records'], `${prefix}postings.`) },
    crowds: { ...crowds, ...give<Pick<VacancyCrowds, typeof VACANCY_CROWD_COLUMNS[number]>>(columns, VACANCY_CROWD_COLUMNS, `${prefix}crowds.`) },
  })
}

/** What both kinds of segments have; their postings and crowds are alike but for what stands for each slot. */
type Shared = Pick<SeekerSegment, 'ids' | 'places' | 'sets'> & { readonly postings: Omit<Postings, 'records'>, readonly crowds: Crowds }

function sharedColumns ({ ids, places, sets, postings, crowds }: Shared, prefix: string): Columns {
  return {
    ...pick(ids, ID_COLUMNS, `${prefix}ids.`),
    [`${prefix}places`]: places.steps,
    ...pick(sets, ['start', 'items'], `${prefix}sets.`),
    ...pick(postings, POSTING_COLUMNS, `${prefix}postings.`),
    ...pick(postings.spheres, SPHERE_COLUMNS, `${prefix}postings.`),
    ...pick(crowds, CROWD_COLUMNS, `${prefix}crowds.`),
    ...pick(crowds.spheres, SPHERE_COLUMNS, `${prefix}crowds.`),
  }
}

function sharedParts (columns: Columns, prefix: string): Shared {
  const crowds = give<Pick<Crowds, typeof CROWD_COLUMNS[number]>>(columns, CROWD_COLUMNS, `${prefix}crowds.`)
  return {
    ids: new Ids(give<IdColumns>(columns, ID_COLUMNS, `${prefix}ids.`)),
    places: new PlaceTable(columns[`${prefix}places`] as Int32Array),
    sets: new SetTable(columns[`${prefix}sets.start`] as Uint32Array, columns[`${prefix}sets.items`] as Int32Array),
    postings: {
      ...give<Omit<Postings, 'records' | 'spheres'>>(columns, POSTING_COLUMNS, `${prefix}postings.`),
      spheres: give<Spheres>(columns, SPHERE_COLUMNS, `${prefix}postings.`),
    },
    crowds: {
      ...crowds,
      count: crowds.summary.length,
      spheres: give<Spheres>(columns, SPHERE_COLUMNS, `${prefix}crowds.`),
    },
  }
}

/** Some arrays of an object, by prefixed name. */
function pick<Name extends string> (from: Readonly<Record<Name, Column>>, names: readonly Name[], prefix: string): Columns {
  return Object.fromEntries(names.map(name => [prefix + name, from[name]]))
}

/** The arrays that `pick` named, under their own names again. */
function give<Parts> (columns: Columns, names: readonly (keyof Parts & string)[], prefix: string): Parts {
  return Object.fromEntries(names.map(name => {
    const column = columns[prefix + name]
    // Whole bytes of another layout: the version of the engine should have told.
    if (column === undefined) throw new SnapshotError(`The snapshot has no '${prefix}${name}'. Rebuild it from the records.`)
    return [name, column]
  })) as Parts
}
