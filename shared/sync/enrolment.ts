/**
 * A kiosk's wish to be enrolled, signed by the key that it signs its batches with and sealed to the hub, for it holds the
 * code; and the hub's answer. By wire or by stick the same.
 */
import * as v from 'valibot'
import { modes } from '../domain/mode.ts'
import type { Means, Sign } from './means.ts'
import { openSeal, seal, type SealedFile, type SealFault } from './seal.ts'
import {
  enrolmentSchema,
  hubNameSchema,
  instantSchema,
  nameSchema,
  numberedKeySchema,
  publicKeySchema,
  tokenSchema,
} from './schemas.ts'
import { readSigned, signFile } from './signed-file.ts'
import { readText, signText } from './signed-text.ts'

const tag = 'chot enrolment'

const wishSchema = v.object({
  hub: hubNameSchema,
  enrolment: enrolmentSchema,
  code: tokenSchema,
  /** As `checkpoint.json` names it. */
  kiosk: nameSchema,
  /** What people call it. */
  name: nameSchema,
  mode: v.picklist(modes),
  sign: numberedKeySchema,
  /** What goes down to it and is secret is sealed to this. */
  box: numberedKeySchema,
  at: instantSchema,
})
export type Wish = v.InferOutput<typeof wishSchema>

/** Seals a wish. @param to X25519 keys of the hub */
export function sealWish(means: Means, wish: Wish, sign: Sign, to: readonly Uint8Array[]): Uint8Array {
  const plain = signFile(means, tag, wish, new Uint8Array(0), sign)
  return seal(means, { kind: 'enrolment', hub: wish.hub, enrolment: wish.enrolment, plain, to })
}

/** Opens a wish; it is signed by the key that it names. */
export function openWish(
  means: Means,
  file: SealedFile,
  secretOf: (id: string) => Uint8Array | null,
): Wish | SealFault | 'not-a-wish' {
  if (file.outer.kind !== 'enrolment') return 'not-a-wish'
  const plain = openSeal(file, secretOf)
  if (typeof plain === 'string') return plain
  const signed = readSigned(means, tag, plain)
  const wish = signed === null || signed.body.length > 0 ? null : readWish(signed.statement)
  const { hub, enrolment } = file.outer
  const agrees = wish?.hub === hub && wish.enrolment === enrolment && signed?.signedBy(wish.sign.public)
  return agrees === true ? wish : 'not-a-wish'
}

function readWish(text: string): Wish | null {
  try {
    return v.parse(wishSchema, JSON.parse(text))
  } catch {
    return null
  }
}

const enrolledTag = 'chot enrolled'

const enrolledSchema = v.object({
  hub: hubNameSchema,
  enrolment: enrolmentSchema,
  /** The kiosk's signing key. */
  key: publicKeySchema,
  /** What the hub calls it. */
  name: nameSchema,
  at: instantSchema,
})
export type Enrolled = v.InferOutput<typeof enrolledSchema>

/** The hub's word that a kiosk is enrolled. */
export const signEnrolled = (saying: Enrolled, sign: Sign): string => signText(enrolledTag, saying, sign)

/** Reads it; null where the hub with this key did not say it. */
export const readEnrolled = (means: Pick<Means, 'holds'>, by: string, text: string): Enrolled | null =>
  readText(means, { tag: enrolledTag, schema: enrolledSchema, by }, text)
