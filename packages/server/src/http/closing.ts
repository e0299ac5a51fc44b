import type { App } from './app-type.ts'

/** Once the application is closing, each connection ends with its answer: an idle one would hold the process up. */
export function addClosing (app: App): void {
  let closing = false
  app.addHook('preClose', async () => { closing = true })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
}
