/** What is asked of the index: terms that begin so, and other words of the same name beside them. */

/** Terms that begin with `begins`, or are no more than that; `words`: and that hold these words' beginnings as well. */
export interface Wanted {
  begins: string
  whole: boolean
  words: readonly string[]
}

/** This term and no other. */
export const exactly = (term: string): Wanted => ({ begins: term, whole: true, words: [] })

/** All terms that begin so. */
export const beginning = (begins: string): Wanted => ({ begins, whole: false, words: [] })

/** Whether a term holds the words that are asked for beside its beginning. */
export const hasWords = (term: string, { words }: Wanted): boolean => words.every((word) => term.includes(` ${word}`))

/** Whether a term is wanted. */
export function isWanted(term: string, wanted: Wanted): boolean {
  return (wanted.whole ? term === wanted.begins : term.startsWith(wanted.begins)) && hasWords(term, wanted)
}
