import type { KeyFolder } from '../vault/master-key.ts'
import type { AuditHead } from './entry.ts'

const FILE = 'audit.anchor'

/** Where the end of the chain is remembered outside the database: without it nobody could tell that the last entries were cut off. */
export interface AnchorPlace {
  read: () => AuditHead | undefined
  write: (head: AuditHead) => void
}

/** Beside the keys, which whoever can change the database need not be able to reach. */
export function anchorIn (folder: KeyFolder): AnchorPlace {
  return {
    read () {
      const text = folder.readText(FILE)
      return text === undefined ? undefined : parseHead(text)
    },
    write (head) {
      folder.write(FILE, `${JSON.stringify(head)}\n`)
    },
  }
}

/** Undefined when the text is no head. */
export function parseHead (text: string): AuditHead | undefined {
  try {
    const { number, hash } = JSON.parse(text) as Partial<AuditHead>
    return Number.isSafeInteger(number) && /^[0-9a-f]{64}$/.test(hash ?? '') ? { number, hash } as AuditHead : undefined
  } catch {
    return undefined
  }
}
