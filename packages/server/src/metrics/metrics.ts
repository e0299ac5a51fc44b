import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry as Collected } from 'prom-client'
import { PROBLEMS } from '../errors/codes.ts'
import type { Registry } from '../store/registry.ts'

/** From a ranking in memory to a large import. */
const SECONDS = [0.001, 0.005, 0.025, 0.1, 0.5, 2, 10, 60, 300]
/** What requests that found no operation are counted under: addresses are anybody's to invent. */
const NO_OPERATION = 'none'

/**
 * What Prometheus reads. Labels have few values, all of them known before: operations of the OpenAPI document, statuses, kinds of callers. No id, no
 * address and no name is ever a label.
 */
export class Metrics {
  readonly #collected = new Collected()
  readonly #requests: Histogram<'operation' | 'status'>
  readonly #refusals: Counter<'code'>

  constructor (registry: Registry) {
    const registers = [this.#collected]
    collectDefaultMetrics({ register: this.#collected, prefix: 'padan_' })
    this.#requests = new Histogram({ name: 'padan_http_request_seconds', help: 'Time from a request to the end of its answer.', labelNames: ['operation', 'status'], buckets: SECONDS, registers })
    this.#refusals = new Counter({ name: 'padan_refusals_total', help: 'Requests refused, by the code of the problem.', labelNames: ['code'], registers })
    // All begin at 0: a count that appears with its first refusal has not grown, and no alert on its growth would tell of that one.
    for (const code of Object.keys(PROBLEMS)) this.#refusals.inc({ code }, 0)
    const gauge = (name: string, help: string, read: () => number): void => {
      const made = new Gauge({ name, help, registers, collect: () => { made.set(read()) } })
    }
    gauge('padan_ready', '1 when the index is complete and this process is the writer.', () => registry.state === 'ready' ? 1 : 0)
    gauge('padan_seekers', 'Seekers in the index.', () => registry.matcher.seekers.size)
    gauge('padan_vacancies', 'Vacancies in the index.', () => registry.matcher.vacancies.size)
    gauge('padan_unusable_records', 'Stored records that newer reference data no longer knows.', () => registry.unusable)
  }

  get contentType (): string {
    return this.#collected.contentType
  }

  observe (operation: string | undefined, status: number, seconds: number): void {
    this.#requests.observe({ operation: operation ?? NO_OPERATION, status: String(status) }, seconds)
  }

  /** Counts a refusal under the code of its problem: codes are a fixed list. */
  refused (code: string): void {
    this.#refusals.inc({ code })
  }

  async text (): Promise<string> {
    return await this.#collected.metrics()
  }
}
