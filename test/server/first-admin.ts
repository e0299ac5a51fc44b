export const PASSWORD = 'kopi susu di pasar lama'
const LOGIN = 'admin@padan.test'

/** Makes the first admin of a service that has just started, by the code it printed, and signs in: the header to send. */
export async function firstAdmin (url: string, printed: string): Promise<string> {
  const code = /good for a day:\s+(\S+)/.exec(printed)?.[1]
  await post(url, '/v1/setup', { code, login: LOGIN, password: PASSWORD })
  return await signIn(url)
}

/** Signs that admin in again: the header to send. */
export async function signIn (url: string): Promise<string> {
  return `Bearer ${(await post(url, '/v1/sessions', { login: LOGIN, password: PASSWORD })).token}`
}

async function post (url: string, path: string, json: object): Promise<{ token: string }> {
  return await (await fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) })).json() as { token: string }
}
