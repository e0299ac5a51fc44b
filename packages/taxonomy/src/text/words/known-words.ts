import table from '../../../data/words.js'

/** Words of proof-read texts, and in how many digits they were counted (1 to 5): a rough measure of how common they are. */
export function knownWords (): ReadonlyMap<string, number> {
  made ??= new Map((table as string[]).flatMap((words, place, lists) => words.split(' ').map((word): [string, number] => [word, lists.length - place])))
  return made
}

let made: ReadonlyMap<string, number> | undefined
