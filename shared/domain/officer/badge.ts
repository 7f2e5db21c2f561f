/**
 * An officer's badge: a code with the officer's number, which names them, and 128 random bits, without which their PIN opens
 * nothing. Never the PIN. Only signs of a QR code's alphanumeric mode (ISO/IEC 18004 §7.4.4), so that it stays coarse.
 */
import { unwrapTransport } from '../../barcode/transport.ts'
import { readRecoveryCode, recoveryCodeLength, writeRecoveryCode } from '../secret/recovery-code.ts'

const start = 'CHOT-BADGE:'

/** Of the badge's secret half, in bytes. It is written like a recovery code, whose check character finds a misread one. */
export const badgeSecretLength = recoveryCodeLength

/** An officer's number as their force gives it: digits, so that it is typed on the keypad. */
export const officerNumber = /^\d{1,10}$/

/** Longer than any badge with what scanners put around it, in UTF-16 units. */
const longestLookedAt = 96

/** What a badge says. */
export interface Badge {
  number: string
  secret: Uint8Array
}

/** The text of a badge's code. */
export const badgeText = ({ number, secret }: Badge): string => `${start}${number}:${writeRecoveryCode(secret)}`

/** Reads a scanned badge; null where it is none, or damaged. */
export function readBadge(text: string): Badge | null {
  if (text.length > longestLookedAt) return null
  const printed = unwrapTransport(text.normalize('NFKC')).toUpperCase()
  const [, number = '', code = ''] = /^CHOT-BADGE:(\d{1,10}):([0-9A-Z-]+)$/.exec(printed) ?? []
  if (number === '') return null
  const secret = readRecoveryCode(code)
  return typeof secret === 'string' ? null : { number, secret }
}
