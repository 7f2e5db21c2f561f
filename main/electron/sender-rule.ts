/** Whose messages count: those of our page, in the main frame of our own window. */
import { origin } from './origin.ts'

/** The sender of a message. `frame` is null when it has gone or moved on since it sent. */
export interface Sender {
  contents: number
  frame: { origin: string; parent: unknown } | null
}

/** Whether to hear a message; `known` is the id of our window's contents. */
export function mayHear(sender: Sender, known: number): boolean {
  const { frame } = sender
  return sender.contents === known && frame !== null && frame.parent === null && frame.origin === origin
}
