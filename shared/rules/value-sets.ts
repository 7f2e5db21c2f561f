/**
 * Value sets: the codes a rule may ask about (`external.valueSets.<name>`), read from the documents that publish them.
 */
import * as v from 'valibot'
import type { Sentences } from '../language/locale.ts'
import { sayIssue } from '../language/say-issue.ts'

/** Codes by the name of their value set, as rules see them. */
export type ValueSets = Readonly<Record<string, readonly string[]>>

const documentSchema = v.object({
  valueSetId: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  valueSetValues: v.record(v.string(), v.unknown()),
})

/** Reads value-set documents (`{ valueSetId, valueSetValues: { <code>: … } }`); `place` is the first bad one's index. */
export function readValueSets(
  documents: readonly unknown[],
): { ok: true; valueSets: ValueSets } | { ok: false; place: number; why: Sentences } {
  const codes = new Map<string, string[]>()
  for (const [place, document] of documents.entries()) {
    const parsed = v.safeParse(documentSchema, document)
    if (!parsed.success) return { ok: false, place, why: sayIssue(parsed.issues[0]) }
    const { valueSetId, valueSetValues } = parsed.output
    if (codes.has(valueSetId))
      return {
        ok: false,
        place,
        why: { vi: `"${valueSetId}" có hai lần`, en: `"${valueSetId}" is there twice` },
      }
    codes.set(valueSetId, Object.keys(valueSetValues))
  }
  return { ok: true, valueSets: Object.fromEntries(codes) }
}
