import { createHmac, randomBytes } from 'node:crypto'

/** A secret of 32 random bytes as the Standard Webhooks specification writes it. */
export function makeSecret (): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/** The header `webhook-signature`: one signature a secret, so that a receiver goes on while secrets rotate. HMAC-SHA-256 over `id.timestamp.body`. */
export function signatures (secrets: readonly string[], id: string, timestamp: number, body: string): string {
  return secrets
    .map(secret => createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).update(`${id}.${timestamp}.${body}`).digest('base64'))
    .map(signature => `v1,${signature}`)
    .join(' ')
}
