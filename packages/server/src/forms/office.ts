/** What the forms say about the office. */
export interface FormOffice {
  /** Such as `PEMERINTAH KOTA TANGERANG`. */
  government: string
  /** Such as `DINAS KETENAGAKERJAAN`. */
  name: string
  address?: string
  phone?: string
  email?: string
  web?: string
  /** Where letters are signed. */
  place: string
  /** The officer for placement (pengantar kerja or petugas antar kerja) who signs. */
  signer: { name: string, nip?: string, title?: string }
}
