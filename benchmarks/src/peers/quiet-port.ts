import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Below what systems hand out to whoever asks for any port (Linux from 32,768, others from 49,152): nobody gets one of these by accident. */
const FIRST = 20_000
const END = 32_000

/** A port of this machine that nobody listens on, nor will unless by choice: it can be kept for later, or be the one where nobody answers. */
export async function quietPort (): Promise<number> {
  while (true) {
    const port = randomInt(FIRST, END)
    if (await isFree(port)) return port
  }
}

async function isFree (port: number): Promise<boolean> {
  const server = createServer()
  return await new Promise(resolve => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
