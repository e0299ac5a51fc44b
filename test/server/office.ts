import { officeOf } from '@padan/server'

/** An office that does not exist. */
export const OFFICE_FILE = {
  region: '36.71',
  government: 'PEMERINTAH KOTA CONTOH',
  name: 'DINAS KETENAGAKERJAAN',
  place: 'Contoh',
  signer: { name: 'Budi Contoh, S.Sos.', nip: '19850101 201001 1 001' },
  publicUrl: 'https://padan.example.go.id',
  holidays: ['2026-12-25'],
}
export const OFFICE = officeOf(OFFICE_FILE)
