import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Rule {
  prefix: boolean
  strip: string
  add: string
  goesOn: readonly string[]
  fits: RegExp
}

const RULE = /^(PFX|SFX)\s+(\S\S)\s+(\S+)\s+(\S+)\s+(\S+)/
const HEADER = /^(?:PFX|SFX)\s+\S+\s+[YN]\s+\d+/
const MOST_STEPS = 2

/** The words that a Hunspell dictionary derives from each of its entries: derived word to its roots. Entries and forms of plain letters only, doubled words left out. */
export function derivedForms (folder: string): { forms: Map<string, Set<string>>, entries: Set<string> } {
  const rules = readRules(readFileSync(join(folder, 'id_ID.aff'), 'latin1'))
  const forms = new Map<string, Set<string>>()
  const entries = new Set<string>()
  for (const line of readFileSync(join(folder, 'id_ID.dic'), 'latin1').split(/\r?\n/).slice(1)) {
    const [root = '', flags = ''] = line.trim().split('/')
    if (!/^[a-z]+$/.test(root)) continue
    entries.add(root)
    const note = (form: string): void => {
      if (form !== root) forms.set(form, (forms.get(form) ?? new Set()).add(root))
    }
    derive(root, flags.match(/../g) ?? [], rules, note, 0)
  }
  return { forms, entries }
}

function derive (word: string, flags: readonly string[], rules: ReadonlyMap<string, readonly Rule[]>, note: (form: string) => void, step: number): void {
  const own = flags.flatMap(flag => rules.get(flag) ?? [])
  for (const rule of own) {
    const form = applied(rule, word)
    if (form === undefined) continue
    note(form)
    if (step < MOST_STEPS && rule.goesOn.length > 0) derive(form, rule.goesOn, rules, note, step + 1)
    if (rule.prefix || step > 0) continue
    for (const other of own) {
      const both = other.prefix ? applied(other, form) : undefined
      if (both !== undefined) note(both)
    }
  }
}

function applied ({ prefix, strip, add, fits }: Rule, word: string): string | undefined {
  if (!fits.test(word)) return undefined
  if (prefix) return word.startsWith(strip) ? add + word.slice(strip.length) : undefined
  return word.endsWith(strip) ? word.slice(0, word.length - strip.length) + add : undefined
}

function readRules (text: string): Map<string, Rule[]> {
  const rules = new Map<string, Rule[]>()
  for (const line of text.split(/\r?\n/)) {
    const match = HEADER.test(line) ? null : RULE.exec(line)
    if (match === null) continue
    const [, kind, flag, strip, addition, condition] = match as unknown as [string, string, string, string, string, string]
    const [add = '', goesOn = ''] = addition.split('/')
    const prefix = kind === 'PFX'
    const rule = { prefix, strip: strip === '0' ? '' : strip, add: add === '0' ? '' : add, goesOn: goesOn.match(/../g) ?? [], fits: new RegExp(prefix ? `^${condition}` : `${condition}$`) }
    rules.set(flag, [...rules.get(flag) ?? [], rule])
  }
  return rules
}
