import type { Register, Taxonomy } from '@padan/taxonomy'
import type { Because, Criterion, LedgerRow } from '../model/ledger-types.ts'
import type { EvidenceKind, JobType } from '../records/seeker.ts'
import type { Language, Phrase } from './language.ts'
import { formatKilometres, formatRupiah } from './numbers.ts'

export const CRITERION_NAMES: Readonly<Record<Criterion, Phrase>> = {
  unit: { en: 'unit', id: 'unit kompetensi' },
  education: { en: 'education', id: 'pendidikan' },
  field: { en: 'field of study', id: 'bidang studi' },
  experience: { en: 'experience', id: 'pengalaman' },
  distance: { en: 'distance', id: 'jarak' },
  wage: { en: 'wage', id: 'upah' },
  wish: { en: 'wished work', id: 'pekerjaan yang diminati' },
  'job-type': { en: 'kind of work', id: 'jenis pekerjaan' },
}

export const EVIDENCE_NAMES: Readonly<Record<EvidenceKind, Phrase>> = {
  certified: { en: 'certified', id: 'bersertifikat' },
  trained: { en: 'trained', id: 'terlatih' },
  experienced: { en: 'experienced', id: 'berpengalaman' },
  claimed: { en: 'claimed', id: 'pengakuan sendiri' },
}

const JOB_TYPE_NAMES: Readonly<Record<JobType, Phrase>> = {
  'full-time': { en: 'full time', id: 'penuh waktu' },
  'part-time': { en: 'part time', id: 'paruh waktu' },
  contract: { en: 'contract', id: 'kontrak (PKWT)' },
  daily: { en: 'daily', id: 'harian' },
  freelance: { en: 'freelance', id: 'lepas' },
  internship: { en: 'internship', id: 'magang' },
  apprenticeship: { en: 'apprenticeship', id: 'pemagangan' },
}

const RELATIONS: Readonly<Record<string, Phrase>> = {
  version: { en: 'another version of it', id: 'versi lain dari unit ini' },
  twin: { en: 'the same unit under another code', id: 'unit yang sama dengan kode lain' },
  'same-title': { en: 'a unit of the same title', id: 'unit dengan judul yang sama' },
  wording: { en: 'a unit of near wording', id: 'unit dengan rumusan yang berdekatan' },
  cluster: { en: 'a unit of the same cluster', id: 'unit dalam klaster yang sama' },
  catalogue: { en: 'related in your catalogue', id: 'terkait menurut katalog Anda' },
}

/** One sentence for a ledger row, without its numbers of weight and points. */
export function describeRow (row: LedgerRow, language: Language, taxonomy: Taxonomy): string {
  return describeBecause(row.because, row.criterion, language, taxonomy)
}

function describeBecause (because: Because, criterion: Criterion, language: Language, taxonomy: Taxonomy): string {
  const english = language === 'en'
  const named = (register: Register<{ title: string }>, code: string) => `${register.get(code)?.title ?? code} (${code})`
  switch (because.kind) {
    case 'open':
      if (because.by === 'vacancy') return english ? 'left open by the employer' : 'dibebaskan oleh pemberi kerja'
      return english ? 'left open by the seeker' : 'dibebaskan oleh pencari kerja'
    case 'unstated': {
      const about = because.unit === undefined ? CRITERION_NAMES[criterion][language] : named(taxonomy.units, because.unit)
      const who = SILENT[because.by][language]
      return english ? `${about}: not stated by ${who}` : `${about}: tidak disebutkan oleh ${who}`
    }
    case 'unit-missing':
      return english ? `${named(taxonomy.units, because.unit)}: not held` : `${named(taxonomy.units, because.unit)}: belum dimiliki`
    case 'unit': {
      const evidence = EVIDENCE_NAMES[because.evidence][language]
      const expired = because.expired ? (english ? ', certificate not shown to be valid' : ', masa berlaku sertifikat tidak terbukti') : ''
      if (because.reason === 'same') return `${named(taxonomy.units, because.unit)}: ${evidence}${expired}`
      const words = because.reason === 'wording' ? ` (${because.via})` : ''
      const relation = RELATIONS[because.reason][language] + words
      return english
        ? `${named(taxonomy.units, because.unit)}: holds ${named(taxonomy.units, because.held)}, ${relation} (${because.relatedness}/1000), ${evidence}${expired}`
        : `${named(taxonomy.units, because.unit)}: memiliki ${named(taxonomy.units, because.held)}, ${relation} (${because.relatedness}/1000), ${evidence}${expired}`
    }
    case 'education':
      return english ? `asked ${because.required}, has ${because.held}` : `diminta ${because.required}, dimiliki ${because.held}`
    case 'field': {
      const wanted = named(taxonomy.fields, because.wanted)
      if (because.held === null) return english ? `asked ${wanted}, has no field of study` : `diminta ${wanted}, tidak memiliki bidang studi`
      return english ? `asked ${wanted}, has ${named(taxonomy.fields, because.held)}` : `diminta ${wanted}, dimiliki ${named(taxonomy.fields, because.held)}`
    }
    case 'experience': {
      const work = ` (${named(taxonomy.occupations, because.occupation)})`
      return english
        ? `asked ${because.requiredMonths} months${work}, ${because.countedMonths} count`
        : `diminta ${because.requiredMonths} bulan${work}, terhitung ${because.countedMonths}`
    }
    case 'distance': {
      const km = formatKilometres(because.metres, language)
      return english ? `${km} away` : `berjarak ${km}`
    }
    case 'wage': {
      const offer = formatRupiah(because.offer, language)
      const wish = formatRupiah(because.wish, language)
      return english ? `offers ${offer}, wished ${wish}` : `ditawarkan ${offer}, diharapkan ${wish}`
    }
    case 'wish': {
      const register = because.in === 'occupation' ? taxonomy.occupations : taxonomy.sectors
      return english
        ? `wished ${named(register, because.wished)}, offered ${named(register, because.offered)}`
        : `diminati ${named(register, because.wished)}, ditawarkan ${named(register, because.offered)}`
    }
    case 'job-type':
      return describeJobType(because, language)
  }
}

const SILENT: Readonly<Record<'vacancy' | 'seeker' | 'both', Phrase>> = {
  vacancy: { en: 'the vacancy', id: 'lowongan' },
  seeker: { en: 'the seeker', id: 'pencari kerja' },
  both: { en: 'either side', id: 'kedua pihak' },
}

function describeJobType (because: Extract<Because, { kind: 'job-type' }>, language: Language): string {
  const english = language === 'en'
  const parts: string[] = []
  if (because.offered !== null) parts.push(`${english ? 'offers' : 'ditawarkan'} ${JOB_TYPE_NAMES[because.offered][language]}`)
  if (because.wished !== null) parts.push(`${english ? 'wished' : 'diminati'} ${because.wished.map(type => JOB_TYPE_NAMES[type][language]).join(english ? ' or ' : ' atau ')}`)
  if (because.hours !== null) parts.push(english ? `${because.hours} hours a week` : `${because.hours} jam seminggu`)
  if (because.maxHours !== null) parts.push(english ? `at most ${because.maxHours} wished` : `diharapkan paling banyak ${because.maxHours}`)
  return parts.join(', ')
}
