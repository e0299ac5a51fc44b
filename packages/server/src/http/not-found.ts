import { Problem } from '../errors/problem.ts'
import type { App } from './app-type.ts'

/**
 * Answers what no route answers: OPTIONS with `Allow`, 405 with `Allow` when the path is known under another method, else 404. Before any body is read, so that
 * what it holds does not matter.
 */
export function addNotFound (app: App): void {
  // For a route that looks for a file and finds none.
  app.setNotFoundHandler(async () => { throw new Problem('not-found') })
  const methodsOf = new Map<string, Set<string>>()
  app.addHook('onRoute', route => {
    const methods = methodsOf.get(route.url) ?? new Set()
    methodsOf.set(route.url, methods)
    for (const method of [route.method].flat()) methods.add(method)
  })
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return
    const allowed = allowedAt(request.url.split(/[?#]/, 1)[0], methodsOf)
    if (allowed.length === 0) throw new Problem('not-found')
    if (request.method === 'OPTIONS') return await reply.code(204).header('allow', [...allowed, 'OPTIONS'].sort().join(', ')).send()
    throw new Problem('method-not-allowed', {
      detail: `${request.method} is not allowed here; allowed: ${allowed.join(', ')}.`,
      detailId: `${request.method} tidak diizinkan di sini; yang diizinkan: ${allowed.join(', ')}.`,
      headers: { allow: allowed.join(', ') },
    })
  })
}

function allowedAt (path: string, methodsOf: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const parts = path.split('/')
  const allowed = new Set<string>()
  for (const [pattern, methods] of methodsOf) {
    const wanted = pattern.split('/')
    const fits = wanted.length === parts.length && wanted.every((part, position) => part === parts[position] || (part.startsWith(':') && parts[position] !== ''))
    if (fits) for (const method of methods) allowed.add(method)
  }
  return [...allowed].sort()
}
