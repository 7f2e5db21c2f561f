/**
 * Value sets: the codes a rule may ask about (`external.valueSets.<name>`), read from the documents that publish them.
 */
import * as v from 'valibot'

/** Codes by the name of their value set, as rules see them. */
export type ValueSets = Readonly<Record<string, readonly string[]>>

const documentSchema = v.object({
  valueSetId: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  valueSetValues: v.record(v.string(), v.unknown()),
})

/** Reads value-set documents (`{ valueSetId, valueSetValues: { <code>: … } }`); `place` is the first bad one's index. */
export function readValueSets(
  documents: readonly unknown[],
): { ok: true; valueSets: ValueSets } | { ok: false; place: number; message: string } {
  const codes = new Map<string, string[]>()
  for (const [place, document] of documents.entries()) {
    const parsed = v.safeParse(documentSchema, document)
    if (!parsed.success) return { ok: false, place, message: parsed.issues[0].message }
    const { valueSetId, valueSetValues } = parsed.output
    if (codes.has(valueSetId)) return { ok: false, place, message: `"${valueSetId}" is there twice` }
    codes.set(valueSetId, Object.keys(valueSetValues))
  }
  return { ok: true, valueSets: Object.fromEntries(codes) }
}
