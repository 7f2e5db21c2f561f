/** A payload's text, read: of an entry that was not written by this program it may be anything. */
import * as v from 'valibot'

/** What every payload is, of whatever kind: an object. To valibot's own a list is one too. */
export const payloadSchema = v.custom<object>(
  (said) => typeof said === 'object' && said !== null && !Array.isArray(said),
)

/** What a payload says; null: it is gone, or not what the schema asks for. */
export function readPayload<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string | null | undefined,
): v.InferOutput<Schema> | null {
  if (typeof text !== 'string') return null
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return null
  }
  const read = v.safeParse(schema, said)
  return read.success ? read.output : null
}
