/** A person as the forms show one. What is absent is not printed. */
export interface FormPerson {
  name: string
  nik?: string
  birthPlace: string
  birthDate: string
  sex: 'male' | 'female'
  /** Left out of newer cards; printed only when the office asks for it. */
  maritalStatus?: 'married' | 'single'
  religion?: string
  address: string
  phone?: string
  education: ReadonlyArray<{ level: string, school?: string, major?: string, year?: number }>
  skills: ReadonlyArray<{ name: string, year?: number }>
}
