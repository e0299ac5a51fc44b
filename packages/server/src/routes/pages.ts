import { Type } from 'typebox'
import { PROBLEMS, type ProblemCode } from '../errors/codes.ts'
import { problemPage } from '../errors/page.ts'
import { Problem } from '../errors/problem.ts'
import type { App } from '../http/app-type.ts'

/** A page for every kind of problem, and the way from the root to the documents. */
export function addPageRoutes (app: App): void {
  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/docs', 302))

  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())

  app.get('/problems/:code', {
    schema: { hide: true, params: Type.Object({ code: Type.String() }) },
  }, async ({ params }, reply) => {
    if (!Object.hasOwn(PROBLEMS, params.code)) throw new Problem('not-found')
    return await reply.type('text/html; charset=utf-8').send(problemPage(params.code as ProblemCode))
  })
}
