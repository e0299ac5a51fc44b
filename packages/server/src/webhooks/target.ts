import { lookup as lookupOfSystem } from 'node:dns/promises'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Problem } from '../errors/problem.ts'

/** Thrown when an address may not be called. */
export class TargetError extends Error {
  override readonly name = 'TargetError'
}

export interface Target {
  url: URL
  /** The address that was checked, and is called: a name that answers differently the second time changes nothing. */
  address: string
  family: 4 | 6
}

export type Lookup = (hostname: string) => Promise<ReadonlyArray<{ address: string, family: number }>>

const everyAddress: Lookup = async hostname => await lookupOfSystem(hostname, { all: true })

/**
 * What may be called: https on the public internet. `allowed` are origins, such as `http://127.0.0.1:8080`, that may be called whatever they are.
 * Throws Problem `forbidden-target` for what can be told without a look-up.
 */
export function readTarget (text: string, allowed: ReadonlySet<string>): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isWanted = url !== undefined && url.username === '' && url.password === '' && (allowed.has(url.origin) || url.protocol === 'https:')
  if (!isWanted) throw new Problem('forbidden-target')
  const host = bareHost(url)
  if (!allowed.has(url.origin) && isIP(host) !== 0 && !isPublic(host)) throw new Problem('forbidden-target')
  return url
}

/** Looks the name up and refuses it when any of its addresses is not public. Throws TargetError. */
export async function resolveTarget (text: string, allowed: ReadonlySet<string>, lookup: Lookup = everyAddress): Promise<Target> {
  let url: URL
  try {
    url = readTarget(text, allowed)
  } catch {
    throw new TargetError('The address is not https on the public internet.')
  }
  const host = bareHost(url)
  const found = isIP(host) === 0 ? await lookup(host) : [{ address: host, family: isIP(host) }]
  if (found.length === 0) throw new TargetError('The name has no address.')
  if (!allowed.has(url.origin) && !found.every(({ address }) => isPublic(address))) throw new TargetError('The name leads to an address that is not public.')
  return { url, address: found[0].address, family: found[0].family === 6 ? 6 : 4 }
}

/** Everything that is not plainly public is private: loopback, links, carriers' and cities' networks, and v4 addresses dressed as v6. */
function isPublic (address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

function bareHost ({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}
