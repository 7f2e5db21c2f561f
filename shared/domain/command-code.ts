/**
 * Command codes: what a card beside the scanner carries, so that a lane can be worked by scanner alone. Only letters,
 * digits and the few signs of a QR code's alphanumeric mode (ISO/IEC 18004 §7.4.4), so that the codes stay coarse.
 */
import { decisionReasons, type Decision, type DecisionReason } from './crossing/crossing.ts'

export type Command =
  | { kind: 'decide'; decision: Decision }
  /** The next scan begins a new traveller. */
  | { kind: 'next' }
  | { kind: 'undo' }
  /** In becomes out, out becomes in. */
  | { kind: 'turn' }
  /** Why a decision departs from the verdict; only while one is asked for. */
  | { kind: 'reason'; code: DecisionReason }

const start = 'CHOT:'

const words: readonly (readonly [string, Command])[] = [
  ['CHO-QUA', { kind: 'decide', decision: 'admitted' }],
  ['TU-CHOI', { kind: 'decide', decision: 'refused' }],
  ['CHUYEN-Y-TE', { kind: 'decide', decision: 'referred' }],
  ['NGUOI-TIEP', { kind: 'next' }],
  ['HOAN-TAC', { kind: 'undo' }],
  ['DOI-HUONG', { kind: 'turn' }],
  ...decisionReasons.map((code): readonly [string, Command] => [
    `LY-DO-${code.toUpperCase()}`,
    { kind: 'reason', code },
  ]),
]

/** All commands, in the order of the card. */
export const commands: readonly Command[] = words.map(([, command]) => command)

const same = (one: Command, other: Command): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What the card says for a command. */
export function commandText(command: Command): string {
  const found = words.find(([, each]) => same(each, command))
  if (!found) throw new Error(`there is no code for ${JSON.stringify(command)}`)
  return start + found[0]
}

/** The command that a scanned text stands for; null where it is none. A scanner may have changed the case. */
export function readCommand(text: string): Command | null {
  const scanned = text.trim().toUpperCase()
  return words.find(([word]) => start + word === scanned)?.[1] ?? null
}
