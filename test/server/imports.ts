import type { Answer, Api } from './api.ts'

export const CSV = 'text/csv'
const PATIENCE_MS = 300_000

type Headers = Record<string, string>

export async function send (api: Api, kind: string, raw: string | Buffer, headers: Headers, query = '', type = CSV): Promise<Answer> {
  return await api.call('POST', `/v1/imports/${kind}${query}`, { raw, headers: { ...headers, 'content-type': type } })
}

export async function ended (api: Api, id: string, headers: Headers): Promise<any> {
  const end = performance.now() + PATIENCE_MS
  while (true) {
    const { body } = await api.call('GET', `/v1/imports/${id}`, { headers })
    if (!['queued', 'running'].includes(body.state)) return body
    if (performance.now() > end) throw new Error(`The import does not end: ${JSON.stringify(body)}`)
    await new Promise(resolve => { setTimeout(resolve, 20) })
  }
}

export async function imported (api: Api, kind: string, raw: string | Buffer, headers: Headers, query = '', type = CSV): Promise<any> {
  const { status, body, text } = await send(api, kind, raw, headers, query, type)
  if (status !== 202) throw new Error(text)
  return await ended(api, body.id, headers)
}
