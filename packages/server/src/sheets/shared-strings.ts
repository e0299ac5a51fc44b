import { readEscaped } from './escaped-text.ts'
import { tooMuch } from './sheet-error.ts'
import { readAll } from './xml-events.ts'

/** Most characters of all shared texts, which are held in memory: more than any table within the import limit has. */
const MOST_CHARACTERS = 67_108_864
const MOST_STRINGS = 4_194_304

/** The texts that cells refer to by number. Runs of one text are put together; how a text is read aloud is left out. */
export async function readSharedStrings (chunks: AsyncIterable<Uint8Array>): Promise<string[]> {
  const strings: string[] = []
  let characters = 0
  let text = ''
  let isText = false
  let isPhonetic = false
  await readAll(chunks, {
    open: name => {
      if (name === 'si') text = ''
      else if (name === 'rPh') isPhonetic = true
      else if (name === 't') isText = !isPhonetic
    },
    text: piece => {
      if (!isText) return
      text += piece
      characters += piece.length
      if (characters > MOST_CHARACTERS) throw tooMuch(`${MOST_CHARACTERS} characters of text`, `${MOST_CHARACTERS} karakter teks`)
    },
    close: name => {
      if (name === 't') isText = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'si') strings.push(readEscaped(text))
      if (strings.length > MOST_STRINGS) throw tooMuch(`${MOST_STRINGS} texts`, `${MOST_STRINGS} teks`)
    },
  })
  return strings
}
