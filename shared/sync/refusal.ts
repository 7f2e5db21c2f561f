/**
 * A hub's word, under its signing key, that it did not take what a stick brought for an enrolment. It goes down on that stick,
 * which anybody may have held meanwhile; what has no such word behind it tells a kiosk nothing.
 */
import * as v from 'valibot'
import { refusals } from './answer.ts'
import type { Means, Sign } from './means.ts'
import { enrolmentSchema, hubNameSchema, instantSchema, seqSchema } from './schemas.ts'
import { readText, signText } from './signed-text.ts'

const tag = 'chot refused'

const refusedSchema = v.object({
  hub: hubNameSchema,
  /** Whose folder on the stick it was. The hub may know no such enrolment: that is what it says then. */
  enrolment: enrolmentSchema,
  why: v.picklist(refusals),
  /** The entry that it is about. */
  seq: v.exactOptional(seqSchema),
  /** When it said so, by its clock. */
  at: instantSchema,
})
export type Refused = v.InferOutput<typeof refusedSchema>

/** What a hub says. */
export const signRefused = (saying: Refused, sign: Sign): string => signText(tag, saying, sign)

/** Reads it; null where the hub with this key (32 bytes in base64url) did not say it. */
export const readRefused = (means: Pick<Means, 'holds'>, by: string, text: string): Refused | null =>
  readText(means, { tag, schema: refusedSchema, by }, text)
