import { SealError } from '../vault/cipher.ts'
import type { Vault } from '../vault/vault.ts'

const MARK = 'sealed:'

/**
 * Somebody's own words on why they looked, which may name somebody: sealed with the key of the person who was looked at, or, where it was many, of whoever
 * looked. The chain is over what is kept, so it holds when an erasure has made the words unreadable.
 */
export function sealReason (vault: Vault, owner: string, words: string): string {
  return `${MARK}${vault.seal(owner, words)}`
}

/** The reason of an entry as it was given; null when whose key sealed it was erased. */
export function openReason (vault: Vault, { actor, subject, reason }: { actor: string, subject: string | null, reason: string | null }): string | null {
  if (reason === null || !reason.startsWith(MARK)) return reason
  try {
    return vault.open(subject ?? actor, reason.slice(MARK.length))
  } catch (error) {
    if (error instanceof SealError) return null
    throw error
  }
}
