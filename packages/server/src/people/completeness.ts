import type { Seeker } from '@padan/matcher'
import type { PersonDetails } from './person.ts'

/** Something that is not there yet. Without a required one there is no card; each other one makes matches better. */
export interface MissingPart {
  part: string
  required: boolean
  text: string
  textId: string
}

const missing = (part: string, required: boolean, text: string, textId: string): MissingPart => ({ part, required, text, textId })

/** What a person has not told yet, required parts first. */
export function missingParts (details: PersonDetails, profile: Partial<Seeker>, hasPhoto: boolean): MissingPart[] {
  const parts: MissingPart[] = []
  if (details.nik === undefined) parts.push(missing('nik', true, 'Your NIK is needed for the card.', 'NIK diperlukan untuk kartu.'))
  if (details.education.length === 0) parts.push(missing('education', true, 'State your schools; without any, your last one.', 'Isi riwayat pendidikan, paling sedikit yang terakhir.'))
  if (!hasPhoto) parts.push(missing('photo', false, 'Without a photo there is an empty frame on the card, to paste one on.', 'Tanpa pas foto, kartu dicetak dengan kotak kosong untuk ditempeli foto.'))
  if (details.phone === undefined) parts.push(missing('phone', false, 'Without a telephone number nobody can call you.', 'Tanpa nomor HP Anda tidak dapat dihubungi.'))
  if ((profile.units ?? []).length === 0) parts.push(missing('profile/units', false, 'State what you can do: competency units weigh most in a match.', 'Isi kompetensi Anda: unit kompetensi paling menentukan pencocokan.'))
  if (profile.education === undefined) parts.push(missing('profile/education', false, 'State your level of education for matching.', 'Isi tingkat pendidikan untuk pencocokan.'))
  if (profile.experience === undefined) parts.push(missing('profile/experience', false, 'State your experience, or that you have none.', 'Isi pengalaman kerja, atau nyatakan belum ada.'))
  if (profile.region === undefined && profile.point === undefined) parts.push(missing('profile/region', false, 'State where you live, for distances.', 'Isi tempat tinggal, untuk menghitung jarak.'))
  if (profile.wish === undefined) parts.push(missing('profile/wish', false, 'State what work and wage you wish for.', 'Isi pekerjaan dan upah yang diinginkan.'))
  return parts
}
