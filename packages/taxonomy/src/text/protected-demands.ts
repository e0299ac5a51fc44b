import { checkText } from '../check-arguments.ts'
/** What no employer may ask for (UU 13/2003 art. 5, Permenaker 18/2024 art. 4, SE Menaker M/6/HK.04/V/2025). */
export type ProtectedKind = 'sex' | 'age' | 'marital' | 'appearance' | 'religion' | 'ethnicity' | 'height' | 'photo'

export interface ProtectedDemand {
  kind: ProtectedKind
  /** Offsets in the text, UTF-16 code units; `end` is the first one after the demand. */
  start: number
  end: number
  surface: string
}

const SEX = '(?:wanita|perempuan|cewek|pria|laki\\s?-?\\s?laki|cowok|female|male|women|woman|men|man)'

/** Between letters nothing begins and nothing ends. */
const HERE = '(?<!\\p{L})'
const DONE = '(?!\\p{L})'
/** Begins a line, after a number or a bullet. */
const LINE = '(?<=^[^\\p{L}\\n]{0,6})'
const GAP = '\\s{0,3}'
const YEARS = '(?:tahun|thn|th)'
const WANTED = '(?:khusus|hanya|diutamakan|lebih disukai|lebih diutamakan)'
const FAITH = '(?:muslimah|muslim|kristen|katolik|kristiani|hindu|buddha|islam|nasrani)'
const PEOPLE = '(?:chinese|tionghoa|pribumi|jawa|sunda|batak|betawi|melayu)'

/**
 * Demands, form by form. Every repetition is bounded, so each scan is linear. A sex is a demand where it stands as a condition: at the
 * beginning of a line, after `khusus` and its like, where somebody is sought, or before an age or a marital status; `busana wanita` is none.
 */
const FORMS: ReadonlyArray<readonly [kind: ProtectedKind, form: string]> = [
  ['sex', `${LINE}(?:(?:diutamakan|khusus|hanya)\\s)?${SEX}(?![\\p{L}\\p{N}])`],
  ['sex', `(?:${WANTED}|jenis kelamin|gender|kelamin|sex)${GAP}:?${GAP}${SEX}${DONE}`],
  ['sex', `(?<=${HERE}(?:mencari|membutuhkan|dibutuhkan|dicari|personil|bagi)\\s(?:seorang\\s|personil\\s)?)${SEX}${DONE}`],
  ['sex', `${HERE}${SEX}(?=[\\s,/(-]{1,4}(?:usia|umur|lajang|single|belum menikah|berpenampilan|max|maks|min))`],
  ['age', `${HERE}(?:usia|umur|berusia|berumur|age)${DONE}[^\\n\\d.;]{0,30}\\d{2}(?:${GAP}(?:-|–|s/d|sd|sampai|hingga|to)${GAP}\\d{2})?(?:${GAP}(?:${YEARS}|years?))?`],
  ['age', `${HERE}(?:maks(?:imal|imum)?|max(?:imal|imum)?)\\.?${GAP}(?:usia\\s|umur\\s)?\\d{2}${GAP}${YEARS}${DONE}`],
  ['age', `(?<!\\d)\\d{2}${GAP}\\+?${GAP}${YEARS}\\s{1,2}ke\\s?atas`],
  ['marital', `${HERE}(?:belum (?:pernah )?(?:menikah|kawin|berkeluarga)|sudah (?:menikah|berkeluarga)|lajang|tidak sedang hamil)${DONE}`],
  ['marital', `${HERE}(?:status|masih|harus)${GAP}:?${GAP}(?:single|menikah)${DONE}`],
  ['marital', `(?:${LINE}|(?<=,\\s?))single${DONE}`],
  ['appearance', `${HERE}(?:ber)?penampilan (?:yang |\\p{L}{3,10} (?:dan|&) )?(?:menarik|cantik|good looking)`],
  ['appearance', `${HERE}(?:good[\\s-]?looking|(?:ber)?wajah (?:cantik|menarik|tampan)|berkulit (?:putih|cerah|bersih))`],
  ['appearance', `${HERE}(?:tidak|tanpa) (?:bertato|tato|bertindik)${DONE}`],
  ['religion', `${HERE}(?:beragama \\p{L}{3,12}|agama${GAP}:${GAP}\\p{L}{3,12}|non[\\s-]?(?:muslim|hijab))${DONE}`],
  ['religion', `${HERE}${WANTED} (?:${FAITH}|berhijab|berjilbab|hijab)${DONE}`],
  ['religion', `${HERE}muslimah?(?=${GAP}(?:$|[,/(]))`],
  ['religion', `${HERE}(?:wajib |bersedia |tidak )?(?:berhijab|berjilbab)${DONE}`],
  ['ethnicity', `${HERE}${WANTED}\\s(?:(?:orang|etnis|suku|keturunan)\\s)?${PEOPLE}${DONE}(?!\\s(?:barat|timur|tengah|food))`],
  ['ethnicity', `${HERE}(?:etnis|keturunan|bersuku|suku) ${PEOPLE}${DONE}`],
  ['height', `${HERE}tinggi\\s{1,3}(?:badan\\s{1,3})?[^\\n\\d;]{0,30}1\\d{2}(?:${GAP}cm)?`],
  ['height', `${HERE}tb${GAP}[:.]?${GAP}(?:min\\p{L}{0,4}\\.?${GAP})?1\\d{2}`],
  ['height', `${HERE}(?:berat|tinggi) badan(?:\\s(?:dan|&)\\s(?:berat|tinggi) badan)?\\s(?:yang\\s)?(?:proporsional|ideal|seimbang)`],
  ['height', `${HERE}(?:bertubuh|postur|badan) (?:tubuh )?(?:proporsional|ideal|tinggi|langsing)${DONE}`],
  ['photo', `${HERE}(?:pass?\\s?-?foto|foto (?:full body|seluruh badan|setengah badan|close up|terbaru|diri|selfie)|with photo)${DONE}`],
  ['photo', `${HERE}(?:sertakan|lampirkan|melampirkan|menyertakan|kirim(?:kan)?) (?:cv (?:dan|&|\\+) )?foto${DONE}`],
]

const PATTERNS: ReadonlyMap<ProtectedKind, readonly RegExp[]> = FORMS.reduce(
  (patterns, [kind, form]) => patterns.set(kind, [...patterns.get(kind) ?? [], new RegExp(form, 'gimu')]), new Map<ProtectedKind, RegExp[]>()
)

/** Every form of a kind holds one of these, so a text without any needs no further look: one simple scan instead of several. */
const MAY_DEMAND: Readonly<Record<ProtectedKind, RegExp>> = {
  sex: /wanita|perempuan|cewek|pria|laki|cowok|\b(?:fe)?male|\b(?:wo)?m[ae]n\b/i,
  age: /usia|umur|\bage\b|\bmax|\bmaks|atas/i,
  marital: /menikah|kawin|keluarga|lajang|hamil|\bsingle/i,
  appearance: /penampilan|looking|wajah|kulit|tato|tindik/i,
  religion: /agama|muslim|hijab|jilbab|kristen|katolik|kristiani|hindu|buddha|islam|nasrani/i,
  ethnicity: /chinese|tionghoa|pribumi|jawa|sunda|batak|betawi|melayu/i,
  height: /tinggi|\btb|badan|tubuh|postur/i,
  photo: /foto|photo/i,
}

/** True when a demand may hold a word; of one that is longer than a word, a part. */
export function tellsOfDemand (surface: string): boolean {
  return Object.values(MAY_DEMAND).some(may => may.test(surface))
}

/** Named beside the other sex: nothing is demanded. */
const BOTH_SEXES = new RegExp(`^\\s{0,2}(?:/|&|dan|atau|or|and|,)\\s{0,2}${SEX}`, 'iu')
const OTHER_SEX_BEFORE = new RegExp(`${SEX}\\s{0,2}(?:/|&|dan|atau|or|and|,)\\s{0,2}$`, 'iu')
const NEIGHBOURHOOD = 20

/** Demands that are listed as refused and never mapped, in the order of the text; of overlapping ones of a kind, the first. O(length) for each pattern. */
export function findProtectedDemands (text: string): ProtectedDemand[] {
  checkText(text, 'findProtectedDemands')
  const found: ProtectedDemand[] = []
  for (const [kind, patterns] of PATTERNS) {
    if (!MAY_DEMAND[kind].test(text)) continue
    for (const pattern of patterns) {
      for (const match of text.matchAll(pattern)) {
        const start = match.index
        const end = start + match[0].length
        if (kind === 'sex' && namesBoth(text, start, end)) continue
        found.push({ kind, start, end, surface: match[0] })
      }
    }
  }
  const reached = new Map<ProtectedKind, number>()
  return found.sort((a, b) => a.start - b.start || a.end - b.end).filter(({ kind, start, end }) => {
    if (start < (reached.get(kind) ?? 0)) return false
    reached.set(kind, end)
    return true
  })
}

function namesBoth (text: string, start: number, end: number): boolean {
  const sexStart = start + Math.max(0, text.slice(start, end).search(new RegExp(`${SEX}$`, 'iu')))
  return BOTH_SEXES.test(text.slice(end, end + NEIGHBOURHOOD)) || OTHER_SEX_BEFORE.test(text.slice(Math.max(0, sexStart - NEIGHBOURHOOD), sexStart))
}
