import type { Reading } from '../mention.ts'
import { PhraseTrie } from '../phrase-trie.ts'
import type { Token } from '../tokens.ts'
import type { Taxonomy } from '../../types.ts'

/** How adverts and applicants name adjustments, beside the register's titles; by hand, after UU 8/2016 art. 47 and 48 and the practice of job fairs for disabled people. */
const WRITINGS: ReadonlyArray<readonly [code: string, writings: readonly string[]]> = [
  ['sign-language', ['juru bahasa isyarat', 'JBI', 'penerjemah bahasa isyarat', 'bahasa isyarat', 'sign language', 'bisindo']],
  ['captions', ['takarir', 'closed caption', 'live captions', 'teks langsung']],
  ['written-instructions', ['instruksi tertulis', 'petunjuk tertulis', 'written instructions']],
  ['easy-words', ['bahasa sederhana', 'plain language', 'easy read']],
  ['braille', ['braille', 'huruf braille']],
  ['large-print', ['huruf besar', 'large print', 'cetak besar']],
  ['ramp', ['akses kursi roda', 'ramp kursi roda', 'jalan landai', 'wheelchair access', 'wheelchair accessible', 'step free access']],
  ['accessible-toilet', ['toilet disabilitas', 'toilet aksesibel', 'accessible toilet']],
  ['guiding-blocks', ['guiding block', 'jalur pemandu', 'tactile paving']],
  ['assistive-software', ['pembaca layar', 'screen reader', 'nvda']],
  ['work-assistance', ['pendamping kerja', 'job coach']],
  ['flexible-hours', ['jam kerja fleksibel', 'waktu kerja fleksibel', 'flexible hours', 'flexible working hours', 'flexi time']],
  ['remote-work', ['WFH', 'WFA', 'work from home', 'work from anywhere', 'bekerja dari rumah', 'kerja dari rumah', 'remote', 'fully remote', 'kerja remote']],
  ['transport', ['antar jemput', 'jemputan karyawan']],
  ['guide-animal', ['guide dog', 'anjing pemandu']],
]

const tries = new WeakMap<Taxonomy, { trie: PhraseTrie, codes: readonly string[] }>()

/** Adjustments at work named in a passage. O(words). */
export function readAccommodations (tokens: readonly Token[], taxonomy: Taxonomy, reader?: number): Reading[] {
  const { trie, codes } = writingsFor(taxonomy)
  return trie.scan(tokens, reader).map(({ value, first, last }) => ({
    start: tokens[first]!.start, end: tokens[last]!.end, confidence: 800, meaning: { kind: 'accommodation', code: codes[value]! },
  }))
}

/** True when the name of an adjustment begins with a word. */
export function beginsAccommodation (word: string, taxonomy: Taxonomy): boolean {
  return writingsFor(taxonomy).trie.begins(word)
}

function writingsFor (taxonomy: Taxonomy): { trie: PhraseTrie, codes: readonly string[] } {
  const known = tries.get(taxonomy)
  if (known !== undefined) return known
  const trie = new PhraseTrie()
  const codes: string[] = []
  for (const [code, writings] of WRITINGS) {
    if (taxonomy.accommodations.indexOf(code) >= 0) for (const writing of writings) trie.add(writing, codes.push(code) - 1)
  }
  for (let index = 0; index < taxonomy.accommodations.size; index++) {
    const { code, title, titleEn } = taxonomy.accommodations.at(index)
    for (const name of [title, titleEn]) trie.add(name, codes.push(code) - 1)
  }
  const made = { trie, codes }
  tries.set(taxonomy, made)
  return made
}
