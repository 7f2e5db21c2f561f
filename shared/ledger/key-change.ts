/** A change of a kiosk's keys, as the entry `kiosk.keys` says it: signed by the key before and by the new one. */
import * as v from 'valibot'
import { keysSchema, keyStatementSchema, type KeyStatement } from './payloads.ts'

export type KeyChange = v.InferOutput<typeof keysSchema>

/** What both keys sign, in UTF-8: a tag, and the statement as it is stored. */
export const keyChangeText = (statement: string): string => `chot kiosk keys\n${statement}`

/** Whether an Ed25519 signature over some bytes is a key's. Key and signature in base64url. */
type Holds = (publicKey: string, bytes: Uint8Array, signature: string) => boolean

/**
 * What a change says; null where it is not signed by the one of these keys that it replaces, and by its own.
 * @param old the keys with the number that it replaces, 32 bytes in base64url each
 */
export function readKeyChange(
  change: unknown,
  old: (number: number) => readonly string[],
  holds: Holds,
): KeyStatement | null {
  try {
    const { statement, old: byOld, new: byNew } = v.parse(keysSchema, change)
    const said = v.parse(keyStatementSchema, JSON.parse(statement))
    const bytes = new TextEncoder().encode(keyChangeText(statement))
    if (said.sign.number !== said.replaces + 1 || !holds(said.sign.public, bytes, byNew)) return null
    return old(said.replaces).some((key) => holds(key, bytes, byOld)) ? said : null
  } catch {
    return null
  }
}
