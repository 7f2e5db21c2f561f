/**
 * Codes that this product prints for itself, by how they begin. Whatever begins so is no result and no paper of anybody's.
 * Command codes have a file of their own (command-code.ts): they are the ones that do something.
 */
import { unwrapTransport } from '../barcode/transport.ts'

/** An officer's badge · the head of an export or of a closed shift · a kiosk's enrolment · the doctor's practice code. */
export const ownCodes = ['badge', 'export', 'enrolment', 'doctor'] as const
export type OwnCode = (typeof ownCodes)[number]

/** How each begins. A head is printed as it stands in the journal, as JSON. */
const beginnings: Readonly<Record<OwnCode, RegExp>> = {
  badge: /^CHOT-BADGE:/,
  export: /^(CHOT-EXPORT:|\{"KIOSK":)/,
  enrolment: /^CHOT-ENROL:/,
  doctor: /^CHOT-TEST:/,
}

/** Longer than any beginning, in UTF-16 units: what follows is not looked at. */
const longestLookedAt = 64

/** Which of its own codes a scanned text is; null where it is none. */
export function ownCodeOf(text: string): OwnCode | null {
  const start = unwrapTransport(text.slice(0, longestLookedAt)).toUpperCase()
  return ownCodes.find((code) => beginnings[code].test(start)) ?? null
}
