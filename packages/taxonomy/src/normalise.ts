import { checkText } from './check-arguments.ts'

/** Marks that Unicode decomposition splits off a letter; dropping them folds `é` to `e`. */
const COMBINING_MARKS = /\p{M}+/gu

/** Apostrophes and their look-alikes sit inside words (`Syari'ah`, `Qur`an`) and never part them. */
const APOSTROPHES = /['`‘’ʼ´]+/g

/** Whatever is neither a letter nor a digit parts words. */
const SEPARATORS = /[^\p{L}\p{N}]+/gu

/** Most names are plain, and many come in this form already: they need none of Unicode's expressions, which take most of the time. */
const NORMAL = /^[a-z0-9]+(?: [a-z0-9]+)*$/
const PLAIN = /^[\0-\x7f]*$/
const PLAIN_SEPARATORS = /[^A-Za-z0-9]+/g

/**
 * The form in which two names are compared: lower case, without accents and apostrophes, words parted by one space.
 * Empty when the text holds no letter and no digit.
 */
export function normaliseName (text: string): string {
  checkText(text, 'normaliseText')
  if (NORMAL.test(text)) return text
  if (PLAIN.test(text)) return text.replace(APOSTROPHES, '').replace(PLAIN_SEPARATORS, ' ').trim().toLowerCase()
  return text
    .normalize('NFKD')
    .replace(COMBINING_MARKS, '')
    .replace(APOSTROPHES, '')
    .replace(SEPARATORS, ' ')
    .trim()
    .toLowerCase()
}

/** Shared words over all words of two normalised names, each word counted once: 0 (none shared) to 1 (the same words). */
export function tokenJaccard (left: string, right: string): number {
  const leftWords = new Set(left.split(' '))
  const rightWords = new Set(right.split(' '))
  let shared = 0
  for (const word of leftWords) {
    if (rightWords.has(word)) shared++
  }
  return shared / (leftWords.size + rightWords.size - shared)
}
