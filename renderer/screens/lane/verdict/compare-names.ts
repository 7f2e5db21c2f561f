/** Two names that are to be compared by eye, with what differs between them marked. */

/** A word of a name, and whether the other name has it not. */
export interface ComparedWord {
  word: string
  differs: boolean
}

/** Case is how a name was printed, and no difference; marks over letters are one. */
const folded = (word: string): string => word.normalize('NFC').toLocaleLowerCase('vi')

const wordsOf = (name: string): string[] => name.normalize('NFC').split(/\s+/u).filter(Boolean)

/** The words of `name`, each marked where `other` has it not, or not as often. */
export function markDifferences(name: string, other: string): ComparedWord[] {
  const left = wordsOf(other).map(folded)
  return wordsOf(name).map((word) => {
    const index = left.indexOf(folded(word))
    if (index >= 0) left.splice(index, 1)
    return { word, differs: index < 0 }
  })
}
