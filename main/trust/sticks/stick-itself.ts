/** A stick as a place to write to: whether it is one at all, and what a person would find on it. */
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FoundPlace } from '../../../shared/contract/trust.ts'
import { inBoth, type Sentences } from '../../../shared/language/locale.ts'

/** What systems put on every stick by themselves; nobody calls such a stick full. */
const ownOfSystems = /^(?:\..*|System Volume Information|\$RECYCLE\.BIN|lost\+found)$/i

const empty: Sentences = { vi: 'Trống.', en: 'Empty.' }
const others: Sentences = { vi: 'Có tệp khác, không có gì của Chốt.', en: 'Other files, nothing of Chốt’s.' }

/**
 * Whether something is mounted at a folder. One that is left over where a stick was is the computer's own disk, and what is
 * written there travels nowhere. A drive's letter is there only where a drive is.
 */
export async function isMounted(folder: string): Promise<boolean> {
  const above = dirname(folder)
  if (above === folder) return true
  return (await stat(folder)).dev !== (await stat(above)).dev
}

/** Whether of what lies on a stick nothing was put there by a person. */
export const isEmpty = (names: readonly string[]): boolean => names.every((name) => ownOfSystems.test(name))

/** The stick itself. @param seen what of ours was found on it, in words; and whether nothing at all was */
export function stickItself(
  stick: string,
  name: string,
  seen: { said: readonly Sentences[]; isEmpty: boolean },
): FoundPlace {
  const foreign = seen.said.length === 0 && (seen.isEmpty ? empty : others)
  const said = foreign || inBoth((locale) => seen.said.map((sentence) => sentence[locale]).join(' '))
  return { path: stick, name, holds: 'stick', said }
}
