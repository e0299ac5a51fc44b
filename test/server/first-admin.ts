export const PASSWORD = 'kopi susu di pasar lama'

/** Makes the first admin of a service that has just started, by the code it printed, and signs in: the header to send. */
export async function firstAdmin (url: string, printed: string): Promise<string> {
  const code = /good for a day:\s+(\S+)/.exec(printed)?.[1]
  const post = async (path: string, json: object) => await (await fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) })).json() as { token: string }
  await post('/v1/setup', { code, login: 'admin@padan.test', password: PASSWORD })
  return `Bearer ${(await post('/v1/sessions', { login: 'admin@padan.test', password: PASSWORD })).token}`
}
