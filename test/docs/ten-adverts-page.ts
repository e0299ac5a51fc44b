import { confirmDraft, createDrafter, describeNote } from '@padan/matcher/drafts'
import { checkVacancies } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'
import { createExtractor } from '@padan/taxonomy/text'
import { advertPicture } from './advert-picture.ts'
import { adverts, judgeMarks, markedAdvert, seed, type JudgedMark } from './ten-adverts.ts'

/** Files by their name below docs/. */
export type Pages = Record<string, string>

/** The page of ten adverts and its pictures, made of the fixture and the taxonomy alone: the same on every machine. */
export async function tenAdvertsPages (): Promise<Pages> {
  const taxonomy = await loadTaxonomy()
  const extractor = createExtractor(taxonomy)
  const drafter = createDrafter(taxonomy)
  const pages: Pages = {}
  const all: JudgedMark[] = []
  const sections = adverts.map((advert, place) => {
    const marked = markedAdvert(advert)
    const { text } = marked
    const judged = judgeMarks(marked, extractor.extract(text))
    all.push(...judged)
    const draft = drafter.draftVacancy(text)
    const problems = checkVacancies([confirmDraft(draft, advert.id)], taxonomy)
    if (problems.length > 0) throw new Error(`The draft of ${advert.id} is no record: ${problems[0].message}`)
    const picture = `ten-adverts/${place + 1}.svg`
    pages[picture] = advertPicture(text, judged)
    const wordsOf = (how: JudgedMark['how']): string => judged.filter(mark => mark.how === how).map(({ kind, start, end }) => `${text.slice(start, end)} (${kind})`).join(', ')
    const record: Readonly<Record<string, unknown>> = { ...draft.record }
    const rows = draft.fields.filter(({ state, notes }) => state !== 'unknown' || notes.length > 0).map(({ field, state, notes }) =>
      `| ${field} | ${state} | ${record[field] === undefined ? '' : `\`${JSON.stringify(record[field])}\``} | ${notes.map(note => describeNote(note).en).join('; ')} |`)
    return [
      `## ${place + 1}. ${String(draft.record.title)}`, '', `![The advert, with ${count(judged, 'found')} of its marks found](${picture})`, '',
      `Missed: ${wordsOf('missed') || 'nothing'}.  `, `Read besides: ${wordsOf('besides') || 'nothing'}.`, '', '| field | state | value | note |', '| --- | --- | --- | --- |', ...rows, '',
    ].join('\n')
  })
  pages['ten-adverts.md'] = `${HEAD}${tableOf(all)}\n${sections.join('\n')}`
  return pages
}

const HEAD = `# Ten adverts

What is found in ten real adverts, and what is missed. Made by \`npx -y pnpm ten-adverts\` from \`test/docs/ten-adverts.json\`.

The adverts are from an Indonesian job site, mid-2025. They are not ours to publish, so each is **quoted in a few shortened lines**, without its firm (\`…\` stands where words were left out inside a line), and the
collection is not in this repository. They were not picked: of 1,480 adverts, in the order of a hash of their ids (FNV-1a, seed \`${seed}\`), the first of each of ten
trades. What there is to read in them was marked by hand before the program had read these lines; skills are units and concepts together. A mark counts as found when something of its kind
was read in any of its words, so a found skill may be a narrower or wider one. Three rules were mended afterwards, for what these
very lines showed: a sex that stands alone in its line (advert 10), \`Word\` in a list of programs (4, 5), and experience without a number (2, 3, 4, 7, 10) were missed at first, so the table flatters. Ten adverts show how it looks; how good it is, [evaluation](evaluation.md) tells.

In the pictures, what was found is coloured and named above its words; what was missed has a red dashed frame; what was read besides, where no mark is, a grey dotted one: some of it is right. Below each
picture stands the [draft](drafts.md) of these lines; fields about which they say nothing are left out.

`

function tableOf (marks: readonly JudgedMark[]): string {
  const kinds = [...new Set(marks.map(({ kind }) => kind))].sort()
  const row = (name: string, some: readonly JudgedMark[]): string => `| ${name} | ${count(some, 'found') + count(some, 'missed')} | ${count(some, 'found')} | ${count(some, 'missed')} | ${count(some, 'besides')} |`
  return ['| kind | marked | found | missed | read besides |', '| --- | ---: | ---: | ---: | ---: |', ...kinds.map(kind => row(kind, marks.filter(mark => mark.kind === kind))), row('**all**', marks), ''].join('\n')
}

function count (marks: readonly JudgedMark[], how: JudgedMark['how']): number {
  return marks.filter(mark => mark.how === how).length
}
