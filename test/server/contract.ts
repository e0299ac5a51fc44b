import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}

type Document = { paths: Record<string, Record<string, Operation>> }

const DOCUMENT = 'openapi'

/** The OpenAPI document as a promise: every answer must keep it. */
export class Contract {
  static readonly #known = new Map<string, Contract>()
  readonly #document: Document
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true })
  readonly #validators = new Map<string, ValidateFunction>()

  /** The contract of a document; the same document gives the same, for compiling it takes a while. */
  static of (document: unknown): Contract {
    const key = JSON.stringify(document)
    let contract = Contract.#known.get(key)
    if (contract === undefined) {
      contract = new Contract(document)
      Contract.#known.set(key, contract)
    }
    return contract
  }

  private constructor (document: unknown) {
    this.#document = document as Document
    this.#ajv.addSchema({ $id: DOCUMENT, ...document as object })
  }

  /** Throws when the answer breaks the document. A path or method it does not have must answer with a problem. */
  check (method: string, url: string, status: number, type: string, body: unknown): void {
    const found = this.#find(method, url)
    if (found === undefined) {
      if (status >= 400) this.#validate('#/components/schemas/Problem', body, `${method} ${status}`)
      return
    }
    const { path, verb, operation } = found
    const at = `${verb} ${path} ${status}`
    const response = operation.responses[status]
    if (response === undefined) throw new Error(`${at}: the status is not declared; declared: ${Object.keys(operation.responses).join(', ')}`)
    if (method === 'HEAD' || response.content === undefined || body === undefined) return
    const media = type.split(';')[0]
    if (response.content[media] === undefined) throw new Error(`${at}: '${media}' is not declared; declared: ${Object.keys(response.content).join(', ')}`)
    this.#validate(`#/paths/${escape(path)}/${verb}/responses/${status}/content/${escape(media)}/schema`, body, at)
  }

  #find (method: string, url: string): { path: string, verb: string, operation: Operation } | undefined {
    const verb = method === 'HEAD' ? 'get' : method.toLowerCase()
    const parts = url.split('?')[0].split('/')
    // A fixed path goes before one with parameters.
    const paths = Object.keys(this.#document.paths).sort((a, b) => a.split('{').length - b.split('{').length)
    for (const path of paths) {
      const wanted = path.split('/')
      const operation = this.#document.paths[path][verb]
      if (operation !== undefined && wanted.length === parts.length && wanted.every((part, position) => part.startsWith('{') ? parts[position] !== '' : part === parts[position])) {
        return { path, verb, operation }
      }
    }
    return undefined
  }

  #validate (pointer: string, body: unknown, at: string): void {
    let validate = this.#validators.get(pointer)
    if (validate === undefined) {
      validate = this.#ajv.compile({ $ref: `${DOCUMENT}${pointer}` })
      this.#validators.set(pointer, validate)
    }
    if (!validate(body)) throw new Error(`${at}: the answer is not as described: ${this.#ajv.errorsText(validate.errors)}\n${JSON.stringify(body).slice(0, 500)}`)
  }
}

function escape (step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))
}
