import { randomBytes } from 'node:crypto'
import { EncryptJWT, jwtDecrypt } from 'jose'
import {
  allowInsecureRequests, authorizationCodeGrant, AuthorizationResponseError, buildAuthorizationUrl, calculatePKCECodeChallenge, ClientError, ClientSecretBasic, ClientSecretPost,
  clockTolerance, discovery, None, randomNonce, randomPKCECodeVerifier, randomState, ResponseBodyError, WWWAuthenticateChallengeError,
  type ClientAuth, type Configuration,
} from 'openid-client'
import type { Config } from '../config.ts'
import { Problem } from '../errors/problem.ts'
import type { Role } from './caller.ts'
import { SKEW_MS, type Clock } from './clock.ts'

/** Whoever was sent to the city's log-in has so long to come back. */
const TICKET_MS = 600_000
/** The city's log-in is asked anew for its addresses after a day. */
const KNOWN_MS = 86_400_000
const TIMEOUT_SECONDS = 10
const CIPHER = Object.freeze({ alg: 'dir', enc: 'A256GCM' })
const KEY_BYTES = 32
/** Errors of the token endpoint that are ours or the city's, not of whoever signs in. */
const SET_WRONG: ReadonlySet<string> = new Set(['invalid_client', 'unauthorized_client', 'server_error', 'temporarily_unavailable'])
const SIMPLE_CODE = /^[a-z_]{1,40}$/

export type OidcConfig = Pick<Config, 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_REDIRECT_URI' | 'OIDC_SCOPE' | 'OIDC_NEW_ACCOUNTS'>

/** Who somebody is at the city's log-in. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
}

/** Where to send the browser, and what it brings back. */
export interface Begun {
  url: string
  ticket: string
  seconds: number
}

/**
 * The city's own log-in, by OpenID Connect: authorization code with PKCE, state and nonce. Of what the city answers only issuer and subject are
 * kept; its tokens are dropped.
 *
 * The secrets of a log-in under way are in a ticket, sealed by a key of this process, that the page keeps and brings back: nothing grows here with the number
 * of those who begin, and whoever lacks the ticket can do nothing with the code. After a restart one begins again.
 */
export class CityLogin {
  readonly newAccounts: Role | undefined
  readonly #settings: OidcConfig
  readonly #clock: Clock
  readonly #key = randomBytes(KEY_BYTES)
  #known: { configuration: Promise<Configuration>, at: number } | undefined

  constructor (settings: OidcConfig, clock: Clock) {
    this.#settings = settings
    this.#clock = clock
    this.newAccounts = settings.OIDC_NEW_ACCOUNTS
  }

  /** Throws Problem `oidc-off` or `oidc-away`. */
  async begin (): Promise<Begun> {
    const configuration = await this.#configuration()
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: this.#settings.OIDC_REDIRECT_URI as string,
      scope: this.#settings.OIDC_SCOPE,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    const ticket = await new EncryptJWT({ state, nonce, verifier, ends: this.#clock.elapsed() + TICKET_MS }).setProtectedHeader(CIPHER).encrypt(this.#key)
    return { url: url.href, ticket, seconds: TICKET_MS / 1000 }
  }

  /**
   * Who came back. `response` is the query that the city's log-in sent the browser back with, as it is. Throws Problem `oidc-off`, `oidc-away`, or
   * `oidc-refused` for everything that does not fit: the ticket, the state, the code, the signature, the nonce.
   */
  async finish (ticket: string, response: string): Promise<Identity> {
    const configuration = await this.#configuration()
    const { state, nonce, verifier } = await this.#read(ticket)
    const address = new URL(this.#settings.OIDC_REDIRECT_URI as string)
    address.search = response
    try {
      const tokens = await authorizationCodeGrant(configuration, address, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true })
      const { iss: issuer, sub: subject } = tokens.claims() as { iss: string, sub: string }
      return { issuer, subject }
    } catch (error) {
      throw problemOf(error)
    }
  }

  async #configuration (): Promise<Configuration> {
    const { OIDC_ISSUER: issuer } = this.#settings
    if (issuer === undefined) throw new Problem('oidc-off')
    const now = this.#clock.elapsed()
    if (this.#known === undefined || now - this.#known.at > KNOWN_MS) this.#known = { configuration: this.#discover(issuer), at: now }
    const known = this.#known
    try {
      return await known.configuration
    } catch (error) {
      // Nobody answered: the next one asks again.
      if (this.#known === known) this.#known = undefined
      throw problemOf(error, 'oidc-away')
    }
  }

  async #discover (issuer: string): Promise<Configuration> {
    const { OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = this.#settings
    return await discovery(new URL(issuer), id as string, { [clockTolerance]: SKEW_MS / 1000 }, secret === undefined ? None() : byWhatIsTaken(secret), {
      timeout: TIMEOUT_SECONDS,
      // The settings allow this on this machine alone.
      execute: issuer.startsWith('http:') ? [allowInsecureRequests] : [],
    })
  }

  async #read (ticket: string): Promise<{ state: string, nonce: string, verifier: string }> {
    const opened = await jwtDecrypt(ticket, this.#key, { keyManagementAlgorithms: [CIPHER.alg], contentEncryptionAlgorithms: [CIPHER.enc] }).catch(() => undefined)
    const claims = opened?.payload as { state: string, nonce: string, verifier: string, ends: number } | undefined
    if (claims === undefined || this.#clock.elapsed() >= claims.ends) {
      throw new Problem('oidc-refused', {
        detail: 'The ticket is not one of this service, or it is older than ten minutes. Begin again.',
        detailId: 'Tiket bukan dari layanan ini, atau lebih dari sepuluh menit. Mulai lagi.',
      })
    }
    return claims
  }
}

/** The secret in a header, as is the standard's rule; in the body where the city takes it in no other way. */
function byWhatIsTaken (secret: string): ClientAuth {
  const [inHeader, inBody] = [ClientSecretBasic(secret), ClientSecretPost(secret)]
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (taken.includes('client_secret_basic') || !taken.includes('client_secret_post') ? inHeader : inBody)(server, ...rest)
  }
}

function problemOf (error: unknown, otherwise: 'oidc-away' | 'oidc-refused' = 'oidc-refused'): Problem {
  const problem = new Problem(isAway(error) ? 'oidc-away' : otherwise, isAway(error) || otherwise === 'oidc-away' ? { headers: { 'retry-after': '5' } } : whyRefused(error))
  problem.cause = error
  return problem
}

/** The city's own word for it, where it is a word. */
function whyRefused (error: unknown): { detail?: string, detailId?: string } {
  if (!(error instanceof AuthorizationResponseError) || !SIMPLE_CODE.test(error.error)) return {}
  return { detail: `The city's log-in refused: ${error.error}.`, detailId: `Layanan masuk kota menolak: ${error.error}.` }
}

/** Nobody answered, in time or sensibly; or we are not known there. */
function isAway (error: unknown): boolean {
  // The token endpoint asks who we are: the client's id or secret is wrong.
  if (error instanceof WWWAuthenticateChallengeError) return true
  if (error instanceof ResponseBodyError) return error.status >= 500 || SET_WRONG.has(error.error)
  if (error instanceof AuthorizationResponseError) return error.error === 'temporarily_unavailable' || error.error === 'server_error'
  if (error instanceof ClientError) return error.code === 'OAUTH_TIMEOUT' || (error.cause instanceof Response && error.cause.status >= 500)
  return error instanceof TypeError
}
