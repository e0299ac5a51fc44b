import { SealError } from '../vault/cipher.ts'
import type { Vault } from '../vault/vault.ts'

const MARK = 'sealed:'

/**
 * Somebody's own words on why they looked at a person, which may name the person: sealed with the person's key. The chain is over what is kept, so it
 * holds when an erasure has made the words unreadable.
 */
export function sealReason (vault: Vault, personId: string, words: string): string {
  return `${MARK}${vault.seal(personId, words)}`
}

/** The reason as it was given; null when its person was erased. */
export function openReason (vault: Vault, subject: string | null, reason: string | null): string | null {
  if (subject === null || reason === null || !reason.startsWith(MARK)) return reason
  try {
    return vault.open(subject, reason.slice(MARK.length))
  } catch (error) {
    if (error instanceof SealError) return null
    throw error
  }
}
