import { inUse } from './in-use.ts'

/** Prints how long it takes until a text is read, from the first import on, and the bytes in use then: `node --expose-gc text-child.js`. A process of its own, where nothing is warm. */
const ADVERT = 'dibutuhkan segera operator forklift, min SMA/SMK, SIM B1, pengalaman 1 thn, domisili Cikupa'

const before = inUse()
const begin = performance.now()
const { loadTaxonomy } = await import('@padan/taxonomy')
const { createExtractor } = await import('@padan/taxonomy/text')
const extractor = createExtractor(await loadTaxonomy())
const mentions = extractor.extract(ADVERT).length
const milliseconds = performance.now() - begin
console.log(JSON.stringify({ milliseconds, bytes: inUse() - before, mentions }))
