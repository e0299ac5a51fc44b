import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export const CLIENT = { OIDC_CLIENT_ID: 'padan', OIDC_CLIENT_SECRET: 'rahasia kota yang panjang', OIDC_REDIRECT_URI: 'http://127.0.0.1:9/masuk' } as const

export interface City {
  issuer: string
  /** A browser that signs in as somebody; returns the query that it is sent back with. `deny` presses the button that says no. */
  visit: (url: string, name: string, deny?: boolean) => Promise<string>
  close: () => Promise<void>
}

/** A city's own log-in: a real OpenID provider in this process, with its own pages. `how` is how it wants the client's secret; `port` 0 is any. */
export async function openCity (how: 'client_secret_basic' | 'client_secret_post' = 'client_secret_basic', port = 0): Promise<City> {
  // The browser and the service keep their connections; on a busy machine one that is closed at that moment would look like a city that is away.
  const server = createServer({ keepAliveTimeout: 600_000 })
  await new Promise<void>(resolve => { server.listen(port, '127.0.0.1', resolve) })
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{
      client_id: CLIENT.OIDC_CLIENT_ID,
      client_secret: CLIENT.OIDC_CLIENT_SECRET,
      redirect_uris: [CLIENT.OIDC_REDIRECT_URI],
      token_endpoint_auth_method: how,
    }],
    clientAuthMethods: [how],
    pkce: { required: () => true },
    cookies: { keys: ['only for tests'] },
  })
  server.on('request', provider.callback())
  return { issuer, visit: (url, name, deny = false) => visit(url, name, deny), close: () => close(server) }
}

async function visit (url: string, name: string, deny: boolean): Promise<string> {
  const cookies = new Map<string, string>()
  const go = async (at: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(pair => pair.join('=')).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return response
  }
  let at = url
  for (let step = 0; step < 12; step++) {
    if (at.startsWith(CLIENT.OIDC_REDIRECT_URI)) return new URL(at).search.slice(1)
    let response = await go(at)
    if (response.status === 200) {
      const page = await response.text()
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
      if (prompt === undefined) throw new Error(`A page without a question: ${page.slice(0, 500)}`)
      response = deny ? await go(`${at}/abort`) : await go(at, { prompt, ...(prompt === 'login' ? { login: name, password: 'any' } : {}) })
    }
    const next = response.headers.get('location')
    if (next === null) throw new Error(`The city answered ${response.status}: ${await response.text()}`)
    at = new URL(next, at).href
  }
  throw new Error('The city sends the browser round and round.')
}

async function close (server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>(resolve => { server.close(() => resolve()) })
}
