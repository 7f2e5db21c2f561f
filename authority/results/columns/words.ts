/**
 * Words of headings and of results, recognised as a whole. Case, kinds of space, underscores and a hyphen between
 * letters do not matter; every other sign does: `Âm tính?` is not `Âm tính`. Marks may be left out altogether, as programs
 * do, but not changed.
 */
import { foldLetters } from '../../../shared/domain/person/letter-folding.ts'

/** A text with its marks (`exact`), and without (`bare`). */
export interface WordKey {
  exact: string
  bare: string
}

export function wordKey(text: string): WordKey {
  const exact = text
    .normalize('NFC')
    .replaceAll('_', ' ')
    .replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, ' ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  return { exact, bare: foldLetters(exact, 'plain').toLowerCase() }
}

const squeezed = (key: string): string => key.replaceAll(' ', '')

/** A table of words: what each stands for, or null for any other text. */
export function wordTable<T>(entries: readonly (readonly [T, readonly string[]])[]): (text: string) => T | null {
  const exact = new Map<string, T>()
  const bare = new Map<string, T>()
  for (const [meant, words] of entries) {
    for (const word of words) {
      const key = wordKey(word)
      exact.set(squeezed(key.exact), meant)
      bare.set(squeezed(key.bare), meant)
    }
  }
  return (text) => {
    const key = wordKey(text)
    const found = exact.get(squeezed(key.exact))
    if (found !== undefined) return found
    // A mark that is there must be the right one: `Hộ` is not `Họ`.
    return key.exact === key.bare ? (bare.get(squeezed(key.bare)) ?? null) : null
  }
}
