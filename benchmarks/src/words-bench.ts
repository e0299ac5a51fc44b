import { loadTaxonomy } from '@padan/taxonomy'
import { createDrafter } from '@padan/matcher/drafts'
import { INDEXED_KINDS, textIndexOf } from '@padan/taxonomy/text'
import { build, createLogger, openDatabase, readConfig, Registry } from '@padan/server'

/**
 * How long others wait while the first words are read: the service over an empty database in memory, asked for its health again and again while a question of words is under
 * way; beside it the same work in the thread that answers. Prints a table; writes nothing. Run with `node benchmarks/dist/words-bench.js`.
 */
const ADVERT = 'dibutuhkan segera operator forklift, min SMA/SMK, SIM B1, pengalaman 1 thn, domisili Cikupa'
const LONG = `${ADVERT}\n`.repeat(3000).slice(0, 200_000)

const taxonomy = await loadTaxonomy()
const database = await openDatabase({})
const registry = new Registry({ database, taxonomy })
const app = await build({ registry, logger: createLogger('silent'), config: readConfig({ PADAN_ACCESS: 'open' }) })
await registry.load()

const draft = (text: string) => async (): Promise<unknown> => await app.inject({ method: 'POST', url: '/v1/drafts/vacancy', payload: { text } })
const suggest = async (): Promise<unknown> => await app.inject('/v1/taxonomy/suggest?q=operatr%20forkl')
const rows: Array<[name: string, ask: () => Promise<unknown>]> = [
  ['first draft', draft(ADVERT)], ['next draft', draft(ADVERT)], ['first suggestion, all registers', suggest], ['next suggestion', suggest], ['a draft of 200,000 characters', draft(LONG)],
]
await app.inject('/health/live')
console.log('| asked | answered after ms | longest wait of others, ms |\n| --- | ---: | ---: |')
const memory = process.memoryUsage().rss
for (const [name, ask] of rows) {
  const begin = performance.now()
  const told = { answered: 0 }
  const asked = ask().then(() => { told.answered = performance.now() - begin })
  let longest = 0
  while (told.answered === 0) {
    const from = performance.now()
    await app.inject('/health/live')
    longest = Math.max(longest, performance.now() - from)
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  await asked
  console.log(`| ${name} | ${Math.round(told.answered)} | ${Math.round(longest)} |`)
}
console.log(`\nMemory of the process grew by ${Math.round((process.memoryUsage().rss - memory) / 2 ** 20)} MiB.`)

const begin = performance.now()
createDrafter(taxonomy).draftVacancy(ADVERT)
const drafted = performance.now()
for (const kind of INDEXED_KINDS) textIndexOf(taxonomy, kind).search('operatr forkl', { typing: true })
console.log(`In the thread that answers, others would wait ${Math.round(drafted - begin)} ms for the first draft and ${Math.round(performance.now() - drafted)} ms for the first suggestion.`)

await app.close()
await registry.close()
