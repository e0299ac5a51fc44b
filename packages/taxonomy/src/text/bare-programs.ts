import { gapBefore, type Token, type WordFacts } from './tokens.ts'

/** Programs whose name is a common word, and the maker's name that tells them from it. */
const MAKERS: ReadonlyMap<string, string> = new Map([['word', 'microsoft']])
const WRITTEN_OUT: ReadonlySet<string> = new Set(['ms', 'microsoft', 'mic'])
/** Programs that stand in one list with them. */
const BESIDE: ReadonlySet<string> = new Set(['excel', 'exel', 'excell', 'powerpoint', 'ppt', 'outlook', 'msexcel', 'visio', 'onenote', 'spreadsheet'])
/** Words between two parts of a list. */
const AND: ReadonlySet<string> = new Set(['dan', 'and', 'atau', 'or', 'serta', 'maupun'])
/** What may follow the last part of a list without a sign between; any other word makes a term of both: `Excel, word of mouth`. */
const AFTER: ReadonlySet<string> = new Set([...AND, 'dll', 'dsb', 'etc', 'dengan', 'dgn', 'secara', 'minimal', 'with', 'lainnya', 'untuk', 'adalah', 'yang'])
const SIGN = /[^\s]/

/**
 * Names of programs that are common words (`Word`) as a text with their maker's name has them, where they stand in a list beside another program: `(Excel,Word)`. The maker's word gets the
 * same place as the name, so that what is found there spans the words of the text. O(words).
 */
export function withMakers (text: string, tokens: Token[], factsOf: (surface: string) => WordFacts): Token[] {
  if (!tokens.some(({ word }) => MAKERS.has(word))) return tokens
  return tokens.flatMap((token, place) => {
    const maker = MAKERS.get(token.word)
    if (maker === undefined || WRITTEN_OUT.has(tokens[place - 1]?.word ?? '') || !(endsBefore(tokens, place) ? endsPart(text, tokens, place) : beginsBefore(tokens, place))) return [token]
    const facts = factsOf(maker)
    return [{ ...token, word: facts.word, facts }, { ...token, opens: false, pauses: false }]
  })
}

/** A program stands right before, with nothing but a sign or `dan` between. */
function endsBefore (tokens: readonly Token[], place: number): boolean {
  let at = place - 1
  if (at > 0 && AND.has(tokens[at]!.word) && !tokens[at]!.opens) at--
  if (at < 0 || tokens[at + 1]!.opens || tokens[place]!.opens) return false
  return BESIDE.has(tokens[at]!.word) || (tokens[at]!.word === 'point' && tokens[at - 1]?.word === 'power')
}

/** A program stands right behind. */
function beginsBefore (tokens: readonly Token[], place: number): boolean {
  let at = place + 1
  if (at < tokens.length - 1 && AND.has(tokens[at]!.word) && !tokens[at]!.opens) at++
  if (at >= tokens.length || tokens[at]!.opens || tokens[place + 1]!.opens) return false
  return BESIDE.has(tokens[at]!.word) || (tokens[at]!.word === 'power' && tokens[at + 1]?.word === 'point')
}

function endsPart (text: string, tokens: readonly Token[], place: number): boolean {
  const next = tokens[place + 1]
  return next === undefined || next.opens || AFTER.has(next.word) || BESIDE.has(next.word) || next.word === 'power' || SIGN.test(gapBefore(text, tokens, place + 1))
}
