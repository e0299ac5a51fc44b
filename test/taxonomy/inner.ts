import type * as tables from '../../packages/taxonomy/dist/load-tables.js'
import type * as postingsModule from '../../packages/taxonomy/dist/text/search/postings.js'
import type * as sortedWords from '../../packages/taxonomy/dist/text/search/sorted-words.js'
import type * as phraseTrie from '../../packages/taxonomy/dist/text/phrase-trie.js'
import type * as titleWords from '../../packages/taxonomy/dist/relations/title-words.js'
import type * as passages from '../../packages/taxonomy/dist/text/passages.js'
import type * as tokens from '../../packages/taxonomy/dist/text/tokens.js'
import type * as typos from '../../packages/taxonomy/dist/text/typos.js'
import type * as wordBook from '../../packages/taxonomy/dist/text/word-book.js'

/** Inner parts of the taxonomy that have no door of their own, from the built package. */
const inner = async <Module>(path: string): Promise<Module> => await import(new URL(`../../../packages/taxonomy/dist/${path}.js`, import.meta.url).href) as Module

export const { loadTables } = await inner<typeof tables>('load-tables')
export const { readTitle, roughRoot } = await inner<typeof titleWords>('relations/title-words')
export const postings = await inner<typeof postingsModule>('text/search/postings')
export const { LONGEST_PASSAGE, passagesOf } = await inner<typeof passages>('text/passages')
export const { PhraseTrie } = await inner<typeof phraseTrie>('text/phrase-trie')
export const { createSpeller, oneEditApart } = await inner<typeof typos>('text/typos')
export const { SortedWords } = await inner<typeof sortedWords>('text/search/sorted-words')
export const { comparable, tokensOf } = await inner<typeof tokens>('text/tokens')
export const { createWordBook } = await inner<typeof wordBook>('text/word-book')
