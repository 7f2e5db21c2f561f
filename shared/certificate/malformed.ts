/**
 * Thrown by the byte readers of this room when input is not what its standard says, and caught at the room's door
 * (each format's `decode…`), which turns it into a finding. It never leaves the room.
 */
import type { FindingCode } from '../domain/finding/finding-codes.ts'

/** Input that does not follow its standard; `code` is the finding it leads to. */
export class Malformed extends Error {
  readonly code: FindingCode
  constructor(code: FindingCode, message: string) {
    super(message)
    this.name = 'Malformed'
    this.code = code
  }
}

/** Runs a reader; a `Malformed` becomes a value, anything else is a bug and passes through. */
export function attempt<T>(read: () => T): { ok: true; value: T } | { ok: false; malformed: Malformed } {
  try {
    return { ok: true, value: read() }
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, malformed: error }
    throw error
  }
}
