import { codesCell, degreesCell, orAny, rupiahCell, textCell, wholeCell, yesNoCell, type Cell } from './cells.ts'
import {
  educationsCell, experiencesCell, heldLicencesCell, heldUnitsCell, requiredEducationCell, requiredExperienceCell, requiredUnitsCell,
} from './record-cells.ts'
import type { SideTable } from '../database/tables.ts'

/** One column of a table of records. */
export interface Column {
  name: string
  /** Other headers it answers to, in lower case and without spaces. */
  aliases: readonly string[]
  /** Where in the record its value stands. */
  path: readonly string[]
  cell: Cell
}

const column = (name: string, path: string, cell: Cell, ...aliases: string[]): Column => ({ name, aliases, path: path.split('/'), cell })

const SEEKER_COLUMNS: readonly Column[] = [
  column('id', 'id', textCell, 'idpencaker', 'idpencarikerja', 'kode'),
  column('units', 'units', heldUnitsCell, 'unit', 'unitkompetensi', 'kompetensi'),
  column('education', 'education', educationsCell, 'pendidikan'),
  column('experience', 'experience', experiencesCell, 'pengalaman', 'pengalamankerja'),
  column('region', 'region', textCell, 'wilayah', 'kodewilayah'),
  column('lat', 'point/lat', degreesCell, 'latitude', 'lintang'),
  column('lng', 'point/lng', degreesCell, 'lon', 'longitude', 'bujur'),
  column('reachKm', 'reachKm', wholeCell, 'reach', 'jangkauan', 'jangkauankm'),
  column('willingToMove', 'willingToMove', yesNoCell, 'bersediapindah'),
  column('licences', 'licences', heldLicencesCell, 'licenses', 'lisensi', 'sim'),
  column('needs', 'needs', codesCell, 'kebutuhan', 'akomodasi'),
  column('adultFrom', 'adultFrom', textCell, 'dewasasejak'),
  column('wishWage', 'wish/wage', orAny(rupiahCell), 'upah', 'upahharapan', 'gaji', 'gajiharapan'),
  column('wishOccupations', 'wish/occupations', orAny(codesCell), 'jabatan', 'jabatanharapan', 'kbji'),
  column('wishSectors', 'wish/sectors', orAny(codesCell), 'sektor', 'sektorharapan', 'kbli'),
  column('wishJobTypes', 'wish/jobTypes', orAny(codesCell), 'jenispekerjaan'),
  column('wishMaxHours', 'wish/maxHours', orAny(wholeCell), 'jammaksimal'),
]

const VACANCY_COLUMNS: readonly Column[] = [
  column('id', 'id', textCell, 'idlowongan', 'kode'),
  column('title', 'title', textCell, 'judul', 'posisi', 'lowongan'),
  column('seats', 'seats', wholeCell, 'kuota', 'formasi', 'jumlah'),
  column('opens', 'opens', textCell, 'buka', 'tanggalbuka'),
  column('closes', 'closes', textCell, 'tutup', 'tanggaltutup'),
  column('units', 'units', orAny(requiredUnitsCell), 'unit', 'unitkompetensi', 'kompetensi'),
  column('education', 'education', orAny(requiredEducationCell), 'pendidikan', 'pendidikanminimal'),
  column('fields', 'fields', orAny(codesCell), 'field', 'bidang', 'jurusan'),
  column('experienceMonths', 'experience', orAny(requiredExperienceCell), 'experience', 'pengalaman', 'pengalamanbulan'),
  column('occupation', 'occupation', textCell, 'jabatan', 'kbji'),
  column('sector', 'sector', textCell, 'sektor', 'kbli'),
  column('region', 'region', textCell, 'wilayah', 'kodewilayah'),
  column('lat', 'point/lat', degreesCell, 'latitude', 'lintang'),
  column('lng', 'point/lng', degreesCell, 'lon', 'longitude', 'bujur'),
  column('remote', 'remote', yesNoCell, 'jarakjauh'),
  column('wageMin', 'wage/min', rupiahCell, 'upah', 'upahmin', 'upahminimal', 'gaji', 'gajimin'),
  column('wageMax', 'wage/max', rupiahCell, 'upahmax', 'upahmaksimal', 'gajimax'),
  column('jobType', 'jobType', textCell, 'jenispekerjaan'),
  column('hours', 'hours', wholeCell, 'jam', 'jamperminggu'),
  column('licences', 'licences', codesCell, 'licenses', 'lisensi', 'sim'),
  column('provides', 'provides', codesCell, 'akomodasi'),
  column('adultsOnly', 'adultsOnly', yesNoCell, 'khususdewasa'),
]

/** The columns of each side's table, in the order they are written. */
export const COLUMNS: Readonly<Record<SideTable, readonly Column[]>> = { seekers: SEEKER_COLUMNS, vacancies: VACANCY_COLUMNS }

/** The column a JSON pointer of a record belongs to. */
export function columnAt (side: SideTable, pointer: string): Column | undefined {
  const steps = pointer.split('/').slice(1)
  return COLUMNS[side].find(({ path }) => path.every((step, position) => step === steps[position]))
}
