/**
 * Command codes: what a card beside the scanner carries, so that a lane can be worked by scanner alone. Only letters,
 * digits and the few signs of a QR code's alphanumeric mode (ISO/IEC 18004 §7.4.4), so that the codes stay coarse.
 *
 * Anybody can print a code, and hold it up: a command counts only with the kiosk's own mark behind it, which the program
 * behind the screen looks at (main/lane/command-marks.ts). What merely begins like a command is no code of any other kind.
 */
import { unwrapTransport } from '../barcode/transport.ts'
import type { Decision } from './crossing/crossing.ts'

export type Command =
  | { kind: 'decide'; decision: Decision }
  /** The next scan begins a new traveller. */
  | { kind: 'next' }
  | { kind: 'undo' }
  /** In becomes out, out becomes in. */
  | { kind: 'turn' }

const start = 'CHOT:'

const words: readonly (readonly [string, Command])[] = [
  ['CHO-QUA', { kind: 'decide', decision: 'admitted' }],
  ['TU-CHOI', { kind: 'decide', decision: 'refused' }],
  ['CHUYEN-Y-TE', { kind: 'decide', decision: 'referred' }],
  ['NGUOI-TIEP', { kind: 'next' }],
  ['HOAN-TAC', { kind: 'undo' }],
  ['DOI-HUONG', { kind: 'turn' }],
]

/** All commands, in the order of the card. */
export const commands: readonly Command[] = words.map(([, command]) => command)

const same = (one: Command, other: Command): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Cards that one kiosk may make in its life; a number is at most four digits. */
export const mostCards = 9999

/** What is marked of a command on a card: `CHOT:CHO-QUA` on the first, `CHOT:CHO-QUA:2` on the second. */
export function markedWord(command: Command, card: number): string {
  const found = words.find(([, each]) => same(each, command))
  if (!found) throw new Error(`there is no code for ${JSON.stringify(command)}`)
  return card === 1 ? start + found[0] : `${start}${found[0]}:${card}`
}

/**
 * What a card says for a command.
 * @param card its number, from 1
 * @param mark the kiosk's, in letters and digits of a QR code's alphanumeric mode
 */
export function commandText(command: Command, card: number, mark: string): string {
  return `${markedWord(command, card)}:${mark}`
}

/** Longer than any card's code with what scanners put around it, in UTF-16 units: what follows is not looked at. */
const longestLookedAt = 128

/** The text as it was printed: scanners may add to it, and change its case. */
function printed(text: string): string {
  return unwrapTransport(text.slice(0, longestLookedAt).normalize('NFKC')).toUpperCase()
}

/** Does a scanned text want to command, whoever printed it? */
export function isCommandText(text: string): boolean {
  return printed(text).startsWith(start)
}

/** The command that a scanned text names, the card that it is of, and the mark that it carries; null where it names none. */
export function readCommandText(text: string): { command: Command; card: number; mark: string } | null {
  if (text.length > longestLookedAt) return null
  const code = printed(text)
  // The first card has no number on it.
  const [, word = '', card = '1', mark = ''] = /^(CHOT:[A-Z-]+)(?::([1-9]\d{0,3}))?:([A-Z0-9]+)$/.exec(code) ?? []
  const command = words.find(([each]) => start + each === word)?.[1]
  return command ? { command, card: Number(card), mark } : null
}
