import type { Language } from '../errors/problem.ts'

/** Indonesian when `Accept-Language` prefers it to English; else English. */
export function languageOf (header: string | undefined): Language {
  let best: Language = 'en'
  let bestQuality = 0
  for (const part of (header ?? '').slice(0, 1000).split(',')) {
    const [tag, ...parameters] = part.trim().toLowerCase().split(';')
    const language = tag.split('-')[0]
    if (language !== 'id' && language !== 'in' && language !== 'en') continue
    const quality = qualityOf(parameters)
    if (quality > bestQuality) {
      best = language === 'en' ? 'en' : 'id'
      bestQuality = quality
    }
  }
  return best
}

function qualityOf (parameters: readonly string[]): number {
  const text = parameters.map(parameter => parameter.trim()).find(parameter => parameter.startsWith('q='))
  const quality = text === undefined ? 1 : Number(text.slice(2))
  return quality >= 0 && quality <= 1 ? quality : 0
}
